/**
 * How likely each outcome is to be the answer, as far as the interview has come; and what a further fact would tell.
 */
import { anything } from '../knowledge/claim-rules.ts';
import { denial, type FactValue } from '../reading/facts.ts';
import type { Conclusion } from '../reasoning/consultation.ts';
import { type Askable, keyOf, type Likelihoods, unrelated } from './likelihoods.ts';

/** Points that make an outcome e times as likely. */
const pointsPerFold = 40;
/** What is said counts for more than what is not: few things are denied on purpose, many in passing. */
const weightOfSaid = 1.5;
const weightOfWanted = 0.75;
const weightOfDenied = 0.5;
/** Shares below this are as good as none. */
const negligible = 1e-6;

export class Beliefs {
  /** Share of each outcome of the likelihoods, by position; all add up to 1. */
  readonly shares: Float64Array;

  constructor(shares: Float64Array) {
    this.shares = normalised(shares);
  }

  /** Entropy in bits: 0 where one outcome is certain. */
  get uncertainty(): number {
    return this.shares.reduce(
      (bits, share) => bits + (share > negligible ? -share * Math.log2(share) : 0),
      0,
    );
  }

  /**
   * Bits expected from asking for one thing, and how likely the answer is yes.
   * @param otherwise likelihood of a yes where the answer is none of the outcomes named, 0..1
   */
  information(
    { outcomes, likely }: Pick<Askable, 'outcomes' | 'likely'>,
    otherwise = unrelated,
  ): { bits: number; yes: number } {
    let yes = 0;
    let rest = 1;
    let known = 0;
    for (const [i, outcome] of outcomes.entries()) {
      const share = this.shares[outcome] ?? 0;
      if (share < negligible) continue;
      const each = likely[i] ?? unrelated;
      yes += share * each;
      known += share * binary(each);
      rest -= share;
    }
    const others = Math.max(0, rest);
    yes += others * otherwise;
    return { bits: Math.max(0, binary(yes) - known - others * binary(otherwise)), yes };
  }

  /** As it would be were the answer no. */
  without({ outcomes, likely }: Askable): Beliefs {
    const shares = this.shares.slice();
    for (const [i, outcome] of outcomes.entries()) scale(shares, outcome, 1 - (likely[i] ?? 0));
    return new Beliefs(shares);
  }
}

export function beliefsOf(
  { outcomes, askables }: Likelihoods,
  { facts, ranking, options }: Conclusion,
): Beliefs {
  const points = options.length > 0 ? pointsOfNamed(options) : pointsOf(ranking);
  const best = Math.max(0, ...points.values());
  // Where options are given, the answer is among what they name.
  const unknown = options.length > 0 ? negligible : Math.exp(-best / pointsPerFold);
  const shares = Float64Array.from(outcomes, (id) => {
    const own = points.get(id);
    return own === undefined ? unknown : Math.exp((own - best) / pointsPerFold);
  });
  const wanted = new Set<FactValue>();
  for (const { fact, value } of facts.entries()) if (fact.startsWith('need.')) wanted.add(value);
  for (const { fact, value, said } of facts.entries()) {
    // What is wanted done to a thing says more than that it is spoken of: it counts once.
    if (typeof value !== 'string' || (fact === 'about' && wanted.has(value))) continue;
    const denied = value.startsWith(denial);
    const askable = askables.get(keyOf(fact, denied ? value.slice(denial.length) : value));
    // What follows from a thing said tells nothing that the thing does not.
    if (!askable || (!denied && said[0]?.leaf !== value && value !== anything)) continue;
    for (const [i, outcome] of askable.outcomes.entries()) {
      const likely = askable.likely[i] ?? unrelated;
      const weight = value === anything ? weightOfWanted : weightOfSaid;
      scale(shares, outcome, denied ? 1 - weightOfDenied * likely : (likely / unrelated) ** weight);
    }
  }
  return new Beliefs(shares);
}

function pointsOf(ranking: Conclusion['ranking']): Map<string, number> {
  return new Map(ranking.map(({ outcome, tally }) => [outcome.id, tally.points]));
}

/** Of each outcome that options name, the points of the best of them. */
function pointsOfNamed(options: Conclusion['options']): Map<string, number> {
  const points = new Map<string, number>();
  for (const { reading, tally } of options) {
    for (const name of reading.facts.members('option.name').keys()) {
      points.set(name, Math.max(tally.points, points.get(name) ?? Number.NEGATIVE_INFINITY));
    }
  }
  return points;
}

function scale(shares: Float64Array, position: number, by: number): void {
  shares[position] = (shares[position] ?? 0) * by;
}

function normalised(shares: Float64Array): Float64Array {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return total > 0 ? shares.map((share) => share / total) : shares.fill(1 / Math.max(1, shares.length));
}

/** Entropy of a yes or no, in bits. */
function binary(yes: number): number {
  if (yes <= 0 || yes >= 1) return 0;
  return -(yes * Math.log2(yes) + (1 - yes) * Math.log2(1 - yes));
}
