/**
 * What an author writes and may get wrong: a rule, or a claim with all the rules made of it.
 */
import type { KnowledgeBase, Rule } from '../knowledge/knowledge-base.ts';
import { filed } from '../knowledge/multimap.ts';

export interface Unit {
  /** Id of the rule or the claim. */
  id: string;
  kind: 'rule' | 'claim';
  rules: readonly Rule[];
  statements: readonly string[];
}

export function unitIdOf({ id, claim }: Rule): string {
  return claim?.id ?? id;
}

export function unitsOf(base: KnowledgeBase): Map<string, Unit> {
  const rules = filed(base.rules, (rule) => [unitIdOf(rule)]);
  return new Map(
    [...rules].map(([id, own]) => {
      const kind = own[0]?.claim ? 'claim' : 'rule';
      return [id, { id, kind, rules: own, statements: own[0]?.statements ?? [] }];
    }),
  );
}
