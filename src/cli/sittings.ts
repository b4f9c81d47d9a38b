/**
 * The questions of a JSONL file with keys, each answered.
 */
import { examQuestionSchema, type Sitting, sit } from '../checking/exam.ts';
import type { Advisor } from '../reasoning/consultation.ts';
import { type Line, parseLine } from './lines.ts';

/** @param log told of every line that is no question with a key; these are left out and counted as bad */
export async function sitAll(
  advisor: Advisor,
  lines: AsyncIterable<Line>,
  log: (text: string) => void,
): Promise<{ sittings: Sitting[]; bad: number }> {
  const sittings: Sitting[] = [];
  let bad = 0;
  for await (const { number, text } of lines) {
    const question = examQuestionSchema.safeParse(parseLine(text)?.value);
    if (question.success) {
      sittings.push(await sit(advisor, question.data));
      continue;
    }
    bad++;
    const issue = question.error.issues[0];
    log(`line ${number}: not a question with a key (${issue?.path.join('.')}: ${issue?.message}); left out`);
  }
  return { sittings, bad };
}
