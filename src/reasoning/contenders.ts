/**
 * Options and outcomes under one view: whoever may win.
 */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Conclusion, JudgedOption } from './consultation.ts';
import { isLoser } from './contrasts.ts';
import type { Evidence, Tally } from './evidence.ts';

export interface Judged {
  /** Option letter, or outcome id. */
  id: string;
  name: string;
  tally: Tally;
  chosen: boolean;
  option?: JudgedOption;
}

/** Letters of the options chosen, in the order the options were given. */
export function chosenLetters({ options }: Pick<Conclusion, 'options'>): string[] {
  return options.filter(({ chosen }) => chosen).map(({ letter }) => letter);
}

/** The outcomes that a contender stands for: those an option names, or an outcome with its parents. */
export function namesOf({ outcomes }: KnowledgeBase, { id, option }: Judged): string[] {
  if (option) return [...option.reading.facts.members('option.name').keys()];
  return outcomes.get(id)?.family ?? [];
}

/** Whether a contrast that counts for another contender parts it from this one. */
export function losesBy({ id, option }: Judged, { rule, form, points }: Evidence): boolean {
  if (form !== 'prefers' || points <= 0) return false;
  return option ? isLoser(rule, option.reading.facts) : rule.over.includes(id);
}

/** Contenders with those chosen first, then by points. */
export function contendersOf({ options, ranking }: Pick<Conclusion, 'options' | 'ranking'>): Judged[] {
  if (options.length === 0) {
    return ranking.map(({ outcome, tally }, place) => ({
      id: outcome.id,
      name: outcome.name,
      tally,
      chosen: place === 0 && tally.points > 0,
    }));
  }
  return options
    .map((option) => ({
      id: option.letter,
      name: option.text,
      tally: option.tally,
      chosen: option.chosen,
      option,
    }))
    .sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.tally.points - a.tally.points);
}
