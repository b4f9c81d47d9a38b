/**
 * What an interview may ask next, and which of it tells most.
 *
 * Things of one topic are asked together, a list to tick. A list is made greedily: each thing is the one that tells
 * most if none of those before it is ticked, so that the list covers what is still possible.
 */
import { anything } from '../knowledge/claim-rules.ts';
import { type Leaf, leaves } from '../knowledge/condition.ts';
import type { KnowledgeBase, Quantity } from '../knowledge/knowledge-base.ts';
import { denial } from '../reading/facts.ts';
import type { Conclusion } from '../reasoning/consultation.ts';
import { type Beliefs, beliefsOf } from './beliefs.ts';
import { type Askable, closureOf, keyOf, type Likelihoods } from './likelihoods.ts';

export interface Asked {
  /** `act`, `need.<act>`, `thing`, `given`, or the id of a choice or a quantity. */
  topic: string;
  /** Several may be ticked, one is chosen, or an amount is given. */
  kind: 'several' | 'one' | 'amount';
  /** What may be ticked or chosen; for an amount, the thresholds that rules compare it with, as values. */
  options: { fact: string; value: string }[];
  /** Expected to be learnt from the answer, in bits. */
  bits: number;
}

export interface Progress {
  /** Facts or `fact=value` the visitor does not know. */
  setAside: ReadonlySet<string>;
  /** Topic of the question before: people prefer to finish one. */
  topic?: string | undefined;
  /** The act of a first question: what is the problem about. */
  isFirst: boolean;
}

/** Things in one list. */
export const mostOptions = 20;
/** Candidates for a list that are looked at closely, best first. */
const lookedAt = 80;
/** Share of what a question would tell that it is worth after a change of topic. */
const afterChange = 0.9;
/** Likelihood that the answer is "I don't know". */
const unknownLikely = { several: 0.1, one: 0.25, amount: 0.35 };
/** Fewer bits are not worth a question. */
const leastBits = 0.005;

/** Questions that are open, the most telling first. */
export function questionsFor(
  base: KnowledgeBase,
  likelihoods: Likelihoods,
  conclusion: Conclusion,
  progress: Progress,
): { questions: Asked[]; beliefs: Beliefs; left: number } {
  const beliefs = beliefsOf(likelihoods, conclusion);
  const topics = openTopics(base, likelihoods, conclusion, progress);
  const lists = [...topics].map(([topic, askables]) => listOf(base, topic, askables, beliefs, progress));
  const others = knownFacts(base, likelihoods, conclusion, progress, beliefs);
  const questions = [...lists, ...others]
    .map((asked) => ({ ...asked, bits: asked.bits * (1 - unknownLikely[asked.kind]) }))
    .filter(({ bits }) => bits >= leastBits);
  const worth = ({ topic, bits }: Asked) => bits * (topic === progress.topic ? 1 : afterChange);
  questions.sort((a, b) => worth(b) - worth(a) || (a.topic < b.topic ? -1 : 1));
  // The first question is what must be done, whatever tells most.
  const first = progress.isFirst ? questions.findIndex(({ topic }) => topic === 'act') : -1;
  if (first > 0) questions.unshift(...questions.splice(first, 1));
  const left = unanswered(base, likelihoods, conclusion, progress) + others.length;
  return { questions, beliefs, left };
}

/** A question closes at least one thing, what must be done all at once: no more questions than that can follow. */
function unanswered(
  base: KnowledgeBase,
  { askables }: Likelihoods,
  conclusion: Conclusion,
  progress: Progress,
): number {
  const { facts } = conclusion;
  let left = 0;
  let acts = 0;
  for (const askable of askables.values()) {
    const { fact, value, topic } = askable;
    if (topic === 'act') acts = isOpen(base, conclusion, progress, askable) ? 1 : acts;
    else if (
      !facts.has(fact, value) &&
      !facts.has(fact, denial + value) &&
      !progress.setAside.has(keyOf(fact, value))
    )
      left++;
  }
  return left + acts;
}

/** What is open, by topic. */
export function openTopics(
  base: KnowledgeBase,
  likelihoods: Likelihoods,
  conclusion: Conclusion,
  progress: Progress,
): Map<string, Askable[]> {
  const topics = new Map<string, Askable[]>();
  for (const askable of likelihoods.askables.values()) {
    if (!isOpen(base, conclusion, progress, askable)) continue;
    const topic = askable.topic === 'object' ? askable.fact : askable.topic;
    const others = topics.get(topic);
    if (others) others.push(askable);
    else topics.set(topic, [askable]);
  }
  return topics;
}

/** Not yet known either way, not set aside, and an object only of an act that is wanted. */
function isOpen(base: KnowledgeBase, { facts }: Conclusion, progress: Progress, askable: Askable): boolean {
  const { fact, value, topic } = askable;
  if (facts.has(fact, value) || facts.has(fact, denial + value)) return false;
  if (progress.setAside.has(keyOf(fact, value)) || progress.setAside.has(fact)) return false;
  if (topic === 'act') return !progress.setAside.has('act');
  if (topic === 'object') return facts.has(fact, anything);
  return !isOfChoice(base, value);
}

/** A choice asks for its concepts itself. */
function isOfChoice({ facts }: KnowledgeBase, concept: string): boolean {
  const choices = [...facts.values()].filter((fact) => fact.kind === 'choice');
  return choices.some(({ values }) => Object.values(values).some(({ from }) => from.includes(concept)));
}

function listOf(
  base: KnowledgeBase,
  topic: string,
  askables: readonly Askable[],
  beliefs: Beliefs,
  { isFirst }: Progress,
): Asked {
  const most = isFirst && topic === 'act' ? askables.length : mostOptions;
  let candidates = ordered(askables, beliefs).slice(0, Math.max(lookedAt, most));
  let then = beliefs;
  let noneSoFar = 1;
  let bits = 0;
  const options: Asked['options'] = [];
  for (;;) {
    const [best] = candidates;
    if (!best || options.length >= most || (best.bits * noneSoFar < leastBits / mostOptions && !isFirst))
      break;
    const { askable } = best;
    options.push({ fact: askable.fact, value: askable.value });
    if (options.length <= mostOptions) bits += noneSoFar * best.bits;
    noneSoFar *= 1 - best.yes;
    then = then.without(askable);
    const others = candidates.slice(1).filter(({ askable: other }) => !isKin(base, askable, other));
    candidates = isFirst
      ? others
      : ordered(
          others.map((other) => other.askable),
          then,
        );
  }
  return { topic, kind: 'several', options, bits };
}

function ordered(askables: readonly Askable[], beliefs: Beliefs) {
  return askables
    .map((askable) => ({ askable, ...beliefs.information(askable) }))
    .sort((a, b) => b.bits - a.bits || (a.askable.value < b.askable.value ? -1 : 1));
}

/** A thing and what it is do not belong in one list. */
function isKin(base: KnowledgeBase, a: Askable, b: Askable): boolean {
  if (a.topic === 'act') return false;
  return [...closureOf(base, a.value)].includes(b.value) || [...closureOf(base, b.value)].includes(a.value);
}

/** Choices and quantities of facts.yaml that rules for those still possible test. */
function knownFacts(
  base: KnowledgeBase,
  likelihoods: Likelihoods,
  { facts }: Conclusion,
  { setAside }: Progress,
  beliefs: Beliefs,
): Asked[] {
  const open = [...base.facts.values()].filter(
    ({ id }) => facts.value(id) === undefined && !setAside.has(id),
  );
  return open.flatMap((fact): Asked[] => {
    if (fact.kind === 'quantity') return amountOf(base, likelihoods, fact, facts, beliefs);
    const said = Object.values(fact.values).flatMap(({ from }) =>
      from.flatMap((concept) => likelihoods.askables.get(keyOf('about', concept)) ?? []),
    );
    if (said.every(({ fact: set, value }) => facts.has(set, denial + value))) return [];
    const bits = said.reduce((sum, askable) => sum + beliefs.information(askable).bits, 0);
    const options = Object.keys(fact.values).map((value) => ({ fact: fact.id, value }));
    return [{ topic: fact.id, kind: 'one', options, bits }];
  });
}

/** Likelihood that an amount is beyond a limit: where what is limited is the answer, what does without, any other. */
const beyond = { limited: 0.05, unlimited: 0.6, other: 0.3 };

/** An amount matters to whom it may rule out, once what is limited is wanted. */
function amountOf(
  base: KnowledgeBase,
  { outcomes }: Likelihoods,
  quantity: Quantity,
  facts: Conclusion['facts'],
  beliefs: Beliefs,
): Asked[] {
  const likely = new Map<string, number>();
  const thresholds = new Set<number>();
  for (const { limit, act, subject } of base.claims) {
    if (limit?.fact !== quantity.id || !facts.has(`need.${act}`, anything)) continue;
    likely.set(subject, beyond.limited);
    for (const each of [limit.atMost, limit.atLeast]) if (each !== undefined) thresholds.add(each);
  }
  for (const { condition, subjects, over } of base.authored) {
    const tested = leaves(condition);
    const own = tested.filter(({ fact }) => fact === quantity.id);
    if (own.length === 0 || !tested.some((leaf) => isHeld(leaf, facts))) continue;
    for (const id of subjects) likely.set(id, beyond.unlimited);
    for (const id of over) likely.set(id, beyond.limited);
    for (const { value } of own) thresholds.add(Number(value));
  }
  if (thresholds.size === 0) return [];
  const positions = [...outcomes.keys()].filter((position) => likely.has(outcomes[position] ?? ''));
  const told = {
    outcomes: positions,
    likely: positions.map((each) => likely.get(outcomes[each] ?? '') ?? beyond.other),
  };
  const { bits } = beliefs.information(told, beyond.other);
  const options = [...thresholds]
    .sort((a, b) => a - b)
    .map((value) => ({ fact: quantity.id, value: String(value) }));
  return [{ topic: quantity.id, kind: 'amount', options, bits }];
}

function isHeld({ fact, operator, value }: Leaf, facts: Conclusion['facts']): boolean {
  return operator === 'contains' && fact !== 'option.name' && facts.has(fact, String(value));
}
