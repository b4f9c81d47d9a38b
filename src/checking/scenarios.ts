/**
 * The scenarios: sample exam questions in our own words, run as regression tests of the knowledge.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { type Finding, KnowledgeError } from '../knowledge/finding.ts';
import type { KnowledgeBase, Outcome, Statement } from '../knowledge/knowledge-base.ts';
import { scenariosFolder } from '../knowledge/loader.ts';
import { suggestion } from '../knowledge/nearest.ts';
import { scenariosFileSchema } from '../knowledge/schema.ts';
import { Source } from '../knowledge/source.ts';
import { fold } from '../language/tokens.ts';
import type { Advisor, Conclusion } from '../reasoning/consultation.ts';
import { chosenLetters } from '../reasoning/contenders.ts';
import { decidersOf, keptIds } from './deciders.ts';
import { sameLetters } from './exam.ts';
import { unfilled } from './unfilled.ts';

type WrittenScenario = z.infer<typeof scenariosFileSchema>['scenarios'][string];

export interface Scenario extends WrittenScenario {
  /** `section/scenario`. */
  id: string;
  section: string;
  file: string;
  /** Without options: the outcomes that answer. */
  outcomes: string[];
  /** Without options: an answer that is no outcome (a limit, a setting's text), to be said by the reasons given. */
  says: string[];
}

export interface ScenarioRun {
  scenario: Scenario;
  conclusion: Conclusion;
  /** Letters, or the outcome ranked first. */
  chosen: string[];
  /** The answer is the key, by the rules expected. */
  passed: boolean;
  /** Rules and statements expected to count for the key that did not. */
  missing: string[];
  /** A fired rule for the answer rests on lines the scenario was written from. */
  grounded: boolean;
}

/**
 * The scenarios of the knowledge served.
 * @throws KnowledgeError where one can not be read, or its key is not known
 */
export function loadScenarios(advisor: Advisor): Scenario[] {
  const findings: Finding[] = [];
  const scenarios = readScenarios(scenariosFolder(), advisor, findings);
  if (findings.length > 0) throw new KnowledgeError(findings);
  return scenarios;
}

/** All scenarios; findings for those that can not be read or whose key names nothing known. */
export function readScenarios(folder: string, advisor: Advisor, findings: Finding[]): Scenario[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => readFile(folder, file, advisor, findings));
}

function readFile(folder: string, file: string, advisor: Advisor, findings: Finding[]): Scenario[] {
  const source = new Source(`scenarios/${file}`, readFileSync(join(folder, file), 'utf8'));
  return scenariosIn(source, advisor, findings);
}

/** The scenarios of one file; findings for those whose key or expected rules name nothing known. */
export function scenariosIn(source: Source, advisor: Advisor, findings: Finding[]): Scenario[] {
  const content = source.read(scenariosFileSchema, findings);
  if (!content) return [];
  findings.push(...unfilled(source));
  const file = basename(source.file);
  if (content.section !== basename(file, '.yaml')) {
    findings.push(source.finding('KB_UNKNOWN_SECTION', ['section'], `${content.section} stands in ${file}`));
  }
  return Object.entries(content.scenarios).map(([name, written]) => {
    const { options, key } = written;
    const outcomes = options ? [] : key.map((outcome) => named(advisor, outcome));
    const says = options ? [] : key.filter((_, place) => outcomes[place] === undefined);
    const unknown = options
      ? key.find((letter) => !(letter in options))
      : says.find(
          (text) => ![...advisor.base.statements.values()].some((statement) => isSaidBy(statement, text)),
        );
    if (unknown !== undefined) {
      findings.push(
        source.finding('KB_SCENARIO_KEY', ['scenarios', name, 'key'], `the key ${unknown} is not known`),
      );
    }
    for (const [place, expected] of (written.rules ?? []).entries()) {
      const path = ['scenarios', name, 'rules', place];
      const known = keptIds(advisor.base);
      if (!known.has(expected)) {
        const message = `unknown ${expected}${suggestion(expected, known)}`;
        findings.push(source.finding('KB_SCENARIO_RULE', path, message));
      }
    }
    return {
      ...written,
      id: `${content.section}/${name}`,
      section: content.section,
      file: source.file,
      outcomes: outcomes.filter((outcome) => outcome !== undefined),
      says,
    };
  });
}

export async function runScenario(advisor: Advisor, scenario: Scenario): Promise<ScenarioRun> {
  const { stem, options, choose, key, lang, asOf, rules = [] } = scenario;
  const conclusion = await advisor.consult({
    stem,
    options,
    choose: choose ?? (options && key.length),
    lang,
    asOf,
  });
  const first = conclusion.ranking[0]?.outcome;
  const chosen = options ? chosenLetters(conclusion) : first ? [first.id] : [];
  const isRight = options
    ? sameLetters(chosen, key)
    : isAnsweredBy(first, scenario, advisor.base, conclusion);
  const counted = new Set(
    options ? key.flatMap((letter) => decidersOf(conclusion, letter)) : decidersOf(conclusion),
  );
  const missing = rules.filter((expected) => !counted.has(expected));
  const passed = isRight && missing.length === 0;
  return {
    scenario,
    conclusion,
    chosen,
    passed,
    missing,
    grounded: isGrounded(advisor.base, scenario, conclusion, passed),
  };
}

/** All of them, one after the other. */
export async function runScenarios(advisor: Advisor, scenarios: readonly Scenario[]): Promise<ScenarioRun[]> {
  const runs: ScenarioRun[] = [];
  for (const scenario of scenarios) runs.push(await runScenario(advisor, scenario));
  return runs;
}

/** A feature answers for its service; a service does not answer for the feature that was asked for. */
export function isAnsweredBy(
  first: Outcome | undefined,
  { outcomes, says }: Scenario,
  base: KnowledgeBase,
  conclusion: Conclusion,
): boolean {
  if (!first) return false;
  return (
    outcomes.some((outcome) => first.family.includes(outcome)) ||
    says.some((text) => reasonsSay(base, conclusion, text))
  );
}

/** `DynamoDB Accelerator (DAX)` goes by either of its names. */
function named({ reader }: Advisor, name: string): string | undefined {
  const [, before = name, inside = name] = /^(.*?)\s*\((.*)\)$/.exec(name) ?? [];
  const { vocabulary } = reader;
  return vocabulary.outcomeNamed(name) ?? vocabulary.outcomeNamed(before) ?? vocabulary.outcomeNamed(inside);
}

/** A reason given for the outcome ranked first says the text. */
function reasonsSay(base: KnowledgeBase, { ranking }: Conclusion, text: string): boolean {
  const evidence = ranking[0]?.tally.evidence.filter(({ points }) => points !== 0) ?? [];
  const statements = evidence.flatMap(({ rule }) => rule.statements).map((id) => base.statements.get(id));
  return statements.some((statement) => statement && isSaidBy(statement, text));
}

function isSaidBy({ text, today }: Statement, wanted: string): boolean {
  const said = [text.en, text.es, today?.text.en ?? '', today?.text.es ?? ''].map(fold);
  return said.some((each) => each.includes(fold(wanted)));
}

function isGrounded(
  base: KnowledgeBase,
  { lines, options }: Scenario,
  conclusion: Conclusion,
  passed: boolean,
): boolean {
  if (!passed) return false;
  const judged = options ? conclusion.options : conclusion.ranking.slice(0, 1);
  return judged.some(({ tally }) =>
    tally.evidence.some(
      ({ rule, form, points }) =>
        points !== 0 &&
        form !== 'resembles' &&
        rule.statements.some((id) => base.statements.get(id)?.lines.some((line) => lines.includes(line))),
    ),
  );
}
