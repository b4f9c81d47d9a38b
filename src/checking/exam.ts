/**
 * Real questions with keys: how many are right, how many decided, and where each miss was lost.
 */
import { z } from 'zod';
import { optionsSchema, stemSchema } from '../explaining/answer-schema.ts';
import type { Advisor, Conclusion } from '../reasoning/consultation.ts';
import { chosenLetters } from '../reasoning/contenders.ts';

export const examQuestionSchema = z
  .object({
    id: z.string(),
    src: z.string().optional(),
    stem: stemSchema,
    options: optionsSchema,
    choose: z.number().int().positive(),
    answer: z.array(z.string()).min(1, 'the key is empty: name the letters of the right options'),
    tier: z.string().optional(),
    decided_by_notes: z.string().optional(),
  })
  // A key that can not be met would count as a miss of the rules.
  .superRefine(({ options, choose, answer }, context) => {
    const letters = Object.keys(options);
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const unknown = answer.find((letter) => !letters.includes(letter));
    if (unknown !== undefined) wrong('answer', `${unknown} is no option: they are ${letters.join(', ')}`);
    else if (new Set(answer).size !== answer.length) wrong('answer', 'a letter stands twice');
    else if (choose !== answer.length)
      wrong('choose', `choose is ${choose}, but the key has ${answer.length} letters`);
    else if (choose >= letters.length)
      wrong('choose', `choose is ${choose}, but there are only ${letters.length} options`);
  });
export type ExamQuestion = z.infer<typeof examQuestionSchema>;

/** Where a miss was lost, from the text to the conclusion. */
export const causes = [
  'nothing read',
  'no rule fired',
  'outcome not recognised',
  'axis not separated',
  'pointed elsewhere',
] as const;
export type Cause = (typeof causes)[number];

export interface Sitting {
  question: ExamQuestion;
  conclusion: Conclusion;
  chosen: string[];
  right: boolean;
  cause?: Cause;
}

export async function sit(advisor: Advisor, question: ExamQuestion): Promise<Sitting> {
  const { stem, options, choose } = question;
  const conclusion = await advisor.consult({ stem, options, choose });
  const chosen = chosenLetters(conclusion);
  const right = sameLetters(chosen, question.answer);
  return { question, conclusion, chosen, right, ...(!right && { cause: causeOf(question, conclusion) }) };
}

/** The same letters, in any order. */
export function sameLetters(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((letter) => b.includes(letter));
}

function causeOf({ answer }: ExamQuestion, { facts, options, lead }: Conclusion): Cause {
  const keyed = options.filter(({ letter }) => answer.includes(letter));
  if (facts.members('about').size === 0) return 'nothing read';
  if (keyed.some(({ reading }) => reading.facts.members('option').size === 0))
    return 'outcome not recognised';
  if (options.every(({ tally }) => tally.evidence.length === 0)) return 'no rule fired';
  return lead === 0 ? 'axis not separated' : 'pointed elsewhere';
}

/** One group of questions, summed. */
export interface Sums {
  group: string;
  asked: number;
  right: number;
  decided: number;
  rightWhenDecided: number;
  causes: Partial<Record<Cause, number>>;
}

export function sumsOf(sittings: readonly Sitting[]): Sums[] {
  const groups = new Map<string, Sitting[]>([['all', [...sittings]]]);
  for (const sitting of sittings) {
    const { tier = 'untiered', decided_by_notes: notes } = sitting.question;
    for (const group of [tier, ...(notes === undefined ? [] : [`${tier}, ${notes}`])]) {
      groups.set(group, [...(groups.get(group) ?? []), sitting]);
    }
  }
  return [...groups]
    .sort(([a], [b]) => (a === 'all' ? -1 : b === 'all' ? 1 : a < b ? -1 : 1))
    .map(([group, of]) => {
      const decided = of.filter(({ conclusion }) => conclusion.decided);
      const lost: Partial<Record<Cause, number>> = {};
      for (const { cause } of of) if (cause) lost[cause] = (lost[cause] ?? 0) + 1;
      return {
        group,
        asked: of.length,
        right: of.filter(({ right }) => right).length,
        decided: decided.length,
        rightWhenDecided: decided.filter(({ right }) => right).length,
        causes: lost,
      };
    });
}

/**
 * Wilson score interval of a share at 95 % (Wilson 1927, J. Am. Stat. Assoc. 22).
 * @returns lower and upper bound, 0..1
 */
export function wilson(hits: number, of: number): [number, number] {
  if (of === 0) return [0, 1];
  const z2 = 1.96 ** 2;
  const share = hits / of;
  const centre = share + z2 / (2 * of);
  const spread = 1.96 * Math.sqrt((share * (1 - share) + z2 / (4 * of)) / of);
  return [(centre - spread) / (1 + z2 / of), (centre + spread) / (1 + z2 / of)];
}
