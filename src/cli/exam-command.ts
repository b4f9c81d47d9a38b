/**
 * `criterio exam FILE`: questions with keys, scored as the exam would, with where misses were lost.
 */
import { snapshotOf } from '../checking/baseline.ts';
import {
  causes,
  examQuestionSchema,
  type Sitting,
  type Sums,
  sit,
  sumsOf,
  wilson,
} from '../checking/exam.ts';
import { reliabilityOf } from '../checking/reliability.ts';
import type { Advisor } from '../reasoning/consultation.ts';
import { baselineIn, baselineOptions, settleBaseline } from './baselines.ts';
import { type Command, UsageError } from './command.ts';
import { loadAdvisor } from './knowledge.ts';
import { type Line, linesOf, parseLine } from './lines.ts';

export const examCommand: Command = {
  name: 'exam',
  summary: 'score on questions with keys, and where misses were lost',
  usage: 'criterio exam FILE [--sums] [--json] [--save FILE] [--baseline FILE [--strict]]',
  options: {
    sums: { type: 'boolean', describe: 'sums only: no question is printed' },
    json: { type: 'boolean', describe: 'sums, and without --sums each question, as JSON' },
    ...baselineOptions,
  },
  async run(invocation) {
    const {
      positionals: [file],
      values,
      out,
      log,
    } = invocation;
    if (file === undefined) throw new UsageError('name a JSONL file of questions with keys');
    const lines = linesOf(file);
    const baseline = baselineIn(values);
    const advisor = loadAdvisor();
    const { sittings, bad } = await sitAll(advisor, lines, log);
    const sums = sumsOf(sittings);
    const snapshots = sittings.map(({ question, ...rest }) => snapshotOf({ id: question.id, ...rest }));
    const isSummed = values.sums === true;
    if (values.json === true) {
      out(JSON.stringify(isSummed ? { sums } : { sums, questions: snapshots }, null, 2));
    } else {
      for (const line of [...table(sums), '', ...reliabilityOf(sittings, advisor.base.judging)]) out(line);
      if (!isSummed) for (const line of misses(sittings)) out(line);
    }
    const isRegressed = settleBaseline(invocation, baseline, snapshots, isSummed) ?? false;
    return bad > 0 || isRegressed ? 1 : 0;
  },
};

async function sitAll(
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

function table(sums: readonly Sums[]): string[] {
  const head = `${'group'.padEnd(18)} ${'asked'.padStart(5)} ${'right'.padStart(6)} ${'95 % interval'.padStart(15)} ${'decided'.padStart(8)} ${'right when decided'.padStart(19)}  ${causes.join(' | ')}`;
  const rows = sums.map(({ group, asked, right, decided, rightWhenDecided, causes: lost }) => {
    const [low, high] = wilson(right, asked);
    return [
      group.padEnd(18),
      String(asked).padStart(5),
      percent(right, asked).padStart(6),
      `${(100 * low).toFixed(1)}..${(100 * high).toFixed(1)}`.padStart(15),
      percent(decided, asked).padStart(8),
      percent(rightWhenDecided, decided).padStart(19),
      ` ${causes.map((cause) => lost[cause] ?? 0).join(' | ')}`,
    ].join(' ');
  });
  return [head, ...rows];
}

function misses(sittings: readonly Sitting[]): string[] {
  const missed = sittings.filter(({ right }) => !right);
  return [
    '',
    'misses',
    ...missed.map(({ question, chosen, cause, conclusion }) => {
      const start = question.stem.replace(/\s+/g, ' ').slice(0, 70);
      return `${question.id} ${cause}, lead ${conclusion.lead}: chose ${chosen.join('')}, key ${question.answer.join('')}: ${start}`;
    }),
  ];
}

function percent(part: number, of: number): string {
  return of === 0 ? '-' : `${((100 * part) / of).toFixed(1)}%`;
}
