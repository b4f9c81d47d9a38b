/**
 * Numbers with units: "90 minutes", "1.5 TB", "half an hour".
 */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { fold, type Token } from '../language/tokens.ts';

export interface Amount {
  dimension: string;
  /** In the first unit of the dimension. */
  base: number;
  from: number;
  to: number;
}

export class Amounts {
  private readonly units = new Map<string, { dimension: string; factor: number }>();
  private readonly numbers: Map<string, number>;

  constructor({ units, cues }: KnowledgeBase) {
    for (const [dimension, table] of Object.entries(units)) {
      for (const { factor, words } of Object.values(table)) {
        for (const word of words) this.units.set(fold(word), { dimension, factor });
      }
    }
    this.numbers = new Map(Object.entries(cues.numbers));
  }

  /** Amounts in the tokens; a unit may follow its number directly or after one word ("half an hour"). */
  in(tokens: readonly Token[]): Amount[] {
    const found: Amount[] = [];
    for (const [from, token] of tokens.entries()) {
      const glued = /^([\d.,]+)(\p{L}+)$/u.exec(token.folded);
      const number = this.number(glued?.[1] ?? token.folded);
      if (number === undefined) continue;
      for (let to = glued ? from : from + 1; to <= from + 2 && to < tokens.length; to++) {
        const unit = this.units.get(glued?.[2] ?? tokens[to]?.folded ?? '');
        if (unit) {
          found.push({ dimension: unit.dimension, base: number * unit.factor, from, to: to + 1 });
          break;
        }
        if (glued) break;
      }
    }
    return found;
  }

  /** `1.5`, `10,000`, `fifteen`. */
  number(word: string): number | undefined {
    const named = this.numbers.get(word);
    if (named !== undefined) return named;
    if (!/^\d[\d.,]*$/.test(word)) return undefined;
    const grouped = /^\d{1,3}([.,]\d{3})+$/.test(word);
    const value = Number(grouped ? word.replace(/[.,]/g, '') : word.replace(',', '.'));
    return Number.isFinite(value) ? value : undefined;
  }
}
