/**
 * `criterio coverage`: what of the notes is known, claimed and tested.
 */
import { type Coverage, coverageOf } from '../checking/coverage.ts';
import { needsOf } from '../checking/needs.ts';
import { loadScenarios, runScenarios } from '../checking/scenarios.ts';
import type { Command } from './command.ts';
import { loadAdvisor } from './knowledge.ts';

export const coverageCommand: Command = {
  name: 'coverage',
  summary: 'lines of the notes × statements × claims and rules × scenarios, and which of them need which',
  usage: 'criterio coverage [--json] [--missing]',
  options: {
    json: { type: 'boolean', describe: 'the whole as JSON' },
    missing: {
      type: 'boolean',
      describe: 'name what is missing: lines, claims, scenarios, rules that none needs',
    },
  },
  async run({ values, out }) {
    const advisor = loadAdvisor();
    const scenarios = loadScenarios(advisor);
    const runs = await runScenarios(advisor, scenarios);
    const passed = new Set(runs.filter((run) => run.passed).map(({ scenario }) => scenario.id));
    const needs = await needsOf(advisor, runs);
    const coverage = coverageOf(advisor.base, scenarios, passed, needs);
    if (values.json === true) out(JSON.stringify(coverage, null, 2));
    else for (const line of table(coverage, values.missing === true)) out(line);
    return coverage.accounted === coverage.lines ? 0 : 1;
  },
};

function table({ headings, domains, lines, accounted }: Coverage, missing: boolean): string[] {
  const rows = headings.flatMap((heading) => {
    const { slug, statements, claims, rules, scenarios, passing, missingLines, unclaimed, untested } =
      heading;
    const { needed = 0, unneeded = [] } = heading;
    const row = [
      slug.padEnd(30),
      `${heading.accounted}/${heading.lines}`.padStart(7),
      String(statements).padStart(10),
      String(claims).padStart(6),
      String(rules).padStart(5),
      `${passing}/${scenarios}`.padStart(9),
      `${needed}/${claims + rules}`.padStart(9),
    ].join(' ');
    if (!missing) return [row];
    return [
      row,
      ...(missingLines.length > 0 ? [`    lines not accounted for: ${missingLines.join(', ')}`] : []),
      ...(unclaimed.length > 0 ? [`    no claim or rule: ${unclaimed.join(', ')}`] : []),
      ...(unneeded.length > 0 ? [`    no scenario needs: ${unneeded.join(', ')}`] : []),
      ...(untested.length > 0 ? [`    no scenario: ${untested.join(', ')}`] : []),
    ];
  });
  const byDomain = domains.map(
    ({ name, weight, lines: share, scenariosPassing }) =>
      `${name.en.padEnd(34)} ${String(weight).padStart(3)}%  lines ${percent(share)}  scenarios passing ${percent(scenariosPassing)}`,
  );
  return [
    `${'heading'.padEnd(30)} ${'lines'.padStart(7)} statements claims rules scenarios   needed`,
    ...rows,
    '',
    ...byDomain,
    '',
    `${accounted} of ${lines} lines accounted for`,
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)}%`.padStart(4);
}
