/**
 * A question as a scenario: what was asked, the key as its user confirms it, and the rules expected to count for it.
 */
import type { z } from 'zod';
import { countedFor } from '../checking/deciders.ts';
import { runScenario, type ScenarioRun, scenariosIn } from '../checking/scenarios.ts';
import { type Finding, findingText } from '../knowledge/finding.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { scenariosFileSchema } from '../knowledge/schema.ts';
import { Source } from '../knowledge/source.ts';
import type { Advisor, Conclusion } from '../reasoning/consultation.ts';
import { contendersOf } from '../reasoning/contenders.ts';
import { KeepingError } from './keeping-error.ts';
import { checkName, checkSection, nameFrom } from './names.ts';
import { entryText, withEntry } from './yaml-text.ts';

type WrittenScenario = z.input<typeof scenariosFileSchema>['scenarios'][string];

/** What a scenario may ask for. */
export const askKinds = [
  'service',
  'setting',
  'cause',
  'limit',
  'step',
  'comparison',
] as const satisfies WrittenScenario['asks'][];

export interface ScenarioDraft {
  section: string;
  name: string;
  scenario: WrittenScenario;
}

/** What may be confirmed as right: an option, or without options an outcome, with what counts for it. */
export interface Candidate {
  /** Letter, or canonical name of the outcome. */
  key: string;
  text: string;
  chosen: boolean;
  /** Ids of rules and statements, strongest first. */
  deciders: string[];
}

/** Outcomes offered as right where there are no options, and rules offered as expected for each answer. */
const outcomesOffered = 6;
const decidersOffered = 6;

export function candidatesOf(conclusion: Conclusion): Candidate[] {
  const isAsked = conclusion.options.length > 0;
  const sign = isAsked && conclusion.reading.ask.except ? -1 : 1;
  const judged = contendersOf(conclusion).slice(0, isAsked ? undefined : outcomesOffered);
  return judged
    .map(({ id, name, chosen, tally }) => ({
      key: isAsked ? id : name,
      text: name,
      chosen,
      deciders: countedFor(tally.evidence, sign).slice(0, decidersOffered),
    }))
    .sort((a, b) => (isAsked ? a.key.localeCompare(b.key) : 0));
}

export interface Confirmation {
  /** Letters, or names of outcomes. */
  key: readonly string[];
  /** Ids of what is expected to count; by default the strongest three of each answer that is chosen already. */
  rules?: readonly string[] | undefined;
  /** By default where the first of the rules stands. */
  section?: string | undefined;
  /** By default the first words of the question. */
  name?: string | undefined;
  asks?: WrittenScenario['asks'] | undefined;
  /** By default those of the statements that the rules rest on. */
  lines?: readonly number[] | undefined;
}

/** Rules expected of an answer where nobody says otherwise: as many as an explanation shows at once. */
export const rulesExpected = 3;

/** @throws KeepingError where the key, the section or the name will not do */
export function draftScenario(
  advisor: Advisor,
  conclusion: Conclusion,
  confirmed: Confirmation,
): ScenarioDraft {
  const { base } = advisor;
  const { stem, options } = conclusion.question;
  const candidates = candidatesOf(conclusion);
  const key = checkKey(advisor, conclusion, candidates, confirmed.key);
  const rules = confirmed.rules ?? defaultRules(candidates, key);
  const lines = confirmed.lines ?? linesBehind(base, rules);
  const section =
    confirmed.section || sectionBehind(base, [...rules, ...candidates.flatMap(({ deciders }) => deciders)]);
  return {
    section: checkSection(base, section ?? ''),
    name: checkName(confirmed.name || nameFrom(stem)),
    scenario: {
      lines: [...lines],
      lang: conclusion.lang,
      asks:
        confirmed.asks ??
        (options ? 'step' : conclusion.reading.ask.grain === 'feature' ? 'setting' : 'service'),
      stem,
      ...(options && { options }),
      key,
      ...(rules.length > 0 && { rules: [...rules] }),
      ...(conclusion.asOf === 'today' && { asOf: 'today' as const }),
    },
  };
}

function checkKey(
  { reader }: Advisor,
  { options, question }: Conclusion,
  candidates: readonly Candidate[],
  key: readonly string[],
): string[] {
  const given = key.map((each) => each.trim()).filter((each) => each !== '');
  if (given.length === 0) {
    const chosen = candidates.filter((each) => each.chosen).map((each) => each.key);
    throw new KeepingError('NO_KEY', { of: chosen.join(', ') });
  }
  const letters = Object.keys(question.options ?? {});
  const known = (each: string) =>
    options.length > 0 ? letters.includes(each) : reader.vocabulary.outcomeNamed(each) !== undefined;
  const unknown = given.find((each) => !known(each));
  if (unknown !== undefined) {
    throw new KeepingError('UNKNOWN_KEY', {
      got: unknown,
      of: candidates.map((each) => each.key).join(', '),
    });
  }
  return [...new Set(given)].sort((a, b) => letters.indexOf(a) - letters.indexOf(b));
}

function defaultRules(candidates: readonly Candidate[], key: readonly string[]): string[] {
  const right = candidates.filter((each) => key.includes(each.key));
  // What Criterio does not choose yet is chosen by rules nobody has written.
  const isAgreed = right.length === key.length && right.every(({ chosen }) => chosen);
  return isAgreed ? [...new Set(right.flatMap(({ deciders }) => deciders.slice(0, rulesExpected)))] : [];
}

/** Lines of the notes under rules and statements. */
export function linesBehind(base: KnowledgeBase, ids: readonly string[]): number[] {
  const cited = base.authored.filter(({ id }) => ids.includes(id)).flatMap((rule) => rule.statements);
  const lines = [...ids, ...cited].flatMap((id) => base.statements.get(id)?.lines ?? []);
  return [...new Set(lines)].sort((a, b) => a - b);
}

/** A heading of the notes rather than a section that stands beside them. */
function sectionBehind({ sections, headings }: KnowledgeBase, ids: readonly string[]): string | undefined {
  const known = ids.map((id) => id.split('/')[0] ?? '').filter((section) => sections.has(section));
  return known.find((section) => headings.has(section)) ?? known[0];
}

/** The draft as a file of its own. */
export function draftFile({ section, name, scenario }: ScenarioDraft): string {
  return `section: ${section}\nscenarios:\n${entryText(name, scenario).replace(/^(?=.)/gm, '  ')}`;
}

/**
 * The section's file with the draft as its last scenario.
 * @param existing the file as it is; undefined where there is none
 */
export function withDraft(
  existing: string | undefined,
  draft: ScenarioDraft,
): { text: string; line: number } {
  const { section, name, scenario } = draft;
  if (existing === undefined || existing.trim() === '') return { text: draftFile(draft), line: 3 };
  const file = scenarioPath(section);
  return withEntry(existing, { file, under: 'scenarios', after: 'section', key: name, written: scenario });
}

export function scenarioPath(section: string): string {
  return `scenarios/${section}.yaml`;
}

/** Reads the draft back as `criterio test` will, and runs it. */
export async function tryDraft(advisor: Advisor, draft: ScenarioDraft): Promise<ScenarioRun> {
  const findings: Finding[] = [];
  const source = new Source(scenarioPath(draft.section), draftFile(draft));
  const [scenario] = scenariosIn(source, advisor, findings);
  const [finding] = findings;
  if (finding || !scenario) {
    throw new KeepingError('BROKEN_FILE', {
      got: source.file,
      of: finding ? findingText(finding) : 'no scenario',
    });
  }
  return runScenario(advisor, scenario);
}
