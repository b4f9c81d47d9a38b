/**
 * Regression is a difference: which answers, verdicts and reasons flipped since they were saved, and through which
 * rules.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Lang } from '../knowledge/knowledge-base.ts';
import { writeWholeFile } from '../knowledge/whole-file.ts';
import type { Conclusion } from '../reasoning/consultation.ts';
import type { Sitting } from './exam.ts';
import { type MeasuringTexts, measuringTexts } from './measuring-texts.ts';
import { type Difference, differenceOf, rulingOf } from './ruling.ts';

const snapshotSchema = z.object({
  id: z.string(),
  chosen: z.array(z.string()),
  right: z.boolean(),
  lead: z.number(),
  decided: z.boolean(),
  cause: z.string().optional(),
  /** By option; absent in baselines of before verdicts were kept. */
  verdicts: z.record(z.string(), z.enum(['chosen', 'possible', 'impossible', 'unjudged'])).optional(),
  /** First reasons for the answer. */
  reasons: z.array(z.string()).optional(),
  /** Rules that counted, by option, or by the outcome ranked first. */
  rules: z.record(z.string(), z.array(z.string())),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

export class BaselineError extends Error {}

export interface Answered extends Pick<Sitting, 'chosen' | 'right' | 'cause'> {
  id: string;
  conclusion: Conclusion;
}

export function snapshotOf({ id, chosen, right, cause, conclusion }: Answered): Snapshot {
  const { verdicts, reasons } = rulingOf(conclusion);
  const judged =
    conclusion.options.length > 0
      ? conclusion.options.map(({ letter, tally }) => ({ name: letter, tally }))
      : conclusion.ranking.slice(0, 1).map(({ outcome, tally }) => ({ name: outcome.id, tally }));
  return {
    id,
    chosen,
    right,
    lead: conclusion.lead,
    decided: conclusion.decided,
    ...(cause && { cause }),
    verdicts,
    reasons,
    rules: Object.fromEntries(
      judged.map(({ name, tally }) => [
        name,
        tally.evidence.filter(({ points }) => points !== 0).map(({ rule }) => rule.id),
      ]),
    ),
  };
}

export function readBaseline(file: string): Snapshot[] {
  if (!existsSync(file)) throw new BaselineError(`there is no baseline ${file}: write one with --save`);
  try {
    return z.array(snapshotSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new BaselineError(`${file} is no baseline: write one with --save`);
  }
}

/** Written beside and renamed: a baseline is whole or not there. */
export function writeBaseline(file: string, snapshots: readonly Snapshot[]): void {
  writeWholeFile(file, JSON.stringify(snapshots));
}

export interface Flip {
  by: Difference;
  then: Snapshot;
  now: Snapshot;
}

/** What differs for the questions that both know, the gravest first. */
export function compareSnapshots(before: readonly Snapshot[], after: readonly Snapshot[]): Flip[] {
  const known = new Map(before.map((each) => [each.id, each]));
  const flips = after.flatMap((now): Flip[] => {
    const then = known.get(now.id);
    const by = then && differenceOf(asRuling(then, now), asRuling(now, then));
    return then && by ? [{ by, then, now }] : [];
  });
  const order: Difference[] = ['answer', 'verdict', 'reason'];
  return flips.sort((a, b) => order.indexOf(a.by) - order.indexOf(b.by));
}

/** What the other does not know is not compared. */
function asRuling({ chosen, verdicts, reasons }: Snapshot, other: Snapshot) {
  return {
    answer: [...chosen].sort(),
    verdicts: (other.verdicts && verdicts) ?? {},
    reasons: (other.reasons && reasons) ?? [],
  };
}

/** @param strict any difference is one */
export function isRegression(flips: readonly Flip[], strict: boolean): boolean {
  return flips.some(({ then, now }) => strict || (then.right && !now.right));
}

/** One line for each flip with the rules that came and went, and their number last. */
export function flipLines(flips: readonly Flip[], lang: Lang): string[] {
  const t = measuringTexts[lang];
  const of = (kind: Difference) => flips.filter(({ by }) => by === kind).length;
  return ['', ...flips.map((flip) => flipLine(flip, t)), t.flips(of('answer'), of('verdict'), of('reason'))];
}

function flipLine({ by, then, now }: Flip, t: MeasuringTexts): string {
  const right =
    then.right === now.right
      ? now.right
        ? t.turned.stillRight
        : t.turned.stillWrong
      : now.right
        ? t.turned.nowRight
        : t.turned.nowWrong;
  const what =
    by === 'answer'
      ? `${then.chosen.join(' ')} → ${now.chosen.join(' ')}`
      : by === 'verdict'
        ? verdictsTurned(then, now, t)
        : t.otherReasons;
  return `${now.id} ${what}, ${right}; ${t.came}: ${difference(now, then, t)}; ${t.went}: ${difference(then, now, t)}`;
}

function verdictsTurned(
  { verdicts: then = {} }: Snapshot,
  { verdicts: now = {} }: Snapshot,
  t: MeasuringTexts,
): string {
  const word = (verdict: keyof MeasuringTexts['verdicts'] | undefined) =>
    verdict === undefined ? t.none : t.verdicts[verdict];
  const letters = Object.keys(now).filter((letter) => then[letter] !== now[letter]);
  return letters.map((letter) => `${letter} ${word(then[letter])} → ${word(now[letter])}`).join(', ');
}

function difference(of: Snapshot, without: Snapshot, t: MeasuringTexts): string {
  const rules = Object.entries(of.rules).flatMap(([letter, ids]) => {
    const other = new Set(without.rules[letter] ?? []);
    return ids.filter((id) => !other.has(id)).map((id) => `${letter} ${id}`);
  });
  return rules.length === 0 ? t.none : rules.slice(0, 6).join(', ');
}
