/**
 * Options that say nearly the same are variants of one step, of which at most one is meant: two of the options to
 * choose are seldom both of them.
 */
import { tokenize } from '../language/tokens.ts';

/** How alike two texts are: the share of their words that both have (the Jaccard index), 0..1. */
export function likeness(a: string, b: string): number {
  const [own, other] = [wordsOf(a), wordsOf(b)];
  const shared = [...own].filter((word) => other.has(word)).length;
  return shared / Math.max(1, own.size + other.size - shared);
}

const known = new Map<string, ReadonlySet<string>>();
const mostKnown = 1000;

/** Asked for with every set of options that a text is part of. */
function wordsOf(text: string): ReadonlySet<string> {
  let words = known.get(text);
  if (!words) {
    words = new Set(tokenize(text).map(({ folded }) => folded));
    if (known.size >= mostKnown) known.clear();
    known.set(text, words);
  }
  return words;
}
