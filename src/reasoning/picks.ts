/**
 * "I chose C, why not?": what speaks against the options that someone picked, and for the answer instead.
 */
import type { Conclusion, JudgedOption } from './consultation.ts';
import { isLoser } from './contrasts.ts';
import { decidersOf } from './deciders.ts';
import type { Evidence } from './evidence.ts';

export interface Pick {
  /** Letters picked that are options, in the order of the options. */
  letters: string[];
  /** The same as the answer. */
  agrees: boolean;
  /** Letters of the answer that were not picked. */
  missing: string[];
  /** One for each letter picked that is not in the answer. */
  instead: Instead[];
}

export interface Instead {
  picked: JudgedOption;
  answer: JudgedOption;
  /** Points by which the answer is ahead of the pick; 0 where the rules do not tell them apart. */
  lead: number;
  /** What speaks against the pick, contrasts that it loses included; the most telling first. */
  against: Evidence[];
  /** What speaks for the answer and not for the pick. */
  for: Evidence[];
}

/** Undefined where nothing was picked, or there is nothing to pick from. */
export function pickOf({ options, question }: Conclusion): Pick | undefined {
  const letters = options.map(({ letter }) => letter).filter((letter) => question.picked?.includes(letter));
  if (letters.length === 0) return undefined;
  const isPicked = ({ letter }: JudgedOption) => letters.includes(letter);
  const answers = options.filter(({ chosen }) => chosen);
  const missing = answers.filter((option) => !isPicked(option));
  const wrong = options.filter((option) => isPicked(option) && !option.chosen);
  return {
    letters,
    agrees: missing.length === 0 && wrong.length === 0,
    missing: missing.map(({ letter }) => letter),
    instead: wrong.flatMap((picked, place) => {
      // Whoever picked too many is told by what the answer is ahead all the same.
      const answer = missing[place] ?? missing[0] ?? answers[0];
      return answer ? [insteadOf(picked, answer)] : [];
    }),
  };
}

function insteadOf(picked: JudgedOption, answer: JudgedOption): Instead {
  const deciders = decidersOf(answer.tally, picked.tally);
  const isAgainst = ({ evidence, of }: (typeof deciders)[number]) =>
    of === 'rival' || isLoser(evidence.rule, picked.reading.facts);
  return {
    picked,
    answer,
    lead: Math.abs(answer.tally.points - picked.tally.points),
    against: deciders.filter(isAgainst).map(({ evidence }) => evidence),
    for: deciders.filter((decider) => !isAgainst(decider)).map(({ evidence }) => evidence),
  };
}
