/**
 * Which class of answer predicts best whether it is right, and with which rate: measured on questions with keys, each
 * source judged with the rates of the others.
 */
import type { Judging } from '../knowledge/knowledge-base.ts';
import { type AnswerClass, type ConfidenceRow, confidenceOf, countOf } from '../reasoning/confidence.ts';
import type { Sitting } from './exam.ts';

/** One way to part answers, as a condition of a row of `judging.yaml`. */
export interface Dimension {
  name: keyof Pick<ConfidenceRow, 'basis' | 'choose' | 'lead' | 'share'>;
  classOf(answer: AnswerClass): string | number;
}

export interface Classing {
  dimensions: Dimension[];
  /** Brier score of the left-out sources: mean square of what was said less what came out, 0 (best) to 1. */
  brier: number;
  rows: ConfidenceRow[];
  /** What was said of each sitting by the rates of the other sources, 0..1. */
  said: Map<Sitting, number>;
}

export class CalibrationError extends Error {}

/** Answers that a wider class counts for in the rate of a narrower one. */
const borrowed = 8;
/** A Brier score must fall by so much for a classing with more dimensions to be worth its rows. */
const worthwhile = 0.002;
/** A lead's class begins where so large a share of the leads lies below. */
const quantiles = [0.25, 0.5, 0.75, 0.9];
const shares = [0.25, 0.5, 0.75];

/**
 * @param sittings of at least two sources
 * @returns the classings tried, best first
 * @throws CalibrationError where there is one source or none: nothing can be left out
 */
export function calibrate(sittings: readonly Sitting[]): Classing[] {
  const sources = [...new Set(sittings.map(sourceOf))];
  if (sources.length < 2) {
    throw new CalibrationError(
      `calibration leaves each source out in turn, and there is ${sources.length === 1 ? `only one (${sources[0]})` : 'none'}: give questions with at least two values of "src"`,
    );
  }
  const classings = candidates(sittings).map((dimensions) => classingOf(dimensions, sittings, sources));
  return classings.sort((a, b) => costOf(a) - costOf(b));
}

function costOf({ brier, dimensions }: Classing): number {
  return brier + worthwhile * dimensions.length;
}

export function sourceOf({ question }: Sitting): string {
  return question.src ?? 'unnamed';
}

function candidates(sittings: readonly Sitting[]): Dimension[][] {
  const leads = sittings.map(({ conclusion }) => conclusion.lead).sort((a, b) => a - b);
  const cuts = quantiles.map((share) => Math.round(leads[Math.floor(share * leads.length)] ?? 0));
  const basis: Dimension = { name: 'basis', classOf: (answer) => answer.basis };
  const choose: Dimension = { name: 'choose', classOf: (answer) => countOf(answer.choose) };
  // A lead of nothing is a guess, and a class of its own.
  const lead: Dimension = { name: 'lead', classOf: (answer) => reached([1, ...cuts], answer.lead) };
  const share: Dimension = { name: 'share', classOf: (answer) => reached([0.01, ...shares], answer.share) };
  return [
    [basis],
    [lead],
    [share],
    [choose, basis],
    [choose, lead],
    [choose, share],
    [basis, lead],
    [basis, share],
    [choose, basis, lead],
    [choose, basis, share],
    [choose, lead, share],
  ];
}

/** The highest of the cuts that an amount reaches, or 0. */
function reached(cuts: readonly number[], amount: number): number {
  return Math.max(0, ...cuts.filter((cut) => amount >= cut));
}

function classingOf(
  dimensions: Dimension[],
  sittings: readonly Sitting[],
  sources: readonly string[],
): Classing {
  const said = new Map<Sitting, number>();
  for (const source of sources) {
    const rows = rowsOf(
      dimensions,
      sittings.filter((each) => sourceOf(each) !== source),
    );
    const judging = { confidence: rows } as Judging;
    for (const sitting of sittings)
      if (sourceOf(sitting) === source) said.set(sitting, confidenceOf(sitting.conclusion, judging));
  }
  const squares = [...said].map(([{ right }, rate]) => (rate - Number(right)) ** 2);
  return {
    dimensions,
    said,
    brier: squares.reduce((sum, each) => sum + each, 0) / Math.max(1, squares.length),
    rows: rowsOf(dimensions, sittings),
  };
}

/** Rows of the narrowest classes first, then of the wider ones they lean on, and one for whatever is left. */
function rowsOf(dimensions: readonly Dimension[], sittings: readonly Sitting[]): ConfidenceRow[] {
  const levels: ConfidenceRow[][] = [];
  let wider = new Map<Sitting, number>();
  for (let width = 0; width <= dimensions.length; width++) {
    const used = dimensions.slice(0, width);
    const rates = new Map<Sitting, number>();
    const level = groupsOf(used, sittings).map((group) => {
      const row = rowOf(used, group, wider);
      for (const sitting of group) rates.set(sitting, row.rate);
      return row;
    });
    levels.unshift(level.sort(byConditions));
    wider = rates;
  }
  const rows = levels.flat();
  // Of rows with the same conditions only the first can count.
  return rows.filter(
    (row, place) => rows.findIndex((other) => conditionsOf(other) === conditionsOf(row)) === place,
  );
}

function groupsOf(dimensions: readonly Dimension[], sittings: readonly Sitting[]): Sitting[][] {
  const groups = new Map<string, Sitting[]>();
  for (const sitting of sittings) {
    const key = dimensions.map(({ classOf }) => classOf(sitting.conclusion)).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), sitting]);
  }
  return [...groups.values()];
}

/** @param wider rates of the class that this one is part of */
function rowOf(
  dimensions: readonly Dimension[],
  group: readonly Sitting[],
  wider: ReadonlyMap<Sitting, number>,
): ConfidenceRow {
  const [first] = group as [Sitting];
  const hits = group.filter(({ right }) => right).length;
  const lent = wider.get(first);
  const rate =
    lent === undefined ? hits / group.length : (hits + borrowed * lent) / (group.length + borrowed);
  const conditions = dimensions
    .map(({ name, classOf }) => [name, classOf(first.conclusion)])
    // A bound of nothing is no condition.
    .filter(([, value]) => value !== 0);
  return { ...Object.fromEntries(conditions), rate: Math.round(1000 * rate) / 1000, asked: group.length };
}

function conditionsOf({ basis, choose, lead, share }: ConfidenceRow): string {
  return [basis, choose, lead, share].join(' ');
}

/** Higher bounds first: the first row that an answer reaches counts. */
function byConditions(a: ConfidenceRow, b: ConfidenceRow): number {
  return (
    (a.choose ?? '').localeCompare(b.choose ?? '') ||
    (a.basis ?? '').localeCompare(b.basis ?? '') ||
    (b.lead ?? 0) - (a.lead ?? 0) ||
    (b.share ?? 0) - (a.share ?? 0)
  );
}
