/**
 * What decides an answer, by the ids under which it is written, reviewed and expected by scenarios: authored rules by
 * their own, rules made of claims by their statement's. Both are `section/name` and survive a change of claims.
 */
import type { KnowledgeBase, Rule } from '../knowledge/knowledge-base.ts';
import type { Conclusion } from '../reasoning/consultation.ts';
import type { Evidence } from '../reasoning/evidence.ts';

/** Undefined for what the catalogue alone claims, and for likeness, which is nothing to hold an answer to. */
function keptId({ id, form, claim }: Rule): string | undefined {
  if (form === 'resembles') return undefined;
  return claim ? claim.statement : id;
}

/** As {@link keptId}, and for what the catalogue alone claims `catalogue/<outcome>`: everything is reviewed. */
export function reviewedId(rule: Rule): string | undefined {
  return keptId(rule) ?? rule.claim?.id.replace(/#\d+$/, '');
}

/** Every id that a rule of the base is kept under. */
export function keptIds(base: KnowledgeBase): Set<string> {
  const authored = base.authored.map(({ id }) => id);
  return new Set([...authored, ...base.statements.keys()]);
}

/**
 * What counted for one answer, strongest first.
 * @param letter the option, or none for the outcome ranked first
 */
export function decidersOf(conclusion: Conclusion, letter?: string): string[] {
  const { options, ranking, reading } = conclusion;
  const evidence =
    letter === undefined
      ? ranking[0]?.tally.evidence
      : options.find((option) => option.letter === letter)?.tally.evidence;
  // Asked for the exception, what speaks against an option speaks for the answer.
  const sign = reading.ask.except && letter !== undefined ? -1 : 1;
  return countedFor(evidence ?? [], sign);
}

/** Ids of the evidence of that sign, each once, strongest first. */
export function countedFor(evidence: readonly Evidence[], sign: 1 | -1, idOf = keptId): string[] {
  const counted = evidence.filter(({ points }) => sign * points > 0);
  return [...new Set(counted.flatMap(({ rule }) => idOf(rule) ?? []))];
}
