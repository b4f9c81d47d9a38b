/**
 * Inverted index from facts to rules: only rules whose every plain condition is met can fire.
 *
 * Each rule is filed under the members of sets and the choices that its top level demands; a rule is a candidate
 * once as many of them are present as it demands (the counting variant of an alpha network). Conditions that are
 * nested or compare numbers are left to the engine of record.
 */
import { type Condition, isPositive, type Leaf, leaves, needsNothingBut } from '../knowledge/condition.ts';
import type { Rule } from '../knowledge/knowledge-base.ts';
import type { Facts } from '../reading/facts.ts';

/** What a set or a choice must hold; `undefined` where any amount of a quantity will do. */
type Key = Leaf['value'] | undefined;

export class RuleIndex {
  /** Fact → value → positions of the rules that demand it. */
  private readonly postings = new Map<string, Map<Key, number[]>>();
  private readonly demanded: number[] = [];
  private readonly rules: readonly Rule[];
  /** Rules whose top level is no conjunction of plain conditions: one of their leaves is enough. */
  private readonly alternatives = new Set<number>();
  /** Rules that can hold on what is assumed alone. */
  private readonly always: number[] = [];

  /** @param assumed a set taken to hold every member, so that nothing is demanded of it */
  constructor(rules: readonly Rule[], assumed?: string) {
    this.rules = rules;
    for (const [position, { condition }] of rules.entries()) {
      const plain: Leaf[] = [];
      addPlain(condition, plain);
      let demanded = 0;
      for (const leaf of plain) if (leaf.fact !== assumed && this.file(leaf, position)) demanded++;
      if (assumed !== undefined && needsNothingBut(assumed, condition)) {
        this.always.push(position);
      } else if (demanded === 0) {
        this.alternatives.add(position);
        for (const leaf of leaves(condition)) this.file(leaf, position);
      }
      this.demanded.push(demanded);
    }
  }

  /** Rules that can fire on the facts, in the order of the base. */
  candidates(facts: Facts): Rule[] {
    const counts = new Map<number, number>();
    const count = (positions: readonly number[] = []) => {
      for (const position of positions) counts.set(position, (counts.get(position) ?? 0) + 1);
    };
    for (const { fact, value } of facts.entries()) {
      const posting = this.postings.get(fact);
      count(posting?.get(value));
      // A quantity meets comparisons with any amount; whether they hold is for the engine to say.
      if (typeof value === 'number') count(posting?.get(undefined));
    }
    const found: number[] = [...this.always];
    for (const [position, met] of counts) {
      if (this.alternatives.has(position) || met === this.demanded[position]) found.push(position);
    }
    return found.sort((a, b) => a - b).map((position) => this.rules[position] as Rule);
  }

  /** @returns whether the leaf is positive and was not filed for the rule before */
  private file(leaf: Leaf, position: number): boolean {
    if (!isPositive(leaf)) return false;
    const { fact, operator, value } = leaf;
    const key = operator === 'contains' || operator === 'equal' ? value : undefined;
    let byValue = this.postings.get(fact);
    if (!byValue) {
      byValue = new Map();
      this.postings.set(fact, byValue);
    }
    const posting = byValue.get(key);
    if (!posting) byValue.set(key, [position]);
    else if (posting.at(-1) === position) return false;
    else posting.push(position);
    return true;
  }
}

/** The leaves that a conjunction demands; none of a disjunction. */
function addPlain(condition: Condition, plain: Leaf[]): void {
  if ('fact' in condition) plain.push(condition);
  else if ('all' in condition) for (const part of condition.all) addPlain(part, plain);
}
