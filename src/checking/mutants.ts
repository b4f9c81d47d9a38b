/**
 * Mutants put to the scenarios: which of them notice which.
 */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Advisor } from '../reasoning/consultation.ts';
import { type Mutant, type MutationOperator, mutantsOf, operators } from './mutation.ts';
import { type Difference, differenceOf } from './ruling.ts';
import type { ScenarioRun } from './scenarios.ts';
import { Docket, Trial } from './trials.ts';
import type { Unit } from './units.ts';

export interface Kill {
  scenario: string;
  by: Difference;
}

export interface Verdict {
  mutant: Mutant;
  /** Scenarios that notice it; none for a survivor. */
  kills: Kill[];
}

/** Scenarios that pass, as trials: a mutant can only be noticed by what was right before. */
export class Jury {
  readonly docket: Docket;
  private readonly idOf: ReadonlyMap<Trial, string>;

  private constructor(idOf: ReadonlyMap<Trial, string>) {
    this.idOf = idOf;
    this.docket = new Docket([...idOf.keys()]);
  }

  static of(advisor: Advisor, runs: readonly ScenarioRun[]): Jury {
    const ids = new Map<Trial, string>();
    for (const { passed, scenario, conclusion } of runs) {
      if (passed) ids.set(Trial.of(advisor, conclusion), scenario.id);
    }
    return new Jury(ids);
  }

  killsOf(mutant: Mutant): Kill[] {
    // Only where a rule fires before or after can anything change.
    const touched = this.docket.touchedBy([...mutant.without, ...mutant.added]);
    return [...touched].flatMap((trial) => {
      const by = differenceOf(trial.ruling, trial.rulingWith(mutant));
      return by ? [{ scenario: this.idOf.get(trial) ?? '', by }] : [];
    });
  }

  /** @param wanted the kinds of mutants to try; all when absent */
  verdictsOn(
    units: Iterable<Unit>,
    base: KnowledgeBase,
    wanted: readonly MutationOperator[] = operators,
  ): Verdict[] {
    return [...units].flatMap((unit) =>
      mutantsOf(unit, base)
        .filter(({ operator }) => wanted.includes(operator))
        .map((mutant) => ({ mutant, kills: this.killsOf(mutant) })),
    );
  }
}

export interface KillRate {
  mutants: number;
  killed: number;
  /** Of these, by a changed answer. */
  byAnswer: number;
}

export function killRate(verdicts: readonly Verdict[]): KillRate {
  const killed = verdicts.filter(({ kills }) => kills.length > 0);
  const byAnswer = killed.filter(({ kills }) => kills.some(({ by }) => by === 'answer'));
  return { mutants: verdicts.length, killed: killed.length, byAnswer: byAnswer.length };
}

export function ratesByOperator(verdicts: readonly Verdict[]): Record<MutationOperator, KillRate> {
  const of = (operator: MutationOperator) =>
    killRate(verdicts.filter(({ mutant }) => mutant.operator === operator));
  return Object.fromEntries(operators.map((operator) => [operator, of(operator)])) as Record<
    MutationOperator,
    KillRate
  >;
}

/**
 * Scenarios that need a unit: where taking it away, or flipping one of its conditions, changes a verdict or a reason.
 */
export function needsIn(verdicts: readonly Verdict[]): Map<string, string[]> {
  const needs = new Map<string, Set<string>>();
  for (const { mutant, kills } of verdicts) {
    if (mutant.operator !== 'remove' && mutant.operator !== 'flip') continue;
    const own = needs.get(mutant.unit.id) ?? new Set();
    for (const { scenario } of kills) own.add(scenario);
    if (own.size > 0) needs.set(mutant.unit.id, own);
  }
  return new Map([...needs].map(([unit, scenarios]) => [unit, [...scenarios].sort()]));
}
