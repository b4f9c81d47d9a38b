/**
 * What parts two contenders: evidence that one of them has and the other has nothing against.
 */
import type { Evidence, Tally } from './evidence.ts';

export interface Decider {
  /** The strongest piece of it. */
  evidence: Evidence;
  /** Whose evidence it is: points for the answer, or against the rival. */
  of: 'answer' | 'rival';
  /** Points it adds to the lead of the answer, above 0. */
  gain: number;
}

/**
 * Merits that both have cancel each other, and so do faults.
 * @returns what the lead of the answer is made of, the most telling first; what speaks for the rival is left out
 */
export function decidersOf(answer: Tally, rival: Tally): Decider[] {
  // Where the odd one out is asked for, the answer is the one with fewer points, and what makes them fewer decides.
  const sign = answer.points < rival.points ? -1 : 1;
  const own = byMerit(answer);
  const other = byMerit(rival);
  const deciders: Decider[] = [];
  for (const merit of new Set([...own.keys(), ...other.keys()])) {
    const gain = sign * (sumOf(own.get(merit)) - sumOf(other.get(merit)));
    const ofAnswer = own.get(merit)?.find(({ points }) => sign * points > 0);
    const ofRival = other.get(merit)?.find(({ points }) => sign * points < 0);
    const evidence = ofAnswer ?? ofRival;
    if (gain > 0 && evidence) deciders.push({ evidence, of: ofAnswer ? 'answer' : 'rival', gain });
  }
  return deciders.sort((a, b) => b.gain - a.gain || (a.evidence.rule.id < b.evidence.rule.id ? -1 : 1));
}

/** Evidence that counts, strongest first, by what it is about and whether it is a merit or a fault. */
function byMerit({ evidence }: Tally): Map<string, Evidence[]> {
  const merits = new Map<string, Evidence[]>();
  for (const each of evidence) {
    if (each.points === 0) continue;
    const merit = `${Math.sign(each.points)} ${each.merit}`;
    merits.set(merit, [...(merits.get(merit) ?? []), each]);
  }
  return merits;
}

function sumOf(evidence: readonly Evidence[] = []): number {
  return evidence.reduce((sum, { points }) => sum + points, 0);
}
