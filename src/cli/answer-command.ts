/**
 * `criterio answer FILE|-`: JSONL in, JSONL out, one line each, in the same order, streaming.
 */
import { answerRequest } from '../explaining/answer.ts';
import type { Answer, AnswerError } from '../explaining/answer-schema.ts';
import type { Advisor } from '../reasoning/consultation.ts';
import { type Command, oneFile } from './command.ts';
import { loadAdvisor } from './knowledge.ts';
import { type Line, linesOf, parseLine } from './lines.ts';

export const answerCommand: Command = {
  name: 'answer',
  summary: 'answers to questions, JSONL in and out',
  usage: 'criterio answer FILE|-',
  options: {},
  async run({ positionals, out }) {
    const lines = linesOf(oneFile(positionals, 'JSONL file with questions, or - for standard input'));
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

async function answerLine(advisor: Advisor, line: Line): Promise<Answer | AnswerError> {
  const parsed = parseLine(line);
  if ('code' in parsed) return { line: line.number, error: parsed };
  const answer = await answerRequest(advisor, parsed.value);
  return 'error' in answer ? { ...answer, line: line.number } : answer;
}
