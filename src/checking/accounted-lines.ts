/**
 * Lines of the notes that state something, and that nothing accounts for.
 */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';

/** By heading, lines that are in no statement and not among the silent ones. */
export function unaccountedLines({ headings, sections, statements }: KnowledgeBase): Map<string, number[]> {
  const accounted = new Set([
    ...[...statements.values()].flatMap(({ lines }) => lines),
    ...[...sections.values()].flatMap(({ silent }) => silent.map(({ line }) => line)),
  ]);
  return new Map(
    [...headings.values()].map(({ slug, content }) => [slug, content.filter((line) => !accounted.has(line))]),
  );
}
