/**
 * The two sides of a contrast among options. Who uses the winner and the loser together uses each for something, and
 * so does who names one only as part of the other: of such pairs a contrast tells little.
 */
import type { Rule } from '../knowledge/knowledge-base.ts';
import type { Facts } from '../reading/facts.ts';

type Sides = Pick<Rule, 'subjects' | 'over'>;

/**
 * Whether a rule that fired for an option speaks among these options: always, unless it is a contrast.
 * @param own what the option says
 * @param rivals what each other option says
 */
export function hasRival({ subjects, over }: Sides, own: Facts, rivals: readonly Facts[]): boolean {
  if (over.length === 0) return true;
  if (!subjects.some((winner) => isNamed(own, winner))) return false;
  const lacking = over.filter((loser) => !own.has(names, loser));
  return rivals.some((rival) => isLoser({ subjects, over: lacking }, rival));
}

/** The option is on the side that loses: it names a loser, and no winner. */
export function isLoser({ subjects, over }: Sides, option: Facts): boolean {
  return over.some((loser) => isNamed(option, loser)) && !subjects.some((winner) => isNamed(option, winner));
}

const names = 'option.name';

/** In so many words, not only as one of the features of a service. */
function isNamed(option: Facts, outcome: string): boolean {
  return option.said(names, outcome).some(({ distance = 0 }) => distance === 0);
}
