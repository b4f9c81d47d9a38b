/**
 * Which scenarios need which rule or claim, kept by the content of rules and scenarios: working it out takes as long
 * as running them all, a page must not.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { packageRoot, rulesFolder, scenariosFolder } from '../knowledge/loader.ts';
import { writeWholeFile } from '../knowledge/whole-file.ts';
import type { Advisor } from '../reasoning/consultation.ts';
import { Jury, needsIn, type Verdict } from './mutants.ts';
import type { ScenarioRun } from './scenarios.ts';
import { unitsOf } from './units.ts';

/** Rule or claim → ids of the scenarios in which taking it away, or flipping a condition of it, is noticed. */
export type Needs = ReadonlyMap<string, readonly string[]>;

const fileSchema = z.object({ key: z.string(), needs: z.record(z.string(), z.array(z.string())) });

/** From the cache, or by putting to the scenarios every unit without each of its conditions. */
export async function needsOf(advisor: Advisor, runs: readonly ScenarioRun[]): Promise<Needs> {
  const kept = readNeeds();
  if (kept) return kept;
  const jury = Jury.of(advisor, runs);
  return keepNeeds(jury.verdictsOn(unitsOf(advisor.base).values(), advisor.base, ['remove', 'flip']));
}

/** @param verdicts on every unit of the knowledge */
export function keepNeeds(verdicts: readonly Verdict[]): Needs {
  const needs = needsIn(verdicts);
  const path = cacheFile();
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeWholeFile(path, JSON.stringify({ key: contentKey(), needs: Object.fromEntries(needs) }));
  } catch {
    // A read-only installation works them out each time.
  }
  return needs;
}

/** As last worked out for exactly these rules and scenarios; undefined where they have changed since. */
export function readNeeds(): Needs | undefined {
  try {
    const { key, needs } = fileSchema.parse(JSON.parse(readFileSync(cacheFile(), 'utf8')));
    return key === contentKey() ? new Map(Object.entries(needs)) : undefined;
  } catch {
    return undefined;
  }
}

function cacheFile(): string {
  const where = createHash('sha1').update(`${rulesFolder()} ${scenariosFolder()}`).digest('hex').slice(0, 8);
  return join(packageRoot(), 'node_modules', '.cache', 'criterio', `needs-${where}.json`);
}

function contentKey(): string {
  const hash = createHash('sha1');
  for (const folder of [rulesFolder(), scenariosFolder()]) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((each) => each.endsWith('.yaml')).sort()) {
      hash.update(file).update(readFileSync(join(folder, file)));
    }
  }
  return hash.digest('hex');
}
