/**
 * Regression is a difference: which answers flipped between two states of the rules, and through which rules.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Sitting } from './exam.ts';

const snapshotSchema = z.object({
  id: z.string(),
  chosen: z.array(z.string()),
  right: z.boolean(),
  lead: z.number(),
  decided: z.boolean(),
  cause: z.string().optional(),
  /** Rules that counted, by option or outcome. */
  rules: z.record(z.string(), z.array(z.string())),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

export class BaselineError extends Error {}

export function snapshotOf({ question, chosen, right, cause, conclusion }: Sitting): Snapshot {
  return {
    id: question.id,
    chosen,
    right,
    lead: conclusion.lead,
    decided: conclusion.decided,
    ...(cause && { cause }),
    rules: Object.fromEntries(
      conclusion.options.map(({ letter, tally }) => [
        letter,
        tally.evidence.filter(({ points }) => points !== 0).map(({ rule }) => rule.id),
      ]),
    ),
  };
}

export function readBaseline(file: string): Snapshot[] {
  if (!existsSync(file)) throw new BaselineError(`there is no baseline ${file}: write one with --save`);
  try {
    return z.array(snapshotSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new BaselineError(`${file} is no baseline: write one with --save`);
  }
}

/** One line for every answer that changed, with the rules that came and went. */
export function compareSittings(before: readonly Snapshot[], after: readonly Snapshot[]): string[] {
  const known = new Map(before.map((each) => [each.id, each]));
  return after.flatMap((now) => {
    const then = known.get(now.id);
    if (!then || then.chosen.join() === now.chosen.join()) return [];
    const verdict = then.right === now.right ? 'still wrong' : now.right ? 'now right' : 'now WRONG';
    const came = difference(now, then);
    const went = difference(then, now);
    return [
      `${now.id} ${then.chosen.join('')} → ${now.chosen.join('')} ${verdict}; came: ${came}; went: ${went}`,
    ];
  });
}

function difference(of: Snapshot, without: Snapshot): string {
  const rules = Object.entries(of.rules).flatMap(([letter, ids]) => {
    const other = new Set(without.rules[letter] ?? []);
    return ids.filter((id) => !other.has(id)).map((id) => `${letter} ${id}`);
  });
  return rules.length === 0 ? 'none' : rules.slice(0, 6).join(', ');
}
