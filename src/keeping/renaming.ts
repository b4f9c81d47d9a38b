/**
 * One name in place of another, everywhere it is mentioned: rules, scenarios, known failures and reviews. All of it is
 * tried on a copy first; what is not clean there is not written.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { knownFailuresFile } from '../checking/known-failures.ts';
import { readFiles, type WrittenKnowledge } from '../knowledge/files.ts';
import { type Finding, KnowledgeError } from '../knowledge/finding.ts';
import { parseCache } from '../knowledge/loader.ts';
import { suggestion } from '../knowledge/nearest.ts';
import { Refusal } from './keeping-error.ts';
import { type Mention, mentionsIn, type Role } from './mentions.ts';
import { checkName } from './names.ts';
import {
  type Review,
  readReviews,
  reviewedIn,
  reviewKey,
  reviewPath,
  reviewText,
  statusOf,
} from './reviews.ts';
import { type Folders, rulesPath, tryChanges } from './trial.ts';
import { replaced, replacementOf } from './yaml-text.ts';

export const renameKinds = ['concept', 'act', 'outcome', 'statement', 'rule', 'scenario'] as const;
export type RenameKind = (typeof renameKinds)[number];

export interface Renaming {
  /** Texts by path relative to the home; undefined for what goes. */
  changes: Map<string, string | undefined>;
  /** Lines that differ, with what stands there afterwards. */
  lines: { path: string; line: number; text: string }[];
}

interface KnowledgeFile {
  /** Within the folder of the knowledge, or `scenarios/...`. */
  file: string;
  /** Relative to the home. */
  path: string;
  text: string;
  mentions: Mention[];
}

/**
 * @param old the id of a concept, act or outcome, or `section/name` of a statement, rule or scenario
 * @throws Refusal where the old name is unknown, the new one taken, or one name means two things
 * @throws KnowledgeError where the knowledge is not clean, before or afterwards
 */
export function renaming(folders: Folders, kind: RenameKind, old: string, name: string): Renaming {
  const written = cleanFiles(folders);
  const files = knowledgeFiles(folders);
  const known = namesOf(kind, written, files);
  if (!known.has(old)) throw new Refusal(`there is no ${kind} ${old}${suggestion(old, known)}`);
  checkNew(kind, old, name, written, files);
  const changes = new Map<string, string | undefined>();
  const lines: Renaming['lines'] = [];
  for (const each of files) {
    const replacements = each.mentions.flatMap((mention) => {
      const text = becomes(each.file, mention, { kind, old, name, written });
      return text === undefined ? [] : [replacementOf(mention.node, text)];
    });
    if (replacements.length === 0) continue;
    const text = replaced(each.text, replacements);
    changes.set(each.path, text);
    lines.push(...changedLines(each.path, each.text, text));
  }
  if (kind === 'scenario') renameFailures(folders, old, name, changes, lines);
  const { findings, written: after } = tryChanges(folders, changes);
  if (findings.length > 0 || !after) throw new KnowledgeError(findings);
  const current = renamedReviews(folders, kind, old, name, { before: written, after });
  for (const [path, text] of current) {
    changes.set(path, text);
    if (text !== undefined) lines.push({ path, line: 1, text: text.split('\n')[0] ?? '' });
  }
  return { changes, lines };
}

function cleanFiles({ rules }: Folders): WrittenKnowledge {
  const findings: Finding[] = [];
  const written = readFiles(rules, findings, parseCache());
  if (!written || findings.length > 0) throw new KnowledgeError(findings);
  return written;
}

function knowledgeFiles(folders: Folders): KnowledgeFile[] {
  const { rules, home } = folders;
  const inRules = yamlIn(rules).map((file) => ({
    file,
    path: rulesPath(folders, file),
    whole: join(rules, file),
  }));
  const inScenarios = yamlIn(join(home, 'scenarios')).map((file) => {
    const path = `scenarios/${file}`;
    return { file: path, path, whole: join(home, path) };
  });
  return [...inRules, ...inScenarios].map(({ file, path, whole }) => {
    const text = readFileSync(whole, 'utf8');
    return { file, path, text, mentions: mentionsIn(file, text) };
  });
}

function yamlIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort();
}

function idsIn(files: readonly { content: Record<string, unknown> }[]): string[] {
  return files.flatMap(({ content }) => Object.keys(content));
}

function namesOf(kind: RenameKind, written: WrittenKnowledge, files: readonly KnowledgeFile[]): Set<string> {
  const { concepts, acts, catalogue } = written;
  if (kind === 'concept') return new Set(idsIn(concepts));
  if (kind === 'act') return new Set(idsIn([acts]));
  if (kind === 'outcome') return new Set(idsIn(catalogue));
  const defined = files.flatMap(({ file, mentions }) =>
    mentions.filter(({ role }) => role === kind).map((mention) => `${sectionOf(file)}/${mention.name}`),
  );
  return new Set(defined);
}

/** Sections and scenarios are named by their file; principles are a section of their own. */
function sectionOf(file: string): string {
  return basename(file, '.yaml');
}

function checkNew(
  kind: RenameKind,
  old: string,
  name: string,
  written: WrittenKnowledge,
  files: readonly KnowledgeFile[],
): void {
  if (isQualified(kind)) {
    const [section, own = ''] = [name.split('/')[0], name.split('/').slice(1).join('/')];
    if (section !== old.split('/')[0])
      throw new Refusal(`${old} stays in its section: name it ${old.split('/')[0]}/...`);
    checkName(own);
    // What scenarios expect names rules and statements alike.
    const others = kind === 'scenario' ? [kind] : (['statement', 'rule'] as const);
    const taken = others.find((each) => namesOf(each, written, files).has(name));
    if (taken) throw new Refusal(`there is a ${taken} ${name} already`);
    return;
  }
  checkName(name);
  if (kind === 'act' && old === 'is')
    throw new Refusal('the act is stands for what things are: it keeps its name');
  // A thing and an act may share an id; a concept and an outcome never do.
  const others = kind === 'act' ? (['act'] as const) : (['concept', 'outcome'] as const);
  const taken = others.find((each) => namesOf(each, written, files).has(name));
  if (taken) throw new Refusal(`there is ${taken === 'concept' ? 'a' : 'an'} ${taken} ${name} already`);
}

function isQualified(kind: RenameKind): boolean {
  return kind === 'statement' || kind === 'rule' || kind === 'scenario';
}

interface Change {
  kind: RenameKind;
  old: string;
  name: string;
  written: WrittenKnowledge;
}

/** What the mention becomes; undefined where it is none of the old name. */
function becomes(file: string, mention: Mention, change: Change): string | undefined {
  return isQualified(change.kind) ? entryBecomes(file, mention, change) : termBecomes(file, mention, change);
}

/** Of a statement, a rule or a scenario: within its section by its name alone, elsewhere with the section. */
function entryBecomes(
  file: string,
  { role, name: said }: Mention,
  { kind, old, name }: Change,
): string | undefined {
  const [section = '', ...rest] = old.split('/');
  const isOwn = section === sectionOf(file) && said === rest.join('/');
  if (isOwn && (role === kind || (role === 'cited' && kind === 'statement')))
    return name.slice(section.length + 1);
  const isWhole =
    said === old && (kind === 'statement' ? role === 'cited' || role === 'kept' : role === 'kept');
  return isWhole && kind !== 'scenario' ? name : undefined;
}

function termBecomes(
  file: string,
  { role, name: said }: Mention,
  { kind, old, name, written }: Change,
): string | undefined {
  const own: Role = kind === 'act' ? 'act' : 'thing';
  if (role === own) return said === old ? name : undefined;
  if ((role === 'near' || role === 'term') && said === old) {
    if (!isAmbiguous(old, written)) return name;
    throw new Refusal(
      `${file} names ${old}, which is an act and a thing: say there which is meant, then rename`,
    );
  }
  const parts = role === 'fact' ? said.split('.') : said.split(' ');
  const isMentioned = (role === 'fact' && kind === 'act') || (role === 'step' && kind !== 'act');
  if (!isMentioned || !parts.includes(old)) return undefined;
  return parts.map((part) => (part === old ? name : part)).join(role === 'fact' ? '.' : ' ');
}

function isAmbiguous(id: string, { acts, concepts, catalogue }: WrittenKnowledge): boolean {
  return id in acts.content && [...concepts, ...catalogue].some(({ content }) => id in content);
}

function renameFailures(
  { home }: Folders,
  old: string,
  name: string,
  changes: Renaming['changes'],
  lines: Renaming['lines'],
): void {
  const whole = join(home, knownFailuresFile);
  if (!existsSync(whole)) return;
  const before = readFileSync(whole, 'utf8');
  const ids = JSON.parse(before) as string[];
  if (!ids.includes(old)) return;
  const after = `${JSON.stringify(ids.map((id) => (id === old ? name : id)).sort(), null, 2)}\n`;
  changes.set(knownFailuresFile, after);
  lines.push(...changedLines(knownFailuresFile, before, after).filter(({ text }) => text.includes(name)));
}

/** Reviews move with what they are of; one of a state that only its names have left stays a review of it. */
function renamedReviews(
  { home }: Folders,
  kind: RenameKind,
  old: string,
  name: string,
  { before, after }: Record<'before' | 'after', WrittenKnowledge>,
): Map<string, string | undefined> {
  const changes = new Map<string, string | undefined>();
  const [states, now] = [reviewedIn(before), reviewedIn(after)];
  for (const review of readReviews(home).reviews.values()) {
    const moved: Review = kind === review.kind && review.of === old ? { ...review, of: name } : review;
    const then = states.get(reviewKey(review.kind, review.of));
    const next = now.get(reviewKey(moved.kind, moved.of));
    const isCurrent = then && next && statusOf(review, then) === 'reviewed';
    const renamed = isCurrent ? { ...moved, reviewed: next } : moved;
    if (reviewText(renamed) === reviewText(review)) continue;
    if (moved !== review) changes.set(reviewPath(review.kind, review.of), undefined);
    changes.set(reviewPath(moved.kind, moved.of), reviewText(renamed));
  }
  return changes;
}

function changedLines(path: string, before: string, after: string): Renaming['lines'] {
  const old = before.split('\n');
  return after
    .split('\n')
    .map((text, at) => ({ path, line: at + 1, text }))
    .filter(({ text, line }) => text !== old[line - 1]);
}
