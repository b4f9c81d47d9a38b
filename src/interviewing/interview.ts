/**
 * The interview: where it stands, what it asks next, and how much there is left to ask.
 */
import type { AsOf } from '../knowledge/knowledge-base.ts';
import type { Advisor, Conclusion, Correction, Question } from '../reasoning/consultation.ts';
import { contendersOf } from '../reasoning/contenders.ts';
import { Likelihoods } from './likelihoods.ts';
import { type Asked, type Progress, questionsFor } from './questions.ts';

export interface InterviewSoFar {
  /** The text, if there was one, with its options; answers are its corrections. */
  question: Question;
  progress: Progress;
  /** Questions asked. */
  asked: number;
}

export interface Budget {
  /** The likeliest outcomes, or options, that together are the answer with a likelihood of 95 in 100. */
  possible: number;
  /** Questions left, as far as what each tells allows to expect; 0 where none is left. */
  expected: number;
  /** Questions left at most: the interview asks no more than a dozen. */
  worst: number;
}

export interface Interview {
  conclusion: Conclusion;
  /** Absent where nothing is left that could matter, or the dozen is spent. */
  next: Asked | undefined;
  budget: Budget;
}

/** Questions asked at most, unless the visitor asks for more. */
export const mostQuestions = 12;
/** Each answer makes the next question more telling; as measured, half as many are needed as this one's bits say. */
const laterTellMore = 0.5;
/** Likelihood that the answer is among those counted as possible. */
const likelyAmong = 0.95;

export class Interviewer {
  readonly advisor: Advisor;
  private readonly likelihoods = new Map<AsOf, Likelihoods>();

  constructor(advisor: Advisor) {
    this.advisor = advisor;
  }

  async interview(soFar: InterviewSoFar): Promise<Interview> {
    const conclusion = await this.advisor.consult(soFar.question);
    return { conclusion, ...(await this.next(conclusion, soFar)) };
  }

  /** @param conclusion the answers so far, judged */
  async next(conclusion: Conclusion, soFar: InterviewSoFar): Promise<Pick<Interview, 'next' | 'budget'>> {
    const { advisor } = this;
    const { questions, beliefs, left } = questionsFor(
      advisor.base,
      this.likelihoodsAt(conclusion.asOf),
      conclusion,
      soFar.progress,
    );
    const next =
      soFar.asked < mostQuestions && !isProved(conclusion)
        ? await this.firstThatMatters(questions, conclusion)
        : undefined;
    const worst = next ? Math.min(mostQuestions - soFar.asked, left) : 0;
    return {
      next,
      budget: {
        possible: Math.min(
          conclusion.options.length || Number.POSITIVE_INFINITY,
          numberThatMake(likelyAmong, beliefs.shares),
        ),
        expected: next
          ? Math.min(worst, Math.max(1, Math.ceil((laterTellMore * beliefs.uncertainty) / next.bits)))
          : 0,
        worst,
      },
    };
  }

  /** A question that leaves all contenders as they are, whatever the answer, is passed over. */
  private async firstThatMatters(
    questions: readonly Asked[],
    conclusion: Conclusion,
  ): Promise<Asked | undefined> {
    for (const asked of questions) if (await this.matters(asked, conclusion)) return asked;
    return undefined;
  }

  async matters({ options, kind }: Asked, conclusion: Conclusion): Promise<boolean> {
    const { question, asOf } = conclusion;
    const before = standings(conclusion);
    for (const { fact, value } of options) {
      const values = kind === 'amount' ? [Number(value), Number(value) + 1] : [value];
      for (const each of values) {
        const more: Correction = { kind: 'affirm', fact, value: each };
        const corrections = [...(question.corrections ?? []), more];
        if (standings(await this.advisor.consult({ ...question, asOf, corrections })) !== before) return true;
      }
    }
    return false;
  }

  likelihoodsAt(asOf: AsOf): Likelihoods {
    let likelihoods = this.likelihoods.get(asOf);
    if (!likelihoods) {
      likelihoods = new Likelihoods(this.advisor.base, asOf);
      this.likelihoods.set(asOf, likelihoods);
    }
    return likelihoods;
  }
}

/** Ahead by a lead that decides, which no authored rule about a contender could take away. */
export function isProved({ decided, settled }: Conclusion): boolean {
  return decided && settled;
}

/** Who may win, with points, as one word to compare. */
function standings(conclusion: Pick<Conclusion, 'options' | 'ranking'>): string {
  return contendersOf(conclusion)
    .map(({ id, tally }) => `${id} ${tally.points}`)
    .join();
}

function numberThatMake(share: number, shares: Float64Array): number {
  let sum = 0;
  const needed = [...shares]
    .sort((a, b) => b - a)
    .findIndex((each) => {
      sum += each;
      return sum >= share;
    });
  return needed + 1;
}
