/**
 * The simulated visitor counted: questions until the right outcome is first, decided, settled; in every order.
 */
import { loadScenarios } from '../checking/scenarios.ts';
import { orders, type SimulatedInterview, simulate } from '../checking/simulated-user.ts';
import { Interviewer, mostQuestions } from '../interviewing/interview.ts';
import type { Advisor } from '../reasoning/consultation.ts';

const seed = 1;
const unknownShares = [0, 0.2];
const measures = ['first', 'service', 'decided', 'settled'] as const;

const names = { first: 'first', service: 'service decided', decided: 'decided', settled: 'settled' };

/** @param every only every so manieth scenario: 1 for all */
export async function* simulationLines(advisor: Advisor, every: number): AsyncGenerator<string> {
  const scenarios = loadScenarios(advisor).filter(({ options }) => !options);
  const chosen = scenarios.filter((_, i) => i % every === 0);
  const interviewer = new Interviewer(advisor);
  yield `${chosen.length} scenarios without options, at most ${mostQuestions} questions each; the visitor knows what the text says`;
  for (const order of orders) {
    for (const unknownShare of unknownShares) {
      const runs: SimulatedInterview[] = [];
      for (const scenario of chosen) {
        runs.push(await simulate(interviewer, scenario, { order, unknownShare, seed, most: mostQuestions }));
      }
      if (unknownShare === 0 && order === 'information') yield boundLine(runs);
      yield* linesOf(runs, order, unknownShare);
    }
  }
}

/** What no order can do better than: everything told at once. */
function boundLine(runs: readonly SimulatedInterview[]): string {
  const count = (of: 'text' | 'told', what: 'right' | 'decided') =>
    runs.filter((run) => run[of][what]).length;
  return `the whole text: right in ${count('text', 'right')}, right and decided in ${count('text', 'decided')}; all it says told without it: ${count('told', 'right')} and ${count('told', 'decided')}`;
}

function* linesOf(
  runs: readonly SimulatedInterview[],
  order: string,
  unknownShare: number,
): Generator<string> {
  yield `order by ${order}, ${Math.round(100 * unknownShare)}% "I don't know":`;
  for (const measure of measures) {
    const counts = runs.flatMap((run) => run[measure] ?? []).sort((a, b) => a - b);
    const median = counts[Math.floor(counts.length / 2)] ?? '-';
    yield `  right and ${names[measure].padEnd(15)} ${counts.length} of ${runs.length}; questions: median ${median}, worst ${counts.at(-1) ?? '-'}`;
  }
  const idle = runs.reduce((sum, run) => sum + run.idle, 0);
  const asked = runs.reduce((sum, run) => sum + run.asked, 0);
  yield `  questions that no answer of could have moved a contender: ${idle} of ${asked}`;
}
