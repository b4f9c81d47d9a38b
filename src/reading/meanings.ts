/**
 * What a mention stands for: itself and all it is, each with the words it comes from.
 */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Token } from '../language/tokens.ts';
import type { Said } from './facts.ts';
import type { Mention } from './vocabulary.ts';

export interface Meaning {
  value: string;
  said: Said;
}

export class Meanings {
  private readonly base: KnowledgeBase;

  constructor(base: KnowledgeBase) {
    this.base = base;
  }

  /** The mention's own id and everything above it, nearest first. */
  of(mention: Mention, tokens: readonly Token[]): Meaning[] {
    const said = saidAt(mention, tokens);
    return [...this.closureOf(mention)].map(([value, distance]) => ({ value, said: { ...said, distance } }));
  }

  idsOf(mention: Mention): string[] {
    return [...this.closureOf(mention).keys()];
  }

  private closureOf({ kind, id }: Mention): ReadonlyMap<string, number> {
    const { acts, concepts, outcomes } = this.base;
    const entry = kind === 'act' ? acts.get(id) : kind === 'concept' ? concepts.get(id) : outcomes.get(id);
    return entry?.closure ?? new Map([[id, 0]]);
  }
}

/** The words of a mention. */
export function saidAt({ id, from, to }: Mention, tokens: readonly Token[]): Said {
  return { span: [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0], leaf: id, by: 'read' };
}

export function isThing({ kind }: Mention): boolean {
  return kind !== 'act';
}

export function isAct({ kind }: Mention): boolean {
  return kind === 'act';
}
