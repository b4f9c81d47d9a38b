/**
 * How often answers of a class are right, as measured: the table is data, written by `criterio exam --calibrate`.
 */
import type { Basis, Judging } from '../knowledge/knowledge-base.ts';

/** What tells answers that are often right from those that are not. */
export interface AnswerClass {
  basis: Basis;
  /** Number of options to choose. */
  choose: number;
  /** Points between what is chosen and the best of the rest. */
  lead: number;
  /** The lead as a share of the points of what is chosen, 0..1. */
  share: number;
}

/**
 * Far enough ahead for a verdict: in points and, among options, as a share of what speaks for the answer; likeness of
 * words decides nothing.
 */
export function isDecisive(
  { basis, lead, share }: Pick<AnswerClass, 'basis' | 'lead' | 'share'>,
  hasOptions: boolean,
  { decisive: { open, options } }: Judging,
): boolean {
  if (basis === 'resemblance') return false;
  return hasOptions ? lead >= options.lead && share >= options.share : lead >= open.lead;
}

export type ConfidenceRow = Judging['confidence'][number];

/** @returns 0..1, the rate of the first row of the table that the answer falls under */
export function confidenceOf(answer: AnswerClass, { confidence }: Judging): number {
  return confidence.find((row) => isUnder(row, answer))?.rate ?? 0;
}

export function isUnder(row: ConfidenceRow, { basis, choose, lead, share }: AnswerClass): boolean {
  return (
    (row.basis === undefined || row.basis === basis) &&
    (row.choose === undefined || row.choose === countOf(choose)) &&
    lead >= (row.lead ?? Number.NEGATIVE_INFINITY) &&
    share >= (row.share ?? 0)
  );
}

export function countOf(choose: number): 'one' | 'several' {
  return choose > 1 ? 'several' : 'one';
}

/** @param points of the weakest that is chosen */
export function shareOf(lead: number, points: number): number {
  if (lead <= 0) return 0;
  return Math.min(1, lead / Math.max(1, Math.abs(points)));
}
