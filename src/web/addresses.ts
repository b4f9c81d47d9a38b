/**
 * Addresses of the pages. An id is its own address; `#` parts the number of a claim, so it becomes a step of the path.
 */

import type { ReviewKind } from '../keeping/reviews.ts';

export function rulePath(id: string): string {
  return `/rules/${id.replace('#', '/').split('/').map(encodeURIComponent).join('/').replaceAll('%3A', ':')}`;
}

/** Ids that an address of a rule may stand for, the likeliest first. */
export function idsAt(address: string): string[] {
  const claim = address.replace(/\/(?=[\d.]+(?::[a-z.\d]+)?$)/, '#');
  return claim === address ? [address] : [claim, address];
}

export function findingPath(code: string): string {
  return `/findings/${encodeURIComponent(code)}`;
}

export function sectionPath(slug: string): string {
  return `/sections/${encodeURIComponent(slug)}`;
}

/** A statement has its place on the page of its section. */
export function statementPath(id: string): string {
  const [slug = '', name = ''] = id.split('/');
  return `${sectionPath(slug)}#${encodeURIComponent(name)}`;
}

/** @param kind `rule` or `statement`: the two may share a name */
export function reviewPagePath(kind: ReviewKind, id: string): string {
  return `/review/${kind}s/${id.split('/').map(encodeURIComponent).join('/')}`;
}

export function outcomePath(id: string): string {
  return `/outcomes/${encodeURIComponent(id)}`;
}

export function comparePath(a: string, b: string): string {
  return `/compare/${encodeURIComponent(a)}/${encodeURIComponent(b)}`;
}

/** `634, 640–642`. */
export function lineRanges(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && line <= last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
