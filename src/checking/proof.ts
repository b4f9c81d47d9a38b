/**
 * What the analysis has proved, before it is put in words: of hundreds of pieces of advice mostly the number is asked
 * for, and a place in a file or a scenario to show costs more than the proof.
 */
import type { Finding, FindingCode } from '../knowledge/finding.ts';
import type { Place, Places } from '../knowledge/places.ts';

export interface Proof {
  code: FindingCode;
  /** Ids of the rules, claims or terms it is about, by which it can be suppressed. */
  about: readonly string[];
  at: Place | undefined;
  /** The place it disagrees with. */
  other?: Place | undefined;
  message: () => string;
}

export function findingOf({ code, at, other, about, message }: Proof, places: Places): Finding {
  return { ...places.finding(code, at, message(), other), about };
}
