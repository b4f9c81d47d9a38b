/**
 * The last comparison of two states of the rules, kept for the page that shows it.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../knowledge/loader.ts';
import { writeWholeFile } from '../knowledge/whole-file.ts';

const rulingSchema = z.object({
  answer: z.array(z.string()),
  verdicts: z.record(z.string(), z.enum(['chosen', 'possible', 'impossible', 'unjudged'])),
  reasons: z.array(z.string()),
});
const throughSchema = z.object({ unit: z.string(), is: z.enum(['new', 'gone', 'changed', 'same']) });

const textsSchema = z.object({ en: z.string(), es: z.string() });
const unnoticedSchema = throughSchema.extend({
  /** What it said and what it says, in words; absent where it was not there. */
  was: textsSchema.optional(),
  now: textsSchema.optional(),
});

const commitSchema = z.object({ commit: z.string(), date: z.string() });

export const changesReportSchema = z.object({
  /** What the rules are compared with: a git ref. */
  ref: z.string(),
  /** When it was compared, ISO 8601. */
  at: z.string(),
  /** The two states: commits with the day they were made, and files of the rules that differ from the second. */
  states: z
    .object({ before: commitSchema, after: commitSchema.extend({ edited: z.number().int().nonnegative() }) })
    .optional(),
  scenarios: z.number(),
  touched: z.array(throughSchema),
  /** Of the touched, those through which no scenario differs. */
  unnoticed: z.array(unnoticedSchema).default([]),
  differences: z.array(
    z.object({
      scenario: z.string(),
      by: z.enum(['answer', 'verdict', 'reason']),
      passed: z.object({ before: z.boolean(), after: z.boolean() }),
      before: rulingSchema,
      after: rulingSchema,
      through: z.array(throughSchema),
      smallest: z
        .object({ stem: z.string(), options: z.record(z.string(), z.string()).optional() })
        .optional(),
    }),
  ),
});
export type ChangesReport = z.infer<typeof changesReportSchema>;

function changesReportFile(): string {
  return (
    process.env.CRITERIO_CHANGES ?? join(packageRoot(), 'node_modules', '.cache', 'criterio', 'changes.json')
  );
}

export function keepChanges(report: ChangesReport): void {
  const path = changesReportFile();
  mkdirSync(dirname(path), { recursive: true });
  writeWholeFile(path, JSON.stringify(report));
}

/** Undefined where nothing has been compared yet. */
export function readChanges(): ChangesReport | undefined {
  try {
    return changesReportSchema.parse(JSON.parse(readFileSync(changesReportFile(), 'utf8')));
  } catch {
    return undefined;
  }
}
