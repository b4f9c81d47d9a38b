/**
 * The match phase for rules that an author wrote. Most ask for things of the scenario and that an option names an
 * outcome: what they ask of the scenario is looked up once for all options and every outcome.
 */
import { leaves, needsNothingBut } from '../knowledge/condition.ts';
import type { Rule } from '../knowledge/knowledge-base.ts';
import { type Facts, isOfOption } from '../reading/facts.ts';
import { RuleIndex } from './rule-index.ts';
import { conditionHolds, holds } from './truth.ts';

/** The set of outcomes that an option names: without options every outcome is taken as named. */
const names = 'option.name';

export class AuthoredIndex {
  private readonly ofScenario: RuleIndex;
  /** Rules that ask for more of an option than a name. */
  readonly ofOptions: RuleIndex;
  /** Rules that speak without options too. */
  readonly forAny: ReadonlySet<Rule>;

  constructor(rules: readonly Rule[]) {
    this.forAny = new Set(rules.filter((rule) => rule.form !== 'leans' && isOfScenario(rule)));
    this.ofScenario = new RuleIndex(rules.filter(asksOnlyForNames), names);
    this.ofOptions = new RuleIndex(rules.filter((rule) => !asksOnlyForNames(rule)));
  }

  match(facts: Facts): AuthoredMatch {
    const spoken = this.ofScenario
      .candidates(facts)
      .filter(({ condition }) => conditionHolds(condition, facts, names));
    return new AuthoredMatch(this, spoken, facts);
  }
}

export class AuthoredMatch {
  private readonly index: AuthoredIndex;
  private readonly spoken: readonly Rule[];
  private readonly facts: Facts;

  /** @param spoken rules that lack nothing but a name, their exceptions apart */
  constructor(index: AuthoredIndex, spoken: readonly Rule[], facts: Facts) {
    this.index = index;
    this.spoken = spoken;
    this.facts = facts;
  }

  /** Rules that hold if every outcome is taken as named. */
  rulesForAny(): Rule[] {
    return this.spoken.filter((rule) => this.index.forAny.has(rule) && holds(rule, this.facts, names));
  }

  /**
   * Rules that hold for an option.
   * @param facts those of the option with those of the question
   */
  rulesForOption(facts: Facts): Rule[] {
    const isNamed = (subject: string) => facts.has(names, subject);
    return [
      ...this.spoken.filter((rule) => rule.subjects.some(isNamed) && holds(rule, facts)),
      ...this.index.ofOptions.candidates(facts).filter((rule) => holds(rule, facts)),
    ];
  }
}

function asksOnlyForNames({ condition, subjects }: Rule): boolean {
  return subjects.length > 0 && leaves(condition).every(({ fact }) => fact === names || !isOfOption(fact));
}

/**
 * It can speak of an outcome by itself: it asks for something of the scenario, and not for what else an option names.
 */
export function isOfScenario({ condition, subjects, over }: Rule): boolean {
  if (subjects.length === 0) return false;
  const ownNames = new Set([...subjects, ...over]);
  return (
    !needsNothingBut(names, condition) &&
    leaves(condition).every(({ fact, value }) => fact !== names || ownNames.has(String(value)))
  );
}
