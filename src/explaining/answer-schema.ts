/**
 * The contract of `criterio answer` and of POST /api/v1/answer.
 */
import { z } from 'zod';
import { forms } from '../knowledge/knowledge-base.ts';
import { bases } from '../knowledge/schema.ts';

/** Longest text taken as one stem or option, in characters. */
export const longestText = 100_000;

/** Most options of a question: as many as there are letters. */
const mostOptions = 26;

/** Control characters but for line ends and tabs, halves of characters, and what decoding leaves of bytes that are no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const noText = /[\u0000-\u0008\u000e-\u001f\u007f\ufffd\p{Surrogate}]/u;

export function isText(text: string): boolean {
  return !noText.test(text);
}

const text = z
  .string()
  .max(longestText, `the text is longer than ${longestText} characters: shorten it`)
  .refine(isText, 'this is no text: it holds control characters or bytes that are not UTF-8');

/** Lettered texts, as requests and questions with keys have them. */
export const optionsSchema = z
  .record(z.string().min(1).max(8), text)
  .refine(
    (options) => Object.keys(options).every((letter) => isText(letter) && letter.trim() !== ''),
    'an option has a letter: A, B and so on',
  )
  .refine(
    (options) => Object.keys(options).length >= 2,
    'a question has at least two options; leave them out to ask openly',
  )
  .refine(
    (options) => Object.keys(options).length <= mostOptions,
    `a question has at most ${mostOptions} options`,
  );

export const stemSchema = text.refine((stem) => /[\p{L}\p{N}]/u.test(stem), 'the stem has no words');

export const answerRequestSchema = z
  .object({
    id: z.union([z.string(), z.number()]).optional(),
    stem: stemSchema,
    options: optionsSchema.optional(),
    choose: z.number().int().positive().optional(),
    lang: z.enum(['en', 'es'], 'the language is "en" or "es"').optional(),
    asOf: z.enum(['exam', 'today'], 'asOf is "exam" or "today"').optional(),
    picked: z.array(z.string()).optional(),
  })
  .superRefine(({ options, choose, picked = [] }, context) => {
    const letters = Object.keys(options ?? {});
    if (options && choose !== undefined && choose >= letters.length) {
      context.addIssue({
        code: 'custom',
        path: ['choose'],
        message: `choose is ${choose}, but there are only ${letters.length} options: it must be smaller`,
      });
    }
    for (const letter of picked) {
      if (!letters.includes(letter)) {
        context.addIssue({
          code: 'custom',
          path: ['picked'],
          message: `picked ${letter} is no option of this question`,
        });
      }
    }
  });
export type AnswerRequest = z.infer<typeof answerRequestSchema>;

const tallySchema = z.partialRecord(z.enum(forms), z.number());

const spansSchema = z.array(z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]));

/** "I chose C, why not?" */
const pickedSchema = z.object({
  letters: z.array(z.string()),
  /** The same as the answer. */
  agrees: z.boolean(),
  /** For each letter picked that is not in the answer: rules against it, and rules for the answer instead. */
  instead: z.array(
    z.object({
      picked: z.string(),
      answer: z.string(),
      lead: z.number().nonnegative(),
      against: z.array(z.string()),
      for: z.array(z.string()),
    }),
  ),
});

export const answerSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  answer: z.array(z.string()).nullable(),
  decided: z.boolean(),
  settled: z.boolean(),
  confidence: z.number().min(0).max(1),
  /** The kind of evidence that the lead is made of. */
  basis: z.enum(bases),
  /** Only where the request says what was picked. */
  picked: pickedSchema.optional(),
  /** Outcomes judged by themselves, best first: with options those that they name, else all that something speaks for. */
  ranking: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        aliases: z.array(z.string()),
        parent: z.string().optional(),
        standing: z.enum(['serves', 'possible', 'excluded']),
      }),
    )
    .max(20),
  options: z
    .record(
      z.string(),
      z.object({
        verdict: z.enum(['chosen', 'possible', 'impossible', 'unjudged']),
        /** Points by form of evidence. */
        tally: tallySchema,
        for: z.array(z.string()),
        against: z.array(z.string()),
        /** Character spans of the words that each rule for or against is about, in the stem and in the option. */
        words: z.record(z.string(), z.object({ stem: spansSchema, option: spansSchema })),
        fired: z.array(z.string()),
      }),
    )
    .optional(),
  fired: z.array(z.string()),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  lang: z.enum(['en', 'es']),
});
export type Answer = z.infer<typeof answerSchema>;

/** What a bad line gives instead of an answer. */
export const answerErrorSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  line: z.number().int().positive().optional(),
  error: z.object({ code: z.string(), message: z.string(), path: z.string().optional() }),
});
export type AnswerError = z.infer<typeof answerErrorSchema>;
