/**
 * Two outcomes side by side, from the rules alone.
 */
import type { Claim, Rule } from '../knowledge/knowledge-base.ts';
import type { Library } from './library.ts';

export interface Comparison {
  /** Authored rules that prefer one to the other. */
  forA: Rule[];
  forB: Rule[];
  /** Claims of doing something to something that the other has no claim for. */
  onlyA: Claim[];
  onlyB: Claim[];
  /** Claims that both have, in the words of the first. */
  both: Claim[];
  cannotA: Claim[];
  cannotB: Claim[];
}

export function compare(library: Library, a: string, b: string): Comparison {
  const [familyA, familyB] = [familyOf(library, a), familyOf(library, b)];
  const prefers = (winners: Set<string>, losers: Set<string>) =>
    library.authored.filter(
      ({ subjects, over }) => subjects.some((id) => winners.has(id)) && over.some((id) => losers.has(id)),
    );
  const claimsOf = (family: Set<string>) => library.base.claims.filter(({ subject }) => family.has(subject));
  const [ofA, ofB] = [claimsOf(familyA), claimsOf(familyB)];
  const [canA, canB] = [ofA, ofB].map((claims) => claims.filter((claim) => !isAgainst(claim))) as [
    Claim[],
    Claim[],
  ];
  const [doneByA, doneByB] = [new Set(canA.flatMap(deedsOf)), new Set(canB.flatMap(deedsOf))];
  const isDone = (claim: Claim, done: Set<string>) => deedsOf(claim).every((deed) => done.has(deed));
  return {
    forA: prefers(familyA, familyB),
    forB: prefers(familyB, familyA),
    onlyA: canA.filter((claim) => !isDone(claim, doneByB)),
    onlyB: canB.filter((claim) => !isDone(claim, doneByA)),
    both: canA.filter((claim) => isDone(claim, doneByB)),
    cannotA: ofA.filter(isAgainst),
    cannotB: ofB.filter(isAgainst),
  };
}

/** What a service's features do, the service does. */
function familyOf({ base }: Library, id: string): Set<string> {
  return new Set([id, ...(base.outcomes.get(id)?.descendants ?? [])]);
}

function isAgainst({ negative, limit }: Claim): boolean {
  return negative || limit !== undefined;
}

/** What it does, object by object. */
function deedsOf({ act, objects, with: others }: Claim): string[] {
  const company = ['with', ...[...others].sort()].join(' ');
  return (objects.length > 0 ? objects : ['']).map((object) => `${act} ${object} ${company}`);
}
