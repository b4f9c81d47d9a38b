/**
 * Verdicts on disputes, kept in a committed file with their reason: what was looked into is not raised again until the
 * rules conclude something else.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../knowledge/loader.ts';
import { writeWholeFile } from '../knowledge/whole-file.ts';
import { type AuditConclusion, auditResults } from './audit.ts';

/** What may be wrong where rules and key disagree. */
export const suspects = ['key', 'rule', 'note'] as const;

const conclusionSchema = z.strictObject({
  result: z.enum(auditResults),
  answer: z.array(z.string()),
  key: z.array(z.string()),
  by: z.string(),
}) satisfies z.ZodType<AuditConclusion>;

const verdictSchema = z.strictObject({
  suspect: z.enum(suspects),
  reason: z.string().min(1),
  /** What the rules concluded when it was given. */
  conclusion: conclusionSchema,
});
export type KeptVerdict = z.infer<typeof verdictSchema>;

/** By id of the question. */
export type Verdicts = Map<string, KeptVerdict>;

export class VerdictsError extends Error {}

export function verdictsFile(): string {
  return join(packageRoot(), 'audit', 'verdicts.json');
}

/** @throws VerdictsError where the file is there and has not the form of verdicts */
export function readVerdicts(file: string): Verdicts {
  if (!existsSync(file)) return new Map();
  try {
    const written = z.record(z.string(), verdictSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
    return new Map(Object.entries(written));
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    const what = issue ? `${issue.path.join('.')}: ${issue.message}` : (error as Error).message;
    throw new VerdictsError(
      `${file} holds no verdicts (${what}): mend it, or restore it from the repository`,
    );
  }
}

/** By id, so that two who add verdicts seldom meet in one line. */
export function writeVerdicts(file: string, verdicts: Verdicts): void {
  const sorted = [...verdicts].sort(([a], [b]) => (a < b ? -1 : 1));
  mkdirSync(dirname(file), { recursive: true });
  writeWholeFile(file, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}
