/**
 * A file written whole or not at all.
 */
import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes beside the file and renames, so that nobody ever reads half of it. */
export function writeWholeFile(path: string, text: string): void {
  const beside = `${path}.${process.pid}`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
