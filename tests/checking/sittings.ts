/**
 * Sittings made up of what calibration and risk look at.
 */
import type { Sitting } from '../../src/checking/exam.ts';
import type { AnswerClass } from '../../src/reasoning/confidence.ts';

interface Made extends Partial<AnswerClass> {
  src?: string;
  right: boolean;
  confidence?: number;
}

export function sitting({ src, right, confidence = 0, ...answer }: Made): Sitting {
  const conclusion = { basis: 'needs', choose: 1, lead: 10, share: 0.5, confidence, ...answer };
  return { question: { ...(src !== undefined && { src }) }, conclusion, right } as unknown as Sitting;
}

/** So many alike, of which the first few are right. */
export function sittings(count: number, right: number, made: Omit<Made, 'right'>): Sitting[] {
  return Array.from({ length: count }, (_, i) => sitting({ ...made, right: i < right }));
}
