/**
 * Which scenarios each rule and statement counts in, and which misses it decides.
 */
import { setImmediate } from 'node:timers/promises';
import { fileUnder } from '../knowledge/multimap.ts';
import type { Advisor, Conclusion } from '../reasoning/consultation.ts';
import type { Tally } from '../reasoning/evidence.ts';
import { countedFor, reviewedId } from './deciders.ts';
import { runScenario, type Scenario, type ScenarioRun } from './scenarios.ts';

export interface Firing {
  scenario: Scenario;
  passed: boolean;
  /** Points in it: the most for any one answer. */
  points: number;
}

export class Firings {
  /** Scenarios run so far. */
  ran = 0;
  readonly scenarios: readonly Scenario[];
  private readonly firings = new Map<string, Firing[]>();
  private readonly decided = new Map<string, string[]>();
  private readonly running: Promise<void>;
  private waiting: Scenario[];
  private isStopped = false;

  /** Starts to run the scenarios, a short burst for each. */
  constructor(advisor: Advisor, scenarios: readonly Scenario[]) {
    this.scenarios = scenarios;
    this.waiting = [...scenarios];
    this.running = this.runAll(advisor);
    // Whoever waits for it is told; nobody waiting is no reason to end the process.
    this.running.catch(() => undefined);
  }

  /** Resolves once all have run, or after that many milliseconds. */
  async settled(most: number): Promise<void> {
    const patience = new Promise<void>((resolve) => setTimeout(resolve, most).unref());
    await Promise.race([this.running, patience]);
  }

  /** Runs those of a section before the others that wait: somebody looks at it. */
  prefer(section: string): void {
    const own = (scenario: Scenario) => Number(scenario.section === section);
    this.waiting.sort((a, b) => own(b) - own(a));
  }

  /** Leaves the rest unrun: nobody will ask any more. */
  stop(): void {
    this.isStopped = true;
  }

  get isComplete(): boolean {
    return this.ran === this.scenarios.length;
  }

  /** Scenarios in which it fired, those it counts for most first. */
  of(id: string): Firing[] {
    return [...(this.firings.get(id) ?? [])].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  }

  /** Failing scenarios that it speaks for the wrong answer in, or against the right one. */
  missesOf(id: string): readonly string[] {
    return this.decided.get(id) ?? [];
  }

  private async runAll(advisor: Advisor): Promise<void> {
    for (;;) {
      const scenario = this.isStopped ? undefined : this.waiting.shift();
      if (!scenario) return;
      this.note(await runScenario(advisor, scenario));
      this.ran++;
      await setImmediate();
    }
  }

  private note(run: ScenarioRun): void {
    const { scenario, conclusion, passed } = run;
    for (const [id, points] of pointsIn(conclusion))
      fileUnder(this.firings, id, { scenario, passed, points });
    if (passed) return;
    for (const id of misleading(run)) fileUnder(this.decided, id, scenario.id);
  }
}

function judgedIn({ options, ranking }: Conclusion): readonly { tally: Tally }[] {
  return options.length > 0 ? options : ranking;
}

function pointsIn(conclusion: Conclusion): Map<string, number> {
  const found = new Map<string, number>();
  for (const { tally } of judgedIn(conclusion)) {
    for (const { rule, points } of tally.evidence) {
      const id = reviewedId(rule);
      if (id === undefined) continue;
      const before = found.get(id);
      if (before === undefined || Math.abs(points) > Math.abs(before)) found.set(id, points);
    }
  }
  return found;
}

function misleading({ scenario, conclusion, chosen }: ScenarioRun): Set<string> {
  const { options, ranking, reading } = conclusion;
  const { key, outcomes } = scenario;
  const sign = options.length > 0 && reading.ask.except ? -1 : 1;
  const wrong =
    options.length > 0
      ? options.filter(({ letter }) => chosen.includes(letter) && !key.includes(letter))
      : ranking.slice(0, 1);
  const right =
    options.length > 0
      ? options.filter(({ letter }) => key.includes(letter) && !chosen.includes(letter))
      : ranking.filter(({ outcome }) => outcome.family.some((id) => outcomes.includes(id)));
  const counted = (of: readonly { tally: Tally }[], by: 1 | -1) =>
    of.flatMap(({ tally }) => countedFor(tally.evidence, by, reviewedId));
  // What speaks for both alike decides nothing.
  const shared = new Set(counted(right, sign));
  const against = counted(right, sign === 1 ? -1 : 1);
  return new Set([...counted(wrong, sign).filter((id) => !shared.has(id)), ...against]);
}
