/**
 * Files that are written whole or not at all: each beside its place first, then renamed into it.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { KeepingError } from './keeping-error.ts';

/** Texts by path relative to the folder; undefined removes the file. */
export type Changes = ReadonlyMap<string, string | undefined>;

/**
 * All of the changes, or none: where one of them fails, those made before it are taken back.
 * @throws KeepingError OUTSIDE where a path leads out of the folder, by `..` or by a link
 */
export function writeWhole(folder: string, changes: Changes): void {
  const prepared = [...changes].map(([path, text]) => ({ ...placed(folder, path), text }));
  const done: (() => void)[] = [];
  try {
    for (const { beside, text } of prepared) if (text !== undefined) writeFileSync(beside, text);
    for (const { path, beside, text } of prepared) {
      done.push(undoing(path));
      if (text === undefined) rmSync(path, { force: true });
      else renameSync(beside, path);
    }
  } catch (error) {
    for (const undo of done.reverse()) undo();
    throw error;
  } finally {
    for (const { beside } of prepared) rmSync(beside, { force: true });
  }
}

function placed(folder: string, path: string): { path: string; beside: string } {
  const whole = join(folder, path);
  if (isAbsolute(path) || leads(folder, whole)) throw new KeepingError('OUTSIDE', { got: path });
  // Checked before anything is made: the nearest folder that exists may be a link to elsewhere.
  let existing = dirname(whole);
  while (!existsSync(existing)) existing = dirname(existing);
  if (existsSync(folder) && leads(realpathSync(folder), realpathSync(existing)))
    throw new KeepingError('OUTSIDE', { got: path });
  mkdirSync(dirname(whole), { recursive: true });
  return { path: whole, beside: join(dirname(whole), `.${basename(whole)}.${process.pid}`) };
}

/** Whether the way from the folder to the path leads out of it. */
function leads(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '..' || way.startsWith('../') || isAbsolute(way);
}

function undoing(path: string): () => void {
  const before = existsSync(path) ? readFileSync(path) : undefined;
  return () => (before === undefined ? rmSync(path, { force: true }) : writeFileSync(path, before));
}
