/**
 * `criterio principles FILE`: which principles real questions reward, and with how many points.
 */
import { join } from 'node:path';
import { countPrinciples, type PrincipleCount, unsupported } from '../checking/principle-count.ts';
import { rulesFolder } from '../knowledge/loader.ts';
import { rewrite, withValue } from '../knowledge/rewriting.ts';
import { type Command, oneFile } from './command.ts';
import { loadAdvisor } from './knowledge.ts';
import { linesOf } from './lines.ts';
import { questionsFile, sitAll } from './sittings.ts';

export const principlesCommand: Command = {
  name: 'principles',
  summary: 'count what questions with keys reward, and the points each principle is worth',
  usage: 'criterio principles FILE [--json] [--write]',
  options: {
    json: { type: 'boolean', describe: 'the counts as JSON' },
    write: { type: 'boolean', describe: 'put the measured points into principles.yaml' },
  },
  async run({ positionals, values, out, log }) {
    const file = oneFile(positionals, questionsFile);
    const lines = linesOf(file);
    const advisor = loadAdvisor();
    const { sittings, bad } = await sitAll(advisor, lines, log);
    const counts = countPrinciples(advisor.base, sittings);
    const differing = counts.filter(({ points, measured }) => points !== measured);
    if (values.json === true) out(JSON.stringify(counts, null, 2));
    else
      for (const line of [...report(counts), ...(values.write === true ? [] : compared(differing))])
        out(line);
    if (values.write === true) {
      const path = join(rulesFolder(), 'principles.yaml');
      rewrite(path, (text) =>
        differing.reduce(
          (changed, { name, measured }) => withValue(changed, [name, 'points'], String(measured)),
          text,
        ),
      );
      log(`${differing.length} points written to ${path}`);
      return bad > 0 ? 1 : 0;
    }
    return bad > 0 || differing.length > 0 ? 1 : 0;
  },
};

function report(counts: readonly PrincipleCount[]): string[] {
  const share = ({ spoken, of }: { spoken: number; of: number }) => `${spoken}/${of}`;
  const signed = (points: number) => (points > 0 ? `+${points}` : String(points));
  const lacking = counts.filter((count) => count.unsupported !== undefined);
  return [
    `${'principle'.padEnd(28)} cases sources   keyed  unkeyed   odds  points  measured`,
    ...counts.map((count) =>
      [
        count.name.padEnd(28),
        String(count.cases).padStart(5),
        String(count.sources).padStart(7),
        share(count.keyed).padStart(7),
        share(count.unkeyed).padStart(8),
        (count.cases === 0 ? '-' : count.odds.toFixed(2)).padStart(6),
        signed(count.points).padStart(7),
        signed(count.measured).padStart(9),
      ].join(' '),
    ),
    '',
    `not supported: ${lacking.length} of ${counts.length}`,
    ...lacking.map(
      ({ name, cases, sources, unsupported: why }) =>
        `  ${name}: ${unsupported[why as keyof typeof unsupported](cases, sources)}`,
    ),
  ];
}

function compared(differing: readonly PrincipleCount[]): string[] {
  const { length } = differing;
  return [
    '',
    length === 0
      ? 'principles.yaml has the points measured'
      : `${length} ${length === 1 ? 'differs' : 'differ'} from principles.yaml: --write puts the measured points there`,
  ];
}
