/**
 * Pages whose names are near to an address that leads nowhere.
 */

import type { Lang } from '../knowledge/knowledge-base.ts';
import { nearest } from '../knowledge/nearest.ts';
import { fold } from '../language/tokens.ts';
import { comparePath, outcomePath, rulePath, sectionPath } from './addresses.ts';
import type { Library } from './library.ts';
import type { Near } from './pages/problem-page.tsx';

const most = 5;
const sites = [
  'rules',
  'sections',
  'outcomes',
  'compare',
  'coverage',
  'review',
  'keep',
  'advise',
  'interview',
  'findings',
  'changes',
];

export function nearPages(library: Library, path: string, lang: Lang): Near[] {
  const [, kind = '', ...rest] = decoded(path).split('/');
  const name = rest.join('/');
  const { sections, outcomes } = library.base;
  if (kind === 'sections') {
    const near = nearest(fold(name), sections.keys());
    return near === undefined
      ? []
      : [{ path: sectionPath(near), name: sections.get(near)?.title[lang] ?? near }];
  }
  if (kind === 'outcomes')
    return nearOutcomes(library, name).map((id) => ({ path: outcomePath(id), name: nameOf(library, id) }));
  if (kind === 'compare') {
    const [a, b] = rest.map((each) => (outcomes.has(each) ? each : nearOutcomes(library, each)[0]));
    if (a === undefined || b === undefined || a === b) return [];
    return [{ path: comparePath(a, b), name: `${nameOf(library, a)} / ${nameOf(library, b)}` }];
  }
  if (kind === 'rules') return nearRules(library, name, lang);
  const near = nearest(kind, sites);
  return near === undefined ? [] : [{ path: `/${near}`, name: `/${near}` }];
}

/** By id or by any of its names, part of one included. */
export function nearOutcomes({ base }: Library, wanted: string): string[] {
  const words = fold(wanted).trim();
  if (words === '') return [];
  const all = [...base.outcomes.values()];
  const named = (holds: (name: string) => boolean) =>
    all
      .filter(({ id, name, aliases }) => [id, name, ...aliases].some((each) => holds(fold(each))))
      .map(({ id }) => id);
  const byId = nearest(words.replaceAll(' ', '-'), base.outcomes.keys());
  const found = [
    ...named((name) => name === words),
    ...(byId === undefined ? [] : [byId]),
    ...(words.length > 2 ? named((name) => name.includes(words)) : []),
  ];
  return [...new Set(found)].slice(0, most);
}

function nearRules(library: Library, name: string, lang: Lang): Near[] {
  const { entries } = library.search;
  const near = nearest(name.replace(/\/(?=[\d.]+$)/, '#'), [
    ...library.authored.map(({ id }) => id),
    ...library.claims.keys(),
  ]);
  const words = name.split(/[^\p{L}\p{N}]+/u).join(' ');
  const found = library.search.find({ words, heading: '', service: '', status: '' }).map(({ id }) => id);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const claimed = (id: string) => {
    const claim = library.claims.get(id);
    return claim && library.wordings[lang].claim(claim);
  };
  return [...new Set([...(near === undefined ? [] : [near]), ...found])]
    .slice(0, most)
    .map((id) => ({ path: rulePath(id), name: byId.get(id)?.words[lang] ?? claimed(id) ?? id }));
}

function nameOf({ base }: Library, id: string): string {
  return base.outcomes.get(id)?.name ?? id;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
