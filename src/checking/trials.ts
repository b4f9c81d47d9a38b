/**
 * Questions already judged, kept so that a change of a few rules is judged anew in microseconds: the change is
 * looked up among the facts of every contender, and only the tallies it touches are made again.
 *
 * As a whole new run would judge, but for one thing: without options the advisor judges a shortlist of outcomes, and
 * that list is taken as it was. What a change lifts onto it, or off its end, is not seen.
 */
import { type Condition, comparisons, type Leaf, leaves, triggers } from '../knowledge/condition.ts';
import type { Rule } from '../knowledge/knowledge-base.ts';
import { leaningsOf } from '../knowledge/leanings.ts';
import type { Facts, FactValue } from '../reading/facts.ts';
import { isOfScenario } from '../reasoning/authored-index.ts';
import { choiceOf } from '../reasoning/choice.ts';
import { type Advisor, byStanding, type Conclusion, type JudgedOption } from '../reasoning/consultation.ts';
import { hasRival } from '../reasoning/contrasts.ts';
import { type Tally, tally } from '../reasoning/evidence.ts';
import { holds } from '../reasoning/truth.ts';
import { type Ruling, rulingOf } from './ruling.ts';

/** Rules taken away, and rules put in. */
export interface RuleChange {
  without: readonly Rule[];
  added: readonly Rule[];
}

/** The set that an open question takes to hold every outcome. */
const names = 'option.name';

export class Trial {
  readonly conclusion: Conclusion;
  readonly ruling: Ruling;
  /** The facts of each contender: of each option, or of the question itself where it has none. */
  readonly facts: readonly Facts[];
  private readonly advisor: Advisor;
  /** Without options: rules that fired with every outcome taken as named. */
  private readonly fired: readonly Rule[];
  private readonly firedIds: ReadonlySet<string>;
  private readonly contrasts: readonly Rule[];
  /** Number of fired rules that speak of an outcome. */
  private readonly spoken = new Map<string, number>();

  private constructor(advisor: Advisor, conclusion: Conclusion, fired: readonly Rule[]) {
    this.advisor = advisor;
    this.conclusion = conclusion;
    this.fired = fired;
    this.firedIds = new Set(fired.map(({ id }) => id));
    this.contrasts = fired.filter(({ over }) => over.length > 0);
    for (const { subjects } of fired) {
      for (const id of subjects) this.spoken.set(id, (this.spoken.get(id) ?? 0) + 1);
    }
    this.ruling = rulingOf(conclusion);
    const { options, facts } = conclusion;
    this.facts = options.length > 0 ? options.map(({ reading }) => facts.with(reading.facts)) : [facts];
  }

  static of(advisor: Advisor, conclusion: Conclusion): Trial {
    const fired = conclusion.options.length > 0 ? [] : advisor.rulesRanking(conclusion);
    return new Trial(advisor, conclusion, fired);
  }

  get isOpen(): boolean {
    return this.conclusion.options.length === 0;
  }

  /** The same question under changed rules. */
  rulingWith(change: RuleChange): Ruling {
    const { conclusion } = this;
    const added = change.added.filter(({ asOf }) => asOf === undefined || asOf === conclusion.asOf);
    if (!this.isOpen) {
      const without = new Set(change.without.flatMap(withLeanings).map(({ id }) => id));
      return this.choiceRuling(without, added.flatMap(withLeanings));
    }
    return this.openRuling(
      change.without.filter(({ id }) => this.firedIds.has(id)),
      added.filter((rule) => isOfScenario(rule) && holds(rule, this.conclusion.facts, names)),
    );
  }

  private choiceRuling(without: ReadonlySet<string>, added: readonly Rule[]): Ruling {
    const { options, choose, reading } = this.conclusion;
    const judged = options.map((option, place): JudgedOption => {
      const facts = this.facts[place] as Facts;
      const own = option.reading.facts;
      const rivals = options.filter((other) => other !== option).map((other) => other.reading.facts);
      const more = added.filter((rule) => holds(rule, facts) && hasRival(rule, own, rivals));
      const kept = option.tally.evidence.map(({ rule }) => rule).filter(({ id }) => !without.has(id));
      const isSame = more.length === 0 && kept.length === option.tally.evidence.length;
      return {
        ...option,
        chosen: false,
        tally: isSame ? option.tally : this.tallyOf([...kept, ...more], facts),
      };
    });
    const { variants } = this.advisor.base.judging;
    for (const option of choiceOf(judged, choose, reading.ask, variants).chosen) option.chosen = true;
    return rulingOf({ options: judged, ranking: [], reading });
  }

  private openRuling(less: readonly Rule[], more: readonly Rule[]): Ruling {
    const { facts, ranking, reading } = this.conclusion;
    const { grain } = reading.ask;
    if (more.length === 0 && less.length === 0) return this.ruling;
    const contrasts = this.contrastsMoved(less, more);
    const touched = new Set(
      [...less, ...more, ...contrasts].flatMap(({ subjects }) =>
        subjects.map((id) => this.advisor.atGrain(id, grain)),
      ),
    );
    const gained = [...more, ...contrasts].reduce((sum, rule) => sum + Math.max(0, this.weightOf(rule)), 0);
    const freed = [...less, ...contrasts].reduce((sum, rule) => sum + Math.max(0, -this.weightOf(rule)), 0);
    if (!this.canReachFirst(touched, gained + freed)) return this.ruling;
    const gone = new Set(less.map(({ id }) => id));
    const fired = [...this.fired.filter(({ id }) => !gone.has(id)), ...more];
    const anew = this.advisor.rankingOf(fired, facts, grain, touched);
    const first = [...ranking.filter(({ outcome }) => !touched.has(outcome.id)), ...anew].sort(byStanding)[0];
    return rulingOf({ options: [], ranking: first ? [first] : [], reading });
  }

  /** A contrast speaks where something speaks of its loser too: it comes with the first such rule, and goes with the last. */
  private contrastsMoved(less: readonly Rule[], more: readonly Rule[]): readonly Rule[] {
    const count = (rules: readonly Rule[], id: string) =>
      rules.reduce((sum, { subjects }) => sum + (subjects.includes(id) ? 1 : 0), 0);
    const gone = less
      .flatMap(({ subjects }) => subjects)
      .filter((id) => this.spoken.get(id) === count(less, id));
    const come = more.flatMap(({ subjects }) => subjects).filter((id) => !this.spoken.has(id));
    const moved = new Set([...gone, ...come]);
    return moved.size === 0
      ? []
      : this.contrasts.filter(({ over }) => over.some((loser) => moved.has(loser)));
  }

  /** A bound that spares most of the work: none of these outcomes is first, or could be with so many points more. */
  private canReachFirst(touched: ReadonlySet<string>, more: number): boolean {
    const { ranking } = this.conclusion;
    const [first] = ranking;
    if (!first || touched.has(first.outcome.id)) return true;
    const { named, shown } = this.advisor.base.judging;
    const unranked =
      ranking.length < shown ? Math.max(0, named.feature) : (ranking.at(-1)?.tally.points ?? 0);
    const points = [...touched].map(
      (id) => ranking.find(({ outcome }) => outcome.id === id)?.tally.points ?? unranked,
    );
    return points.some((before) => before + more >= first.tally.points);
  }

  private weightOf({ form, points = 1 }: Rule): number {
    return (this.advisor.base.judging.weights[form] ?? 0) * points;
  }

  private tallyOf(rules: readonly Rule[], facts: Facts): Tally {
    return tally(rules.flatMap((rule) => this.advisor.weigh(rule, facts) ?? []));
  }
}

/** Trials with an index from facts to them, so that a rule finds those it can fire in. */
export class Docket {
  readonly trials: readonly Trial[];
  private readonly byFact = new Map<string, Set<Trial>>();
  private readonly open: readonly Trial[];

  constructor(trials: readonly Trial[]) {
    this.trials = trials;
    this.open = trials.filter(({ isOpen }) => isOpen);
    for (const trial of trials) {
      for (const facts of trial.facts)
        for (const { fact, value } of facts.entries()) this.file(fact, value, trial);
    }
  }

  /** Trials in which one of the rules fires for some contender. */
  touchedBy(rules: readonly Rule[]): Set<Trial> {
    const touched = new Set<Trial>();
    for (const rule of rules.flatMap(withLeanings)) {
      for (const trial of this.near(rule)) {
        if (
          !touched.has(trial) &&
          trial.facts.some((facts) => holds(rule, facts, trial.isOpen ? names : undefined))
        )
          touched.add(trial);
      }
    }
    return touched;
  }

  /** Trials that hold one of the facts which the rule can not do without. */
  private near({ condition }: Rule): Set<Trial> {
    const wanted = triggers(condition) ?? leaves(condition);
    const found = new Set<Trial>();
    for (const leaf of wanted) for (const trial of this.byFact.get(keyOf(leaf)) ?? []) found.add(trial);
    // An open question takes every outcome as named: it is found by what else the rule demands.
    if (wanted.some(({ fact }) => fact === names)) {
      const rest = withoutNames(condition);
      const others = rest && triggers(rest);
      const open = others ? others.flatMap((leaf) => [...(this.byFact.get(keyOf(leaf)) ?? [])]) : this.open;
      for (const trial of open) if (trial.isOpen) found.add(trial);
    }
    return found;
  }

  private file(fact: string, value: FactValue, trial: Trial): void {
    const keys = typeof value === 'number' ? [fact, `${fact} ${value}`] : [`${fact} ${value}`];
    for (const key of keys) {
      const filed = this.byFact.get(key);
      if (filed) filed.add(trial);
      else this.byFact.set(key, new Set([trial]));
    }
  }
}

/** What leans goes and comes with its contrast. */
function withLeanings(rule: Rule): Rule[] {
  return [rule, ...leaningsOf(rule)];
}

/** A comparison is met by some amounts of its quantity: it is filed under the quantity alone. */
function keyOf({ fact, operator, value }: Leaf): string {
  return comparisons[operator] === undefined ? `${fact} ${value}` : fact;
}

/** The top-level parts that are not about names alone; undefined where nothing is left. */
function withoutNames(condition: Condition): Condition | undefined {
  if (!('all' in condition))
    return leaves(condition).some(({ fact }) => fact === names) ? undefined : condition;
  const parts = condition.all.map(withoutNames).filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : { all: parts };
}
