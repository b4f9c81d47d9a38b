/**
 * An explanation is plain data: page, terminal and JSON render the same.
 */
import { z } from 'zod';
import { bases } from '../knowledge/schema.ts';

const range = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);

export const premiseSchema = z.object({
  /** Fact and value as rules name them: `need.rotate`, `credential`. */
  fact: z.string(),
  value: z.string(),
  /** In words: "rotate: credential". */
  label: z.string(),
  /** The text its words stand in: the question's, or the option's that the reason speaks of. */
  in: z.enum(['stem', 'option']),
  /** Words of that text it was read from; empty when answered or derived. */
  words: z.array(z.string()),
  /** Character spans of these words in that text. */
  spans: z.array(range),
});

export const sourceSchema = z.object({
  /** `section/statement`. */
  statement: z.string(),
  section: z.string(),
  heading: z.string(),
  /** Lines of the notes. */
  lines: z.array(z.number().int()),
  text: z.string(),
  /** What is true today where the notes are outdated, imprecise or wrong. */
  today: z.object({ status: z.string(), since: z.string().optional(), text: z.string() }).optional(),
  /** The notes' own words, where CRITERIO_NOTES names the user's file. */
  notes: z.array(z.string()).optional(),
});

export const reasonSchema = z.object({
  rule: z.string(),
  form: z.string(),
  /** The form in words: "meets a need". */
  kind: z.string(),
  points: z.number(),
  sentence: z.string(),
  premises: z.array(premiseSchema),
  /** "assuming not ..." */
  assuming: z.string().optional(),
  /** What the contrast asks for too and nobody said. */
  lacking: z.string().optional(),
  sources: z.array(sourceSchema),
});

export const contenderSchema = z.object({
  kind: z.enum(['option', 'outcome']),
  /** Option letter, or outcome id. */
  id: z.string(),
  name: z.string(),
  points: z.number(),
  chosen: z.boolean(),
  verdict: z.enum(['chosen', 'possible', 'impossible', 'unjudged']),
  /** For a rival: why not, in one sentence. */
  why: z.string(),
  for: z.array(reasonSchema),
  against: z.array(reasonSchema),
  /** Needs of the question that nothing in it meets. */
  unmet: z.array(z.string()),
});

export const openQuestionSchema = z.object({
  fact: z.string(),
  question: z.string(),
  help: z.string().optional(),
  answers: z.array(z.object({ fact: z.string(), value: z.string(), label: z.string() })),
});

export const changeStepSchema = z.object({
  kind: z.enum(['affirm', 'deny']),
  fact: z.string(),
  value: z.string(),
  label: z.string(),
});

export const changeSchema = z.object({
  /** Contender that would win. */
  winner: z.string(),
  name: z.string(),
  changes: z.array(changeStepSchema),
  sentence: z.string(),
});

/** "I chose C, why not?" */
const pickedSchema = z.object({
  letters: z.array(z.string()),
  /** The same as the answer. */
  agrees: z.boolean(),
  sentence: z.string(),
  /** For each letter picked that is not in the answer. */
  instead: z.array(
    z.object({
      picked: z.string(),
      answer: z.string(),
      /** Points by which the answer is ahead; 0 where the rules do not tell the two apart. */
      lead: z.number().nonnegative(),
      /** What speaks against the pick, contrasts that it loses included. */
      against: z.array(reasonSchema),
      /** What speaks for the answer and not for the pick. */
      for: z.array(reasonSchema),
    }),
  ),
});

export const explanationSchema = z.object({
  lang: z.enum(['en', 'es']),
  asOf: z.enum(['exam', 'today']),
  stem: z.string(),
  /** Where the asker picked options: answered before the rest. */
  picked: pickedSchema.optional(),
  /** The recommendation in one sentence, with its contrast. */
  headline: z.string(),
  /** "Decided by 5 points", "a guess", "nothing recognised". */
  standing: z.string(),
  decided: z.boolean(),
  settled: z.boolean(),
  confidence: z.number().min(0).max(1),
  /** The kind of evidence that the lead is made of. */
  basis: z.enum(bases),
  /** The stem in pieces, each with what was understood from it. */
  text: z.array(z.object({ text: z.string(), role: z.string().optional(), meanings: z.array(z.string()) })),
  facts: z.array(premiseSchema.extend({ by: z.enum(['read', 'answered', 'derived']), denied: z.boolean() })),
  contenders: z.array(contenderSchema),
  /** What the weakest premise of the winner is, and what it assumes. */
  caveats: z.array(z.string()),
  open: z.array(openQuestionSchema),
  changes: z.array(changeSchema),
});

export type Explanation = z.infer<typeof explanationSchema>;
export type Contender = z.infer<typeof contenderSchema>;
export type Reason = z.infer<typeof reasonSchema>;
export type Premise = z.infer<typeof premiseSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type OpenQuestion = z.infer<typeof openQuestionSchema>;
export type Change = z.infer<typeof changeSchema>;
