/**
 * A pasted question: the stem and, where there are any, its lettered options.
 */

export interface PastedQuestion {
  stem: string;
  options?: Record<string, string>;
}

const optionLine = /^\s{0,8}(?:\(?([A-Ha-h])[).:\]]|([A-H])\s*[-–])\s+(\S.*)$/;

/**
 * The letter of an option that a text gives a second time: its options can not be told apart.
 */
export function repeatedLetter(text: string): string | undefined {
  let next = 'A';
  for (const line of text.split(/\r?\n/)) {
    const letter = letterOf(line);
    if (letter === next) next = String.fromCharCode(letter.charCodeAt(0) + 1);
    else if (letter !== undefined && letter.charCodeAt(0) + 1 === next.charCodeAt(0)) return letter;
  }
  return undefined;
}

function letterOf(line: string): string | undefined {
  const match = optionLine.exec(line);
  return (match?.[1] ?? match?.[2])?.toUpperCase();
}

/**
 * Splits text whose lines start with A., B) or (C). Letters must run from A without gaps, else all of it is stem;
 * lines without a letter continue the option before them.
 */
export function splitQuestion(text: string): PastedQuestion {
  const stem: string[] = [];
  const options: { letter: string; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const match = optionLine.exec(line);
    const letter = letterOf(line);
    const expected = String.fromCharCode(65 + options.length);
    if (match && letter === expected) options.push({ letter, lines: [match[3] ?? ''] });
    else if (options.length > 0) options.at(-1)?.lines.push(line);
    else stem.push(line);
  }
  if (options.length < 2) return { stem: text.trim() };
  const lettered = options.map(({ letter, lines }) => [letter, lines.join(' ').replace(/\s+/g, ' ').trim()]);
  return { stem: stem.join('\n').trim(), options: Object.fromEntries(lettered) };
}
