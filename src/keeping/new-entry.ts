/**
 * A new statement, rule or scenario at the end of its file, with a mark wherever its author still has to write.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillInMark } from '../checking/unfilled.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { checkName, checkSection } from './names.ts';
import { type ScenarioDraft, scenarioPath, withDraft } from './scenario-draft.ts';
import { type Folders, rulesPath } from './trial.ts';
import { withEntry } from './yaml-text.ts';

export interface Entry {
  /** Path relative to the home. */
  path: string;
  /** The whole file with the entry. */
  text: string;
  /** Where the entry starts. */
  line: number;
}

/** What stands where a text is still missing; `check` finds it. */
export function fillIn(what: string): string {
  return `${fillInMark}: ${what}`;
}

/** `section/name`, both checked. */
export function idFrom(base: KnowledgeBase, id: string): { section: string; name: string } {
  const [section = '', name = '', ...rest] = id.split('/');
  checkSection(base, section);
  return { section, name: checkName([name, ...rest].join('/')) };
}

/** @param under `statements` or `rules` */
export function newInSection(
  folders: Folders,
  base: KnowledgeBase,
  id: string,
  under: 'statements' | 'rules',
  written: Record<string, unknown>,
): Entry {
  const { section, name } = idFrom(base, id);
  const file = base.sections.get(section)?.file ?? '';
  const text = readFileSync(join(folders.rules, file), 'utf8');
  const after = under === 'rules' ? 'statements' : 'silent';
  const path = rulesPath(folders, file);
  return { path, ...withEntry(text, { file: path, under, after, key: name, written }) };
}

export function newScenario({ home }: Folders, draft: ScenarioDraft): Entry {
  const path = scenarioPath(draft.section);
  const whole = join(home, path);
  return { path, ...withDraft(existsSync(whole) ? readFileSync(whole, 'utf8') : undefined, draft) };
}
