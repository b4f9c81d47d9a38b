/**
 * Text → facts. The stem says what is wanted and what is given; an option says what would be done.
 */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Language } from '../language/stems.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import { Amounts } from './amounts.ts';
import { type Ask, askOf } from './ask.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { Facts } from './facts.ts';
import { Meanings } from './meanings.ts';
import { OptionFacts } from './option-facts.ts';
import { addActs, addAmounts, addChoices, addThings } from './stem-facts.ts';
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

export class Reader {
  readonly vocabulary: Vocabulary;
  private readonly base: KnowledgeBase;
  private readonly amounts: Amounts;
  private readonly meanings: Meanings;
  private readonly optionFacts: OptionFacts;

  constructor(base: KnowledgeBase) {
    this.base = base;
    this.vocabulary = new Vocabulary(base);
    this.amounts = new Amounts(base);
    this.meanings = new Meanings(base);
    this.optionFacts = new OptionFacts(base, this.meanings);
  }

  /** @param isOpen it has no options: any outcome may be meant, so that only what is said in one go is read */
  readStem(text: string, lang?: Language, isOpen = false): Reading {
    const reading = this.parse(text, lang, isOpen);
    const { clauses, tokens, recurring, facts } = reading;
    const { base, amounts, meanings } = this;
    // Telegraph style ("rotation + RDS") asks for everything it says.
    if (!saysWhatIsWanted(clauses)) {
      for (const clause of clauses) if (clause.role === 'setting') clause.role = 'need';
    }
    for (const clause of clauses) {
      addThings(clause, tokens, facts, base, meanings);
      addActs(clause, tokens, facts, meanings);
      addAmounts(clause, tokens, recurring, facts, base, amounts, meanings);
    }
    addChoices(facts, base);
    return reading;
  }

  /** @param stem the stem it is an option of */
  readOption(text: string, stem: Reading): Reading {
    const reading = this.parse(text, stem.lang);
    const given = mentionsIn(stem)
      .filter(({ kind }) => kind === 'outcome')
      .map(({ id }) => id);
    this.optionFacts.add(reading.clauses, reading.tokens, [...new Set(given)], reading.facts);
    return reading;
  }

  private parse(text: string, lang?: Language, isLiteral = false): Reading {
    const written = tokenize(text);
    const language = lang ?? this.vocabulary.languageOf(written);
    const tokens = this.vocabulary.spelled(written, language);
    const cues = this.vocabulary.cuesIn(tokens, language);
    const clauses = clausesOf(text, tokens, cues, this.vocabulary.mentions(tokens, language, isLiteral));
    const ask = askOf(tokens, clauses, cues, this.amounts);
    const recurring = new Set(cues.filter(({ cue }) => cue === 'recurrence').map(({ to }) => to));
    return { text, lang: language, tokens, clauses, ask, recurring, facts: new Facts() };
  }
}

function mentionsIn({ clauses }: Reading): Mention[] {
  return clauses.flatMap(({ mentions }) => mentions);
}

function saysWhatIsWanted(clauses: readonly Clause[]): boolean {
  return clauses.some(
    ({ role, mentions }) =>
      (role === 'need' || role === 'ask') && mentions.some(({ kind }) => kind !== 'outcome'),
  );
}
