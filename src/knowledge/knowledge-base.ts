/**
 * The knowledge as the rest of Criterio sees it: checked, closed under is-a, immutable.
 */
import type { z } from 'zod';
import type { Condition } from './condition.ts';
import type {
  asOfSchema,
  bases,
  choiceSchema,
  cuesSchema,
  judgingSchema,
  outcomeSchema,
  quantitySchema,
  statusSchema,
} from './schema.ts';

export type Lang = 'en' | 'es';
export type Texts = Record<Lang, string>;
export type AsOf = 'exam' | 'today';
export type Basis = (typeof bases)[number];
export type OutcomeKind = z.infer<typeof outcomeSchema>['kind'];
export type Status = z.infer<typeof statusSchema>;

/** A thing (concept) or a doing (act) of the lexicon. */
export interface Term {
  id: string;
  name: Texts;
  words: Record<Lang, string[]>;
  /** Itself and all it is, nearest first, with the number of is-a steps. */
  closure: ReadonlyMap<string, number>;
}

/** Something a question can be answered with: a service, a feature of one, or a value of a setting. */
export interface Outcome {
  id: string;
  kind: OutcomeKind;
  /** Canonical English name of today. */
  name: string;
  /** Every other name it goes or went by. */
  aliases: string[];
  parent?: string;
  /** Itself and its parents, nearest first. */
  family: string[];
  /** Its family and the concepts it is an instance of, with the number of steps. */
  closure: ReadonlyMap<string, number>;
  /** Features and values below it. */
  descendants: string[];
  /** Its own and those of what it is part of. */
  traits: string[];
  status: Status;
  /** The notes do not speak of it; exams offer it as a distractor. */
  outside: boolean;
  url?: string;
}

export interface Statement {
  /** `section/statement`. */
  id: string;
  section: string;
  lines: number[];
  text: Texts;
  today?: { status: string; since?: string; text: Texts };
}

export interface Claim {
  /** `section/statement#n`, or `catalogue/outcome#n` for services outside the notes. */
  id: string;
  subject: string;
  act: string;
  objects: string[];
  with: string[];
  negative: boolean;
  only: boolean;
  asOf?: z.infer<typeof asOfSchema>;
  limit?: { fact: string; atMost?: number; atLeast?: number };
  statement?: string;
  when?: Condition;
  /** The exception that is assumed not to hold. */
  unless?: Condition;
}

/**
 * What a fired rule says of an option.
 * serves: it does what is wanted to what it is wanted for. The same rule is weaker evidence where the facts say less:
 * meets: it does both things that are said, though not in one breath; fits: it has to do with what the question
 * speaks of. does: it does what is wanted, to
 * whatever; supports: a step of the option is
 * what its subject does; alone: nothing else meets the need; cannot: it can not meet a need; contradicts: a step
 * says what its subject can not do; exceeds: a quantity is beyond its limit; prefers, recommends, excludes: an
 * authored rule; leans: a contrast that prefers, with one of its conditions not known; principle: what exams reward
 * everywhere.
 */
export const forms = [
  'serves',
  'meets',
  'fits',
  'does',
  'supports',
  'alone',
  'cannot',
  'contradicts',
  'exceeds',
  'prefers',
  'leans',
  'recommends',
  'excludes',
  'principle',
  'resembles',
] as const;
export type Form = (typeof forms)[number];

export interface Rule {
  id: string;
  form: Form;
  /** The outcomes it speaks for (or, for cannot, contradicts, exceeds, excludes, against). */
  subjects: string[];
  /** For a contrast: the outcomes that lose by it. */
  over: string[];
  condition: Condition;
  /** The exception that is assumed not to hold. */
  unless?: Condition;
  /** Fact and value that the point goes to: one need is counted once for an option. */
  about?: { fact: string; value: string };
  /** Number of conditions. */
  specificity: number;
  /** Number of services of which the same is claimed, for each form it may be evidence of. */
  shared?: Partial<Record<Form, number>>;
  /** A claim about a service as a whole, not about one of its features. */
  whole?: boolean;
  because?: Texts;
  claim?: Claim;
  /** Statements it rests on. */
  statements: string[];
  asOf?: z.infer<typeof asOfSchema>;
  /** For what leans: what the contrast asks for too, and is missing. */
  lacking?: Condition;
  /** For principles: -2 to +2. */
  points?: number;
  /** For principles: what it says of the options it speaks of, whatever the points. */
  speaks?: 'for' | 'against';
}

/** Rules about what a question asks for, and about a step that an option says. */
export type RulePart = 'scenario' | 'step';

export interface Section {
  slug: string;
  title: Texts;
  file: string;
  statements: string[];
  silent: { line: number; why: string }[];
  rules: string[];
}

export type Choice = z.infer<typeof choiceSchema> & { id: string };
export type Quantity = z.infer<typeof quantitySchema> & { id: string };
export type Cues = z.infer<typeof cuesSchema>;
export type Judging = z.infer<typeof judgingSchema>;

/** Units of one dimension: name → factor to the dimension's base unit and the words that say it. */
export type Units = Record<string, Record<string, { name: Texts; factor: number; words: string[] }>>;

/** A heading of the notes, whether or not it is encoded. */
export interface Heading {
  slug: string;
  domain: string;
  /** Lines that state something. */
  content: number[];
}

export interface Domain {
  name: Texts;
  /** Share of the exam, in percent. */
  weight: number;
}

export interface KnowledgeBase {
  headings: ReadonlyMap<string, Heading>;
  domains: ReadonlyMap<string, Domain>;
  concepts: ReadonlyMap<string, Term>;
  acts: ReadonlyMap<string, Term>;
  outcomes: ReadonlyMap<string, Outcome>;
  facts: ReadonlyMap<string, Choice | Quantity>;
  units: Units;
  cues: Cues;
  judging: Judging;
  sections: ReadonlyMap<string, Section>;
  statements: ReadonlyMap<string, Statement>;
  claims: readonly Claim[];
  /** Rules that an author wrote, principles included. */
  authored: readonly Rule[];
  /** Contrasts with one of their conditions left out. */
  leanings: readonly Rule[];
  /** Statements as rules: an option that reads like one has something for it. */
  likenesses: readonly Rule[];
  /** The rules that a claim stands for, or those of one part, made at first use. */
  rulesOf(claim: Claim, part?: RulePart): readonly Rule[];
  /** All rules, those of claims first; making them takes a while. */
  readonly rules: readonly Rule[];
}
