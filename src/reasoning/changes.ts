/**
 * What would change the answer: the smallest changes of facts that make another contender win, each confirmed by
 * a run of record.
 */
import type { Advisor, Conclusion, Correction } from './consultation.ts';
import { contendersOf } from './contenders.ts';
import { openFacts } from './open-facts.ts';

export interface Change {
  /** Contender that would win: letter or outcome id. */
  winner: string;
  corrections: Correction[];
}

/** Runs of record spent on one explanation. */
const mostRuns = 16;

export async function changesOf(advisor: Advisor, conclusion: Conclusion): Promise<Change[]> {
  const chosen = winnersOf(conclusion);
  if (chosen.length === 0) return [];
  const found = new Map<string, Change>();
  for (const correction of candidates(advisor, conclusion).slice(0, mostRuns)) {
    const { question } = conclusion;
    const corrections = [...(question.corrections ?? []), correction];
    const other = winnersOf(await advisor.consult({ ...question, asOf: conclusion.asOf, corrections }));
    const winner = other.find((id) => !chosen.includes(id));
    if (winner !== undefined && !found.has(winner)) found.set(winner, { winner, corrections: [correction] });
  }
  return [...found.values()];
}

function winnersOf(conclusion: Conclusion): string[] {
  return contendersOf(conclusion)
    .filter(({ chosen }) => chosen)
    .map(({ id }) => id);
}

/** Open facts affirmed, and facts the winner rests on withdrawn. */
function candidates({ base }: Advisor, conclusion: Conclusion): Correction[] {
  const affirmed = openFacts(base, conclusion).flatMap(({ fact, values }) =>
    values.map((value): Correction => ({ kind: 'affirm', fact, value })),
  );
  const premises = contendersOf(conclusion)
    .filter(({ chosen }) => chosen)
    .flatMap(({ tally }) => tally.evidence.filter(({ points }) => points > 0))
    .flatMap((evidence) => evidence.premises)
    .filter(({ fact }) => /^(need|about|symptom|setting)/.test(fact));
  const denied = premises.map(({ fact, value }): Correction => ({ kind: 'deny', fact, value }));
  const unique = new Map(
    [...affirmed, ...denied].map((each) => [`${each.kind} ${each.fact} ${each.value}`, each]),
  );
  return [...unique.values()];
}
