/**
 * Scenarios kept at hand while rules are being edited: a saved file is looked up among the facts of all scenarios,
 * and only those it can affect are judged anew.
 */
import { basename } from 'node:path';
import { loadKnowledge } from '../knowledge/loader.ts';
import { Advisor } from '../reasoning/consultation.ts';
import { differenceBetween, type ScenarioDifference, type Through, touchedUnits } from './differences.ts';
import { differenceOf } from './ruling.ts';
import { loadScenarios, runScenario, runScenarios, type ScenarioRun } from './scenarios.ts';
import { Docket, Trial } from './trials.ts';
import { unitsOf } from './units.ts';

export interface Effect {
  /** Rules and claims that the save has changed. */
  touched: Through[];
  /** Scenarios in which one of them fires, before or after; all where it was no file of rules. */
  affected: number;
  differences: ScenarioDifference[];
}

export class WatchedScenarios {
  private advisor: Advisor;
  private runs: ScenarioRun[];
  private readonly trials = new Map<Trial, ScenarioRun>();

  private constructor(advisor: Advisor, runs: ScenarioRun[]) {
    this.advisor = advisor;
    this.runs = runs;
  }

  static async start(advisor: Advisor): Promise<WatchedScenarios> {
    const watched = new WatchedScenarios(advisor, await runScenarios(advisor, loadScenarios(advisor)));
    await watched.fileTrials(watched.runs);
    return watched;
  }

  get passing(): number {
    return this.runs.filter(({ passed }) => passed).length;
  }

  get count(): number {
    return this.runs.length;
  }

  /**
   * What the saved file has changed.
   * @param file under the rules
   * @throws KnowledgeError where the rules no longer load; what was known stays
   */
  async saved(file: string): Promise<Effect> {
    const before = this.advisor.base;
    const base = loadKnowledge();
    const isRules = /^(sections|spanning|general)\//.test(file);
    const touched = touchedUnits(before, base, isRules ? `${basename(file, '.yaml')}/` : '');
    if (!isRules) return this.rerun(new Advisor(base), this.runs, touched);
    // Rules alone have changed: words are read as before.
    const after = new Advisor(base, this.advisor.reader);
    const [was, is] = [unitsOf(before), unitsOf(base)];
    const without = touched.flatMap(({ unit }) => was.get(unit)?.rules ?? []);
    const added = touched.flatMap(({ unit }) => is.get(unit)?.rules ?? []);
    const affected = new Docket([...this.trials.keys()]).touchedBy([...without, ...added]);
    const differing = [...affected].filter((trial) =>
      differenceOf(trial.ruling, trial.rulingWith({ without, added })),
    );
    const effect = await this.rerun(after, this.runsOf(differing), touched);
    return { ...effect, affected: affected.size };
  }

  private runsOf(trials: readonly Trial[]): ScenarioRun[] {
    return trials.map((trial) => this.trials.get(trial)).filter((run) => run !== undefined);
  }

  private async rerun(advisor: Advisor, runs: readonly ScenarioRun[], touched: Through[]): Promise<Effect> {
    const fates = new Map(touched.map(({ unit, is }) => [unit, is]));
    const differences: ScenarioDifference[] = [];
    const fresh = new Map<string, ScenarioRun>();
    for (const before of runs) {
      const after = await runScenario(advisor, before.scenario);
      fresh.set(before.scenario.id, after);
      const difference = differenceBetween(before, after, fates);
      if (difference) differences.push(difference);
    }
    this.advisor = advisor;
    this.runs = this.runs.map((run) => fresh.get(run.scenario.id) ?? run);
    return { touched, affected: runs.length, differences };
  }

  /** Trials of the new state; made after an answer was given, not before. */
  async settle(): Promise<void> {
    this.runs = await runScenarios(
      this.advisor,
      this.runs.map(({ scenario }) => scenario),
    );
    await this.fileTrials(this.runs);
  }

  private async fileTrials(runs: readonly ScenarioRun[]): Promise<void> {
    const trials: [Trial, ScenarioRun][] = [];
    for (const run of runs) trials.push([await Trial.of(this.advisor, run.conclusion), run]);
    this.trials.clear();
    for (const [trial, run] of trials) this.trials.set(trial, run);
  }
}
