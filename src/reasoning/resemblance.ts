/**
 * Statements that an option reads like. Where words are spread too far for any phrase, an option can still be about what
 * a statement says: Okapi BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009) over the texts of
 * the statements, asked with the words of the question and those that tell the option from its rivals.
 */
import type { KnowledgeBase, Rule, Statement } from '../knowledge/knowledge-base.ts';
import { likeness, likenessOf } from '../knowledge/likeness.ts';
import { type Language, stem } from '../language/stems.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import type { Facts } from '../reading/facts.ts';
import type { Reading } from '../reading/reader.ts';

/** How soon more of the same word counts no more, and how much long texts are held back: the usual values. */
const saturation = 1.2;
const lengthShare = 0.75;

interface Posting {
  /** Index of the statement. */
  at: number;
  /** What a word of the weight 1 adds to its score. */
  gain: number;
}

export class Resemblance {
  private readonly statements: readonly Statement[];
  private readonly judging: KnowledgeBase['judging']['resemblance'];
  private readonly hollow: Record<Language, ReadonlySet<string>>;
  private readonly indexes: Partial<Record<Language, ReadonlyMap<string, readonly Posting[]>>> = {};

  constructor({ statements, cues, judging }: KnowledgeBase) {
    // What the notes have wrong is no text to be like.
    this.statements = [...statements.values()].filter(({ today }) => today?.status !== 'wrong');
    this.judging = judging.resemblance;
    const { small, hollow } = cues.scattered;
    const of = (language: Language) =>
      new Set([...cues.telltale[language], ...small[language], ...hollow[language]]);
    this.hollow = { en: of('en'), es: of('es') };
  }

  /**
   * Adds to each option's facts the statement that it reads like most, with how much.
   * @returns for each option the rule of that statement; none where it has no word of its own in common with any
   */
  add(stemRead: Reading, options: readonly Reading[]): (Rule | undefined)[] {
    const language = stemRead.lang;
    const words = options.map(({ tokens }) => this.stemsOf(tokens, language));
    const uses = new Map<string, number>();
    for (const own of words) for (const word of new Set(own)) uses.set(word, (uses.get(word) ?? 0) + 1);
    const asked = new Set(this.stemsOf(stemRead.tokens, language));
    const scores = new Float64Array(this.statements.length);
    for (const word of asked) this.addScores(word, this.judging.stem, language, scores);
    return options.map(({ tokens, facts }, at) => {
      // A word that every option has, or the question, tells none of them from the others.
      const telling = new Map<string, number>();
      for (const word of words[at] ?? []) {
        const share = (uses.get(word) ?? 0) / options.length;
        if (share < 1 && !asked.has(word)) telling.set(word, 1 - (share - 1 / options.length));
      }
      const found = this.nearest(telling, scores, language);
      if (!found) return undefined;
      const closeness = found.score / Math.sqrt(1 + telling.size) / this.judging.full;
      this.addFact(found.statement, closeness, tokens, telling, language, facts);
      return likenessOf(found.statement);
    });
  }

  /** The statement with the highest score among those that have a telling word. */
  private nearest(
    telling: ReadonlyMap<string, number>,
    stemScores: Float64Array,
    language: Language,
  ): { statement: Statement; score: number } | undefined {
    const own = new Float64Array(this.statements.length);
    for (const [word, weight] of telling) this.addScores(word, weight, language, own);
    let best = -1;
    let score = 0;
    own.forEach((gained, at) => {
      const sum = gained + (stemScores[at] ?? 0);
      if (gained > 0 && sum > score) [best, score] = [at, sum];
    });
    const statement = this.statements[best];
    return statement && { statement, score };
  }

  private addScores(word: string, weight: number, language: Language, scores: Float64Array): void {
    for (const { at, gain } of this.index(language).get(word) ?? []) {
      scores[at] = (scores[at] ?? 0) + weight * gain;
    }
  }

  /** The words in common are what the fact rests on. */
  private addFact(
    { id, text }: Statement,
    closeness: number,
    tokens: readonly Token[],
    telling: ReadonlyMap<string, number>,
    language: Language,
    facts: Facts,
  ): void {
    const common = new Set(this.stemsOf(tokenize(text[language]), language));
    for (const { folded, start, end } of tokens) {
      const word = stem(folded, language);
      if (!telling.has(word) || !common.has(word)) continue;
      facts.add(likeness, id, { leaf: id, span: [start, end], closeness, by: 'read' });
    }
  }

  /** Statements by word, made at first use of a language. */
  private index(language: Language): ReadonlyMap<string, readonly Posting[]> {
    this.indexes[language] ??= this.indexed(language);
    return this.indexes[language];
  }

  private indexed(language: Language): ReadonlyMap<string, readonly Posting[]> {
    const texts = this.statements.map(({ text }) => this.stemsOf(tokenize(text[language]), language));
    const average = texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length);
    const counts = new Map<string, Map<number, number>>();
    texts.forEach((text, at) => {
      for (const word of text) {
        const places = counts.get(word) ?? new Map<number, number>();
        counts.set(word, places.set(at, (places.get(at) ?? 0) + 1));
      }
    });
    return new Map(
      [...counts].map(([word, places]) => {
        const rarity = Math.log(1 + (texts.length - places.size + 0.5) / (places.size + 0.5));
        const postings = [...places].map(([at, count]) => {
          const length = (texts[at]?.length ?? 0) / average;
          const held = saturation * (1 - lengthShare + lengthShare * length);
          return { at, gain: (rarity * count * (saturation + 1)) / (count + held) };
        });
        return [word, postings];
      }),
    );
  }

  private stemsOf(tokens: readonly Token[], language: Language): string[] {
    return tokens.flatMap(({ folded }) =>
      folded.length > 1 && !this.hollow[language].has(folded) ? [stem(folded, language)] : [],
    );
  }
}
