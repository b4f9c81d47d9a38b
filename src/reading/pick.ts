/**
 * "I chose C, why not?" on a line of its own: what was picked, and the text without that line.
 */

/** A line longer than this says more than what was picked. */
const longestLine = 120;

const letters = String.raw`([A-H](?: ?(?:,|and|y|&|\+) ?[A-H]){0,5})\b`;
const after = String.raw`[ ,.;:!?¿–\-]{0,6}(?:(?:so |y |pero |but )?(?:[Ww]hy|[Pp]or qu[eé])(?!\p{L})[^\n]{0,60})?$`;
const openings = [
  'i (?:chose|picked|selected|answered|took|put|said|went with|would choose|would pick)',
  'why not',
  'my (?:answer|pick|choice)(?: is| was|:)',
  '(?:yo )?(?:eleg[ií]|escog[ií]|marqu[eé]|seleccion[eé]|respond[ií]|puse|eleg[ií]r[ií]a|he elegido)',
  '¿?por qu[eé] no',
  'mi (?:respuesta|elecci[oó]n)(?: es| era| fue|:)',
];
// Letters of options are capitals, so that "a" in a sentence is none.
const pattern = new RegExp(
  `^(?:${openings.join('|')}) (?:la |las |option |options )?${letters}${after}`,
  'u',
);

export interface PickedText {
  text: string;
  /** Capital letters; none where no line says so. */
  picked: string[];
}

export function splitPick(text: string): PickedText {
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex((line) => line.length <= longestLine && pattern.test(opened(line)));
  const found = pattern.exec(opened(lines[at] ?? ''));
  if (!found) return { text, picked: [] };
  const picked = [...new Set(found[1]?.match(/[A-H]/g))];
  return { text: lines.filter((_, place) => place !== at).join('\n'), picked };
}

/** The line in the form that the openings have: it may start with a capital or not. */
function opened(line: string): string {
  return line.trim().replace(/^¿?\p{Lu}/u, (first) => first.toLowerCase());
}
