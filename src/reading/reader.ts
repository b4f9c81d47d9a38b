/**
 * Text → facts. The stem says what is wanted and what is given; an option says what would be done.
 */
import { anything, stepValue } from '../knowledge/claim-rules.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Language } from '../language/stems.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import { Amounts } from './amounts.ts';
import { type Ask, askOf } from './ask.ts';
import { type Clause, clausesOf, type Role, roleOf } from './clauses.ts';
import { Facts } from './facts.ts';
import { type Mention, Vocabulary } from './vocabulary.ts';

export interface Reading {
  text: string;
  lang: Language;
  tokens: Token[];
  clauses: Clause[];
  ask: Ask;
  /** Tokens right after "every": an amount there is an interval. */
  recurring: ReadonlySet<number>;
  facts: Facts;
}

/** A question as the reader takes it. */
export interface Asked {
  stem: string;
  options?: Record<string, string> | undefined;
  lang?: Language | undefined;
}

export class Reader {
  readonly vocabulary: Vocabulary;
  private readonly base: KnowledgeBase;
  private readonly amounts: Amounts;

  constructor(base: KnowledgeBase) {
    this.base = base;
    this.vocabulary = new Vocabulary(base);
    this.amounts = new Amounts(base);
  }

  readStem(text: string, lang?: Language): Reading {
    const reading = this.parse(text, lang);
    const wanted = (role: Role) => role === 'need' || role === 'ask';
    const isWanted = reading.clauses.some(
      ({ role, mentions }) => wanted(role) && mentions.some(({ kind }) => kind !== 'outcome'),
    );
    for (const clause of reading.clauses) {
      // Telegraph style ("rotation + RDS") asks for everything it says.
      if (!isWanted && clause.role === 'setting') clause.role = 'need';
      this.addClause(clause, reading);
      this.addAmounts(clause, reading);
    }
    this.addChoices(reading.facts);
    return reading;
  }

  /** `option`, `option.name`, `option.trait` and `step.<act>` of one option. */
  readOption(text: string, lang?: Language): Reading {
    const reading = this.parse(text, lang);
    const { facts } = reading;
    const named = new Set(mentionsOf(reading.clauses, 'outcome').map(({ id }) => id));
    const meant = (id: string) => this.namesMeant(id, named, isBareName(reading.clauses));
    let subjects: Mention[] = [];
    for (const clause of reading.clauses) {
      const own = clause.mentions.filter(({ kind }) => kind === 'outcome');
      if (own.length > 0) subjects = own;
      for (const mention of clause.mentions) {
        if (mention.kind === 'act') continue;
        const said = this.said(reading, mention);
        for (const [value, distance] of this.closureOf(mention)) facts.add('option', value, { ...said, distance });
        if (mention.kind === 'outcome') {
          for (const name of meant(mention.id)) {
            // Features that were not named are further away: their limits are not held against the service.
            const distance = this.base.outcomes.get(mention.id)?.family.includes(name) ? 0 : 1;
            facts.add('option.name', name, { ...said, distance });
          }
          for (const trait of this.base.outcomes.get(mention.id)?.traits ?? []) facts.add('option.trait', trait, said);
        }
      }
      this.addSteps(clause, subjects.flatMap(({ id }) => meant(id)), reading);
    }
    return reading;
  }

  private parse(text: string, lang?: Language): Reading {
    const tokens = tokenize(text);
    const language = lang ?? this.vocabulary.languageOf(tokens);
    const clauses = clausesOf(text, tokens, language, this.vocabulary);
    const cues = this.vocabulary.cuesIn(tokens, language);
    const ask = askOf(tokens, clauses, cues, this.amounts);
    const recurring = new Set(cues.filter(({ cue }) => cue === 'recurrence').map(({ to }) => to));
    return { text, lang: language, tokens, clauses, ask, recurring, facts: new Facts() };
  }

  private addClause(clause: Clause, reading: Reading): void {
    const { facts } = reading;
    const things = clause.mentions.filter(({ kind }) => kind !== 'act');
    for (const thing of things) {
      const role = roleOf(thing, clause);
      for (const [value, distance] of this.closureOf(thing)) {
        const said = { ...this.said(reading, thing), distance };
        facts.add('about', value, said);
        // A service that is named is given or asked about; what kind of thing it is, is not wanted.
        const isWanted = (role === 'need' || role === 'ask') && thing.kind === 'concept';
        if (isWanted) facts.add('need.is', value, said);
        if (role === 'must-not') {
          facts.add('must-not.is', value, said);
          for (const act of this.base.cues.forbidWants) facts.add(`need.${act}`, value, said);
        }
        if (role === 'setting') facts.add('setting', value, said);
        if (role === 'symptom') {
          facts.add('symptom', value, said);
          for (const act of this.base.cues.symptomWants) facts.add(`need.${act}`, value, said);
        }
      }
    }
    for (const act of clause.mentions) {
      if (act.kind !== 'act') continue;
      const role = roleOf(act, clause);
      const prefix = role === 'must-not' ? 'must-not' : role === 'need' || role === 'ask' ? 'need' : undefined;
      if (!prefix) continue;
      for (const doing of this.closureOf(act).keys()) {
        facts.add(`${prefix}.${doing}`, anything, this.said(reading, act));
        for (const thing of things) {
          if (roleOf(thing, clause) !== role) continue;
          for (const [value, distance] of this.closureOf(thing)) {
            facts.add(`${prefix}.${doing}`, value, { ...this.said(reading, thing), distance });
          }
        }
      }
    }
  }

  /** Pairs of a step's subject and object; a clause without a name goes on speaking of the last one named. */
  private addSteps(clause: Clause, subjects: readonly string[], reading: Reading): void {
    const acts = clause.mentions.filter(({ kind }) => kind === 'act');
    const things = clause.mentions.filter(({ kind }) => kind !== 'act');
    for (const act of acts) {
      for (const doing of this.closureOf(act).keys()) {
        for (const subject of subjects) {
          reading.facts.add(`step.${doing}`, stepValue(subject, anything), this.said(reading, act));
          for (const thing of things) {
            const said = this.said(reading, thing);
            for (const [object, distance] of this.closureOf(thing)) {
              reading.facts.add(`step.${doing}`, stepValue(subject, object), { ...said, distance });
            }
          }
        }
      }
    }
  }

  /** An amount belongs to the quantity whose acts or concepts its clause speaks of. */
  private addAmounts(clause: Clause, reading: Reading): void {
    const amounts = this.amounts
      .in(reading.tokens.slice(clause.from, clause.to))
      .filter(({ from }) => !reading.recurring.has(clause.from + from));
    if (amounts.length === 0) return;
    const near = new Set(clause.mentions.flatMap((mention) => [...this.closureOf(mention).keys()]));
    for (const fact of this.base.facts.values()) {
      if (fact.kind !== 'quantity' || !fact.near.some((id) => near.has(id))) continue;
      const amount = amounts.find(({ dimension }) => dimension === fact.dimension);
      const unit = this.base.units[fact.dimension]?.[fact.unit];
      if (!amount || !unit) continue;
      const from = reading.tokens[clause.from + amount.from];
      const to = reading.tokens[clause.from + amount.to - 1];
      reading.facts.set(fact.id, amount.base / unit.factor, {
        span: [from?.start ?? 0, to?.end ?? 0],
        leaf: fact.id,
        by: 'read',
      });
    }
  }

  private addChoices(facts: Facts): void {
    for (const fact of this.base.facts.values()) {
      if (fact.kind !== 'choice') continue;
      for (const [value, { from }] of Object.entries(fact.values)) {
        for (const concept of from) {
          const said = facts.said('about', concept)[0];
          if (said) facts.set(fact.id, value, said);
        }
      }
    }
  }

  /** What a mention stands for: itself and all it is. */
  private closureOf({ kind, id }: Mention): ReadonlyMap<string, number> {
    const { acts, concepts, outcomes } = this.base;
    const entry = kind === 'act' ? acts.get(id) : kind === 'concept' ? concepts.get(id) : outcomes.get(id);
    return entry?.closure ?? new Map([[id, 0]]);
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

  private said(reading: Reading, { id, from, to }: Mention): { span: [number, number]; leaf: string; by: 'read' } {
    return { span: [reading.tokens[from]?.start ?? 0, reading.tokens[to - 1]?.end ?? 0], leaf: id, by: 'read' };
  }
}

/** The option says a name and nothing that would be done with it. */
function isBareName(clauses: readonly Clause[]): boolean {
  return mentionsOf(clauses, 'act').length === 0;
}

function mentionsOf(clauses: readonly Clause[], kind: Mention['kind']): Mention[] {
  return clauses.flatMap(({ mentions }) => mentions.filter((mention) => mention.kind === kind));
}
