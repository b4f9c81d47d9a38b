/**
 * Phrases compiled into one trie over word forms: looking all of them up costs the same however many there are.
 */

interface Node<T> {
  next: Map<string, Node<T>>;
  entries: T[];
}

export interface Match<T> {
  entry: T;
  /** Index of the first token, and of the one after the last. */
  from: number;
  to: number;
}

export class PhraseTrie<T> {
  private readonly root: Node<T> = { next: new Map(), entries: [] };

  /** Adds a phrase given by its word forms; returns what already stood there. */
  add(forms: readonly string[], entry: T): readonly T[] {
    let node = this.root;
    for (const form of forms) {
      let next = node.next.get(form);
      if (!next) {
        next = { next: new Map(), entries: [] };
        node.next.set(form, next);
      }
      node = next;
    }
    const before = [...node.entries];
    node.entries.push(entry);
    return before;
  }

  /**
   * Longest phrases from the left, not overlapping. `forms` are the tokens' forms, `undefined` for a token that
   * phrases pass over (an article); `accepts` may refuse an entry for the tokens it stands on.
   */
  find(
    forms: readonly (string | undefined)[],
    accepts: (match: Match<T>) => boolean = () => true,
  ): Match<T>[] {
    const found: Match<T>[] = [];
    let from = 0;
    while (from < forms.length) {
      const longest = this.longestAt(forms, from, accepts);
      found.push(...longest);
      from = longest[0] ? longest[0].to : from + 1;
    }
    return found;
  }

  private longestAt(
    forms: readonly (string | undefined)[],
    from: number,
    accepts: (match: Match<T>) => boolean,
  ): Match<T>[] {
    if (forms[from] === undefined) return [];
    let longest: Match<T>[] = [];
    let node: Node<T> | undefined = this.root;
    for (let at = from; at < forms.length; at++) {
      const form = forms[at];
      if (form === undefined) continue;
      node = node.next.get(form);
      if (!node) break;
      const matches = node.entries.map((entry) => ({ entry, from, to: at + 1 })).filter(accepts);
      if (matches.length > 0) longest = matches;
    }
    return longest;
  }
}
