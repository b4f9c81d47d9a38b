/**
 * The oracle: a Kleene interpreter over conditions as authored, sharing nothing with the engine of record.
 * true, false, or undefined for unknown.
 */
import type { WrittenCondition } from '../src/knowledge/schema.ts';

export type Truth = true | false | undefined;
/** What is known: members of sets (with ~ for denied ones), choices, quantities. */
export type World = Record<string, readonly string[] | string | number>;

export function truthOf(condition: WrittenCondition, world: World): Truth {
  if ('not' in condition) return not(truthOf(condition.not, world));
  if ('all' in condition) return conjunction(condition.all.map((part) => truthOf(part, world)));
  if ('any' in condition) return not(conjunction(condition.any.map((part) => not(truthOf(part, world)))));
  const known = world[condition.fact];
  if (known === undefined) return undefined;
  const { operator, value } = condition;
  if (operator === 'contains') {
    if (!Array.isArray(known)) return undefined;
    if (known.includes(value)) return true;
    return known.includes(`~${value}`) ? false : undefined;
  }
  if (operator === 'equal') return known === value;
  if (typeof known !== 'number' || typeof value !== 'number') return undefined;
  if (operator === 'greaterThan') return known > value;
  if (operator === 'greaterThanInclusive') return known >= value;
  if (operator === 'lessThan') return known < value;
  return known <= value;
}

/** A rule fires where its condition is true and its exception is not known to be. */
export function fires(when: WrittenCondition, unless: WrittenCondition | undefined, world: World): boolean {
  return truthOf(when, world) === true && !(unless && truthOf(unless, world) === true);
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

function conjunction(truths: Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}
