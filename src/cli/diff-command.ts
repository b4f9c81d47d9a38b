/**
 * `criterio diff REF`: what the scenarios answer with the present rules, and with those of a commit.
 */
import { rmSync } from 'node:fs';
import { type ChangesReport, changesReportSchema, keepChanges } from '../checking/changes-report.ts';
import { compareStates, isWorse, type ScenarioDifference, unnoticed } from '../checking/differences.ts';
import { changedFiles, commitAt, folderAt, HistoryError } from '../checking/history.ts';
import { loadScenarios } from '../checking/scenarios.ts';
import { unitInWords } from '../explaining/unit-in-words.ts';
import { KnowledgeError } from '../knowledge/finding.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { loadKnowledge, rulesFolder } from '../knowledge/loader.ts';
import { Advisor } from '../reasoning/consultation.ts';
import { type Command, UsageError, wholeNumber } from './command.ts';
import { differenceLines } from './difference-lines.ts';
import { loadAdvisor } from './knowledge.ts';

/** Differences whose question is made smallest, where nobody asks for more. */
const usuallyShrunk = 8;
/** Rules and claims listed that no scenario notices. */
const mostListed = 20;

export const diffCommand: Command = {
  name: 'diff',
  summary: 'which answers, verdicts and reasons differ from those under the rules of a commit',
  usage: 'criterio diff REF [--section SLUG] [--shrink N] [--strict] [--json]',
  options: {
    section: { type: 'string', describe: 'only the scenarios of one section' },
    shrink: {
      type: 'string',
      describe: `differences to make a smallest question for (default ${usuallyShrunk})`,
    },
    strict: {
      type: 'boolean',
      describe: 'fail on any difference, not only where something right no longer is',
    },
    json: { type: 'boolean', describe: 'the comparison as JSON' },
  },
  async run(invocation) {
    const {
      positionals: [ref],
      values,
      out,
      log,
    } = invocation;
    if (ref === undefined) throw new UsageError('name a commit to compare with: HEAD, HEAD~1, main, a tag');
    const most = wholeNumber(invocation, 'shrink', usuallyShrunk);
    const before = new Advisor(knowledgeAt(ref));
    const after = loadAdvisor();
    const scenarios = loadScenarios(after).filter(
      ({ section }) => values.section === undefined || section === values.section,
    );
    if (scenarios.length === 0)
      throw new UsageError(`there are no scenarios of the section ${values.section}`);
    const compared = await compareStates({ before, after }, scenarios, most);
    const report = changesReportSchema.parse({
      ref,
      at: new Date().toISOString(),
      states: statesOf(ref),
      ...compared,
      unnoticed: withWords(unnoticed(compared), before.base, after.base),
    });
    keepChanges(report);
    if (values.json === true) out(JSON.stringify(report, null, 2));
    else for (const line of reportLines(report)) out(line);
    if (compared.differences.length > 0) log('the same as a page: /changes');
    const failing = values.strict === true ? compared.differences : compared.differences.filter(isWorse);
    return failing.length > 0 ? 1 : 0;
  },
};

/** What is compared, as git names it. */
function statesOf(ref: string): ChangesReport['states'] {
  const folder = rulesFolder();
  const [before, after] = [commitAt(folder, ref), commitAt(folder, 'HEAD')];
  return before && after && { before, after: { ...after, edited: changedFiles(folder, 'HEAD').length } };
}

/** What became of each, in words. */
function withWords(
  units: ReturnType<typeof unnoticed>,
  before: KnowledgeBase,
  after: KnowledgeBase,
): ChangesReport['unnoticed'] {
  return units.map(({ unit, is }) => ({ unit, is, was: wordsOf(unit, before), now: wordsOf(unit, after) }));
}

function wordsOf(unit: string, base: KnowledgeBase): ChangesReport['unnoticed'][number]['was'] {
  const [en, es] = [unitInWords(unit, base, 'en'), unitInWords(unit, base, 'es')];
  return en === undefined || es === undefined ? undefined : { en, es };
}

function knowledgeAt(ref: string) {
  const folder = folderAt(rulesFolder(), ref);
  try {
    return loadKnowledge(folder);
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    throw new HistoryError(
      `the rules of ${ref} can not be read by this version of criterio\n\n${error.message}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reportLines({ ref, scenarios, touched, differences, unnoticed: silent }: ChangesReport): string[] {
  const count = (fate: string) => touched.filter(({ is }) => is === fate).length;
  const by = (kind: string) => differences.filter((each) => each.by === kind).length;
  const worse = differences.filter(isWorse).length;
  const better = differences.filter(({ passed }) => !passed.before && passed.after).length;
  return [
    ...differences.flatMap((difference) => [...differenceLines(difference as ScenarioDifference), '']),
    ...silent
      .slice(0, mostListed)
      .flatMap(({ unit, is, was, now }) => [
        `${unit} is ${is}, and no scenario notices`,
        ...(was ? [`  - ${was.en}`] : []),
        ...(now ? [`  + ${now.en}`] : []),
      ]),
    ...(silent.length > mostListed
      ? [`… and ${silent.length - mostListed} more that no scenario notices`]
      : []),
    ...(silent.length > 0 ? [''] : []),
    `since ${ref}: ${count('new')} rules and claims new, ${count('changed')} changed, ${count('gone')} gone`,
    `${differences.length} of ${scenarios} scenarios differ: ${by('answer')} in the answer, ${by('verdict')} in a verdict, ${by('reason')} in a reason; ${worse} no longer right, ${better} right now`,
  ];
}
