/**
 * Names of entries, as ids are: lower-case words joined by hyphens; an entry's id is `section/name`.
 */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { nearest } from '../knowledge/nearest.ts';
import { fold, tokenize } from '../language/tokens.ts';
import { KeepingError } from './keeping-error.ts';

/** Words of a text that make a name of it. */
const wordsInName = 6;

export function checkName(name: string): string {
  if (name.length > 80 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    throw new KeepingError('BAD_NAME', { got: name });
  return name;
}

/** @throws KeepingError UNKNOWN_SECTION, with the nearest known */
export function checkSection({ sections }: KnowledgeBase, section: string): string {
  if (sections.has(section)) return section;
  throw new KeepingError('UNKNOWN_SECTION', { got: section, of: nearest(section, sections.keys()) ?? '' });
}

/** The first words of a text as a name; empty where it has none that can be in one. */
export function nameFrom(text: string): string {
  const words = tokenize(text).map(({ folded }) => fold(folded).replace(/[^a-z0-9]/g, ''));
  return words
    .filter((word) => word !== '')
    .slice(0, wordsInName)
    .join('-')
    .slice(0, 80)
    .replace(/-+$/, '');
}

/** `12, 15-17` as numbers, and back in {@link lineRanges} of the pages. */
export function linesFrom(text: string): number[] {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const lines = parts.flatMap((part) => {
    const [, from = '', to = from] = /^(\d{1,5})(?:[-–](\d{1,5}))?$/.exec(part) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (from === '' || first < 1 || last < first || last - first > 200)
      throw new KeepingError('BAD_LINES', { got: part });
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
  return [...new Set(lines)].sort((a, b) => a - b);
}
