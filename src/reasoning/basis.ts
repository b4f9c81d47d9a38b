/**
 * What an answer rests on: which kind of evidence makes up most of its lead over the best of the rest.
 */
import type { Basis, Form } from '../knowledge/knowledge-base.ts';
import type { Tally } from './evidence.ts';

/** What evidence of each form adds to a lead. */
const basisOfForm: Record<Form, Exclude<Basis, 'settled' | 'guess'>> = {
  serves: 'needs',
  meets: 'needs',
  fits: 'needs',
  does: 'needs',
  alone: 'needs',
  supports: 'needs',
  cannot: 'strikes',
  contradicts: 'strikes',
  exceeds: 'strikes',
  excludes: 'strikes',
  prefers: 'contrasts',
  leans: 'contrasts',
  recommends: 'contrasts',
  principle: 'principles',
  resembles: 'resemblance',
};

interface Margin {
  /** Of the weakest that is chosen. */
  answer: Tally | undefined;
  /** Of the strongest that is not. */
  rival: Tally | undefined;
  /** Points between the two. */
  lead: number;
  settled: boolean;
}

/**
 * @returns `guess` where nothing parts the two; else the kind of evidence with the most points of the lead, among equals
 * the one named first in `bases`; for evidence of rules `settled` where nothing still open could change the answer
 */
export function basisOf({ answer, rival, lead, settled }: Margin): Basis {
  if (lead <= 0 || !answer) return 'guess';
  // Where the odd one out is asked for, the answer is the one with the fewest points.
  const sign = answer.points < (rival?.points ?? 0) ? -1 : 1;
  const parts: Record<Exclude<Basis, 'settled' | 'guess'>, number> = {
    strikes: 0,
    contrasts: 0,
    needs: 0,
    principles: 0,
    resemblance: 0,
  };
  for (const { form, points } of answer.evidence) parts[basisOfForm[form]] += sign * points;
  for (const { form, points } of rival?.evidence ?? []) parts[basisOfForm[form]] -= sign * points;
  const kinds = Object.keys(parts) as (keyof typeof parts)[];
  const most = kinds.reduce((best, kind) => (parts[kind] > parts[best] ? kind : best));
  return settled && most !== 'resemblance' ? 'settled' : most;
}
