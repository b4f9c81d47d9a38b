/**
 * Does confidence mean something? Hit rate by what answers rest on and by the class their confidence comes from,
 * beside the rate that was said.
 */
import type { Judging } from '../knowledge/knowledge-base.ts';
import { bases } from '../knowledge/schema.ts';
import { type ConfidenceRow, isUnder } from '../reasoning/confidence.ts';
import { type Sitting, wilson } from './exam.ts';

export function reliabilityOf(sittings: readonly Sitting[], { confidence }: Judging): string[] {
  const ofRow = (row: ConfidenceRow) =>
    sittings.filter(({ conclusion }) => confidence.find((each) => isUnder(each, conclusion)) === row);
  return [
    reliabilityHead('rests on'),
    ...bases.map((basis) => {
      const of = sittings.filter(({ conclusion }) => conclusion.basis === basis);
      return reliabilityRow(basis, of, meanOf(of.map(({ conclusion }) => conclusion.confidence)));
    }),
    '',
    reliabilityHead('class'),
    ...confidence
      .map((row) => ({ row, of: ofRow(row) }))
      .filter(({ of }) => of.length > 0)
      .map(({ row, of }) => reliabilityRow(classNameOf(row), of, row.rate)),
  ];
}

export function reliabilityHead(title: string): string {
  return `${title.padEnd(34)} asked   right    95 % interval    said`;
}

/** @param said mean rate that was said of them, 0..1; none where there are no answers */
export function reliabilityRow(name: string, of: readonly Sitting[], said: number | undefined): string {
  const hits = of.filter(({ right }) => right).length;
  const [low, high] = wilson(hits, of.length);
  return [
    name.padEnd(34),
    String(of.length).padStart(5),
    (of.length === 0 ? '-' : percent(hits / of.length)).padStart(7),
    (of.length === 0 ? '-' : `${percent(low)}..${percent(high)}`).padStart(16),
    (said === undefined ? '-' : percent(said)).padStart(7),
  ].join(' ');
}

export function meanOf(amounts: readonly number[]): number | undefined {
  return amounts.length === 0 ? undefined : amounts.reduce((sum, each) => sum + each, 0) / amounts.length;
}

/** The conditions of a row in words: "one to choose, needs, lead from 30". */
export function classNameOf({ basis, choose, lead, share }: ConfidenceRow): string {
  const conditions = [
    ...(choose === undefined ? [] : [`${choose} to choose`]),
    ...(basis === undefined ? [] : [basis]),
    ...(lead === undefined ? [] : [`lead from ${lead}`]),
    ...(share === undefined ? [] : [`share from ${percent(share)}`]),
  ];
  return conditions.length === 0 ? 'any other' : conditions.join(', ');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
