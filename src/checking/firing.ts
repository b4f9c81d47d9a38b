/**
 * Whether one rule fires on given facts, without the engine: for work that asks it a hundred thousand times.
 * The engine of record stays the judge; a test holds the two against each other.
 */
import type { Condition, Leaf } from '../knowledge/condition.ts';
import type { Rule } from '../knowledge/knowledge-base.ts';
import { denial, type Facts } from '../reading/facts.ts';

/** @param assumed a set taken to hold every member */
export function fires(
  { condition, unless }: Pick<Rule, 'condition' | 'unless'>,
  facts: Facts,
  assumed?: string,
): boolean {
  return holds(condition, facts, assumed) && !(unless && holds(unless, facts, assumed));
}

function holds(condition: Condition, facts: Facts, assumed?: string): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, facts, assumed));
  if ('any' in condition) return condition.any.some((part) => holds(part, facts, assumed));
  return condition.fact === assumed || leafHolds(condition, facts);
}

function leafHolds({ fact, operator, value }: Leaf, facts: Facts): boolean {
  if (operator === 'contains') return facts.has(fact, String(value));
  if (operator === 'lacks') return facts.has(fact, denial + String(value));
  const known = facts.value(fact);
  if (known === undefined) return false;
  if (operator === 'equal') return known === value;
  if (operator === 'differs') return known !== value;
  if (typeof known !== 'number' || typeof value !== 'number') return false;
  if (operator === 'greaterThan') return known > value;
  if (operator === 'greaterThanInclusive') return known >= value;
  return operator === 'lessThan' ? known < value : known <= value;
}
