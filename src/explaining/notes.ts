/**
 * The notes' own words, only where the user has them: CRITERIO_NOTES names the file.
 */
import { existsSync, readFileSync } from 'node:fs';

let cached: { path: string; lines: string[] } | undefined;

/** The lines (1-based) as the notes say them, or undefined where no notes are at hand. */
export function notesLines(numbers: readonly number[]): string[] | undefined {
  const path = process.env.CRITERIO_NOTES;
  if (path === undefined || path === '' || !existsSync(path)) return undefined;
  if (cached?.path !== path) cached = { path, lines: readFileSync(path, 'utf8').split('\n') };
  const { lines } = cached;
  return numbers.map((number) => lines[number - 1]?.trim() ?? '').filter((line) => line !== '');
}
