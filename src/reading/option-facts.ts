/**
 * An option's clauses → facts: what it names, what it says, and its steps.
 */
import { anything, stepValue } from '../knowledge/claim-rules.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Token } from '../language/tokens.ts';
import type { Clause } from './clauses.ts';
import type { Facts } from './facts.ts';
import { isAct, isThing, type Meanings, saidAt } from './meanings.ts';
import type { Mention } from './vocabulary.ts';

/** The fact that an option says a step, not only a name. */
export const doesSomething = { fact: 'option.steps', value: 'some' };

export class OptionFacts {
  private readonly base: KnowledgeBase;
  private readonly meanings: Meanings;

  constructor(base: KnowledgeBase, meanings: Meanings) {
    this.base = base;
    this.meanings = meanings;
  }

  /**
   * Adds `option`, `option.name`, `option.trait` and `step.<act>`.
   * @param given outcomes the stem names: what an option does before it names any, it does with these
   */
  add(clauses: readonly Clause[], tokens: readonly Token[], given: readonly string[], facts: Facts): void {
    const named = new Set(mentionsOf(clauses, 'outcome').map(({ id }) => id));
    const [act] = mentionsOf(clauses, 'act');
    const isBare = act === undefined && isMostlyNames(clauses);
    if (act) facts.add(doesSomething.fact, doesSomething.value, saidAt(act, tokens));
    let subjects = [...given];
    for (const clause of clauses) {
      const own = clause.mentions.filter(({ kind }) => kind === 'outcome');
      // A clause without a name goes on speaking of the last one named.
      if (own.length > 0) subjects = own.flatMap(({ id }) => this.namesMeant(id, named, isBare));
      for (const thing of clause.mentions.filter(isThing)) this.addThing(thing, tokens, facts, named, isBare);
      this.addSteps(clause, subjects, tokens, facts);
    }
  }

  private addThing(
    thing: Mention,
    tokens: readonly Token[],
    facts: Facts,
    named: ReadonlySet<string>,
    isBare: boolean,
  ): void {
    for (const { value, said } of this.meanings.of(thing, tokens)) facts.add('option', value, said);
    const outcome = thing.kind === 'outcome' ? this.base.outcomes.get(thing.id) : undefined;
    if (!outcome) return;
    const said = saidAt(thing, tokens);
    for (const name of this.namesMeant(thing.id, named, isBare)) {
      // Features that were not named are further away: their limits are not held against the service.
      facts.add('option.name', name, { ...said, distance: outcome.family.includes(name) ? 0 : 1 });
    }
    for (const trait of outcome.traits) facts.add('option.trait', trait, said);
  }

  /** Pairs of a step's subject and object. */
  private addSteps(
    clause: Clause,
    subjects: readonly string[],
    tokens: readonly Token[],
    facts: Facts,
  ): void {
    const objects = clause.mentions.filter(isThing).flatMap((thing) => this.meanings.of(thing, tokens));
    for (const act of clause.mentions.filter(isAct)) {
      for (const doing of this.meanings.idsOf(act)) {
        for (const subject of subjects) {
          facts.add(`step.${doing}`, stepValue(subject, anything), saidAt(act, tokens));
          for (const { value, said } of objects) facts.add(`step.${doing}`, stepValue(subject, value), said);
        }
      }
    }
  }

  /**
   * A feature speaks for its service. A service that is all an option says may mean each of its features, one that
   * an option does something with means what is said.
   */
  private namesMeant(id: string, named: ReadonlySet<string>, isBare: boolean): string[] {
    const outcome = this.base.outcomes.get(id);
    if (!outcome) return [];
    const { family, descendants } = outcome;
    return !isBare || descendants.some((below) => named.has(below)) ? family : [...family, ...descendants];
  }
}

/** The option says a name and little that would be done with it, known as an act or not. */
function isMostlyNames(clauses: readonly Clause[]): boolean {
  const words = clauses.reduce((sum, { from, to }) => sum + to - from, 0);
  const inNames = mentionsOf(clauses, 'outcome').reduce((sum, { from, to }) => sum + to - from, 0);
  return inNames * 2 >= words;
}

function mentionsOf(clauses: readonly Clause[], kind: Mention['kind']): Mention[] {
  return clauses.flatMap(({ mentions }) => mentions.filter((mention) => mention.kind === kind));
}
