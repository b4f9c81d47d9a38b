/**
 * A difference between two states of the rules, as text.
 */
import type { ScenarioDifference } from '../checking/differences.ts';
import type { Ruling } from '../checking/ruling.ts';

export function differenceLines({
  scenario,
  by,
  passed,
  before,
  after,
  through,
  smallest,
}: ScenarioDifference): string[] {
  const turn =
    passed.before === passed.after
      ? passed.after
        ? 'right as before'
        : 'wrong as before'
      : passed.after
        ? 'right now'
        : 'NO LONGER RIGHT';
  const letters = Object.keys(after.verdicts).filter(
    (letter) => before.verdicts[letter] !== after.verdicts[letter],
  );
  return [
    `${scenario}: the ${by} differs, ${turn}`,
    ...(by === 'answer'
      ? [`  answer: ${before.answer.join(', ') || 'none'} → ${after.answer.join(', ') || 'none'}`]
      : []),
    ...letters.map((letter) => `  ${letter}: ${before.verdicts[letter]} → ${after.verdicts[letter]}`),
    ...reasonLines(before, after),
    ...through.slice(0, 6).map(({ unit, is }) => `  through ${unit}${is === 'same' ? '' : ` (${is})`}`),
    ...(smallest ? [`  smallest: ${smallest.stem}`] : []),
    ...Object.entries(smallest?.options ?? {}).map(([letter, text]) => `    ${letter}. ${text}`),
  ];
}

function reasonLines(before: Ruling, after: Ruling): string[] {
  const gone = before.reasons.filter((reason) => !after.reasons.includes(reason));
  const come = after.reasons.filter((reason) => !before.reasons.includes(reason));
  return [...gone.map((reason) => `  - ${reason}`), ...come.map((reason) => `  + ${reason}`)];
}
