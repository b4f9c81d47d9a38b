/**
 * What the problem of an outcome is likely to be about, from the rules alone: whoever needs Secrets Manager speaks of
 * credentials and wants something rotated, because that is what its claims are about. Estimates that order
 * questions; no answer rests on them.
 */
import { anything } from '../knowledge/claim-rules.ts';
import { leaves } from '../knowledge/condition.ts';
import type { AsOf, Claim, KnowledgeBase } from '../knowledge/knowledge-base.ts';

/** What kind of thing is asked: acts wanted, objects of one act, things spoken of, outcomes that are given. */
export type Topic = 'act' | 'object' | 'thing' | 'given';

/** A member of a set that may be asked for. */
export interface Askable {
  fact: string;
  value: string;
  topic: Topic;
  /** Positions of the outcomes whose problems may speak of it. */
  outcomes: number[];
  /** For each of them: how likely, 0..1. */
  likely: number[];
}

/** Likelihood that a problem speaks of a thing that no claim of its answer mentions. */
export const unrelated = 0.02;
/** Nobody says everything that is true of a problem. */
const mostLikely = 0.6;
/** Things of a topic that one problem speaks of, about. */
const mentionsPerProblem: Record<Topic, number> = { act: 2.5, object: 1.2, thing: 4, given: 4 };
/** Likelihood that the service of a feature is named where the feature is the answer. */
const serviceNamed = 0.4;

export function keyOf(fact: string, value: string): string {
  return `${fact}=${value}`;
}

export class Likelihoods {
  /** Ids of the outcomes that some claim or rule speaks for. */
  readonly outcomes: string[];
  readonly askables: ReadonlyMap<string, Askable>;

  constructor(base: KnowledgeBase, asOf: AsOf) {
    const spoken = spokenFor(base, asOf);
    this.outcomes = [...spoken.keys()];
    const askables = new Map<string, Askable>();
    for (const [position, outcome] of this.outcomes.entries()) {
      for (const [key, likely] of likelyFor(base, outcome, spoken.get(outcome) ?? new Map())) {
        const [fact = '', value = ''] = key.split('=');
        let askable = askables.get(key);
        if (!askable) {
          askable = { fact, value, topic: topicOf(base, fact, value), outcomes: [], likely: [] };
          askables.set(key, askable);
        }
        askable.outcomes.push(position);
        askable.likely.push(likely);
      }
    }
    this.askables = askables;
  }
}

/** Outcome → what its claims and the rules for it test → how much that tells: what all claim tells little. */
function spokenFor(base: KnowledgeBase, asOf: AsOf): Map<string, Map<string, number>> {
  const tested = new Map<string, Set<string>>();
  const add = (outcome: string, fact: string, value: string) => {
    const own = tested.get(outcome) ?? new Set();
    if (isAskable(base, fact, value)) own.add(keyOf(fact, value));
    tested.set(outcome, own);
  };
  for (const claim of base.claims) {
    if (claim.negative || (claim.asOf && claim.asOf !== asOf)) continue;
    for (const { fact, value } of testedBy(claim)) add(claim.subject, fact, value);
  }
  for (const { form, subjects, condition } of base.authored) {
    if (form === 'excludes') continue;
    for (const { fact, operator, value } of leaves(condition)) {
      for (const subject of operator === 'contains' ? subjects : []) add(subject, fact, String(value));
    }
  }
  const sharers = new Map<string, number>();
  for (const own of tested.values()) for (const key of own) sharers.set(key, (sharers.get(key) ?? 0) + 1);
  return new Map(
    [...tested].map(([outcome, own]) => [
      outcome,
      new Map([...own].map((key) => [key, 1 / (1 + Math.log2(sharers.get(key) ?? 1))])),
    ]),
  );
}

function testedBy({ act, objects, with: others, limit, when }: Claim): { fact: string; value: string }[] {
  const need = `need.${act}`;
  const said = when ? leaves(when).filter(({ operator }) => operator === 'contains') : [];
  return [
    { fact: need, value: anything },
    ...(limit
      ? []
      : objects.flatMap((value) => [
          { fact: need, value },
          { fact: 'about', value },
        ])),
    ...others.map((value) => ({ fact: 'about', value })),
    ...said.map(({ fact, value }) => ({ fact, value: String(value) })),
  ];
}

/** Each thing and all it is, with how likely a problem of the outcome speaks of it. */
function likelyFor(
  base: KnowledgeBase,
  outcome: string,
  spoken: ReadonlyMap<string, number>,
): Map<string, number> {
  const totals = new Map<string, number>();
  const parts = [...spoken].map(([key, telling]) => {
    const [fact = '', value = ''] = key.split('=');
    const topic = topicOf(base, fact, value);
    const group = topic === 'object' ? fact : topic === 'act' ? topic : 'about';
    totals.set(group, (totals.get(group) ?? 0) + telling);
    return { fact, value, topic, group, telling };
  });
  const likely = new Map<string, number>();
  for (const { fact, value, topic, group, telling } of parts) {
    const share = (mentionsPerProblem[topic] * telling) / (totals.get(group) ?? telling);
    for (const member of closureOf(base, value)) {
      const key = keyOf(fact, member);
      likely.set(key, (likely.get(key) ?? 0) + share);
    }
  }
  for (const parent of base.outcomes.get(outcome)?.family.slice(1) ?? []) {
    const key = keyOf('about', parent);
    likely.set(key, Math.max(serviceNamed, likely.get(key) ?? 0));
  }
  return new Map([...likely].map(([key, each]) => [key, Math.min(mostLikely, unrelated + each)]));
}

export function closureOf({ concepts, outcomes }: KnowledgeBase, value: string): Iterable<string> {
  return (concepts.get(value) ?? outcomes.get(value))?.closure.keys() ?? [value];
}

function topicOf({ outcomes }: KnowledgeBase, fact: string, value: string): Topic {
  if (value === anything) return 'act';
  if (fact.startsWith('need.')) return 'object';
  return outcomes.has(value) ? 'given' : 'thing';
}

/** What is or is offered is no act that anybody wants done; it is asked as a thing. */
function isAskable({ concepts, outcomes }: KnowledgeBase, fact: string, value: string): boolean {
  if (fact.startsWith('need.')) return fact !== 'need.is';
  return fact === 'about' && (concepts.has(value) || outcomes.has(value));
}
