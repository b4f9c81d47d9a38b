/**
 * Does confidence mean something? Hit rate by the lead an answer had.
 */
import { type Sitting, wilson } from './exam.ts';

const classes: [name: string, from: number][] = [
  ['guess (lead 0)', 0],
  ['lead 1 to 2', 1],
  ['lead 3 to 5', 3],
  ['lead 6 to 9', 6],
  ['lead 10 and up', 10],
];

export function reliabilityOf(sittings: readonly Sitting[]): string[] {
  const rows = classes.map(([name, from], i) => {
    const below = classes[i + 1]?.[1] ?? Number.POSITIVE_INFINITY;
    const of = sittings.filter(
      ({ conclusion: { lead } }) => (lead >= from && lead < below) || (i === 0 && lead < 0),
    );
    const hits = of.filter(({ right }) => right).length;
    const [low, high] = wilson(hits, of.length);
    const said = of.reduce((sum, { conclusion }) => sum + conclusion.confidence, 0) / Math.max(1, of.length);
    return `${name.padEnd(18)} ${String(of.length).padStart(5)} ${rate(hits / Math.max(1, of.length)).padStart(6)} ${`${rate(low)}..${rate(high)}`.padStart(15)} said ${rate(said)}`;
  });
  return ['reliability        asked  right   95 % interval', ...rows];
}

function rate(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
