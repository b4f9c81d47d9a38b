/**
 * What an answer says: things that are so, things that are not, things the visitor does not know.
 */
import { anything } from '../knowledge/claim-rules.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { denial } from '../reading/facts.ts';
import { closureOf } from './likelihoods.ts';
import type { Asked } from './questions.ts';

/** A fact beside the text as a link has it: `value`, `~value` for not so, `?` or `?value` for "I don't know". */
export interface Setting {
  fact: string;
  value: string;
}

/** Marks what the visitor does not know. */
export const unknownMark = '?';

/** Marks the first question, what must be done, as one the visitor can not answer. */
export const unknownAct: Setting = { fact: 'about', value: unknownMark };

/** What is ticked is so; what stood beside it and was left is not. */
export function ticked(
  base: KnowledgeBase,
  { topic, options }: Asked,
  isTicked: (option: Setting) => boolean,
): Setting[] {
  const chosen = options.filter(isTicked);
  const implied = new Set(chosen.flatMap(({ value }) => [...closureOf(base, value)]));
  const left = options.filter(
    (option) => !chosen.includes(option) && (option.value === anything || !implied.has(option.value)),
  );
  // A problem has few acts, and the list has all: what was left there is not said to be unwanted.
  const denied = topic === 'act' ? [] : left;
  if (topic === 'act' && chosen.length === 0) return [unknownAct];
  return [...chosen, ...denied.map(({ fact, value }) => ({ fact, value: denial + value }))];
}

/** A choice says the concept that stands for it too, as a text would. */
export function chosen({ facts }: KnowledgeBase, option: Setting): Setting[] {
  const choice = facts.get(option.fact);
  const concept = choice?.kind === 'choice' ? choice.values[option.value]?.from[0] : undefined;
  return concept === undefined ? [option] : [option, { fact: 'about', value: concept }];
}

export function unknown({ kind, topic, options }: Asked): Setting[] {
  if (topic === 'act') return [unknownAct];
  if (kind !== 'several') return [{ fact: topic, value: unknownMark }];
  return options.map(({ fact, value }) => ({ fact, value: unknownMark + value }));
}
