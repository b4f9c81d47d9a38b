/**
 * Conditions, normalised at load so that json-rules-engine judges them in three values.
 *
 * Bare json-rules-engine takes "unknown" for "false" and then lets a negation fire on what nobody said. Here
 * negation is pushed to the leaves, where `not` is strong: true only where the contrary is known.
 */
import type { WrittenCondition } from './schema.ts';

type BaseOperator =
  | 'contains'
  | 'equal'
  | 'greaterThan'
  | 'greaterThanInclusive'
  | 'lessThan'
  | 'lessThanInclusive';

/** `lacks` and `differs` are the strong negations of `contains` and `equal`. */
export type Operator = BaseOperator | 'lacks' | 'differs';

export interface Leaf {
  fact: string;
  operator: Operator;
  value: string | number | boolean;
}
export type Condition = Leaf | { all: Condition[] } | { any: Condition[] };

const strongNegation: Record<Operator, Operator> = {
  contains: 'lacks',
  lacks: 'contains',
  equal: 'differs',
  differs: 'equal',
  greaterThan: 'lessThanInclusive',
  lessThanInclusive: 'greaterThan',
  lessThan: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThan',
};

/** The written condition with every `not` pushed down to its leaves (de Morgan). */
export function normalise(written: WrittenCondition, negated = false): Condition {
  if ('not' in written) return normalise(written.not, !negated);
  if ('all' in written || 'any' in written) {
    const parts = ('all' in written ? written.all : written.any).map((part) => normalise(part, negated));
    return 'all' in written !== negated ? { all: parts } : { any: parts };
  }
  return negated ? denied(written) : { ...written };
}

/** The contrary of a condition: it holds only where the condition is known not to. */
export function denied(condition: Condition): Condition {
  if ('all' in condition) return { any: condition.all.map(denied) };
  if ('any' in condition) return { all: condition.any.map(denied) };
  return { ...condition, operator: strongNegation[condition.operator] };
}

const leavesOf = new WeakMap<Condition, Leaf[]>();

/** The tests a condition is made of; told once for each, they are asked for all the time. */
export function leaves(condition: Condition): readonly Leaf[] {
  // Most conditions are a plain list of tests, which is its own answer.
  if ('all' in condition && condition.all.every(isLeaf)) return condition.all;
  let found = leavesOf.get(condition);
  if (!found) {
    found = leavesIn(condition);
    leavesOf.set(condition, found);
  }
  return found;
}

function leavesIn(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesIn);
  if ('any' in condition) return condition.any.flatMap(leavesIn);
  return [condition];
}

function isLeaf(condition: Condition): condition is Leaf {
  return 'fact' in condition;
}

/** The ways in which a condition can hold, each as the tests that are just enough (its disjunctive normal form). */
export function ways(condition: Condition): Leaf[][] {
  if ('any' in condition) return condition.any.flatMap(ways);
  if (!('all' in condition)) return [[condition]];
  return condition.all.reduce<Leaf[][]>(
    (so, part) => so.flatMap((each) => ways(part).map((more) => [...each, ...more])),
    [[]],
  );
}

const isNumbers = (a: unknown, b: unknown) => typeof a === 'number' && typeof b === 'number';

/** Whether a comparison with what is known of a choice or a quantity holds. */
export const compares: Record<
  Exclude<Operator, 'contains' | 'lacks'>,
  (known: string | number, value: Leaf['value']) => boolean
> = {
  equal: (known, value) => known === value,
  differs: (known, value) => known !== value,
  greaterThan: (known, value) => isNumbers(known, value) && known > value,
  greaterThanInclusive: (known, value) => isNumbers(known, value) && known >= value,
  lessThan: (known, value) => isNumbers(known, value) && known < value,
  lessThanInclusive: (known, value) => isNumbers(known, value) && known <= value,
};

/** How comparisons are written for people. */
export const comparisons: Partial<Record<Operator, string>> = {
  greaterThan: '> ',
  greaterThanInclusive: '≥ ',
  lessThan: '< ',
  lessThanInclusive: '≤ ',
};

/** A leaf that can only hold because something is known to be so; the index of rules needs one. */
export function isPositive(leaf: Leaf): boolean {
  return leaf.operator !== 'lacks' && leaf.operator !== 'differs';
}

/**
 * Leaves of which at least one must hold for the condition to hold: the smallest such set,
 * or undefined where the condition can hold without anything positive known.
 */
export function triggers(condition: Condition): Leaf[] | undefined {
  if ('any' in condition) {
    const parts = condition.any.map(triggers);
    return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
  }
  if ('all' in condition) {
    const parts = condition.all.map(triggers).filter((part) => part !== undefined);
    return parts.sort((a, b) => cost(a) - cost(b))[0];
  }
  return isPositive(condition) ? [condition] : undefined;
}

/** It may hold with nothing known to be so but what a set holds that is assumed to hold everything. */
export function needsNothingBut(assumed: string, condition: Condition): boolean {
  if ('all' in condition) return condition.all.every((part) => needsNothingBut(assumed, part));
  if ('any' in condition) return condition.any.some((part) => needsNothingBut(assumed, part));
  return !isPositive(condition) || condition.fact === assumed;
}

/** Fewer leaves are better; among equals the need is more telling than the option's name. */
function cost(found: Leaf[]): number {
  return found.reduce(
    (sum, leaf) => sum + (leaf.fact === 'option.name' ? 3 : leaf.fact === 'about' ? 2 : 1),
    0,
  );
}
