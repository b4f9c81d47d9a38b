/**
 * Which options to choose. Where they have to do the work together the unit is the set: a need that two of its options
 * both meet counts once, for two ways to one end are no answer to "which combination of steps". Wherever several are to
 * be chosen, a set with two variants of one step loses points.
 */
import type { Judging } from '../knowledge/knowledge-base.ts';
import { fold } from '../language/tokens.ts';
import { likeness } from './alternatives.ts';
import type { Evidence, Tally } from './evidence.ts';

export interface Choosable {
  text: string;
  tally: Tally;
}

export interface Choice<T> {
  chosen: T[];
  /** The weakest that is chosen, and the one that would come in its place. */
  last: T | undefined;
  next: T | undefined;
  /** Points between what is chosen and the best other choice. */
  lead: number;
}

/** Options looked at beyond the number to choose, best first: sets of all would be too many to compare. */
const lookedBeyond = 4;

/**
 * @param ask what the question asks: for the odd one out, or for what does the work together
 * @param variants how alike two options are that a set should not both have, and the points it loses by them
 */
export function choiceOf<T extends Choosable>(
  options: readonly T[],
  choose: number,
  ask: { except: boolean; together: boolean },
  variants: Judging['variants'],
): Choice<T> {
  const sign = ask.except ? -1 : 1;
  const order = [...options].sort(
    (a, b) => sign * (b.tally.points - a.tally.points) || byText(a.text, b.text),
  );
  const sets = setsOf(order.slice(0, choose + lookedBeyond), Math.min(choose, order.length))
    .map((members) => ({
      members,
      points: sign * pointsOf(members, ask.together) - lostBy(members, variants),
    }))
    // Stable, so that among equals the set of the better single options stays first.
    .sort((a, b) => b.points - a.points);
  const [best, other] = sets;
  const chosen = best?.members ?? [];
  return {
    chosen,
    last: chosen.at(-1),
    next: other?.members.find((each) => !chosen.includes(each)),
    lead: (best?.points ?? 0) - (other?.points ?? 0),
  };
}

/** Ties break by what an option says, never by its letter or place. */
export function byText(a: string, b: string): number {
  const [x, y] = [fold(a), fold(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function pointsOf(members: readonly Choosable[], together: boolean): number {
  const needs = new Map<string, number>();
  let points = 0;
  for (const { tally } of members) {
    for (const evidence of tally.evidence) {
      if (together && isNeedMet(evidence)) {
        needs.set(evidence.merit, Math.max(needs.get(evidence.merit) ?? 0, evidence.points));
      } else points += evidence.points;
    }
  }
  return [...needs.values()].reduce((sum, each) => sum + each, points);
}

function lostBy(members: readonly Choosable[], { alike, lost }: Judging['variants']): number {
  const pairs = members.flatMap((a, at) => members.slice(at + 1).map((b) => likeness(a.text, b.text)));
  return lost * pairs.filter((each) => each >= alike).length;
}

function isNeedMet({ form, points }: Evidence): boolean {
  return points > 0 && (form === 'serves' || form === 'meets');
}

/** All sets of so many, in the order of their members. */
function setsOf<T>(from: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return from.flatMap((first, i) => setsOf(from.slice(i + 1), size - 1).map((rest) => [first, ...rest]));
}
