/**
 * Criterio as a library: load the knowledge once, answer as often as you like.
 */

import { answerRequest } from './explaining/answer.ts';
import type { Answer, AnswerError, AnswerRequest } from './explaining/answer-schema.ts';
import type { Advisor } from './reasoning/consultation.ts';

export type { Answer, AnswerError, AnswerRequest } from './explaining/answer-schema.ts';
export { explain } from './explaining/explanation.ts';
export type { Explanation } from './explaining/explanation-schema.ts';
export { KnowledgeError } from './knowledge/finding.ts';
export { loadKnowledge } from './knowledge/loader.ts';
export { Advisor, type Conclusion, type Question } from './reasoning/consultation.ts';

/**
 * Answers one question, as `criterio answer` does one line.
 * @returns the answer, or an error with code and message where the request is malformed; never throws on input
 */
export function answer(advisor: Advisor, request: AnswerRequest): Promise<Answer | AnswerError> {
  return answerRequest(advisor, request);
}
