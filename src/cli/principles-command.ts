/**
 * `criterio principles FILE`: which principles real questions reward, and with how many points.
 */
import { join } from 'node:path';
import { type MeasuringTexts, measuringTexts } from '../checking/measuring-texts.ts';
import {
  countPrinciples,
  leastCases,
  leastSources,
  type PrincipleCount,
} from '../checking/principle-count.ts';
import { rulesFolder } from '../knowledge/loader.ts';
import { rewrite, withValue } from '../knowledge/rewriting.ts';
import { type Command, langOf, langOption, oneFile } from './command.ts';
import { loadAdvisor } from './knowledge.ts';
import { linesOf } from './lines.ts';
import { questionsFile, sitAll } from './sittings.ts';

type Texts = MeasuringTexts['principles'];

export const principlesCommand: Command = {
  name: 'principles',
  summary: 'count what questions with keys reward, and the points each principle is worth',
  usage: 'criterio principles FILE [--json] [--write] [--lang en|es]',
  options: {
    json: { type: 'boolean', describe: 'the counts as JSON' },
    write: { type: 'boolean', describe: 'put the measured points into principles.yaml' },
    ...langOption,
  },
  async run({ positionals, values, out, log }) {
    const t = measuringTexts[langOf(values)].principles;
    const file = oneFile(positionals, questionsFile);
    const lines = linesOf(file);
    const advisor = loadAdvisor();
    const { sittings, bad } = await sitAll(advisor, lines, log);
    const counts = countPrinciples(advisor.base, sittings);
    const differing = counts.filter(({ points, measured }) => points !== measured);
    if (values.json === true) out(JSON.stringify(counts, null, 2));
    else
      for (const line of [...report(counts, t), ...(values.write === true ? [] : compared(differing, t))])
        out(line);
    if (values.write === true) {
      const path = join(rulesFolder(), 'principles.yaml');
      rewrite(path, (text) =>
        differing.reduce(
          (changed, { name, measured }) => withValue(changed, [name, 'points'], String(measured)),
          text,
        ),
      );
      log(t.written(differing.length, path));
      return bad > 0 ? 1 : 0;
    }
    return bad > 0 || differing.length > 0 ? 1 : 0;
  },
};

function report(counts: readonly PrincipleCount[], t: Texts): string[] {
  const share = ({ spoken, of }: { spoken: number; of: number }) => `${spoken}/${of}`;
  const signed = (points: number) => (points > 0 ? `+${points}` : String(points));
  const { principle, cases, sources, keyed, unkeyed } = t.head;
  const { odds, points, measured } = t.values;
  return [
    row(principle, cases, sources, keyed, unkeyed, odds, points, measured),
    ...counts.map((count) =>
      row(
        count.name,
        String(count.cases),
        String(count.sources),
        share(count.keyed),
        share(count.unkeyed),
        count.cases === 0 ? '-' : count.odds.toFixed(2),
        signed(count.points),
        signed(count.measured),
      ),
    ),
    '',
    t.lacking(counts.filter((count) => count.unsupported !== undefined).length, counts.length),
    ...counts.flatMap(({ name, cases: of, sources: from, unsupported: why }) =>
      why === undefined ? [] : [`  ${name}: ${t.why[why](of, leastCases, from, leastSources)}`],
    ),
  ];
}

/** Widths of the columns after the name. */
const widths = [5, 7, 7, 8, 6, 7, 9];

function row(name: string, ...cells: string[]): string {
  return [name.padEnd(28), ...cells.map((cell, i) => cell.padStart(widths[i] ?? 0))].join(' ');
}

function compared({ length }: readonly PrincipleCount[], t: Texts): string[] {
  return ['', length === 0 ? t.same : t.differing(length)];
}
