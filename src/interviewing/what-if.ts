/**
 * What an answer would do before it is given: whom it favours, whom it sets back, and through which rules.
 */
import type { Advisor, Conclusion, Correction } from '../reasoning/consultation.ts';
import { contendersOf, type Judged } from '../reasoning/contenders.ts';
import type { Evidence } from '../reasoning/evidence.ts';
import type { Setting } from './answers.ts';
import { correctionOf } from './so-far.ts';

export interface Effect {
  /** Outcome, or letter of an option. */
  id: string;
  name: string;
  /** Points more, or fewer where negative. */
  points: number;
  /** The evidence that changes most by it. */
  evidence: Evidence;
}

export interface Difference {
  before: Conclusion;
  after: Conclusion;
  effects: Effect[];
}

/** Effects told of one answer. */
const mostEffects = 3;

/** The question with one more setting, judged by a run of record. */
export function consultWith(
  advisor: Advisor,
  { question, asOf }: Conclusion,
  more: readonly Correction[],
): Promise<Conclusion> {
  return advisor.consult({ ...question, asOf, corrections: [...(question.corrections ?? []), ...more] });
}

/** For each option, what ticking it would do; for an amount, what being beyond it would. */
export async function effectsOf(
  advisor: Advisor,
  before: Conclusion,
  options: readonly Setting[],
  isAmount: boolean,
): Promise<Effect[][]> {
  const found: Effect[][] = [];
  for (const { fact, value } of options) {
    const said = isAmount ? { fact, value: String(Number(value) + 1) } : { fact, value };
    found.push((await difference(advisor, before, said)).effects);
  }
  return found;
}

/** What would be otherwise if one thing were as the setting says. */
export async function difference(
  advisor: Advisor,
  before: Conclusion,
  setting: Setting,
): Promise<Difference> {
  const correction = correctionOf(advisor.base, setting);
  const after = correction ? await consultWith(advisor, before, [correction]) : before;
  const were = new Map(contendersOf(before).map((each) => [each.id, each]));
  const are = new Map(contendersOf(after).map((each) => [each.id, each]));
  const [floorBefore, floorAfter] = [floorOf(advisor, before), floorOf(advisor, after)];
  const effects: Effect[] = [];
  for (const id of new Set([...are.keys(), ...were.keys()])) {
    const [was, is] = [were.get(id), are.get(id)];
    const points = (is?.tally.points ?? floorAfter) - (was?.tally.points ?? floorBefore);
    // Who only comes into view because others fall back gains nothing.
    if (points === 0 || (!was && points < 0) || (!is && points > 0)) continue;
    const evidence = turning(was, is, points);
    if (evidence) effects.push({ id, name: (is ?? was)?.name ?? id, points, evidence });
  }
  effects.sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  return { before, after, effects: effects.slice(0, mostEffects) };
}

/** What one has at most who does not stand in a ranking that is cut: 0 where it is not. */
function floorOf({ base }: Advisor, { options, ranking }: Conclusion): number {
  if (options.length > 0 || ranking.length < base.judging.shown) return 0;
  return Math.max(0, ranking.at(-1)?.tally.points ?? 0);
}

/** The evidence that moves most in the direction of the points. */
export function turning(
  was: Judged | undefined,
  is: Judged | undefined,
  points: number,
): Evidence | undefined {
  const before = pointsByRule(was);
  const after = pointsByRule(is);
  const change = ({ rule }: Evidence) =>
    Math.sign(points) * ((after.get(rule.id) ?? 0) - (before.get(rule.id) ?? 0));
  return [...(is?.tally.evidence ?? []), ...(was?.tally.evidence ?? [])].sort(
    (a, b) => change(b) - change(a),
  )[0];
}

function pointsByRule(judged: Judged | undefined): Map<string, number> {
  return new Map((judged?.tally.evidence ?? []).map(({ rule, points }) => [rule.id, points]));
}
