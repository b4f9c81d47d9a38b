/**
 * Findings that stay, each with the true reason why: `rules/suppressions.yaml`. One that suppresses nothing is itself
 * a finding, so that reasons do not outlive what they were given for.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Finding, type FindingCode, findingKinds } from '../knowledge/finding.ts';
import { Source } from '../knowledge/source.ts';
import type { Proof } from './proof.ts';

const suppressionsFile = 'suppressions.yaml';

const codes = Object.keys(findingKinds) as [FindingCode, ...FindingCode[]];

const suppressionsSchema = z.array(
  z.strictObject({
    code: z.enum(codes),
    /** Ids that the finding is about; all of them must be. */
    about: z.array(z.string()).min(1),
    why: z.string().min(1),
  }),
);

/** What is not suppressed, and the findings on the suppressions themselves. */
export function unsuppressed(root: string, proofs: readonly Proof[]): { left: Proof[]; own: Finding[] } {
  const path = join(root, suppressionsFile);
  const own: Finding[] = [];
  if (!existsSync(path)) return { left: [...proofs], own };
  const source = new Source(suppressionsFile, readFileSync(path, 'utf8'));
  const suppressions = source.read(suppressionsSchema, own) ?? [];
  const used = new Set<number>();
  const left = proofs.filter(({ code, about }) => {
    const at = suppressions.findIndex(
      (each) => each.code === code && each.about.every((id) => about.includes(id)),
    );
    if (at >= 0) used.add(at);
    return at < 0;
  });
  const idle = suppressions.filter((_, i) => !used.has(i));
  for (const each of idle) {
    const message = `no finding ${each.code} is about ${each.about.join(' and ')} any more`;
    own.push(source.finding('KB_IDLE_SUPPRESSION', [suppressions.indexOf(each)], message));
  }
  return { left, own };
}
