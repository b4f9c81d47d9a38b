/**
 * The knowledge as git remembers it: which files changed, and all of them as they were.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** Git could not be asked, or does not know what it was asked for: told as it is, exit 2. */
export class HistoryError extends Error {}

/** Files under `folder` that differ from `ref`, new ones included, relative to it. */
export function changedFiles(folder: string, ref: string): string[] {
  const changed = git(folder, ['diff', '--name-only', '--relative', ref, '--', '.']);
  const fresh = git(folder, ['ls-files', '--others', '--exclude-standard', '--', '.']);
  return [...new Set([...changed, ...fresh])].sort();
}

/**
 * The commit that present work is compared with: where this branch left main, or the last commit but one on main
 * itself; undefined in a clone without history, or in no repository at all.
 */
export function startingPoint(folder: string): string | undefined {
  const head = commitOf(folder, 'HEAD');
  if (head === undefined) return undefined;
  for (const main of ['origin/main', 'main']) {
    if (commitOf(folder, main) === undefined) continue;
    const [base] = tryGit(folder, ['merge-base', 'HEAD', main]) ?? [];
    if (base !== undefined && base !== head) return base;
  }
  return commitOf(folder, 'HEAD~1');
}

/** The commit that a ref names, short, with the day it was made. */
export function commitAt(folder: string, ref: string): { commit: string; date: string } | undefined {
  const [commit = '', date = ''] =
    tryGit(folder, ['log', '-1', '--format=%h %cs', ref, '--'])?.[0]?.split(' ') ?? [];
  return commit === '' ? undefined : { commit, date };
}

function commitOf(folder: string, ref: string): string | undefined {
  return tryGit(folder, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])?.[0];
}

/**
 * Writes `folder` as it was at `ref` into a new temporary folder.
 * @returns the temporary folder; the caller removes it
 * @throws HistoryError where git does not know the ref, or the folder was not there
 */
export function folderAt(folder: string, ref: string): string {
  if (commitOf(folder, ref) === undefined) {
    throw new HistoryError(`git knows no commit ${ref}: name a branch, a tag, a commit or HEAD~1`);
  }
  const [prefix = ''] = git(folder, ['rev-parse', '--show-prefix']);
  const files = git(folder, ['ls-tree', '-r', '--name-only', '--full-name', ref, '--', '.']);
  if (files.length === 0) throw new HistoryError(`${ref} has no files in ${prefix || folder}`);
  const to = mkdtempSync(join(tmpdir(), 'criterio-'));
  for (const file of files) {
    const path = join(to, relative(prefix, file));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, ask(folder, ['show', `${ref}:${file}`]));
  }
  return to;
}

function git(folder: string, args: readonly string[]): string[] {
  return ask(folder, args)
    .split('\n')
    .filter((line) => line !== '');
}

function tryGit(folder: string, args: readonly string[]): string[] | undefined {
  try {
    return git(folder, args);
  } catch {
    return undefined;
  }
}

function ask(folder: string, args: readonly string[]): string {
  const asked = spawnSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (asked.error) throw new HistoryError(`git can not be run: ${asked.error.message}`);
  if (asked.status !== 0) {
    throw new HistoryError(`git ${args[0]} in ${folder}: ${asked.stderr.trim() || `exit ${asked.status}`}`);
  }
  return asked.stdout;
}
