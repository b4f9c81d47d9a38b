/**
 * Scenarios known to fail, by id: a new failure breaks the build, a pass of one of these is reported.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenariosFolder } from './scenarios.ts';

export const knownFailuresFile = 'known-failures.json';

export function readKnownFailures(): Set<string> {
  const path = join(scenariosFolder(), knownFailuresFile);
  return new Set(existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as string[]) : []);
}

export function writeKnownFailures(ids: readonly string[]): void {
  writeFileSync(join(scenariosFolder(), knownFailuresFile), `${JSON.stringify([...ids].sort(), null, 2)}\n`);
}
