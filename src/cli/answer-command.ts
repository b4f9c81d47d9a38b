/**
 * `criterio answer FILE|-`: JSONL in, JSONL out, one line each, in the same order, streaming.
 */
import { answerRequest } from '../explaining/answer.ts';
import type { Answer, AnswerError } from '../explaining/answer-schema.ts';
import type { Advisor } from '../reasoning/consultation.ts';
import { type Command, UsageError } from './command.ts';
import { loadAdvisor } from './knowledge.ts';
import { type Line, linesOf, parseLine } from './lines.ts';

/** A line longer than this is refused before it is parsed. */
const longestLine = 1_000_000;

export const answerCommand: Command = {
  name: 'answer',
  summary: 'answers to questions, JSONL in and out',
  usage: 'criterio answer FILE|-',
  options: {},
  async run({ positionals: [file], out }) {
    if (file === undefined) throw new UsageError('name a JSONL file with questions, or - for standard input');
    const lines = linesOf(file);
    const advisor = loadAdvisor();
    let bad = 0;
    for await (const line of lines) {
      const answer = await answerLine(advisor, line);
      if ('error' in answer) bad++;
      out(JSON.stringify(answer));
    }
    return bad > 0 ? 1 : 0;
  },
};

async function answerLine(advisor: Advisor, { number, text }: Line): Promise<Answer | AnswerError> {
  if (text.length > longestLine) {
    return {
      line: number,
      error: {
        code: 'LINE_TOO_LONG',
        message: `the line has ${text.length} characters, at most ${longestLine} are read`,
      },
    };
  }
  const parsed = parseLine(text);
  if (!parsed) {
    return {
      line: number,
      error: {
        code: 'BAD_JSON',
        message: 'the line is not JSON: give one question as a JSON object on each line',
      },
    };
  }
  const answer = await answerRequest(advisor, parsed.value);
  return 'error' in answer ? { ...answer, line: number } : answer;
}
