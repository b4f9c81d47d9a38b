/**
 * Where an interview stands, as plain data: page, terminal and JSON render the same.
 */
import { z } from 'zod';
import { changeStepSchema } from './explanation-schema.ts';

const effectSchema = z.object({
  /** Outcome, or letter of an option. */
  id: z.string(),
  name: z.string(),
  /** What the answer would add to it, in points; negative where it takes away. */
  points: z.number(),
  rule: z.string(),
  sentence: z.string(),
});

const choiceSchema = z.object({
  /** What a link says for it: `need.rotate=credential`. */
  fact: z.string(),
  value: z.string(),
  label: z.string(),
  /** Whom it would favour or set back, strongest first. */
  effects: z.array(effectSchema),
});

const questionSchema = z.object({
  /** `act`, `need.<act>`, `thing`, `given`, or a choice or quantity of facts.yaml. */
  topic: z.string(),
  kind: z.enum(['several', 'one', 'amount']),
  text: z.string(),
  help: z.string(),
  /** Of an amount. */
  unit: z.string().optional(),
  options: z.array(choiceSchema),
  /** Why this is asked now, in one sentence. */
  why: z.string(),
});

const flipsSchema = z.object({
  /** The contender that would win. */
  id: z.string(),
  name: z.string(),
  /** The smallest sets of changes, of up to three facts; each confirmed by a run of record. */
  sets: z.array(
    z.object({
      changes: z.array(changeStepSchema),
      /** The rule that turns it, and what it says. */
      rule: z.string(),
      sentence: z.string(),
      statements: z.array(z.string()),
    }),
  ),
});

export const interviewSchema = z.object({
  lang: z.enum(['en', 'es']),
  asOf: z.enum(['exam', 'today']),
  asked: z.number().int().nonnegative(),
  /** Absent where nothing is left to ask that could matter. */
  question: questionSchema.optional(),
  budget: z.object({
    /** Outcomes still possible. */
    possible: z.number().int().nonnegative(),
    /** Questions left: expected, and at most. */
    expected: z.number().int().nonnegative(),
    worst: z.number().int().nonnegative(),
    text: z.string(),
  }),
  /** Ahead by a lead that decides; settled where no written rule about a contender could take that lead away. */
  decided: z.boolean(),
  settled: z.boolean(),
  /** Facts that written rules about the contenders still wait for. */
  open: z.number().int().nonnegative(),
  /** Settled and why, or that it is not proved. */
  proof: z.string(),
  /** What would make the rival win that was asked about. */
  flips: flipsSchema.optional(),
  /** Best first. */
  contenders: z.array(z.object({ id: z.string(), name: z.string(), points: z.number() })),
});

export type InterviewState = z.infer<typeof interviewSchema>;
export type InterviewQuestion = z.infer<typeof questionSchema>;
export type Effect = z.infer<typeof effectSchema>;
export type Flips = z.infer<typeof flipsSchema>;
