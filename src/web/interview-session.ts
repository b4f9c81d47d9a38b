/**
 * A session as an interview: what the link says, taken by the interviewer; what is answered, written into the link.
 */
import type { Setting } from '../interviewing/answers.ts';
import type { InterviewSoFar } from '../interviewing/interview.ts';
import { progressOf } from '../interviewing/so-far.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { splitQuestion } from '../reading/question.ts';
import { correctionsOf } from './fact-check.ts';
import { type Session, withoutFact, withSetting } from './session.ts';

export function soFarOf(base: KnowledgeBase, session: Session): InterviewSoFar {
  const { text, settings, asOf, interview: { asked } = { asked: 0 } } = session;
  const corrections = correctionsOf(base, session);
  return {
    question: { ...splitQuestion(text), asOf, corrections },
    progress: progressOf(base, settings, text !== ''),
    asked,
  };
}

/** One question answered; a choice or an amount has one answer, the last. */
export function withAnswers(base: KnowledgeBase, session: Session, answers: readonly Setting[]): Session {
  if (answers.length === 0) return session;
  const told = answers.reduce((made, { fact, value }) => {
    return withSetting(base.facts.has(fact) ? withoutFact(made, fact) : made, fact, value);
  }, session);
  return { ...told, interview: { asked: (session.interview?.asked ?? 0) + 1 } };
}
