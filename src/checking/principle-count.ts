/**
 * Do exams reward a principle? Keyed options that it speaks of are counted against unkeyed ones, on the questions whose
 * options differ in it, so that each question is its own control.
 */
import type { KnowledgeBase, Rule } from '../knowledge/knowledge-base.ts';
import { sourceOf } from './calibration.ts';
import type { Sitting } from './exam.ts';

/** A question whose options differ in a principle. */
interface Case {
  source: string;
  options: number;
  keyed: number;
  /** Options that the principle speaks of, and how many of them are keyed. */
  spoken: number;
  spokenAndKeyed: number;
}

export interface PrincipleCount {
  name: string;
  /** Points it has now, -2 to +2. */
  points: number;
  speaks: Rule['speaks'];
  cases: number;
  sources: number;
  keyed: { spoken: number; of: number };
  unkeyed: { spoken: number; of: number };
  /** Odds that an option it speaks of is keyed, against one it does not speak of: above 1 it speaks for. */
  odds: number;
  /** Points it would be given. */
  measured: number;
  /** Why it is given none, where that is so. */
  unsupported?: Unsupported;
}

export type Unsupported = 'few' | 'unsteady' | 'contrary' | 'even' | 'mute';

export const leastCases = 8;
export const leastSources = 3;
/** Odds from which a principle is given one point, and two. */
const oddsForOne = 1.5;
const oddsForTwo = 3;

/** One count for each principle, in the order of the base. Questions that ask for the odd one out are left out. */
export function countPrinciples({ rules }: KnowledgeBase, sittings: readonly Sitting[]): PrincipleCount[] {
  const plain = sittings.filter(({ conclusion }) => !conclusion.reading.ask.except);
  return rules
    .filter(({ form }) => form === 'principle')
    .map((rule) =>
      countOf(
        rule,
        plain.flatMap((sitting) => caseOf(rule, sitting)),
      ),
    );
}

function caseOf({ id }: Rule, sitting: Sitting): Case[] {
  const { options } = sitting.conclusion;
  const { answer } = sitting.question;
  const spoken = options.filter(({ tally }) => tally.evidence.some(({ rule }) => rule.id === id));
  if (spoken.length === 0 || spoken.length === options.length) return [];
  return [
    {
      source: sourceOf(sitting),
      options: options.length,
      keyed: answer.length,
      spoken: spoken.length,
      spokenAndKeyed: spoken.filter(({ letter }) => answer.includes(letter)).length,
    },
  ];
}

function countOf(rule: Rule, cases: readonly Case[]): PrincipleCount {
  const { points = 0, speaks } = rule;
  const sources = [...new Set(cases.map(({ source }) => source))];
  const sum = (of: (one: Case) => number) => cases.reduce((total, one) => total + of(one), 0);
  const spokenAndKeyed = sum((one) => one.spokenAndKeyed);
  const why = whyUnsupported(rule, cases, sources);
  const logOdds = logOddsOf(cases);
  return {
    name: rule.id.replace(/^principles\//, ''),
    points,
    speaks,
    cases: cases.length,
    sources: sources.length,
    keyed: { spoken: spokenAndKeyed, of: sum(({ keyed }) => keyed) },
    unkeyed: {
      spoken: sum(({ spoken }) => spoken) - spokenAndKeyed,
      of: sum(({ options, keyed }) => options - keyed),
    },
    odds: Math.exp(logOdds),
    measured: why === undefined ? Math.sign(logOdds) * sizeOf(logOdds) : 0,
    ...(why !== undefined && { unsupported: why }),
  };
}

function whyUnsupported(
  { points = 0, speaks }: Rule,
  cases: readonly Case[],
  sources: readonly string[],
): Unsupported | undefined {
  const says = speaks === undefined ? Math.sign(points) : speaks === 'for' ? 1 : -1;
  if (says === 0) return 'mute';
  if (cases.length < leastCases || sources.length < leastSources) return 'few';
  const logOdds = logOddsOf(cases);
  const signs = sources.map((left) => Math.sign(logOddsOf(cases.filter(({ source }) => source !== left))));
  if (signs.some((sign) => sign !== Math.sign(logOdds))) return 'unsteady';
  if (sizeOf(logOdds) === 0) return 'even';
  return Math.sign(logOdds) === says ? undefined : 'contrary';
}

function sizeOf(logOdds: number): number {
  const odds = Math.exp(Math.abs(logOdds));
  return odds >= oddsForTwo ? 2 : odds >= oddsForOne ? 1 : 0;
}

/**
 * One-step estimate of the log odds over the questions: observed less expected, by the variance under chance (Peto;
 * Yusuf et al. 1985, Prog. Cardiovasc. Dis. 27). It holds where a question has none or all of its keyed options spoken of.
 */
function logOddsOf(cases: readonly Case[]): number {
  let excess = 0;
  let variance = 0;
  for (const { options, keyed, spoken, spokenAndKeyed } of cases) {
    excess += spokenAndKeyed - (keyed * spoken) / options;
    variance += (keyed * spoken * (options - keyed) * (options - spoken)) / (options ** 2 * (options - 1));
  }
  return variance === 0 ? 0 : excess / variance;
}
