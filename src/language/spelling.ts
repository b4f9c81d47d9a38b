/**
 * Slips of the pen: a long word that nobody has written down but is one letter away from one that somebody has.
 */

/** Letters that a word needs at least: short words have too many neighbours. */
const leastLetters = 8;
const onlyLetters = /^\p{L}+$/u;

export class Spelling {
  private readonly words: ReadonlySet<string>;
  /** By what a slip leaves alone: the first letter and the last. */
  private readonly byEdges = new Map<string, string[]>();

  /** @param words rightly spelled, folded */
  constructor(words: ReadonlySet<string>) {
    this.words = words;
    for (const word of words) {
      if (word.length < leastLetters - 1) continue;
      const filed = this.byEdges.get(edgesOf(word));
      if (filed) filed.push(word);
      else this.byEdges.set(edgesOf(word), [word]);
    }
  }

  /** Whether it could be a slip at all: long, and not among the words. */
  isStrange(word: string): boolean {
    return word.length >= leastLetters && !this.words.has(word) && onlyLetters.test(word);
  }

  /** The one word that is a single slip away: a letter too many, too few or another one, or two that changed places. */
  meant(word: string): string | undefined {
    const near = (this.byEdges.get(edgesOf(word)) ?? []).filter((other) => isOneSlipAway(word, other));
    return near.length === 1 ? near[0] : undefined;
  }
}

function edgesOf(word: string): string {
  return `${word[0]}${word.at(-1)}`;
}

/** Another ending is another form, not a slip: but for letters that changed places, the last two are the same. */
function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [x, y] = [a.slice(same), b.slice(same)];
  if (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2)) return true;
  return a.slice(-2) === b.slice(-2) && (x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1));
}
