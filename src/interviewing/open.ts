/**
 * The facts that rules about the contenders still wait for: what a proof that the answer stays has to go through.
 */
import { leaves } from '../knowledge/condition.ts';
import type { KnowledgeBase, Rule } from '../knowledge/knowledge-base.ts';
import type { Conclusion } from '../reasoning/consultation.ts';
import { contendersOf, namesOf } from '../reasoning/contenders.ts';
import { Evaluator } from '../reasoning/evaluator.ts';
import { isOpen } from '../reasoning/open-facts.ts';
import { keyOf } from './likelihoods.ts';

/** Number of facts unknown to rules that an author wrote about a contender and that may yet fire. */
export function openIn(base: KnowledgeBase, conclusion: Conclusion): number {
  const names = new Set(contendersOf(conclusion).flatMap((each) => namesOf(base, each)));
  const rules = base.authored.filter(({ subjects }) => subjects.some((subject) => names.has(subject)));
  const evaluator = new Evaluator(rules, 'option.name');
  const world = evaluator.world(conclusion.facts);
  const open = new Set<string>();
  for (const [position, rule] of rules.entries()) {
    if (evaluator.truths(position, world).condition !== undefined) continue;
    for (const { fact, value } of unknownIn(rule, conclusion)) open.add(keyOf(fact, value));
  }
  return open.size;
}

function unknownIn({ condition }: Rule, conclusion: Conclusion): { fact: string; value: string }[] {
  return leaves(condition)
    .map(({ fact, value }) => ({ fact, value: String(value) }))
    .filter(({ fact, value }) => isOpen(conclusion, fact, value));
}
