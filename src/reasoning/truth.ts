/**
 * Whether a rule holds on the facts, told without the engine: for choosing what the engine of record is asked, and
 * for ranking. It must agree with the engine on all that fires; the oracle test holds it to that.
 */
import { type Condition, compares, type Leaf } from '../knowledge/condition.ts';
import type { Rule } from '../knowledge/knowledge-base.ts';
import { denial, type Facts } from '../reading/facts.ts';

/** @param assumed a set taken to hold every member */
export function holds(
  { condition, unless }: Pick<Rule, 'condition' | 'unless'>,
  facts: Facts,
  assumed?: string,
): boolean {
  return conditionHolds(condition, facts, assumed) && !(unless && conditionHolds(unless, facts, assumed));
}

/** The same for a condition alone. */
export function conditionHolds(condition: Condition, facts: Facts, assumed?: string): boolean {
  // Plain loops: this is asked hundreds of thousands of times for a page of questions.
  if ('all' in condition) {
    for (const part of condition.all) if (!conditionHolds(part, facts, assumed)) return false;
    return true;
  }
  if ('any' in condition) {
    for (const part of condition.any) if (conditionHolds(part, facts, assumed)) return true;
    return false;
  }
  return isLeafTrue(condition, facts, assumed);
}

export function isLeafTrue({ fact, operator, value }: Leaf, facts: Facts, assumed?: string): boolean {
  if (operator === 'contains') return fact === assumed || facts.has(fact, String(value));
  if (operator === 'lacks') return facts.has(fact, denial + String(value));
  const known = facts.value(fact);
  return known !== undefined && compares[operator](known, value);
}
