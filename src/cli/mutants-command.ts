/**
 * `criterio mutants`: which mistakes in the rules the scenarios would notice, and scenarios that would notice the rest.
 */
import { stringify } from 'yaml';
import { type Draft, draftFor } from '../checking/drafts.ts';
import { changedFiles, startingPoint } from '../checking/history.ts';
import {
  fallenRates,
  killRatesFile,
  type RecordedRates,
  ratesByFile,
  readRates,
  writeRates,
} from '../checking/kill-rates.ts';
import { Jury, type KillRate, killRate, ratesByOperator, type Verdict } from '../checking/mutants.ts';
import type { Mutant } from '../checking/mutation.ts';
import { keepNeeds } from '../checking/needs.ts';
import { loadScenarios, runScenarios } from '../checking/scenarios.ts';
import { unitsOf } from '../checking/units.ts';
import { readFiles } from '../knowledge/files.ts';
import { parseCache, rulesFolder, scenariosFolder } from '../knowledge/loader.ts';
import { Places } from '../knowledge/places.ts';
import type { Advisor } from '../reasoning/consultation.ts';
import { type Command, type Invocation, wholeNumber } from './command.ts';
import { loadAdvisor } from './knowledge.ts';

/** Survivors shown with a draft, where nobody asks for more. */
const draftsShown = 5;

export const mutantsCommand: Command = {
  name: 'mutants',
  summary: 'which mistakes in the rules the scenarios would notice',
  usage: 'criterio mutants [--changed [--since REF]] [--file PART] [--drafts N] [--json] [--record]',
  options: {
    changed: {
      type: 'boolean',
      describe: 'only files changed in git; fails where fewer are killed than recorded',
    },
    since: {
      type: 'string',
      describe: 'the commit that changes are counted from (default: where the branch began)',
    },
    file: { type: 'string', describe: 'only knowledge files whose path contains this' },
    drafts: { type: 'string', describe: `survivors to draft a scenario for (default ${draftsShown})` },
    json: { type: 'boolean', describe: 'every mutant with the scenarios that kill it, as JSON lines' },
    record: { type: 'boolean', describe: `write the share of each file to scenarios/${killRatesFile}` },
  },
  async run(invocation) {
    const { values, out, log } = invocation;
    const count = wholeNumber(invocation, 'drafts', draftsShown);
    const files = values.changed === true ? filesChanged(values, log) : undefined;
    if (values.changed === true && (files === undefined || files.size === 0)) {
      if (files) log('no rule and no scenario has changed: nothing to try');
      return 0;
    }
    const advisor = loadAdvisor();
    const places = writtenPlaces();
    const isWanted = (id: string) => {
      const file = places.fileOf(id) ?? '';
      return (!files || files.has(file)) && (typeof values.file !== 'string' || file.includes(values.file));
    };
    const units = [...unitsOf(advisor.base).values()].filter(({ id }) => isWanted(id));
    const jury = Jury.of(advisor, await runScenarios(advisor, loadScenarios(advisor)));
    const verdicts = jury.verdictsOn(units, advisor.base);
    if (!files && values.file === undefined) keepNeeds(verdicts);

    const recorded = readRates();
    const rates = ratesByFile(verdicts, places);
    if (values.json === true) for (const verdict of verdicts) out(JSON.stringify(asRecord(verdict, places)));
    else for (const line of summary(verdicts, rates, recorded, jury)) out(line);
    const survivors = verdicts.filter(({ kills }) => kills.length === 0).map(({ mutant }) => mutant);
    if (values.json !== true) await showDrafts(advisor, survivors, places, count, out);
    if (values.record === true) {
      const whole = !files && values.file === undefined;
      writeRates(whole ? rates : merged(recorded, rates));
      log(`recorded in ${scenariosFolder()}/${killRatesFile}`);
      return 0;
    }
    const fallen = files ? fallenRates(rates, recorded) : [];
    for (const line of fallen) log(line);
    return fallen.length > 0 ? 1 : 0;
  },
};

/** Knowledge files that changed, and those whose scenarios did; undefined where there is no history. */
function filesChanged({ since }: Invocation['values'], log: (text: string) => void): Set<string> | undefined {
  const ref = typeof since === 'string' ? since : startingPoint(rulesFolder());
  if (ref === undefined) {
    log('this copy has no history to compare with: the kill rate of changed files is not looked at');
    return undefined;
  }
  const scenarios = changedFiles(scenariosFolder(), ref).filter((file) => file.endsWith('.yaml'));
  const beside = scenarios.flatMap((file) =>
    ['sections', 'spanning', 'general'].map((folder) => `${folder}/${file}`),
  );
  return new Set([...changedFiles(rulesFolder(), ref), ...beside]);
}

function writtenPlaces(): Places {
  const written = readFiles(rulesFolder(), [], parseCache());
  if (!written) throw new Error('The knowledge was loaded, yet its files can not be read.');
  return new Places(written);
}

function merged(recorded: RecordedRates, rates: ReadonlyMap<string, KillRate>): Map<string, KillRate> {
  const before = Object.entries(recorded).map(([file, rate]): [string, KillRate] => [
    file,
    { ...rate, byAnswer: 0 },
  ]);
  return new Map([...new Map([...before, ...rates])].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function asRecord({ mutant, kills }: Verdict, places: Places) {
  const { id, unit, operator, deed } = mutant;
  return { id, unit: unit.id, kind: unit.kind, file: places.fileOf(unit.id), operator, deed, kills };
}

function summary(
  verdicts: readonly Verdict[],
  rates: ReadonlyMap<string, KillRate>,
  recorded: RecordedRates,
  jury: Jury,
): string[] {
  const of = (kind: string) => killRate(verdicts.filter(({ mutant }) => mutant.unit.kind === kind));
  const row = (name: string, { mutants, killed, byAnswer }: KillRate) =>
    `${name.padEnd(34)} ${String(mutants).padStart(8)} ${String(killed).padStart(7)} ${percent(killed, mutants).padStart(7)} ${String(byAnswer).padStart(10)}`;
  const shown = [...rates].sort(([, a], [, b]) => a.killed / a.mutants - b.killed / b.mutants);
  return [
    `${jury.docket.trials.length} passing scenarios`,
    `${''.padEnd(34)} ${'mutants'.padStart(8)} ${'killed'.padStart(7)} ${''.padStart(7)} ${'by answer'.padStart(10)}`,
    row('all', killRate(verdicts)),
    row('of rules', of('rule')),
    row('of claims', of('claim')),
    ...Object.entries(ratesByOperator(verdicts)).map(([operator, rate]) => row(operator, rate)),
    '',
    ...shown.map(([file, rate]) => {
      const before = recorded[file];
      return `${row(file, rate)}${before ? `  recorded ${percent(before.killed, before.mutants)}` : ''}`;
    }),
  ];
}

async function showDrafts(
  advisor: Advisor,
  survivors: readonly Mutant[],
  places: Places,
  count: number,
  out: (text: string) => void,
): Promise<void> {
  out(`\n${survivors.length} mutants survive`);
  // Rules say what decides: their survivors come first.
  const order = [...survivors].sort((a, b) =>
    a.unit.kind < b.unit.kind ? 1 : a.unit.kind > b.unit.kind ? -1 : 0,
  );
  for (const mutant of order.slice(0, count)) {
    const draft = await draftFor(advisor, mutant);
    out(`\n# ${places.fileOf(mutant.unit.id) ?? ''}: ${mutant.unit.id}: ${mutant.deed}`);
    out(
      draft
        ? draftText(draft)
        : '# no simple scenario tells it apart: it may be no mistake at all, or need an option with steps',
    );
  }
}

/** As it would stand in a file of scenarios; the wording is the author's. */
function draftText({ facts, options, key, by, lines }: Draft): string {
  const said = facts.map(({ kind, fact, value }) => `${fact} ${kind === 'deny' ? 'is not' : 'is'} ${value}`);
  const scenario = {
    lines,
    lang: 'en',
    asks: options ? 'comparison' : 'service',
    stem: `(in your words: ${said.join('; ')})`,
    ...(options && { options }),
    key,
  };
  return `# would be noticed by a changed ${by}\n${stringify({ 'name-me': scenario }, { lineWidth: 100 }).trimEnd()}`;
}

function percent(part: number, of: number): string {
  return of === 0 ? '-' : `${((100 * part) / of).toFixed(1)}%`;
}
