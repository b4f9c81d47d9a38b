/**
 * Does confidence mean something? Hit rate by what answers rest on and by the class their confidence comes from,
 * beside the rate that was said.
 */
import type { Judging, Lang } from '../knowledge/knowledge-base.ts';
import { bases } from '../knowledge/schema.ts';
import { type ConfidenceRow, isUnder } from '../reasoning/confidence.ts';
import { type Sitting, wilson } from './exam.ts';
import { measuringTexts } from './measuring-texts.ts';

export function reliabilityOf(sittings: readonly Sitting[], { confidence }: Judging, lang: Lang): string[] {
  const t = measuringTexts[lang];
  const ofRow = (row: ConfidenceRow) =>
    sittings.filter(({ conclusion }) => confidence.find((each) => isUnder(each, conclusion)) === row);
  return [
    reliabilityHead(t.restsOn, lang),
    ...bases.map((basis) => {
      const of = sittings.filter(({ conclusion }) => conclusion.basis === basis);
      return reliabilityRow(t.bases[basis], of, meanOf(of.map(({ conclusion }) => conclusion.confidence)));
    }),
    '',
    reliabilityHead(t.class, lang),
    ...confidence
      .map((row) => ({ row, of: ofRow(row) }))
      .filter(({ of }) => of.length > 0)
      .map(({ row, of }) => reliabilityRow(classNameOf(row, lang), of, row.rate)),
  ];
}

export function reliabilityHead(title: string, lang: Lang): string {
  const { asked, right, interval, said } = measuringTexts[lang];
  return [
    title.padEnd(34),
    asked.padStart(5),
    right.padStart(7),
    interval.padStart(16),
    said.padStart(7),
  ].join(' ');
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
export function classNameOf({ basis, choose, lead, share }: ConfidenceRow, lang: Lang): string {
  const t = measuringTexts[lang];
  const conditions = [
    ...(choose === undefined ? [] : [t.toChoose[choose]]),
    ...(basis === undefined ? [] : [t.bases[basis]]),
    ...(lead === undefined ? [] : [t.leadFrom(lead)]),
    ...(share === undefined ? [] : [t.shareFrom(percent(share))]),
  ];
  return conditions.length === 0 ? t.anyOther : conditions.join(', ');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
