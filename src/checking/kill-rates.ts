/**
 * The ratchet: how many mutants of each file the scenarios kill may not fall. Recorded beside the scenarios.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { scenariosFolder } from '../knowledge/loader.ts';
import { filed } from '../knowledge/multimap.ts';
import type { Places } from '../knowledge/places.ts';
import { writeWholeFile } from '../knowledge/whole-file.ts';
import { type KillRate, killRate, type Verdict } from './mutants.ts';

const recordSchema = z.record(z.string(), z.strictObject({ mutants: z.number(), killed: z.number() }));
export type RecordedRates = z.infer<typeof recordSchema>;

export const killRatesFile = 'kill-rates.json';

export function ratesByFile(verdicts: readonly Verdict[], places: Places): Map<string, KillRate> {
  const byFile = filed(verdicts, ({ mutant }) => [places.fileOf(mutant.unit.id) ?? '']);
  return new Map(
    [...byFile].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, own]) => [file, killRate(own)]),
  );
}

/** Files whose share of killed mutants is lower than recorded, each with the sentence that says so. */
export function fallenRates(rates: ReadonlyMap<string, KillRate>, recorded: RecordedRates): string[] {
  return [...rates].flatMap(([file, { mutants, killed }]) => {
    const before = recorded[file];
    if (!before || killed * before.mutants >= before.killed * mutants) return [];
    return [
      `${file}: ${killed} of ${mutants} mutants are killed, ${before.killed} of ${before.mutants} were: add a scenario that needs what changed (criterio mutants --file ${file} drafts some)`,
    ];
  });
}

export function readRates(): RecordedRates {
  const path = join(scenariosFolder(), killRatesFile);
  return existsSync(path) ? recordSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
}

export function writeRates(rates: ReadonlyMap<string, KillRate>): void {
  const path = join(scenariosFolder(), killRatesFile);
  const lines = [...rates].map(
    ([file, { mutants, killed }]) => `  ${JSON.stringify(file)}: ${JSON.stringify({ mutants, killed })}`,
  );
  writeWholeFile(path, `{\n${lines.join(',\n')}\n}\n`);
}
