/**
 * Phrases compiled into one trie over word forms: looking all of them up costs the same however many there are.
 */

interface Node<T> {
  next: Map<string, Node<T>>;
  entries: T[];
}

/**
 * A token as phrases see it: its form; `undefined` where phrases pass over it (an article); `aside` where a phrase may
 * have it or pass over it (the vendor in "AWS account" and in "managed by AWS").
 */
export type Form = string | { aside: string } | undefined;

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
   * Longest phrases from the left, not overlapping; `accepts` may refuse an entry for the tokens it stands on.
   */
  find(forms: readonly Form[], accepts: (match: Match<T>) => boolean = () => true): Match<T>[] {
    const found: Match<T>[] = [];
    let from = 0;
    while (from < forms.length) {
      const longest = this.longestAt(forms, from, accepts);
      found.push(...longest);
      from = longest[0] ? longest[0].to : from + 1;
    }
    return found;
  }

  private longestAt(forms: readonly Form[], from: number, accepts: (match: Match<T>) => boolean): Match<T>[] {
    if (forms[from] === undefined) return [];
    let longest: Match<T>[] = [];
    let node = this.root;
    for (let at = from; at < forms.length; at++) {
      const form = forms[at];
      if (form === undefined) continue;
      const next: Node<T> | undefined = node.next.get(typeof form === 'string' ? form : form.aside);
      if (!next && typeof form !== 'string' && at > from) continue;
      if (!next) break;
      node = next;
      if (node.entries.length === 0) continue;
      const matches = node.entries.map((entry) => ({ entry, from, to: at + 1 })).filter(accepts);
      if (matches.length > 0) longest = matches;
    }
    return longest;
  }
}
