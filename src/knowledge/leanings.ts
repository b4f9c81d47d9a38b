/**
 * Contrasts that lean. A contrast that asks several things of a scenario says something already where all but one are
 * known: it leans to its side, for fewer points, until the one that is missing is denied.
 */
import { type Condition, denied, leaves } from './condition.ts';
import type { Rule } from './knowledge-base.ts';

/** The weaker rules that a contrast stands for: one for every part of its condition that may be missing. */
export function leaningsOf(contrast: Rule): Rule[] {
  if (contrast.form !== 'prefers' || !('all' in contrast.condition)) return [];
  const [when, ...names] = contrast.condition.all;
  if (!when) return [];
  return shortened(when).map(({ kept, lacking }, at) => {
    const condition = { all: [kept, ...names] };
    const exceptions = [denied(lacking), ...(contrast.unless ? [contrast.unless] : [])];
    return {
      ...contrast,
      id: `${contrast.id}~${at + 1}`,
      form: 'leans',
      condition,
      unless: { any: exceptions },
      specificity: leaves(condition).length,
      lacking,
    };
  });
}

/** The contrast of a leaning's id; any other id is its own. */
export function contrastOf(id: string): string {
  return id.replace(/~\d+$/, '');
}

/** What stays of a condition with one of several things it asks of the scenario left out. */
function shortened(when: Condition): { kept: Condition; lacking: Condition }[] {
  if ('any' in when) return when.any.flatMap(shortened);
  if (!('all' in when)) return [];
  return when.all.flatMap((lacking, at) => {
    const rest = when.all.filter((_, other) => other !== at);
    return isSpokenOf(lacking) && rest.some(isSpokenOf) ? [{ kept: { all: rest }, lacking }] : [];
  });
}

/** It asks for what a scenario speaks of; an amount or a choice that nobody gave decides too much to be left out. */
function isSpokenOf(condition: Condition): boolean {
  return leaves(condition).every(
    ({ fact, operator }) => operator === 'contains' && !/^(option|step)/.test(fact),
  );
}
