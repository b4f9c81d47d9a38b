/**
 * A text in pieces, each with the side that rules about its words take.
 */
import type { Reason } from './explanation-schema.ts';

export interface WeighedPiece {
  text: string;
  /** Rules about these words speak for the option, against it, or some for and some against. */
  side?: 'for' | 'against' | 'both';
}

/** @param part the text that is given: the stem, or the option that the reasons speak of */
export function weighedText(
  text: string,
  reasons: readonly Pick<Reason, 'points' | 'premises'>[],
  part: 'stem' | 'option',
): WeighedPiece[] {
  const spans = reasons.flatMap(({ points, premises }) =>
    premises
      .filter((premise) => premise.in === part)
      .flatMap((premise) => premise.spans.map(([start, end]) => ({ start, end, isFor: points > 0 }))),
  );
  const bounds = new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...bounds].filter((at) => at <= text.length).sort((a, b) => a - b);
  const pieces: WeighedPiece[] = [];
  for (const [place, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[place + 1] ?? text.length;
    const over = spans.filter((span) => span.start <= start && span.end >= end);
    const side = sideOf(over.map(({ isFor }) => isFor));
    const words = text.slice(start, end);
    const last = pieces.at(-1);
    if (last && last.side === side) last.text += words;
    else pieces.push({ text: words, ...(side && { side }) });
  }
  return pieces;
}

function sideOf(sides: readonly boolean[]): WeighedPiece['side'] {
  if (sides.length === 0) return undefined;
  if (sides.every((isFor) => isFor)) return 'for';
  return sides.some((isFor) => isFor) ? 'both' : 'against';
}
