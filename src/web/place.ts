/**
 * Where a rule or statement is written, for those who want to change it.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { idOf, type Reviewable } from '../keeping/review-desk.ts';
import { entryLines } from '../keeping/yaml-text.ts';
import { Source } from '../knowledge/source.ts';
import type { Library } from './library.ts';

export interface Place {
  /** Relative to the folder that holds the rules, the scenarios and the reviews. */
  file: string;
  line: number;
  /** As its author wrote it, comments included. */
  excerpt: string;
}

export function placeOf({ base, desk, folder }: Library, reviewed: Reviewable): Place | undefined {
  const [slug = '', name = ''] = idOf(reviewed).split('/');
  const file =
    reviewed.kind === 'outcome'
      ? desk.fileOfOutcome(name)
      : slug === 'principles'
        ? 'principles.yaml'
        : base.sections.get(slug)?.file;
  if (file === undefined) return undefined;
  const isAlone = slug === 'principles' || reviewed.kind === 'outcome';
  const path = isAlone ? [name] : [reviewed.kind === 'rule' ? 'rules' : 'statements', name];
  try {
    const source = new Source(file, readFileSync(join(folder, file), 'utf8'));
    const { line } = source.locate(path);
    return { file: `${basename(folder)}/${file}`, line, excerpt: outdented(entryLines(source.text, line)) };
  } catch {
    // Removed since the knowledge was loaded: the page has the rest.
    return undefined;
  }
}

/** Without what all of its lines are indented by. */
function outdented(lines: readonly string[]): string {
  const depth = Math.max(0, lines[0]?.search(/\S/) ?? 0);
  return lines
    .map((text) => text.slice(depth))
    .join('\n')
    .trimEnd();
}

/** A link that opens the place in an editor: `CRITERIO_EDITOR`, with {file} and {line}, else Visual Studio Code. */
export function editorLink({ home }: Library, { file, line }: Place): string {
  const form = process.env.CRITERIO_EDITOR || 'vscode://file{file}:{line}';
  return form.replace('{file}', encodeURI(join(home, file))).replace('{line}', String(line));
}
