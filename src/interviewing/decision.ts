/**
 * How far an answer is decided: the outcome itself, or at least the service it belongs to.
 */
import type { KnowledgeBase, Outcome } from '../knowledge/knowledge-base.ts';
import type { Conclusion } from '../reasoning/consultation.ts';

export type Decision = 'outcome' | 'service' | 'open';

/** A service whose own features alone come near is decided, though not which of them it is. */
export function decisionOf({ judging }: KnowledgeBase, { decided, options, ranking }: Conclusion): Decision {
  if (decided) return 'outcome';
  const [first] = ranking;
  if (options.length > 0 || !first) return 'open';
  const rival = ranking.find(({ outcome }) => serviceOf(outcome) !== serviceOf(first.outcome));
  const lead = first.tally.points - (rival?.tally.points ?? 0);
  return lead >= judging.decisive.open.lead ? 'service' : 'open';
}

/** Id of the topmost outcome it belongs to. */
export function serviceOf({ id, family }: Outcome): string {
  return family.at(-1) ?? id;
}
