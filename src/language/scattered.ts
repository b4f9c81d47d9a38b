/**
 * Phrases whose words stand apart: "files that hold logs must never be deleted" says `delete log files` too.
 */
import type { Form, Match } from './phrases.ts';

interface Phrase<T> {
  forms: readonly string[];
  entry: T;
}

export class ScatteredPhrases<T> {
  /** Each phrase under the word of it that the fewest phrases have: a text is compared with few of them. */
  private readonly byRarest = new Map<string, Phrase<T>[]>();
  private readonly within: number;

  /**
   * @param phrases two words or more each
   * @param within words that may lie between the first word of a phrase and each other one
   */
  constructor(phrases: readonly Phrase<T>[], within: number) {
    this.within = within;
    const uses = new Map<string, number>();
    for (const { forms } of phrases) for (const form of forms) uses.set(form, (uses.get(form) ?? 0) + 1);
    for (const phrase of phrases) {
      const rarest = phrase.forms.reduce((a, b) => ((uses.get(b) ?? 0) < (uses.get(a) ?? 0) ? b : a));
      const filed = this.byRarest.get(rarest);
      if (filed) filed.push(phrase);
      else this.byRarest.set(rarest, [phrase]);
    }
  }

  /**
   * Phrases all of whose words are there, in whatever order.
   * @param sentenceAt index of the sentence of a token: no phrase is found in two
   */
  find(forms: readonly Form[], sentenceAt: (at: number) => number): Match<T>[] {
    const present = new Set(forms);
    const found: Match<T>[] = [];
    forms.forEach((form, at) => {
      if (typeof form !== 'string') return;
      for (const phrase of this.byRarest.get(form) ?? []) {
        if (!phrase.forms.every((other) => present.has(other))) continue;
        const places = phrase.forms.map((other) => this.nearest(forms, other, at, sentenceAt));
        if (places.includes(-1)) continue;
        found.push({ entry: phrase.entry, from: Math.min(...places), to: Math.max(...places) + 1 });
      }
    });
    return found;
  }

  /** The place of a form nearest to another place in its sentence; -1 where it is not near. */
  private nearest(
    forms: readonly Form[],
    form: string,
    at: number,
    sentenceAt: (at: number) => number,
  ): number {
    for (let away = 0; away <= this.within; away++) {
      for (const place of [at + away, at - away]) {
        if (forms[place] === form && sentenceAt(place) === sentenceAt(at)) return place;
      }
    }
    return -1;
  }
}
