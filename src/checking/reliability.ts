/**
 * Does confidence mean something? Hit rate by the class of lead that an answer had, beside the rate it said.
 */
import type { Judging } from '../knowledge/knowledge-base.ts';
import { type Sitting, wilson } from './exam.ts';

export function reliabilityOf(sittings: readonly Sitting[], { confidence }: Judging): string[] {
  const classes = [...confidence].sort((a, b) => a.from - b.from);
  const rows = classes.map(({ from, rate }, i) => {
    const below = classes[i + 1]?.from ?? Number.POSITIVE_INFINITY;
    const of = sittings.filter(({ conclusion: { lead } }) => lead >= from && lead < below);
    const hits = of.filter(({ right }) => right).length;
    const [low, high] = wilson(hits, of.length);
    return [
      `lead from ${from}`.padEnd(14),
      String(of.length).padStart(5),
      percent(hits / Math.max(1, of.length)).padStart(7),
      `${percent(low)}..${percent(high)}`.padStart(16),
      percent(rate).padStart(7),
    ].join(' ');
  });
  return ['reliability    asked   right    95 % interval    said', ...rows];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
