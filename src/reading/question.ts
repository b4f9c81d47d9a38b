/**
 * A pasted question: the stem and, where there are any, its lettered options.
 */

export interface PastedQuestion {
  stem: string;
  options?: Record<string, string>;
}

const optionLine = /^\s{0,8}(?:\(?([A-Ha-h])[).:\]]|([A-H])\s*[-–])\s+(\S.*)$/;

/**
 * Splits text whose lines start with A., B) or (C). Letters must run from A without gaps, else all of it is stem;
 * lines without a letter continue the option before them.
 */
export function splitQuestion(text: string): PastedQuestion {
  const stem: string[] = [];
  const options: { letter: string; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const match = optionLine.exec(line);
    const letter = (match?.[1] ?? match?.[2])?.toUpperCase();
    const expected = String.fromCharCode(65 + options.length);
    if (match && letter === expected) options.push({ letter, lines: [match[3] ?? ''] });
    else if (options.length > 0) options.at(-1)?.lines.push(line);
    else stem.push(line);
  }
  if (options.length < 2) return { stem: text.trim() };
  const lettered = options.map(({ letter, lines }) => [letter, lines.join(' ').replace(/\s+/g, ' ').trim()]);
  return { stem: stem.join('\n').trim(), options: Object.fromEntries(lettered) };
}
