/**
 * `criterio test`: the scenarios as regression tests, by section; optionally as JUnit for CI.
 */
import { snapshotOf } from '../checking/baseline.ts';
import { knownFailuresFile, readKnownFailures, writeKnownFailures } from '../checking/known-failures.ts';
import { loadScenarios, runScenarios, type ScenarioRun } from '../checking/scenarios.ts';
import { writeWholeFile } from '../knowledge/whole-file.ts';
import { baselineIn, baselineOptions, settleBaseline } from './baselines.ts';
import { type Command, UsageError } from './command.ts';
import { loadAdvisor } from './knowledge.ts';
import { watchScenarios } from './watching.ts';

export const testCommand: Command = {
  name: 'test',
  summary: 'the scenarios as regression tests',
  usage:
    'criterio test [--section SLUG] [--all] [--json] [--junit FILE] [--record] [--save FILE] [--baseline FILE [--strict]] | criterio test --watch',
  options: {
    section: { type: 'string', describe: 'only the scenarios of one section' },
    all: { type: 'boolean', describe: 'list passes too' },
    json: { type: 'boolean', describe: 'one result a line as JSON' },
    junit: { type: 'string', describe: 'write the results as JUnit XML' },
    record: { type: 'boolean', describe: `write the present failures to ${knownFailuresFile}` },
    ...baselineOptions,
    watch: { type: 'boolean', describe: 'after each save of a rule file, what it has changed' },
  },
  async run(invocation) {
    const { values, out } = invocation;
    if (values.watch === true) return watchScenarios(invocation);
    const baseline = baselineIn(values);
    const advisor = loadAdvisor();
    const wanted = loadScenarios(advisor).filter(
      ({ section }) => values.section === undefined || section === values.section,
    );
    if (wanted.length === 0) throw new UsageError(`there are no scenarios of the section ${values.section}`);
    const runs = await runScenarios(advisor, wanted);

    const failed = runs.filter(({ passed }) => !passed);
    if (values.record === true) writeKnownFailures(failed.map(({ scenario }) => scenario.id));
    const known = readKnownFailures();
    if (values.json === true) for (const run of runs) out(JSON.stringify(asRecord(run)));
    else for (const line of report(runs, known, values.all === true)) out(line);
    if (typeof values.junit === 'string') writeWholeFile(values.junit, junit(runs));
    const snapshots = runs.map(({ scenario, chosen, passed, conclusion }) =>
      snapshotOf({ id: scenario.id, chosen, right: passed, conclusion }),
    );
    const isRegressed = settleBaseline(invocation, baseline, snapshots);
    if (isRegressed !== undefined) return isRegressed ? 1 : 0;
    return failed.some(({ scenario }) => !known.has(scenario.id)) ? 1 : 0;
  },
};

function asRecord({ scenario, chosen, passed, missing, grounded, conclusion }: ScenarioRun) {
  const { id, key, outcomes } = scenario;
  return {
    id,
    key,
    outcomes,
    chosen,
    passed,
    missing,
    grounded,
    lead: conclusion.lead,
    decided: conclusion.decided,
  };
}

function report(runs: readonly ScenarioRun[], known: ReadonlySet<string>, all: boolean): string[] {
  const lines: string[] = [];
  const sections = [...new Set(runs.map(({ scenario }) => scenario.section))];
  for (const section of sections) {
    const own = runs.filter(({ scenario }) => scenario.section === section);
    lines.push(`${section}: ${own.filter(({ passed }) => passed).length} of ${own.length}`);
    for (const { scenario, chosen, passed, missing, conclusion } of own) {
      if (passed && !all) continue;
      const mark = passed ? 'ok' : known.has(scenario.id) ? 'known failure' : 'FAILED';
      lines.push(
        `  ${mark} ${scenario.id}: chose ${chosen.join(', ') || 'nothing'}, key ${scenario.key.join(', ')}, lead ${conclusion.lead}${missing.length > 0 ? `, without ${missing.join(', ')}` : ''}`,
      );
    }
  }
  const passed = runs.filter((run) => run.passed);
  const grounded = runs.filter((run) => run.grounded).length;
  const news = runs.filter((run) => !run.passed && !known.has(run.scenario.id)).length;
  lines.push('');
  lines.push(
    `${passed.length} of ${runs.length} scenarios pass (${((100 * passed.length) / Math.max(1, runs.length)).toFixed(1)}%), ${grounded} of them by rules on the lines they were written from; ${runs.length - passed.length - news} known failures, ${news} new`,
  );
  const risen = passed.filter(({ scenario }) => known.has(scenario.id)).length;
  if (risen > 0) lines.push(`${risen} known failures pass now: run criterio test --record`);
  return lines;
}

function junit(runs: readonly ScenarioRun[]): string {
  const escaped = (text: string) => text.replace(/[<&>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const cases = runs.map(({ scenario, passed, chosen }) => {
    const open = `<testcase classname="${escaped(scenario.section)}" name="${escaped(scenario.id)}"`;
    const message = `chose ${chosen.join(', ')}, key ${scenario.key.join(', ')}`;
    return passed ? `${open}/>` : `${open}><failure message="${escaped(message)}"/></testcase>`;
  });
  const failures = runs.filter(({ passed }) => !passed).length;
  return `<?xml version="1.0"?>\n<testsuite name="scenarios" tests="${runs.length}" failures="${failures}">\n${cases.join('\n')}\n</testsuite>\n`;
}
