/**
 * "I chose C, why not?" on a line of its own: what was picked, and the text without that line.
 */

/** A line longer than this says more than what was picked. */
const longestLine = 120;

const letters = String.raw`([A-H](?: ?(?:,|and|y|&|\+) ?[A-H]){0,5})\b`;
const after = String.raw`[ ,.;:!?¿–-]{0,6}(?:(?:so |y |pero |but )?(?:why|por qu[eé])\b[^\n]{0,60})?$`;
const openings = [
  'I (?:chose|picked|selected|answered|took|put|said|went with|would choose|would pick)',
  'why not',
  'my (?:answer|pick|choice)(?: is| was|:)',
  '(?:yo )?(?:eleg[ií]|escog[ií]|marqu[eé]|seleccion[eé]|respond[ií]|puse|eleg[ií]r[ií]a|he elegido)',
  '¿?por qu[eé] no',
  'mi (?:respuesta|elecci[oó]n)(?: es| era| fue|:)',
];
// Letters of options are capitals, so that "a" in a sentence is none; the words around them may be either.
const pattern = new RegExp(
  `^(?:${openings.map(inAnyCase).join('|')}) (?:la |las |option |options )?${letters}${after}`,
);

export interface PickedText {
  text: string;
  /** Capital letters; none where no line says so. */
  picked: string[];
}

export function splitPick(text: string): PickedText {
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex((line) => line.length <= longestLine && pattern.test(line.trim()));
  const found = pattern.exec(lines[at]?.trim() ?? '');
  if (!found) return { text, picked: [] };
  const picked = [...new Set(found[1]?.match(/[A-H]/g))];
  return { text: lines.filter((_, place) => place !== at).join('\n'), picked };
}

/** The first letter of a line may be a capital or not. */
function inAnyCase(opening: string): string {
  return opening.replace(/^[a-z]/i, (first) => `[${first.toLowerCase()}${first.toUpperCase()}]`);
}
