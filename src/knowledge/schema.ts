/**
 * The written form of the knowledge: one zod schema for each kind of file in `rules/`.
 * The same schemas check the files at load and are printed as JSON Schema for editors.
 */
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');
const words = z.array(z.string().min(1));
const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);

/** A text a user reads, in both languages. */
export const texts = z.strictObject({ en: z.string().min(1), es: z.string().min(1) });

export const conceptSchema = z.strictObject({
  name: texts,
  is: z.array(id).optional(),
  en: words,
  es: words,
});

export const statusSchema = z.strictObject({
  is: z.enum(['active', 'renamed', 'closed', 'retired']),
  since: z.string().optional(),
  note: texts.optional(),
});

/** The point in time a claim holds at: the exam, today, or only in the notes (never used to answer). */
export const asOfSchema = z.enum(['exam', 'today', 'notes']);

const leaf = z.strictObject({
  fact: z.string().min(1),
  operator: z.enum([
    'contains',
    'equal',
    'greaterThan',
    'greaterThanInclusive',
    'lessThan',
    'lessThanInclusive',
  ]),
  value: z.union([z.string(), z.number(), z.boolean()]),
});

/** Conditions in the shape of json-rules-engine, as an author writes them. */
export type WrittenCondition =
  | z.infer<typeof leaf>
  | { all: WrittenCondition[] }
  | { any: WrittenCondition[] }
  | { not: WrittenCondition };

export const conditionSchema: z.ZodType<WrittenCondition> = z.lazy(() =>
  z.union([
    leaf,
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

const claimFields = {
  act: id,
  object: oneOrMore(id).optional(),
  with: oneOrMore(id).optional(),
  of: id.optional(),
  amount: z.strictObject({ atMost: z.string().optional(), atLeast: z.string().optional() }).optional(),
  when: conditionSchema.optional(),
  unless: conditionSchema.optional(),
  not: z.literal(true).optional(),
  only: z.literal(true).optional(),
  asOf: asOfSchema.optional(),
};
export const claimSchema = z.strictObject({ subject: oneOrMore(id), ...claimFields });
export type WrittenClaim = z.infer<typeof claimSchema>;

export const outcomeSchema = z.strictObject({
  kind: z.enum(['service', 'feature', 'value']),
  name: z.string().min(1),
  parent: id.optional(),
  aliases: words.optional(),
  former: words.optional(),
  es: words.optional(),
  notes: z.array(id).optional(),
  is: z.array(id).optional(),
  status: statusSchema.optional(),
  traits: z.array(id).optional(),
  url: z.url().optional(),
  does: z.array(z.strictObject(claimFields)).optional(),
});

export const statementSchema = z.strictObject({
  /** Lines of the notes; none in `general/`, which holds what everyone in the field knows. */
  lines: z.array(z.number().int().positive()).default([]),
  en: z.string().min(1),
  es: z.string().min(1),
  today: z
    .strictObject({
      status: z.enum(['outdated', 'imprecise', 'wrong', 'renamed', 'retired']),
      since: z.union([z.string(), z.number()]).optional(),
      en: z.string().min(1),
      es: z.string().min(1),
    })
    .optional(),
  claims: z.array(claimSchema).min(1).optional(),
  unclaimed: z.string().min(1).optional(),
});

export const contrastSchema = z.strictObject({
  prefer: oneOrMore(id).optional(),
  over: oneOrMore(id).optional(),
  recommend: oneOrMore(id).optional(),
  exclude: oneOrMore(id).optional(),
  when: conditionSchema,
  unless: conditionSchema.optional(),
  because: texts,
  cites: z.array(z.string()).min(1),
});

/** Additions an author asks the owner of lexicon and catalogue for; refused on main. */
export const proposalsSchema = z.strictObject({
  concepts: z.record(id, conceptSchema).optional(),
  words: z.record(id, z.strictObject({ en: words.optional(), es: words.optional() })).optional(),
  outcomes: z.record(id, outcomeSchema).optional(),
  acts: z.record(id, conceptSchema).optional(),
});

export const sectionSchema = z.strictObject({
  section: id,
  title: texts,
  silent: z.array(z.strictObject({ line: z.number().int().positive(), why: z.string().min(1) })),
  statements: z.record(id, statementSchema),
  rules: z.record(id, contrastSchema).optional(),
  proposes: proposalsSchema.optional(),
});
export type WrittenSection = z.infer<typeof sectionSchema>;

export const principleSchema = z.strictObject({
  name: texts,
  when: conditionSchema,
  unless: conditionSchema.optional(),
  /** What it says of the options it speaks of, whatever they turn out to be worth. */
  speaks: z.enum(['for', 'against']).optional(),
  /** Set by `criterio principles FILE --write`; 0 where no questions support it. */
  points: z.number().int().min(-2).max(2),
  because: texts,
  exceptions: texts.optional(),
});

export const choiceSchema = z.strictObject({
  kind: z.literal('choice'),
  name: texts,
  question: texts,
  help: texts,
  /** Each value with its name and the concepts that say it. */
  values: z.record(id, z.strictObject({ name: texts, from: z.array(id) })),
});
export const quantitySchema = z.strictObject({
  kind: z.literal('quantity'),
  name: texts,
  question: texts,
  help: texts,
  dimension: id,
  unit: z.string(),
  /** Acts or concepts that an amount must stand beside to be read as this quantity. */
  near: z.array(id).min(1),
});
export const factSchema = z.discriminatedUnion('kind', [choiceSchema, quantitySchema]);

export const factsFileSchema = z.strictObject({
  units: z.record(
    id,
    z.record(z.string(), z.strictObject({ name: texts, factor: z.number().positive(), words })),
  ),
  facts: z.record(id, factSchema),
});

const cueWords = z.strictObject({ en: words, es: words });
export const cuesSchema = z.strictObject({
  vendor: words,
  /** Words passed over when phrases are matched: articles and possessives. */
  articles: cueWords,
  /** Words that tell the two languages apart. */
  telltale: cueWords,
  need: cueWords,
  forbid: cueWords,
  symptom: cueWords,
  setting: cueWords,
  ask: cueWords,
  negation: cueWords,
  breaks: cueWords,
  except: cueWords,
  together: cueWords,
  choose: cueWords,
  /** Words that make an amount an interval, not a duration: every 30 minutes. */
  recurrence: cueWords,
  /** Words whose stem is also that of another word: they stand for themselves. */
  unstemmed: cueWords,
  /** Names that are everyday words too: they count after the vendor's name or where little else is said. */
  everyday: words,
  /** Words that look like a slip of the pen for another one, and are none. */
  noSlips: words,
  /**
   * A phrase of words that all carry meaning is found too where they stand apart within a sentence.
   * `within`: most words between one of them and another; `small`: words it may do without; `hollow`: words that make a
   * phrase none such.
   */
  scattered: z.strictObject({ within: z.number().int().nonnegative(), small: cueWords, hollow: cueWords }),
  numbers: z.record(z.string(), z.number()),
  grain: z.strictObject({ service: cueWords, feature: cueWords }),
  /** Acts that a symptom calls for, and acts that a prohibition calls for. */
  symptomWants: z.array(id),
  forbidWants: z.array(id),
});

/** What an answer may rest on, from proof to guess. */
export const bases = [
  'settled',
  'strikes',
  'contrasts',
  'needs',
  'principles',
  'resemblance',
  'guess',
] as const;

/** A class of answers with its hit rate; conditions that are absent hold. */
const confidenceRowSchema = z.strictObject({
  /** The kind of evidence that the lead is made of. */
  basis: z.enum(bases).optional(),
  /** Options to choose. */
  choose: z.enum(['one', 'several']).optional(),
  /** Least lead in points. */
  lead: z.number().optional(),
  /** Least lead as a share of the points of what is chosen. */
  share: z.number().min(0).max(1).optional(),
  /** Share of right answers, shrunk towards that of the wider class. */
  rate: z.number().min(0).max(1),
  /** Answers it was measured on. */
  asked: z.number().int().nonnegative().optional(),
});

export const judgingSchema = z.strictObject({
  /** Points of one fired rule, by its form. */
  weights: z.record(z.string(), z.number()),
  /** Share of the points that a claim about a service as a whole keeps where the option does something with it. */
  inPassing: z.number().min(0).max(1),
  given: z.number().min(0).max(1),
  /** Without options: points for an outcome that the question names itself, and for a feature of one. */
  named: z.strictObject({ itself: z.number(), feature: z.number() }),
  /** Options so alike (share of their words in common) are variants of one step: a choice of both loses points. */
  variants: z.strictObject({ alike: z.number().min(0).max(1), lost: z.number().nonnegative() }),
  /**
   * Statements that an option reads like. `stem`: what a word of the question counts beside one of the option;
   * `full`: the score for which the whole weight is given.
   */
  resemblance: z.strictObject({ stem: z.number().nonnegative(), full: z.number().positive() }),
  /** Points lost for each is-a step between what was said and what is claimed, by form. */
  perStep: z.record(z.string(), z.number().nonnegative()),
  /** Points lost where the option names only the service of the feature that a claim is about, by form. */
  unnamed: z.record(z.string(), z.number().nonnegative()),
  /** Points lost for each doubling of the number of services that share a claim, by form. */
  perDoubling: z.record(z.string(), z.number().nonnegative()),
  /**
   * From when an answer counts as decided: its lead in points, and with options the lead as a share of its own points.
   * Without options its rivals are all other outcomes, its own features among them.
   */
  decisive: z.strictObject({
    open: z.strictObject({ lead: z.number().positive() }),
    options: z.strictObject({ lead: z.number().positive(), share: z.number().min(0).max(1) }),
  }),
  /** Measured hit rate of answers: the first row that an answer falls under counts. */
  confidence: z.array(confidenceRowSchema).min(1),
  shown: z.number().int().positive(),
});

export const conceptsFileSchema = z.record(id, conceptSchema);
export const catalogueFileSchema = z.record(id, outcomeSchema);
export const principlesFileSchema = z.record(id, principleSchema);

export const scenariosFileSchema = z.strictObject({
  section: id,
  scenarios: z.record(
    id,
    z.strictObject({
      /** Lines of the notes it was written from; none where only general knowledge answers. */
      lines: z.array(z.number().int().positive()),
      lang: z.enum(['en', 'es']),
      asks: z.enum(['service', 'setting', 'cause', 'limit', 'step', 'comparison']),
      stem: z.string().min(1),
      options: z.record(z.string(), z.string().min(1)).optional(),
      choose: z.number().int().positive().optional(),
      key: z.array(z.string().min(1)).min(1),
      /** Authored rules and statements that must count for the key, as `section/name`. */
      rules: z.array(z.string().min(1)).min(1).optional(),
      asOf: z.enum(['exam', 'today']).optional(),
    }),
  ),
});

const lineRange = z.string().regex(/^\d+(-\d+)?$/, 'lines are "12" or "12-15"');

/** The map of the notes: headings with their lines, and the exam domains they serve. */
export const headingsSchema = z.strictObject({
  domains: z.record(id, z.strictObject({ name: texts, weight: z.number().int().positive() })),
  headings: z.record(
    id,
    z.strictObject({ lines: lineRange, domain: id, content: z.array(lineRange).min(1) }),
  ),
});
