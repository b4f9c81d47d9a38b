/**
 * A conclusion as the contract's JSON.
 */
import type { Form } from '../knowledge/knowledge-base.ts';
import type { Reading } from '../reading/reader.ts';
import type { Advisor, Conclusion, JudgedOption } from '../reasoning/consultation.ts';
import { chosenLetters } from '../reasoning/contenders.ts';
import type { Evidence, Tally } from '../reasoning/evidence.ts';
import { type Pick, pickOf } from '../reasoning/picks.ts';
import { type Answer, type AnswerError, type AnswerRequest, answerRequestSchema } from './answer-schema.ts';
import { type Spans, spansOf } from './spans.ts';

export type Verdict = 'chosen' | 'possible' | 'impossible' | 'unjudged';

/** Impossible only where a rule proves it: a limit exceeded, a step its subject can not do, an exclusion. */
export function verdictOf({ chosen, tally }: JudgedOption): Verdict {
  if (chosen) return 'chosen';
  const struck = tally.evidence.some(
    ({ form, points }) => points < 0 && ['exceeds', 'excludes', 'contradicts'].includes(form),
  );
  if (struck) return 'impossible';
  return tally.evidence.length > 0 ? 'possible' : 'unjudged';
}

export function answerOf(conclusion: Conclusion, id?: string | number): Answer {
  const { options, decided, settled, confidence, basis, ranking, facts, lang } = conclusion;
  const pick = pickOf(conclusion);
  const judged = Object.fromEntries(
    options.map((option) => [
      option.letter,
      {
        verdict: verdictOf(option),
        tally: byForm(option.tally),
        ...sides(option.tally),
        words: wordsOf(option, conclusion.reading),
        fired: firedIn(option.tally),
      },
    ]),
  );
  return {
    ...(id !== undefined && { id }),
    answer: options.length > 0 ? chosenLetters(conclusion).sort() : null,
    decided,
    settled,
    confidence,
    basis,
    ...(pick && { picked: asIds(pick) }),
    ranking: ranking.slice(0, 20).map(({ outcome, standing }) => ({
      id: outcome.id,
      name: outcome.name,
      aliases: outcome.aliases,
      ...(outcome.parent !== undefined && { parent: outcome.parent }),
      standing,
    })),
    ...(options.length > 0 && { options: judged }),
    fired: [...new Set((options.length > 0 ? options : ranking).flatMap(({ tally }) => firedIn(tally)))],
    facts: facts.record(),
    lang,
  };
}

/** One request of any origin, checked and answered; never throws on what a user can send. */
export async function answerRequest(advisor: Advisor, request: unknown): Promise<Answer | AnswerError> {
  const checked = answerRequestSchema.safeParse(request);
  const id = idOf(request);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const path = issue?.path.map(String).join('.') ?? '';
    return {
      ...(id !== undefined && { id }),
      error: {
        code: 'BAD_QUESTION',
        message: `${path === '' ? 'question' : path}: ${issue?.message ?? 'not a question'}`,
        ...(path !== '' && { path }),
      },
    };
  }
  return answerOf(await advisor.consult(checked.data), id);
}

function idOf(request: unknown): AnswerRequest['id'] {
  const id = (request as { id?: unknown } | null)?.id;
  return typeof id === 'string' || (typeof id === 'number' && Number.isFinite(id)) ? id : undefined;
}

function byForm({ evidence }: Tally): Partial<Record<Form, number>> {
  const sums: Partial<Record<Form, number>> = {};
  for (const { form, points } of evidence) if (points !== 0) sums[form] = (sums[form] ?? 0) + points;
  return sums;
}

function sides({ evidence }: Tally): { for: string[]; against: string[] } {
  const of = (holds: (points: number) => boolean) =>
    evidence.filter(({ points }) => holds(points)).map(({ rule }) => rule.id);
  return { for: of((points) => points > 0), against: of((points) => points < 0) };
}

function wordsOf(option: JudgedOption, stem: Reading): Record<string, Spans> {
  const counted = option.tally.evidence.filter(({ points }) => points !== 0);
  return Object.fromEntries(counted.map(({ rule, premises }) => [rule.id, spansOf(premises, stem, option)]));
}

function asIds({ letters, agrees, instead }: Pick): Answer['picked'] {
  const ids = (evidence: readonly Evidence[]) => evidence.map(({ rule }) => rule.id);
  return {
    letters,
    agrees,
    instead: instead.map(({ picked, answer, lead, against, for: better }) => ({
      picked: picked.letter,
      answer: answer.letter,
      lead,
      against: ids(against),
      for: ids(better),
    })),
  };
}

function firedIn({ evidence }: Tally): string[] {
  return evidence.map(({ rule }) => rule.id);
}
