/**
 * Two states of the rules on the same scenarios: which answers, verdicts and reasons differ, through which rules and
 * claims, and the smallest question that still shows it.
 */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Advisor, Conclusion, Question } from '../reasoning/consultation.ts';
import type { Tally } from '../reasoning/evidence.ts';
import { type Difference, differenceOf, type Ruling, rulingOf } from './ruling.ts';
import { runScenario, type Scenario, type ScenarioRun } from './scenarios.ts';
import { shrunk } from './shrinking.ts';
import { type Unit, unitIdOf, unitsOf } from './units.ts';

export interface States {
  before: Advisor;
  after: Advisor;
}

/** A rule or claim through which a difference came about, and what became of it. */
export interface Through {
  unit: string;
  /** `same`: untouched itself; what it waits for, or weighs, has changed. */
  is: 'new' | 'gone' | 'changed' | 'same';
}

export interface ScenarioDifference {
  scenario: string;
  by: Difference;
  passed: { before: boolean; after: boolean };
  before: Ruling;
  after: Ruling;
  through: Through[];
  /** As little of the question as still shows the difference. */
  smallest?: Pick<Question, 'stem' | 'options'>;
}

export interface StateComparison {
  scenarios: number;
  /** Rules and claims that are not the same in both. */
  touched: Through[];
  differences: ScenarioDifference[];
}

/** @param most differences whose question is made smallest: each takes some dozens of consultations */
export async function compareStates(
  states: States,
  scenarios: readonly Scenario[],
  most: number,
): Promise<StateComparison> {
  const touched = touchedUnits(states.before.base, states.after.base);
  const fates = new Map(touched.map(({ unit, is }) => [unit, is]));
  const differences: ScenarioDifference[] = [];
  for (const scenario of scenarios) {
    const before = await runScenario(states.before, scenario);
    const after = await runScenario(states.after, scenario);
    const difference = differenceBetween(before, after, fates);
    if (difference) differences.push(difference);
  }
  const order: Difference[] = ['answer', 'verdict', 'reason'];
  differences.sort((a, b) => order.indexOf(a.by) - order.indexOf(b.by));
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  for (const difference of differences.slice(0, most)) {
    const scenario = byId.get(difference.scenario);
    if (scenario) difference.smallest = await smallestShowing(states, scenario, difference);
  }
  return { scenarios: scenarios.length, touched, differences };
}

/** Whether something that was right no longer is. */
export function isWorse({ passed }: Pick<ScenarioDifference, 'passed'>): boolean {
  return passed.before && !passed.after;
}

/** @param fates what became of the rules and claims that are not the same in both */
export function differenceBetween(
  before: ScenarioRun,
  after: ScenarioRun,
  fates: ReadonlyMap<string, Through['is']>,
): ScenarioDifference | undefined {
  const [was, is] = [rulingOf(before.conclusion), rulingOf(after.conclusion)];
  const by = differenceOf(was, is);
  if (!by) return undefined;
  const moved = movedUnits(before.conclusion, after.conclusion).map(
    (unit): Through => ({ unit, is: fates.get(unit) ?? 'same' }),
  );
  const edited = moved.filter((each) => each.is !== 'same');
  return {
    scenario: before.scenario.id,
    by,
    passed: { before: before.passed, after: after.passed },
    before: was,
    after: is,
    // What was edited explains the rest; without any, words or weights have moved the evidence itself.
    through: edited.length > 0 ? edited : moved,
  };
}

/** Units whose evidence counts otherwise for some contender that both conclusions judge. */
function movedUnits(before: Conclusion, after: Conclusion): string[] {
  const [was, is] = [pointsIn(before), pointsIn(after)];
  const keys = [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key));
  return [...new Set(keys.map((key) => key.slice(key.indexOf(' ') + 1)))].sort();
}

/** Contender and unit → points; without options, of whichever outcomes are first. */
function pointsIn({ options, ranking }: Conclusion): Map<string, number> {
  const tallies: [string, Tally][] =
    options.length > 0
      ? options.map(({ letter, tally }) => [letter, tally])
      : ranking.slice(0, 3).map(({ outcome, tally }) => [outcome.id, tally]);
  const points = new Map<string, number>();
  for (const [id, { evidence }] of tallies) {
    for (const { rule, points: own } of evidence) {
      if (own === 0) continue;
      const key = `${id} ${unitIdOf(rule)}`;
      points.set(key, (points.get(key) ?? 0) + own);
    }
  }
  return points;
}

/**
 * Rules and claims of either base that the other has not, or has otherwise.
 * @param within only those whose id starts so: what is known not to have changed need not be compared
 */
export function touchedUnits(before: KnowledgeBase, after: KnowledgeBase, within = ''): Through[] {
  const [was, is] = [before, after].map(
    (base) => new Map([...unitsOf(base)].filter(([id]) => id.startsWith(within))),
  ) as [Map<string, Unit>, Map<string, Unit>];
  const touched: Through[] = [];
  for (const [unit, { rules }] of is) {
    const old = was.get(unit)?.rules;
    if (!old) touched.push({ unit, is: 'new' });
    else if (contentOf(old) !== contentOf(rules)) touched.push({ unit, is: 'changed' });
  }
  for (const unit of was.keys()) if (!is.has(unit)) touched.push({ unit, is: 'gone' });
  return touched;
}

/**
 * What an author changes: not the number of sharers, which every new claim moves, nor the rule that is made once for
 * all claims on an act.
 */
function contentOf(rules: Unit['rules']): string {
  const own = rules.filter(({ claim, form }) => !claim || form !== 'does');
  return JSON.stringify([
    rules[0]?.claim,
    own.map(({ form, subjects, over, condition, unless, asOf, points }) => [
      form,
      subjects,
      over,
      condition,
      unless,
      asOf,
      points,
    ]),
  ]);
}

/** Rules and claims that were touched and through which no scenario differs: nobody would notice a slip in them. */
export function unnoticed({
  touched,
  differences,
}: Pick<StateComparison, 'touched' | 'differences'>): Through[] {
  const noticed = new Set(differences.flatMap(({ through }) => through.map(({ unit }) => unit)));
  return touched.filter(({ unit }) => !noticed.has(unit));
}

/** Clauses, then options, then words are left out while the same difference stays. */
async function smallestShowing(
  { before, after }: States,
  { stem, options, choose, key, lang, asOf }: Scenario,
  difference: ScenarioDifference,
): Promise<Pick<Question, 'stem' | 'options'>> {
  const shows = async (question: Pick<Question, 'stem' | 'options'>) => {
    const asked = { ...question, choose: choose ?? (options && key.length), lang, asOf };
    const was = rulingOf(await before.consult(asked));
    const is = rulingOf(await after.consult(asked));
    if (differenceOf(was, is) !== difference.by) return false;
    return (
      difference.by !== 'answer' ||
      (was.answer.join() === difference.before.answer.join() &&
        is.answer.join() === difference.after.answer.join())
    );
  };
  const { clauses: read, tokens } = after.reader.readStem(stem, lang);
  const clauses = read.map(({ from, to }, i, all) => {
    const end = all[i + 1] ? tokens[to]?.start : stem.length;
    return stem.slice(i === 0 ? 0 : tokens[from]?.start, end);
  });
  const kept = (await shrunk(clauses, (parts) => shows({ stem: parts.join(''), options }))).join('');
  const letters = await shrunk(Object.keys(options ?? {}), (some) =>
    some.length < 2 ? Promise.resolve(false) : shows({ stem: kept, options: only(options, some) }),
  );
  const fewer = options && only(options, letters);
  const words = await shrunk(kept.split(/(?<=\s)/), (parts) =>
    shows({ stem: parts.join(''), options: fewer }),
  );
  return { stem: words.join('').trim(), ...(fewer && { options: fewer }) };
}

function only(options: Record<string, string> = {}, letters: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(options).filter(([letter]) => letters.includes(letter)));
}
