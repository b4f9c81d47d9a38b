/**
 * Scenarios kept at hand while rules are being edited: a saved file is looked up among the facts of all scenarios,
 * and only those it can affect are judged anew.
 */
import { basename } from 'node:path';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { loadKnowledge } from '../knowledge/loader.ts';
import { Advisor } from '../reasoning/consultation.ts';
import { differenceBetween, type ScenarioDifference, type Through, touchedUnits } from './differences.ts';
import { sameLetters } from './exam.ts';
import { differenceOf, type Ruling } from './ruling.ts';
import { loadScenarios, runScenario, runScenarios, type ScenarioRun } from './scenarios.ts';
import { Docket, type RuleChange, Trial } from './trials.ts';
import { unitsOf } from './units.ts';

export interface Effect {
  /** Rules and claims that the save has changed. */
  touched: Through[];
  /** Scenarios in which one of them fires, before or after; all where it was no file of rules. */
  affected: number;
  differences: ScenarioDifference[];
}

export class WatchedScenarios {
  private base: KnowledgeBase;
  private advisor: Advisor;
  private trials = new Map<Trial, ScenarioRun>();
  private docket = new Docket([]);
  /** Judged by tallies alone since the last save: to be run with the new rules before the next. */
  private stale = new Set<Trial>();

  private constructor(advisor: Advisor) {
    this.advisor = advisor;
    this.base = advisor.base;
  }

  static async start(advisor: Advisor): Promise<WatchedScenarios> {
    const watched = new WatchedScenarios(advisor);
    await watched.file(await runScenarios(advisor, loadScenarios(advisor)));
    return watched;
  }

  get count(): number {
    return this.trials.size;
  }

  get passing(): number {
    return [...this.trials.values()].filter(({ passed }) => passed).length;
  }

  /**
   * What the saved file has changed; `settle` before the next.
   * @param file under the rules
   * @throws KnowledgeError where the rules no longer load; what was known stays
   */
  async saved(file: string): Promise<Effect> {
    const before = this.base;
    const base = loadKnowledge();
    const isRules = /^(sections|spanning|general)\//.test(file);
    const touched = touchedUnits(before, base, isRules ? `${basename(file, '.yaml')}/` : '');
    this.base = base;
    if (isRules) return this.judgedAnew(before, touched);
    // Words, names or weights: anything may have changed.
    this.advisor = new Advisor(base);
    return this.rerun(touched);
  }

  /** Runs what the last save has touched, so that the next one is compared with this state. */
  async settle(): Promise<void> {
    if (this.stale.size === 0) return;
    // Rules alone have changed: words are read as before.
    this.advisor = new Advisor(this.base, this.advisor.reader);
    const runs: ScenarioRun[] = [];
    for (const [trial, run] of this.trials) {
      runs.push(this.stale.has(trial) ? await runScenario(this.advisor, run.scenario) : run);
    }
    const kept = new Map(
      [...this.trials].filter(([trial]) => !this.stale.has(trial)).map(([trial, run]) => [run, trial]),
    );
    this.stale = new Set();
    this.file(runs, kept);
  }

  private judgedAnew(before: KnowledgeBase, touched: Through[]): Effect {
    const [was, is] = [unitsOf(before), unitsOf(this.base)];
    const change: RuleChange = {
      without: touched.flatMap(({ unit }) => was.get(unit)?.rules ?? []),
      added: touched.flatMap(({ unit }) => is.get(unit)?.rules ?? []),
    };
    this.stale = this.docket.touchedBy([...change.without, ...change.added]);
    const differences = [...this.stale].flatMap((trial): ScenarioDifference[] => {
      const ruling = trial.rulingWith(change);
      const by = differenceOf(trial.ruling, ruling);
      const run = this.trials.get(trial);
      if (!by || !run) return [];
      const through = touched.filter(({ unit }) => {
        const rules = [...(was.get(unit)?.rules ?? []), ...(is.get(unit)?.rules ?? [])];
        return new Docket([trial]).touchedBy(rules).size > 0;
      });
      return [
        {
          scenario: run.scenario.id,
          by,
          passed: { before: run.passed, after: this.passes(run, ruling) },
          before: trial.ruling,
          after: ruling,
          through,
        },
      ];
    });
    return { touched, affected: this.stale.size, differences };
  }

  /** An answer in words is taken for as right as it was while the outcome ranked first is the same. */
  private passes({ scenario, passed, chosen }: ScenarioRun, { answer }: Ruling): boolean {
    if (scenario.options) return sameLetters(answer, scenario.key);
    const family = this.base.outcomes.get(answer[0] ?? '')?.family ?? [];
    return scenario.outcomes.some((id) => family.includes(id)) || (passed && answer[0] === chosen[0]);
  }

  private async rerun(touched: Through[]): Promise<Effect> {
    const fates = new Map(touched.map(({ unit, is }) => [unit, is]));
    const before = [...this.trials.values()];
    const runs = await runScenarios(
      this.advisor,
      before.map(({ scenario }) => scenario),
    );
    const differences = runs.flatMap((run, i) => {
      const difference = differenceBetween(before[i] as ScenarioRun, run, fates);
      return difference ? [difference] : [];
    });
    this.file(runs);
    return { touched, affected: runs.length, differences };
  }

  private file(runs: readonly ScenarioRun[], kept = new Map<ScenarioRun, Trial>()): void {
    const trials = new Map<Trial, ScenarioRun>();
    for (const run of runs) {
      trials.set(kept.get(run) ?? Trial.of(this.advisor, run.conclusion), run);
    }
    this.trials = trials;
    this.docket = new Docket([...trials.keys()]);
  }
}
