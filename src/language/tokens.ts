/**
 * Text as tokens: words and numbers with their place in the text. Linear in the length of the text.
 */

export interface Token {
  /** As written. */
  text: string;
  /** Lower case, without accents. */
  folded: string;
  start: number;
  end: number;
  /** A capital here says nothing: first of its sentence or line, of a quotation or of what stands in brackets. */
  opens: boolean;
  /** Index of its sentence. */
  sentence: number;
}

const word = /[\p{L}\p{N}]+(?:[.,'’](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*/gu;
const joint = /[.,'’]/;
const opening = /[.?!;:\n•"“(]/;
const sentenceEnd = /[.?!;\n•]/;

/** Words and numbers in order; hyphens, slashes, `::` and camelCase dots part words, `1.5` and `10,000` stay whole. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  let sentence = 0;
  for (const match of text.matchAll(word)) {
    const between = text.slice(last, match.index);
    const opens = tokens.length === 0 || opening.test(between);
    if (tokens.length > 0 && sentenceEnd.test(between)) sentence++;
    last = match.index + match[0].length;
    for (const part of parts(match[0])) {
      tokens.push({
        text: part.text,
        folded: fold(part.text),
        start: match.index + part.at,
        end: match.index + part.at + part.text.length,
        opens: opens && part.at === 0,
        sentence,
      });
    }
  }
  return tokens;
}

/** Numbers stay whole; words joined by a dot, a comma or an apostrophe are parted. */
function parts(text: string): { text: string; at: number }[] {
  if (!joint.test(text) || /^[\d.,]+$/.test(text)) return [{ text, at: 0 }];
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ text: match[0], at: match.index }));
}

/** Lower case without accents: people leave accents out, and a phrase must still be found. */
export function fold(text: string): string {
  // Most words have no accent to lose, and looking for one is most of the work.
  if (!/[^\p{ASCII}]/u.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
