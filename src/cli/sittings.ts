/**
 * The questions of a JSONL file with keys, each answered.
 */
import { type ExamQuestion, examQuestionSchema, type Sitting, sit } from '../checking/exam.ts';
import type { Advisor } from '../reasoning/consultation.ts';
import { UsageError } from './command.ts';
import { type Line, parseLine } from './lines.ts';

/** What `exam`, `audit` and `principles` take. */
export const questionsFile = 'JSONL file of questions with keys';

/**
 * @param log told of every line that is no question with a key; these are left out and counted as bad
 * @throws UsageError where no question is left: nothing could be measured
 */
export async function sitAll(
  advisor: Advisor,
  lines: AsyncIterable<Line>,
  log: (text: string) => void,
): Promise<{ sittings: Sitting[]; bad: number }> {
  const sittings: Sitting[] = [];
  let bad = 0;
  for await (const line of lines) {
    const question = questionIn(line);
    if (typeof question !== 'string') {
      sittings.push(await sit(advisor, question));
      continue;
    }
    bad++;
    log(`line ${line.number}: ${question}; left out`);
  }
  if (sittings.length === 0)
    throw new UsageError('there is no question with a key in it: nothing to measure');
  return { sittings, bad };
}

/** The question, or what is wrong with the line. */
function questionIn(line: Line): ExamQuestion | string {
  const parsed = parseLine(line);
  if ('code' in parsed) return parsed.message;
  const question = examQuestionSchema.safeParse(parsed.value);
  if (question.success) return question.data;
  const issue = question.error.issues[0];
  const path = issue?.path.map(String).join('.') || 'question';
  return `not a question with a key (${path}: ${issue?.message})`;
}
