/**
 * Risk against coverage: if only the surest answers were given, how many of them would be wrong?
 * (El-Yaniv and Wiener 2010, J. Mach. Learn. Res. 11: the trade-off of selective classification.)
 */
import type { Lang } from '../knowledge/knowledge-base.ts';
import type { Sitting } from './exam.ts';
import { measuringTexts } from './measuring-texts.ts';

export interface RiskPoint {
  /** Least confidence that is answered, 0..1. */
  confidence: number;
  answered: number;
  wrong: number;
  /** Share of the questions that is answered, 0..1. */
  coverage: number;
  /** Share of the answers that is wrong, 0..1. */
  risk: number;
}

/** One point for each confidence that occurs, the surest first: what is equally sure is given together. */
export function riskOf(sittings: readonly Sitting[]): RiskPoint[] {
  const confidences = [...new Set(sittings.map(({ conclusion }) => conclusion.confidence))].sort(
    (a, b) => b - a,
  );
  return confidences.map((confidence) => {
    const given = sittings.filter(({ conclusion }) => conclusion.confidence >= confidence);
    const wrong = given.filter(({ right }) => !right).length;
    return {
      confidence,
      answered: given.length,
      wrong,
      coverage: given.length / sittings.length,
      risk: wrong / given.length,
    };
  });
}

export function riskTable(points: readonly RiskPoint[], lang: Lang): string[] {
  const t = measuringTexts[lang];
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  return [
    t.risk,
    [
      t.saidFrom.padStart(9),
      t.answered.padStart(9),
      t.coverage.padStart(9),
      t.wrong.padStart(7),
      t.riskHead.padStart(7),
    ].join(' '),
    ...points.map(({ confidence, answered, coverage, wrong, risk }) =>
      [
        percent(confidence).padStart(9),
        String(answered).padStart(9),
        percent(coverage).padStart(9),
        String(wrong).padStart(7),
        percent(risk).padStart(7),
      ].join(' '),
    ),
  ];
}
