/**
 * `criterio exam FILE`: questions with keys, scored as the exam would, with where misses were lost.
 */
import { writeFileSync } from 'node:fs';
import { compareSittings, readBaseline, snapshotOf } from '../checking/baseline.ts';
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
import { type Command, UsageError } from './command.ts';
import { loadAdvisor } from './knowledge.ts';
import { type Line, linesOf, parseLine } from './lines.ts';

export const examCommand: Command = {
  name: 'exam',
  summary: 'score on questions with keys, and where misses were lost',
  usage: 'criterio exam FILE [--sums] [--json] [--baseline FILE] [--save FILE]',
  options: {
    sums: { type: 'boolean', describe: 'sums only: no question is printed' },
    json: { type: 'boolean', describe: 'sums, and without --sums each question, as JSON' },
    baseline: { type: 'string', describe: 'answers saved before: what flipped since, through which rules' },
    save: { type: 'string', describe: 'save the answers as a baseline' },
  },
  async run({ positionals: [file], values, out, log }) {
    if (file === undefined) throw new UsageError('name a JSONL file of questions with keys');
    const lines = linesOf(file);
    const baseline = typeof values.baseline === 'string' ? readBaseline(values.baseline) : undefined;
    const advisor = loadAdvisor();
    const { sittings, bad } = await sitAll(advisor, lines, log);
    const sums = sumsOf(sittings);
    const snapshots = sittings.map(snapshotOf);
    const isSummed = values.sums === true;
    if (typeof values.save === 'string') writeFileSync(values.save, JSON.stringify(snapshots));
    if (values.json === true) {
      out(JSON.stringify(isSummed ? { sums } : { sums, questions: snapshots }, null, 2));
    } else {
      for (const line of [...table(sums), '', ...reliabilityOf(sittings, advisor.base.judging)]) out(line);
      if (!isSummed) for (const line of misses(sittings)) out(line);
    }
    if (baseline) {
      const flips = compareSittings(baseline, snapshots);
      out(`\n${flips.length} answers flipped since the baseline`);
      if (!isSummed) for (const flip of flips) out(flip);
    }
    return bad > 0 ? 1 : 0;
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
