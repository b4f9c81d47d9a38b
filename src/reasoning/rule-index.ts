/**
 * Inverted index from facts to rules: only rules whose every plain condition is met can fire.
 *
 * Each rule is filed under the members of sets and the choices that its top level demands; a rule is a candidate
 * once as many of them are present as it demands (the counting variant of an alpha network). Conditions that are
 * nested or compare numbers are left to the engine of record.
 */
import { type Condition, type Leaf, leaves } from '../knowledge/condition.ts';
import type { Rule } from '../knowledge/knowledge-base.ts';
import type { Facts } from '../reading/facts.ts';

export class RuleIndex {
  private readonly postings = new Map<string, number[]>();
  private readonly demanded: number[] = [];
  private readonly rules: readonly Rule[];
  /** Rules whose top level is a disjunction: one of these keys is enough. */
  private readonly alternatives = new Map<number, readonly string[]>();

  /** @param assumed a set taken to hold every member, so that nothing is demanded of it */
  constructor(rules: readonly Rule[], assumed?: string) {
    this.rules = rules;
    for (const [position, { condition }] of rules.entries()) {
      const keys = demandedKeys(condition, assumed);
      this.demanded.push(keys.all.length);
      for (const key of [...keys.all, ...keys.any]) this.file(key, position);
      if (keys.any.length > 0) this.alternatives.set(position, keys.any);
    }
  }

  /** Rules that can fire on the facts, in the order of the base. */
  candidates(facts: Facts): Rule[] {
    const counts = new Map<number, number>();
    const present = new Set<string>();
    for (const { fact, value } of facts.entries()) {
      for (const key of [keyOf(fact, value), fact]) {
        if (present.has(key)) continue;
        present.add(key);
        for (const position of this.postings.get(key) ?? [])
          counts.set(position, (counts.get(position) ?? 0) + 1);
      }
    }
    const found: number[] = [];
    for (const [position, count] of counts) {
      const alternatives = this.alternatives.get(position);
      const met = alternatives
        ? alternatives.some((key) => present.has(key))
        : count === this.demanded[position];
      if (met) found.push(position);
    }
    return found.sort((a, b) => a - b).map((position) => this.rules[position] as Rule);
  }

  private file(key: string, position: number): void {
    const posting = this.postings.get(key);
    if (posting) posting.push(position);
    else this.postings.set(key, [position]);
  }
}

/** Keys that must all be present, or else (where the top level is no conjunction) of which one must be. */
function demandedKeys(condition: Condition, assumed?: string): { all: string[]; any: string[] } {
  if ('any' in condition) return { all: [], any: positiveKeys(leaves(condition)) };
  const parts = 'all' in condition ? flatten(condition) : [condition];
  const plain = parts.filter((part): part is Leaf => 'fact' in part && part.fact !== assumed);
  const all = [...new Set(positiveKeys(plain))];
  return all.length > 0 ? { all, any: [] } : { all: [], any: positiveKeys(leaves(condition)) };
}

function flatten(condition: Condition): Condition[] {
  return 'all' in condition ? condition.all.flatMap(flatten) : [condition];
}

function positiveKeys(found: Leaf[]): string[] {
  return found
    .filter(({ operator }) => operator !== 'lacks' && operator !== 'differs')
    .map(({ fact, operator, value }) =>
      operator === 'contains' || operator === 'equal' ? keyOf(fact, value) : fact,
    );
}

function keyOf(fact: string, value: string | number | boolean): string {
  return `${fact}\u0000${value}`;
}
