/**
 * What scenarios can be: conditions as propositions over the finite facts, decided by a SAT solver (MiniSat, as
 * logic-solver brings it). Having a concept means having what it is; a choice has one value; an amount lies in one of
 * the stretches that the limits in play divide its axis into.
 */
import Logic, { type Operand } from 'logic-solver';
import type { Condition, Leaf } from '../knowledge/condition.ts';
import { comparisons, leaves } from '../knowledge/condition.ts';
import type { KnowledgeBase, Rule } from '../knowledge/knowledge-base.ts';
import { denial, Facts } from '../reading/facts.ts';

/** A fact with its value, or an amount with where it lies. */
export interface Said {
  fact: string;
  value: string;
}

/** Facts whose members are also spoken of: what is wanted, given, forbidden or wrong is mentioned. */
const mentioned = /^(need|must-not)\.|^(setting|symptom)$/;

export class Worlds {
  private readonly base: KnowledgeBase;
  private readonly solver = new Logic.Solver();
  /** Fact → values met so far, each a variable of its own. */
  private readonly members = new Map<string, Set<string>>();
  /** Quantity → its limits in all rules, ascending. */
  private readonly limits = new Map<string, number[]>();
  private readonly singles = new Set<string>();

  constructor(base: KnowledgeBase) {
    this.base = base;
    const limits = new Map<string, Set<number>>();
    for (const { condition, unless } of base.rules) {
      for (const { fact, operator, value } of [...leaves(condition), ...(unless ? leaves(unless) : [])]) {
        if (comparisons[operator] === undefined || typeof value !== 'number') continue;
        limits.set(fact, (limits.get(fact) ?? new Set()).add(value));
      }
    }
    for (const [fact, values] of limits)
      this.limits.set(
        fact,
        [...values].sort((a, b) => a - b),
      );
  }

  /** A scenario in which all of them hold, as the facts it must have; undefined where there can be none. */
  together(conditions: readonly Operand[]): Said[] | undefined {
    const solution = this.solver.solveAssuming(Logic.and(...conditions));
    return solution?.getTrueVars().map(saidOf) ?? undefined;
  }

  /**
   * The smallest such scenario: of what the conditions ask about, as little as possible is so.
   * @param conditions as authored, each with what makes it a proposition
   */
  smallest(conditions: readonly Condition[], propositions: readonly Operand[]): Said[] | undefined {
    const asked = conditions
      .flatMap(leaves)
      .map((leaf) => (leaf.operator === 'contains' ? variable(leaf.fact, String(leaf.value)) : undefined));
    const found = this.together(propositions);
    if (!found) return undefined;
    const absent: Operand[] = [];
    for (const name of new Set(asked.filter((each) => each !== undefined))) {
      const without = [...absent, Logic.not(name)];
      if (this.together([...propositions, ...without])) absent.push(Logic.not(name));
    }
    const limits = new Set(conditions.flatMap(leaves).map(({ fact }) => fact));
    return this.together([...propositions, ...absent])?.filter(
      (said) =>
        asked.includes(variable(said.fact, said.value)) ||
        (this.singles.has(said.fact) && limits.has(said.fact)),
    );
  }

  /** The facts of one scenario in which the condition may well hold: its first alternatives, and what they are. */
  plainest(condition: Condition): Facts | undefined {
    const first = (part: Condition): Leaf[] => {
      if ('all' in part) return part.all.flatMap(first);
      return 'any' in part ? part.any.slice(0, 1).flatMap(first) : [part];
    };
    const said = first(condition);
    if (!said.every(isSpoken) || said.some(({ fact }) => fact.startsWith('step.'))) return undefined;
    const facts = new Facts();
    for (const { fact, operator, value } of said) {
      const id = String(value);
      if (operator === 'lacks') {
        facts.add(fact, denial + id, { leaf: id, by: 'derived' });
        continue;
      }
      const entry = this.base.concepts.get(id) ?? this.base.outcomes.get(id);
      const is = fact === 'option.name' ? this.base.outcomes.get(id)?.family : entry?.closure.keys();
      for (const each of [...(is ?? [id]), '*']) {
        facts.add(fact, each, { leaf: id, by: 'derived' });
        if (mentioned.test(fact)) facts.add('about', each, { leaf: id, by: 'derived' });
      }
    }
    return facts;
  }

  /** Whether the second holds in every scenario in which the first does. */
  implies(first: Operand, second: Operand): boolean {
    return this.together([first, Logic.not(second)]) === undefined;
  }

  /** The rule's conditions, its exception known not to hold. */
  ofRule({ condition, unless }: Pick<Rule, 'condition' | 'unless'>): Operand {
    return unless ? Logic.and(this.of(condition), Logic.not(this.of(unless))) : this.of(condition);
  }

  of(condition: Condition): Operand {
    if ('all' in condition) return Logic.and(...condition.all.map((part) => this.of(part)));
    if ('any' in condition) return Logic.or(...condition.any.map((part) => this.of(part)));
    return this.ofLeaf(condition);
  }

  private ofLeaf({ fact, operator, value }: Leaf): Operand {
    if (operator === 'contains') return this.member(fact, String(value));
    if (operator === 'lacks') return this.member(fact, denial + String(value));
    const single = this.base.facts.get(fact);
    if (single?.kind === 'choice') {
      const values = this.choice(fact, Object.keys(single.values));
      const wanted = values.filter(
        (each) => (each === variable(fact, String(value))) === (operator === 'equal'),
      );
      return wanted.length > 0 ? Logic.or(...wanted) : Logic.FALSE;
    }
    const stretches = this.stretchesOf(fact).filter(({ sample }) => isMet(sample, operator, Number(value)));
    return stretches.length > 0 ? Logic.or(...stretches.map(({ name }) => name)) : Logic.FALSE;
  }

  /** The variable of a member, with what it means for the members met before. */
  private member(fact: string, value: string): string {
    const own = variable(fact, value);
    const known = this.members.get(fact) ?? new Set();
    if (known.has(value)) return own;
    this.members.set(fact, known.add(value));
    for (const other of known) this.relate(fact, value, other);
    if (mentioned.test(fact) && value !== '*' && !value.startsWith(denial)) {
      this.solver.require(Logic.implies(own, this.member('about', value)));
    }
    return own;
  }

  private relate(fact: string, a: string, b: string): void {
    for (const [special, general] of [
      [a, b],
      [b, a],
    ] as const) {
      if (special !== general && this.isA(fact, special, general)) {
        this.solver.require(Logic.implies(variable(fact, special), variable(fact, general)));
      }
    }
    if (a === denial + b || b === denial + a) {
      this.solver.require(Logic.atMostOne(variable(fact, a), variable(fact, b)));
    }
  }

  private isA(fact: string, special: string, general: string): boolean {
    if (special.startsWith(denial) || general.startsWith(denial)) return false;
    if (general === '*') return true;
    const entry = this.base.outcomes.get(special) ?? this.base.concepts.get(special);
    if (fact === 'option.name') return this.base.outcomes.get(special)?.family.includes(general) ?? false;
    if (fact.startsWith('step.')) {
      const [subject, object = ''] = special.split(' ');
      const [otherSubject, other = ''] = general.split(' ');
      return subject === otherSubject && this.isA('about', object, other);
    }
    return entry?.closure.has(general) ?? false;
  }

  private choice(fact: string, values: readonly string[]): string[] {
    const variables = values.map((value) => variable(fact, value));
    if (!this.singles.has(fact)) this.solver.require(Logic.atMostOne(...variables));
    this.singles.add(fact);
    return variables;
  }

  /** Each limit, and the open stretches before, between and after them, with an amount of each. */
  private stretchesOf(fact: string): { name: string; sample: number }[] {
    const limits = this.limits.get(fact) ?? [];
    const samples = limits.flatMap((limit, i) => [limit, (limit + (limits[i + 1] ?? 2 * limit + 2)) / 2]);
    const all = [(limits[0] ?? 0) / 2, ...samples];
    const stretches = all.map((sample) => ({ name: variable(fact, String(sample)), sample }));
    if (!this.singles.has(fact)) this.solver.require(Logic.atMostOne(...stretches.map(({ name }) => name)));
    this.singles.add(fact);
    return stretches;
  }
}

/** It asks whether a thing is spoken of, or said not to be so. */
export function isSpoken({ operator }: Leaf): boolean {
  return operator === 'contains' || operator === 'lacks';
}

/** `need.rotate contains credential and job.duration 20`, as a reader would say it. */
export function scenarioText(said: readonly Said[] = []): string {
  const telling = said.filter(
    ({ fact, value }) =>
      value !== '*' &&
      !(
        fact === 'about' &&
        said.some((other) => other.fact !== 'about' && mentioned.test(other.fact) && other.value === value)
      ),
  );
  return telling.map(({ fact, value }) => `${fact} ${value}`).join(', ');
}

function variable(fact: string, value: string): string {
  return `${fact}=${value}`;
}

function saidOf(name: string): Said {
  const at = name.indexOf('=');
  return { fact: name.slice(0, at), value: name.slice(at + 1) };
}

function isMet(amount: number, operator: Leaf['operator'], limit: number): boolean {
  if (operator === 'greaterThan') return amount > limit;
  if (operator === 'greaterThanInclusive') return amount >= limit;
  return operator === 'lessThan' ? amount < limit : amount <= limit;
}
