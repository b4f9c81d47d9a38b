/**
 * `criterio exam FILE`: questions with keys, scored as the exam would, with where misses were lost.
 */
import { join } from 'node:path';
import { snapshotOf } from '../checking/baseline.ts';
import { calibrate } from '../checking/calibration.ts';
import { calibrationReport, rowsAsYaml } from '../checking/calibration-report.ts';
import { causes, type Sitting, type Sums, sumsOf, wilson } from '../checking/exam.ts';
import { type MeasuringTexts, measuringTexts } from '../checking/measuring-texts.ts';
import { reliabilityOf } from '../checking/reliability.ts';
import { riskOf, riskTable } from '../checking/risk.ts';
import { riskChart } from '../checking/risk-chart.ts';
import type { Judging, Lang } from '../knowledge/knowledge-base.ts';
import { rulesFolder } from '../knowledge/loader.ts';
import { rewrite, withValue } from '../knowledge/rewriting.ts';
import { writeWholeFile } from '../knowledge/whole-file.ts';
import { baselineIn, baselineOptions, settleBaseline } from './baselines.ts';
import { type Command, type Invocation, langOf, langOption, oneFile, UsageError } from './command.ts';
import { loadAdvisor } from './knowledge.ts';
import { linesOf } from './lines.ts';
import { questionsFile, sitAll } from './sittings.ts';

export const examCommand: Command = {
  name: 'exam',
  summary: 'score on questions with keys, and where misses were lost',
  usage:
    'criterio exam FILE [--sums] [--json] [--lang en|es] [--save FILE] [--baseline FILE [--strict]] [--risk SVG] [--calibrate [--write]]',
  options: {
    sums: { type: 'boolean', describe: 'sums only: no question is printed' },
    json: { type: 'boolean', describe: 'sums, and without --sums each question, as JSON' },
    ...langOption,
    ...baselineOptions,
    risk: { type: 'string', describe: 'draw risk against coverage to this SVG file' },
    calibrate: { type: 'boolean', describe: 'measure the hit rate by class, leaving each source out' },
    write: { type: 'boolean', describe: 'with --calibrate: put the rates into judging.yaml' },
  },
  async run(invocation) {
    const { positionals, values, out, log } = invocation;
    const lang = langOf(values);
    const lines = linesOf(fileOf(positionals, values));
    const baseline = baselineIn(values);
    const advisor = loadAdvisor();
    const { sittings, bad } = await sitAll(advisor, lines, log);
    if (values.calibrate === true) {
      calibrateOn(sittings, values.write === true, lang, out);
      return bad > 0 ? 1 : 0;
    }
    const sums = sumsOf(sittings);
    const risk = riskOf(sittings);
    const snapshots = sittings.map(({ question, ...rest }) => snapshotOf({ id: question.id, ...rest }));
    const isSummed = values.sums === true;
    if (typeof values.risk === 'string') writeWholeFile(values.risk, riskChart(risk, lang));
    if (values.json === true) {
      out(JSON.stringify({ sums, risk, ...(!isSummed && { questions: snapshots }) }, null, 2));
    } else {
      for (const line of summary(sums, sittings, advisor.base.judging, lang)) out(line);
      if (!isSummed) for (const line of misses(sittings, lang)) out(line);
    }
    const isRegressed = settleBaseline(invocation, baseline, snapshots, isSummed) ?? false;
    return bad > 0 || isRegressed ? 1 : 0;
  },
};

function fileOf(
  positionals: readonly string[],
  { calibrate: measures, write }: Invocation['values'],
): string {
  if (write === true && measures !== true)
    throw new UsageError('--write puts measured rates into judging.yaml: name --calibrate with it');
  return oneFile(positionals, questionsFile);
}

/** Tells how well each way to part answers predicts; the best one's rates are printed, or written. */
function calibrateOn(
  sittings: readonly Sitting[],
  isWritten: boolean,
  lang: Lang,
  out: (text: string) => void,
): void {
  const classings = calibrate(sittings);
  for (const line of calibrationReport(classings, sittings, lang)) out(line);
  const rows = rowsAsYaml(classings[0]?.rows ?? []);
  if (!isWritten) {
    out(`\nconfidence:\n  ${rows}`);
    return;
  }
  const file = join(rulesFolder(), 'judging.yaml');
  rewrite(file, (text) => withValue(text, ['confidence'], rows));
  out(`\n${measuringTexts[lang].written(file)}`);
}

function summary(
  sums: readonly Sums[],
  sittings: readonly Sitting[],
  judging: Judging,
  lang: Lang,
): string[] {
  return [
    ...table(sums, lang),
    '',
    ...reliabilityOf(sittings, judging, lang),
    '',
    ...riskTable(riskOf(sittings), lang),
  ];
}

function table(sums: readonly Sums[], lang: Lang): string[] {
  const t = measuringTexts[lang];
  const head = `${t.group.padEnd(18)} ${t.asked.padStart(5)} ${t.right.padStart(6)} ${t.interval.padStart(15)} ${t.decided.padStart(8)} ${t.rightWhenDecided.padStart(19)}  ${causes.map((cause) => t.causes[cause]).join(' | ')}`;
  const rows = sums.map(({ group, asked, right, decided, rightWhenDecided, causes: lost }) => {
    const [low, high] = wilson(right, asked);
    return [
      groupName(group, t).padEnd(18),
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

/** Groups are named in the file, but for these two. */
function groupName(group: string, { all, untiered }: MeasuringTexts): string {
  if (group === 'all') return all;
  return group.replace(/^untiered(?=,|$)/, untiered);
}

function misses(sittings: readonly Sitting[], lang: Lang): string[] {
  const t = measuringTexts[lang];
  const missed = sittings.filter(({ right }) => !right);
  return [
    '',
    t.misses,
    ...missed.map(({ question, chosen, cause = 'pointed elsewhere', conclusion }) => {
      const start = question.stem.replace(/\s+/g, ' ').slice(0, 70);
      return `${question.id} ${t.miss(t.causes[cause], conclusion.lead, chosen.join(''), question.answer.join(''))}: ${start}`;
    }),
  ];
}

function percent(part: number, of: number): string {
  return of === 0 ? '-' : `${((100 * part) / of).toFixed(1)}%`;
}
