/**
 * Whether anything still unsaid could change the answer.
 *
 * A bound, not a search: an authored rule about a contender that is not known to fail may yet fire. Settled means
 * that even if all those that help the best rival fired, and all those that hurt the answer, its lead would hold.
 */
import { type Condition, compares } from '../knowledge/condition.ts';
import type { Judging, Rule } from '../knowledge/knowledge-base.ts';
import { denial, type Facts, isOfOption } from '../reading/facts.ts';
import { isLeafTrue } from './truth.ts';

export interface Standing {
  chosen: boolean;
  points: number;
  /** The facts the contender was judged on, its own included. */
  facts: Facts;
  /** Ids of the rules that fired for it. */
  fired: ReadonlySet<string>;
  /** Points that rest on an exception assumed not to hold: for it, and against it. */
  assumed: { gained: number; lost: number };
}

/** @param authored rules an author wrote, by the outcomes they speak of */
export function isSettled(
  contenders: readonly Standing[],
  authored: ReadonlyMap<string, readonly Rule[]>,
  judging: Judging,
): boolean {
  const chosen = contenders.filter((each) => each.chosen);
  const rivals = contenders.filter((each) => !each.chosen);
  if (chosen.length === 0) return false;
  const floor = Math.min(
    ...chosen.map((each) => each.points - each.assumed.gained + swing(each, authored, judging, Math.min)),
  );
  return rivals.every(
    (each) => floor > each.points + each.assumed.lost + swing(each, authored, judging, Math.max),
  );
}

/** What rules not yet fired could take from a contender (`Math.min`) or give it (`Math.max`). */
function swing(
  { facts, fired }: Standing,
  authored: ReadonlyMap<string, readonly Rule[]>,
  judging: Judging,
  worse: (a: number, b: number) => number,
): number {
  const about = [...facts.members('option.name').keys()].flatMap((name) => authored.get(name) ?? []);
  return [...new Set(about)]
    .filter((rule) => !fired.has(rule.id) && isPossible(rule.condition, facts))
    .reduce((sum, { form }) => sum + worse(0, judging.weights[form] ?? 0), 0);
}

/** Not known to be false: what is known leaves room for it. */
function isPossible(condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((part) => isPossible(part, facts));
  if ('any' in condition) return condition.any.some((part) => isPossible(part, facts));
  const { fact, operator, value } = condition;
  // An option says all it says: what is not in it stays out of it.
  if (isOfOption(fact)) return isLeafTrue(condition, facts);
  if (operator === 'contains') return !facts.has(fact, denial + String(value));
  if (operator === 'lacks') return !facts.has(fact, String(value));
  const known = facts.value(fact);
  return known === undefined || compares[operator](known, value);
}
