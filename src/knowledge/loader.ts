/**
 * Loads the knowledge base: complete and checked, or not at all.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AssemblyOptions, assemble } from './assembly.ts';
import { readFiles } from './files.ts';
import { type Finding, KnowledgeError } from './finding.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { ParseCache } from './parse-cache.ts';

/** Folder of the package: the nearest one upwards that holds `rules/`, from sources as from `dist`. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'rules', 'judging.yaml'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error('No rules/ folder found above the program: reinstall the package.');
    folder = parent;
  }
  return folder;
}

export function rulesFolder(): string {
  return process.env.CRITERIO_RULES ?? join(packageRoot(), 'rules');
}

/** What a knowledge base brings along stands beside its `rules/`: `scenarios/` and `reviews/`. */
function homeFolder(): string {
  return dirname(resolve(rulesFolder()));
}

/** The scenarios of a knowledge base; those that CRITERIO_SCENARIOS names first, the package's own where it brings none. */
export function scenariosFolder(): string {
  const named = process.env.CRITERIO_SCENARIOS;
  if (named !== undefined) return named;
  const beside = join(homeFolder(), 'scenarios');
  return existsSync(beside) ? beside : join(packageRoot(), 'scenarios');
}

/**
 * @param root folder with the knowledge; the package's own by default
 * @throws KnowledgeError with every finding, each with file, line, column and what to do
 */
export function loadKnowledge(root: string = rulesFolder(), options: AssemblyOptions = {}): KnowledgeBase {
  const findings: Finding[] = [];
  const written = readFiles(root, findings, parseCache());
  const base = written && assemble(written, findings, options);
  if (!base || findings.length > 0) throw new KnowledgeError(findings);
  return base;
}

/**
 * Beside the dependencies, where tools keep their caches; one file for all knowledge folders, and one for sources and
 * for `dist`, so that neither takes the other's place.
 */
export function parseCache(): ParseCache {
  const source = new URL('./schema.ts', import.meta.url);
  const isSource = existsSync(source);
  const code = isSource ? source : new URL('./schema.js', import.meta.url);
  const file = isSource ? 'knowledge-source.json' : 'knowledge.json';
  return new ParseCache(
    join(packageRoot(), 'node_modules', '.cache', 'criterio', file),
    readFileSync(code, 'utf8'),
  );
}
