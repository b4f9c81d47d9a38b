/**
 * `criterio new statement|rule|scenario`: an entry at the end of its file. Everything can be given as flags; texts that
 * are not given are left open, and it says where.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { unfilled } from '../checking/unfilled.ts';
import { Refusal } from '../keeping/keeping-error.ts';
import { linesFrom } from '../keeping/names.ts';
import { type Entry, fillIn, idFrom, newInSection, newScenario } from '../keeping/new-entry.ts';
import { askKinds, linesBehind } from '../keeping/scenario-draft.ts';
import { foldersOf, tryChanges } from '../keeping/trial.ts';
import { writeWhole } from '../keeping/whole-files.ts';
import { entryLines } from '../keeping/yaml-text.ts';
import { type Finding, findingText } from '../knowledge/finding.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { loadKnowledge, rulesFolder } from '../knowledge/loader.ts';
import { scenariosFileSchema } from '../knowledge/schema.ts';
import { Source } from '../knowledge/source.ts';
import { type Command, type Invocation, UsageError } from './command.ts';
import { asksFrom } from './keep-scenario.ts';

type Values = Invocation['values'];

export const newCommand: Command = {
  name: 'new',
  summary: 'a new statement, rule or scenario in its file',
  usage: [
    'criterio new statement SECTION/NAME --lines 12,15-17 [--en TEXT] [--es TEXT] [--claims YAML | --unclaimed WHY]',
    'criterio new rule SECTION/NAME (--prefer ID --over IDS | --recommend IDS | --exclude IDS) --when YAML --cites IDS [--unless YAML] [--en TEXT] [--es TEXT]',
    'criterio new scenario SECTION/NAME --key ANSWER [--stem TEXT] [--options YAML] [--lines 12] [--lang en|es] [--asks KIND] [--rules IDS]',
    'criterio new scenario --from FILE',
  ].join('\n'),
  options: {
    lines: { type: 'string', describe: 'lines of the notes: 12, 15-17' },
    en: { type: 'string', describe: 'the statement, or the reason of the rule, in English' },
    es: { type: 'string', describe: 'the same in Spanish' },
    claims: { type: 'string', describe: 'claims as YAML: "[{subject: lambda, act: run, object: code}]"' },
    unclaimed: { type: 'string', describe: 'why no question turns on the statement' },
    prefer: { type: 'string', describe: 'outcomes that win, parted by commas' },
    over: { type: 'string', describe: 'outcomes that lose by it' },
    recommend: { type: 'string', describe: 'outcomes that are called for' },
    exclude: { type: 'string', describe: 'outcomes that are ruled out' },
    when: {
      type: 'string',
      describe: 'conditions as YAML: "{all: [{fact: about, operator: contains, value: x}]}"',
    },
    unless: { type: 'string', describe: 'the exception, as YAML' },
    cites: { type: 'string', describe: 'statements the rule rests on, parted by commas' },
    stem: { type: 'string', describe: 'the question of the scenario' },
    options: { type: 'string', describe: 'its options as YAML: "{A: AWS Lambda, B: AWS Fargate}"' },
    key: { type: 'string', describe: 'what is right: letters, or names parted by semicolons' },
    lang: { type: 'string', describe: 'language of the scenario: en or es' },
    asks: { type: 'string', describe: `what it asks for: ${askKinds.join(', ')}` },
    rules: { type: 'string', describe: 'rules and statements expected to count for the key' },
    from: { type: 'string', describe: 'a file with scenarios, as a page gives it to download' },
    'dry-run': { type: 'boolean', describe: 'print the entry, write nothing' },
  },
  async run({ positionals: [kind, id], values, out }) {
    const folders = foldersOf(rulesFolder());
    const base = loadKnowledge(folders.rules);
    const entries = entriesOf(kind, id, values, base);
    const made = entries(folders);
    const changes = new Map(made.map(({ path, text }) => [path, text]));
    const { findings } = tryChanges(folders, changes);
    const [mistake] = findings.filter(({ code }) => code !== 'KB_FILL_IN');
    if (mistake) throw new Refusal(`nothing was written:\n${findingText(mistake)}`);
    const open = made.flatMap((entry) => openPlaces(entry));
    report(made, open, values['dry-run'] === true, out);
    if (values['dry-run'] !== true) writeWhole(folders.home, changes);
    return open.length > 0 ? 1 : 0;
  },
};

function report(made: readonly Entry[], open: readonly string[], dry: boolean, out: Invocation['out']): void {
  for (const entry of made) {
    out(`${entry.path}:${entry.line}${dry ? ' (not written)' : ''}`);
    if (dry) out(entryLines(entry.text, entry.line).join('\n'));
  }
  if (open.length > 0) out(`\nleft to fill in:\n${open.map((place) => `  ${place}`).join('\n')}`);
}

/** Where the author still has to write. */
function openPlaces(entry: Entry): string[] {
  const found = unfilled({ file: entry.path, text: entryLines(entry.text, entry.line).join('\n') });
  return found.map(({ file, line = 1, message }) => `${file}:${entry.line + line - 1} ${message}`);
}

type Making = (folders: ReturnType<typeof foldersOf>) => Entry[];

function entriesOf(
  kind: string | undefined,
  id: string | undefined,
  values: Values,
  base: KnowledgeBase,
): Making {
  if (kind === 'scenario' && typeof values.from === 'string') return scenariosFrom(values.from);
  if (kind !== 'statement' && kind !== 'rule' && kind !== 'scenario')
    throw new UsageError('say what is new: statement, rule or scenario');
  if (id === undefined) throw new UsageError(`name the ${kind} as SECTION/NAME`);
  if (kind === 'scenario') {
    const draft = { ...idFrom(base, id), scenario: scenarioFrom(values, base) };
    return (folders) => [newScenario(folders, draft)];
  }
  const under = kind === 'rule' ? 'rules' : 'statements';
  const written = kind === 'rule' ? ruleFrom(values) : statementFrom(values, base, id);
  return (folders) => [newInSection(folders, base, id, under, written)];
}

function statementFrom(values: Values, base: KnowledgeBase, id: string): Record<string, unknown> {
  const isGeneral = base.sections.get(idFrom(base, id).section)?.file.startsWith('general/') === true;
  const claims = yamlOf(values, 'claims');
  return {
    ...(!isGeneral && { lines: linesFrom(required(values, 'lines', 'the lines of the notes it states')) }),
    en: textOf(values, 'en') ?? fillIn('the statement in English, in your own words'),
    es: textOf(values, 'es') ?? fillIn('the statement in Spanish'),
    ...(claims !== undefined
      ? { claims: Array.isArray(claims) ? claims : [claims] }
      : {
          unclaimed: textOf(values, 'unclaimed') ?? fillIn('claims instead, or why no question turns on it'),
        }),
  };
}

function ruleFrom(values: Values): Record<string, unknown> {
  const verdict = (['prefer', 'recommend', 'exclude'] as const).filter((each) => values[each] !== undefined);
  const [given] = verdict;
  if (verdict.length !== 1 || given === undefined || (given === 'prefer') !== (values.over !== undefined))
    throw new UsageError('give one verdict: --prefer with --over, --recommend, or --exclude');
  const unless = yamlOf(values, 'unless');
  required(values, 'when', 'when it holds');
  return {
    [given]: oneOrMore(listOf(values, given)),
    ...(given === 'prefer' && { over: oneOrMore(listOf(values, 'over')) }),
    when: yamlOf(values, 'when'),
    ...(unless !== undefined && { unless }),
    because: {
      en: textOf(values, 'en') ?? fillIn('the reason in one sentence a learner remembers'),
      es: textOf(values, 'es') ?? fillIn('the reason in Spanish'),
    },
    cites: listOf({ cites: required(values, 'cites', 'the statements it rests on') }, 'cites'),
  };
}

function scenarioFrom(values: Values, base: KnowledgeBase) {
  const options = yamlOf(values, 'options');
  const key = required(values, 'key', 'what is right');
  const rules = listOf(values, 'rules');
  const lang = textOf(values, 'lang') ?? 'en';
  if (lang !== 'en' && lang !== 'es') throw new UsageError(`--lang is en or es, not ${lang}`);
  return {
    lines: values.lines === undefined ? linesBehind(base, rules) : linesFrom(textOf(values, 'lines') ?? ''),
    lang: lang as 'en' | 'es',
    asks: asksFrom(textOf(values, 'asks')) ?? (options ? ('step' as const) : ('service' as const)),
    stem: textOf(values, 'stem') ?? fillIn('the question, in your own words'),
    ...(options !== undefined && { options: options as Record<string, string> }),
    key: (options ? key.toUpperCase().split(/[\s,]+/) : key.split(';')).map((each) => each.trim()),
    ...(rules.length > 0 && { rules }),
  };
}

/** The scenarios of a file that a page gave to download, each put into its section. */
function scenariosFrom(file: string): Making {
  if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
  const findings: Finding[] = [];
  const content = new Source(file, readFileSync(file, 'utf8')).read(scenariosFileSchema, findings);
  if (!content) throw new UsageError(findings.map(findingText).join('\n'));
  const [[name, scenario] = [], ...others] = Object.entries(content.scenarios);
  if (name === undefined || scenario === undefined || others.length > 0)
    throw new UsageError(`${file} holds ${others.length + (name === undefined ? 0 : 1)} scenarios: give one`);
  return (folders) => [newScenario(folders, { section: content.section, name, scenario })];
}

function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function required(values: Values, name: string, what: string): string {
  const value = textOf(values, name);
  if (value === undefined) throw new UsageError(`give ${what}: --${name}`);
  return value;
}

function listOf(values: Values, name: string): string[] {
  return (textOf(values, name) ?? '').split(/[\s,]+/).filter((each) => each !== '');
}

function oneOrMore(list: string[]): string | string[] {
  return list.length === 1 ? (list[0] ?? '') : list;
}

function yamlOf(values: Values, name: string): unknown {
  const text = textOf(values, name);
  if (text === undefined) return undefined;
  try {
    return parse(text);
  } catch (error) {
    throw new UsageError(`--${name} is no YAML: ${(error as Error).message.split('\n')[0]}`);
  }
}
