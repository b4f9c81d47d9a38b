/**
 * What a conclusion comes down to: the answer, what is said of each option, and the first reasons. Two states of the
 * rules differ on a question where their rulings do.
 */
import { type Verdict, verdictOf } from '../explaining/answer.ts';
import type { Conclusion } from '../reasoning/consultation.ts';
import { chosenLetters } from '../reasoning/contenders.ts';
import type { Tally } from '../reasoning/evidence.ts';
import { unitIdOf } from './units.ts';

export interface Ruling {
  /** Letters chosen, or the outcome ranked first. */
  answer: string[];
  /** By letter; empty without options. */
  verdicts: Record<string, Verdict>;
  /** Rules and claims that are the first reasons for the answer, each with the letter it speaks for. */
  reasons: string[];
}

/** Reasons that a reader is shown before the rest folds. */
const firstReasons = 3;

export function rulingOf({
  options,
  ranking,
  reading,
}: Pick<Conclusion, 'options' | 'ranking' | 'reading'>): Ruling {
  const { except } = reading.ask;
  if (options.length === 0) {
    const [first] = ranking;
    return first
      ? { answer: [first.outcome.id], verdicts: {}, reasons: reasonsIn(first.tally, false) }
      : { answer: [], verdicts: {}, reasons: [] };
  }
  return {
    answer: chosenLetters({ options }).sort(),
    verdicts: Object.fromEntries(options.map((option) => [option.letter, verdictOf(option)])),
    reasons: options
      .filter(({ chosen }) => chosen)
      .flatMap(({ letter, tally }) => reasonsIn(tally, except).map((unit) => `${letter} ${unit}`)),
  };
}

/** Units whose evidence counts most for being chosen; where the odd one out is asked for, most against it. */
function reasonsIn({ evidence }: Tally, except: boolean): string[] {
  const counted = evidence.filter(
    ({ form, points }) => form !== 'resembles' && (except ? points < 0 : points > 0),
  );
  return [...new Set(counted.map(({ rule }) => unitIdOf(rule)))].slice(0, firstReasons);
}

export type Difference = 'answer' | 'verdict' | 'reason';

/** The gravest way in which two rulings differ, or undefined where they agree. */
export function differenceOf(a: Ruling, b: Ruling): Difference | undefined {
  if (a.answer.join() !== b.answer.join()) return 'answer';
  const letters = new Set([...Object.keys(a.verdicts), ...Object.keys(b.verdicts)]);
  if ([...letters].some((letter) => a.verdicts[letter] !== b.verdicts[letter])) return 'verdict';
  return [...a.reasons].sort().join() === [...b.reasons].sort().join() ? undefined : 'reason';
}
