/**
 * Flip-sets: the smallest sets of changes, of up to three facts, that make a rival win; each confirmed by a run of
 * record. Candidates are what the rival's rules wait for, said, and what the winner rests on, taken back.
 */
import type { Leaf } from '../knowledge/condition.ts';
import type { KnowledgeBase, Rule } from '../knowledge/knowledge-base.ts';
import { isOfOption } from '../reading/facts.ts';
import type { Advisor, Conclusion, Correction } from '../reasoning/consultation.ts';
import { contendersOf, type Judged } from '../reasoning/contenders.ts';
import { Evaluator } from '../reasoning/evaluator.ts';
import type { Evidence } from '../reasoning/evidence.ts';
import { consultWith, turning } from './what-if.ts';

export interface FlipSet {
  changes: Correction[];
  /** What then speaks for the rival, or no longer for the winner. */
  evidence: Evidence;
}

export interface FlipSets {
  rival: Judged;
  /** All of one size, the smallest found. */
  sets: FlipSet[];
}

const mostFacts = 3;
/** Single changes tried, and sets of two or three confirmed, for one rival: each is a run of record. */
const singlesTried = 40;
const setsTried = 60;
/** Sets given. */
const mostSets = 6;

interface Change {
  correction: Correction;
  /** Points by which the rival comes closer to the winner. */
  gain: number;
}

/** @returns undefined where the rival is no contender, or ahead already */
export async function flipSets(
  advisor: Advisor,
  before: Conclusion,
  rivalId: string,
): Promise<FlipSets | undefined> {
  const contenders = contendersOf(before);
  const [winner] = contenders;
  const rival = contenders.find(({ id }) => id === rivalId);
  if (!winner || !rival || rival.id === winner.id) return undefined;
  const lead = winner.tally.points - rival.tally.points;
  const changes: Change[] = [];
  const sets: FlipSet[] = [];
  for (const correction of candidates(advisor.base, before, winner, rival).slice(0, singlesTried)) {
    const after = await consultWith(advisor, before, [correction]);
    const flip = flipOf([correction], before, after, winner, rival);
    if (flip) sets.push(flip);
    else changes.push({ correction, gain: lead - leadIn(after, winner, rival) });
  }
  // No set is smallest that holds a smaller one: singles that flip alone are not combined.
  const helpful = changes.filter(({ gain }) => gain > 0).sort((a, b) => b.gain - a.gain);
  for (let size = 2; size <= mostFacts && sets.length === 0; size++) {
    for (const combined of promising(helpful, size, lead).slice(0, setsTried)) {
      const corrections = combined.map(({ correction }) => correction);
      const flip = flipOf(
        corrections,
        before,
        await consultWith(advisor, before, corrections),
        winner,
        rival,
      );
      if (flip) sets.push(flip);
      if (sets.length >= mostSets) break;
    }
  }
  return { rival, sets: sets.slice(0, mostSets) };
}

/** Sets whose gains together may close the lead, the strongest first. */
function promising(changes: readonly Change[], size: number, lead: number): Change[][] {
  const found: { set: Change[]; gain: number }[] = [];
  const extend = (set: Change[], gain: number, from: number) => {
    if (set.length === size) {
      if (gain >= lead) found.push({ set, gain });
      return;
    }
    for (const [i, change] of changes.entries()) {
      if (i < from) continue;
      // They come strongest first: with this one for all that is missing the lead would stand.
      if (gain + change.gain * (size - set.length) < lead) break;
      if (
        set.every(
          ({ correction }) =>
            correction.fact !== change.correction.fact || correction.value !== change.correction.value,
        )
      )
        extend([...set, change], gain + change.gain, i + 1);
    }
  };
  extend([], 0, 0);
  return found.sort((a, b) => b.gain - a.gain).map(({ set }) => set);
}

function flipOf(
  changes: Correction[],
  before: Conclusion,
  after: Conclusion,
  winner: Judged,
  rival: Judged,
): FlipSet | undefined {
  const now = contendersOf(after);
  if (now[0]?.id !== rival.id || now[0].tally.points <= 0) return undefined;
  const up = turning(rival, now[0], 1);
  const was = contendersOf(before).find(({ id }) => id === winner.id);
  const down = turning(
    was,
    now.find(({ id }) => id === winner.id),
    -1,
  );
  const isRisen = now[0].tally.points > rival.tally.points;
  const evidence = isRisen ? (up ?? down) : (down ?? up);
  return evidence && { changes, evidence };
}

function leadIn(conclusion: Conclusion, winner: Judged, rival: Judged): number {
  const contenders = contendersOf(conclusion);
  const points = ({ id }: Judged) => contenders.find((each) => each.id === id)?.tally.points ?? 0;
  return points(winner) - points(rival);
}

/** What the rival's rules wait for, authored ones first; then what the winner rests on; no change twice. */
function candidates(base: KnowledgeBase, before: Conclusion, winner: Judged, rival: Judged): Correction[] {
  const waited = waitedFor(base, before, rival).flatMap(({ rule, missing }) => affirmed(base, rule, missing));
  const rested = [
    ...winner.tally.evidence.filter(({ points }) => points > 0),
    ...rival.tally.evidence.filter(({ points }) => points < 0),
  ].flatMap(({ premises }) => premises);
  const denied = rested
    .filter(({ fact }) => !isOfOption(fact))
    .map(({ fact, value }): Correction => ({ kind: 'deny', fact, value }));
  const all = interleaved(waited, denied);
  return [...new Map(all.map((each) => [`${each.kind} ${each.fact} ${each.value}`, each])).values()];
}

function waitedFor(base: KnowledgeBase, { facts, asOf }: Conclusion, rival: Judged) {
  const names = new Set(rival.option ? rival.option.reading.facts.members('option.name').keys() : [rival.id]);
  const rules = [
    ...base.authored.filter(
      ({ subjects, form }) => form !== 'excludes' && subjects.some((id) => names.has(id)),
    ),
    ...base.claims
      .filter(
        ({ subject, negative, asOf: when }) => names.has(subject) && !negative && (!when || when === asOf),
      )
      .flatMap((claim) => base.rulesOf(claim))
      .filter(({ form }) => form === 'serves'),
  ];
  const evaluator = new Evaluator(rules, 'option.name');
  const isAsked = ({ fact, operator }: Leaf) =>
    !isOfOption(fact) && operator !== 'lacks' && operator !== 'differs';
  return evaluator.waiting(evaluator.world(facts), isAsked);
}

/** A leaf as something said: what a claim is about is wanted with its act; an amount is just beyond the threshold. */
function affirmed(base: KnowledgeBase, { claim }: Rule, { fact, operator, value }: Leaf): Correction[] {
  if (base.facts.get(fact)?.kind === 'quantity') {
    const beyond = operator === 'greaterThan' ? 1 : operator === 'lessThan' ? -1 : 0;
    const amount = Number(value) + beyond;
    return amount < 0 ? [] : [{ kind: 'affirm', fact, value: amount }];
  }
  const isObject = fact === 'about' && claim && claim.act !== 'is' && claim.objects.includes(String(value));
  return [{ kind: 'affirm', fact: isObject ? `need.${claim.act}` : fact, value: String(value) }];
}

function interleaved<T>(a: readonly T[], b: readonly T[]): T[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => [
    ...a.slice(i, i + 1),
    ...b.slice(i, i + 1),
  ]).flat();
}
