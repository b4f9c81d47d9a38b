/**
 * The names that may be referred to, and what is said where one is not known.
 */
import type { Finding, FindingCode } from './finding.ts';
import type { Choice, Quantity } from './knowledge-base.ts';
import { suggestion } from './nearest.ts';
import type { WrittenCondition } from './schema.ts';
import type { Path, Source } from './source.ts';

/** Anything that can say whether it knows an id, and which it knows. */
type Names = Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>;

const setFacts = ['about', 'about.trait', 'setting', 'symptom', 'option', 'option.name', 'option.trait'];
const actFacts = ['need', 'must-not', 'step'];
/** Facts whose values are no concepts: traits, and pairs of a step. */
const freeFacts = ['about.trait', 'option.trait', 'step'];

export class References {
  private readonly concepts: Names;
  private readonly acts: Names;
  private readonly outcomes: Names;
  private readonly facts: ReadonlyMap<string, Choice | Quantity>;
  private readonly findings: Finding[];

  constructor(
    names: { concepts: Names; acts: Names; outcomes: Names; facts: ReadonlyMap<string, Choice | Quantity> },
    findings: Finding[],
  ) {
    this.concepts = names.concepts;
    this.acts = names.acts;
    this.outcomes = names.outcomes;
    this.facts = names.facts;
    this.findings = findings;
  }

  checkCondition(written: WrittenCondition, source: Source, path: Path): void {
    if ('not' in written) {
      this.checkCondition(written.not, source, [...path, 'not']);
    } else if ('all' in written) {
      for (const [i, part] of written.all.entries()) this.checkCondition(part, source, [...path, 'all', i]);
    } else if ('any' in written) {
      for (const [i, part] of written.any.entries()) this.checkCondition(part, source, [...path, 'any', i]);
    } else {
      this.checkLeaf(written, source, path);
    }
  }

  /** A concept or an outcome. */
  checkThing(source: Source, path: Path, thing: string): void {
    if (this.concepts.has(thing) || this.outcomes.has(thing)) return;
    this.unknown('KB_UNKNOWN_CONCEPT', source, path, thing, [
      ...this.concepts.keys(),
      ...this.outcomes.keys(),
    ]);
  }

  checkOutcome(source: Source, path: Path, outcome: string): void {
    if (!this.outcomes.has(outcome))
      this.unknown('KB_UNKNOWN_OUTCOME', source, path, outcome, this.outcomes.keys());
  }

  checkAct(source: Source, path: Path, act: string): void {
    if (!this.acts.has(act)) this.unknown('KB_UNKNOWN_ACT', source, path, act, this.acts.keys());
  }

  /** Acts and things may both say that an amount is meant. */
  checkNear(source: Source, path: Path, near: string): void {
    if (!this.acts.has(near)) this.checkThing(source, path, near);
  }

  unknown(code: FindingCode, source: Source, path: Path, name: string, known: Iterable<string>): void {
    this.report(code, source, path, `unknown ${name}${suggestion(name, known)}`);
  }

  report(code: FindingCode, source: Source, path: Path, message: string): void {
    this.findings.push(source.finding(code, path, message));
  }

  private checkLeaf(
    { fact: name, operator, value }: Extract<WrittenCondition, { fact: string }>,
    source: Source,
    path: Path,
  ): void {
    const at = [...path, 'fact'];
    const [prefix = '', ...rest] = name.split('.');
    const isOfAct = actFacts.includes(prefix) && rest.length > 0;
    if (!isOfAct && !setFacts.includes(name)) {
      this.checkSingle(name, operator, value, source, at);
    } else if (isOfAct && !this.acts.has(rest.join('.'))) {
      this.checkAct(source, at, rest.join('.'));
    } else if (operator !== 'contains') {
      this.report('KB_TYPE', source, at, `${name} is a set: operator contains`);
    } else if (!freeFacts.includes(name) && !freeFacts.includes(prefix)) {
      this.checkThing(source, [...path, 'value'], String(value));
    }
  }

  /** A choice or a quantity of facts.yaml. */
  private checkSingle(
    name: string,
    operator: string,
    value: string | number | boolean,
    source: Source,
    at: Path,
  ): void {
    const fact = this.facts.get(name);
    if (!fact) {
      const byAct = actFacts.flatMap((of) => [...this.acts.keys()].map((act) => `${of}.${act}`));
      this.unknown('KB_UNKNOWN_FACT', source, at, name, [...this.facts.keys(), ...setFacts, ...byAct]);
    } else if (fact.kind === 'choice') {
      if (operator === 'equal' && String(value) in fact.values) return;
      this.report('KB_TYPE', source, at, `${name} equals one of ${Object.keys(fact.values).join(', ')}`);
    } else if (typeof value !== 'number') {
      this.report('KB_TYPE', source, at, `${name} is compared with a number of ${fact.unit}`);
    }
  }
}
