/**
 * The question in pieces, each with what was understood from it.
 */
import { roleOf } from '../reading/clauses.ts';
import type { Reading } from '../reading/reader.ts';
import type { Wording } from './wording.ts';

export interface Piece {
  text: string;
  /** What the words are there for: wanted, given, goes wrong... */
  role?: string | undefined;
  meanings: string[];
}

export function markedText({ text, tokens, clauses }: Reading, wording: Wording): Piece[] {
  const marks = clauses
    .flatMap((clause) =>
      clause.mentions.map((mention) => ({
        start: tokens[mention.from]?.start ?? 0,
        end: tokens[mention.to - 1]?.end ?? 0,
        role: wording.role(roleOf(mention, clause)),
        meaning: wording.name(mention.id),
      })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, role, meaning } of marks) {
    const last = pieces.at(-1);
    if (start < at) {
      // An act and a concept may share their words.
      if (last && last.meanings.length > 0 && !last.meanings.includes(meaning)) last.meanings.push(meaning);
      continue;
    }
    if (start > at) pieces.push({ text: text.slice(at, start), meanings: [] });
    pieces.push({ text: text.slice(start, end), role, meanings: [meaning] });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), meanings: [] });
  return pieces;
}
