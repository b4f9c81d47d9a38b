/**
 * What fired rules say for and against an option, in points that anyone can add up.
 */
import { comparisons, isPositive, leaves } from '../knowledge/condition.ts';
import type { Form, Judging, Rule } from '../knowledge/knowledge-base.ts';
import type { Facts, Said } from '../reading/facts.ts';
import { doesSomething } from '../reading/option-facts.ts';

export interface Evidence {
  rule: Rule;
  /** Points it counts; 0 where a more specific rule on the same words counts already. */
  points: number;
  /** The facts its conditions rest on, with their words. */
  premises: {
    fact: string;
    value: string;
    /** The value with its comparison, where it is one: "> 15". */
    compared: string;
    said: readonly Said[];
  }[];
  /** Fired under the assumption that its exception does not hold. */
  assumed: boolean;
}

export interface Tally {
  points: number;
  evidence: Evidence[];
}

/** Positive forms that speak of the same words are one merit; so are negative ones, for what they deny. */
const family: Record<Form, string> = {
  serves: 'need',
  meets: 'need',
  fits: 'need',
  does: 'does',
  alone: 'alone',
  supports: 'step',
  cannot: 'unmet',
  contradicts: 'wrong',
  exceeds: 'rule',
  prefers: 'rule',
  recommends: 'rule',
  excludes: 'rule',
  principle: 'rule',
};

/**
 * @param fired rules that fired for one option
 * @param facts the facts they fired on
 * @param familyOf an outcome with its parents and features: a question that names a service does not thereby ask for it
 */
export function tally(
  fired: readonly Rule[],
  facts: Facts,
  judging: Judging,
  familyOf: (outcome: string) => ReadonlySet<string>,
): Tally {
  const evidence = fired
    .map((rule) => evidenceOf(rule, facts, judging))
    .filter((each) => !isCircular(each, familyOf) && !isFarFetched(each));
  const counted = new Map<string, Evidence>();
  for (const each of evidence) {
    const key = meritOf(each);
    const best = counted.get(key);
    if (!best || outweighs(each, best)) counted.set(key, each);
  }
  const kept = new Set(counted.values());
  const settled = evidence
    .map((each) => (kept.has(each) ? each : { ...each, points: 0 }))
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.rule.id < b.rule.id ? -1 : 1));
  return { points: settled.reduce((sum, { points }) => sum + points, 0), evidence: settled };
}

function evidenceOf(rule: Rule, facts: Facts, judging: Judging): Evidence {
  const premises = leaves(rule.condition)
    .filter(isPositive)
    .map(({ fact, operator, value }) => ({
      fact,
      value: String(value),
      compared: `${comparisons[operator] ?? ''}${value}`,
      said: facts.said(fact, String(value)),
    }))
    .filter(({ said }) => said.length > 0);
  const inPassing = rule.whole === true && facts.has(doesSomething.fact, doesSomething.value);
  return {
    rule,
    points: pointsOf(rule, premises, judging, inPassing),
    premises,
    assumed: rule.unless !== undefined,
  };
}

/** The weight of the form, less what makes the rule say little here; never past nothing. */
function pointsOf(rule: Rule, premises: Evidence['premises'], judging: Judging, inPassing: boolean): number {
  const { form, shared = 1, points = 1 } = rule;
  const weight = (judging.weights[form] ?? 0) * points;
  const steps = distanceOf(premisesAbout(rule, premises));
  const unnamed = distanceOf(premisesNaming(premises)) > 0 ? 1 : 0;
  const lost =
    steps * (judging.perStep[form] ?? 0) +
    unnamed * (judging.unnamed[form] ?? 0) +
    Math.log2(Math.max(1, shared)) * (judging.perDoubling[form] ?? 0);
  const kept = Math.max(0, Math.abs(weight) - lost) * (inPassing && weight > 0 ? judging.inPassing : 1);
  return Math.sign(weight) * Math.round(kept);
}

/** The premise that the rule is about, if it has one. */
function premisesAbout({ about }: Rule, premises: Evidence['premises']): Evidence['premises'] {
  return premises.filter(({ fact, value }) => fact === about?.fact && value === about.value);
}

/** The premises that say which outcomes the option names. */
function premisesNaming(premises: Evidence['premises']): Evidence['premises'] {
  return premises.filter(({ fact }) => fact === 'option.name');
}

/** The least number of is-a steps from the words to what the premises say. */
function distanceOf(premises: Evidence['premises']): number {
  const said = premises.flatMap((premise) => premise.said);
  return said.reduce((least, { distance = 0 }) => Math.min(least, distance), said[0]?.distance ?? 0);
}

/** It rests on nothing but the subject's own name in the question. */
function isCircular(
  { rule, premises }: Evidence,
  familyOf: (outcome: string) => ReadonlySet<string>,
): boolean {
  if (family[rule.form] !== 'need') return false;
  const said = premisesAbout(rule, premises)[0]?.said ?? [];
  return (
    said.length > 0 && said.every(({ leaf }) => rule.subjects.some((subject) => familyOf(subject).has(leaf)))
  );
}

/** What a feature can not do is not held against a service that was named without it. */
function isFarFetched({ rule, points, premises }: Evidence): boolean {
  return points < 0 && rule.claim !== undefined && distanceOf(premisesNaming(premises)) > 0;
}

/** What the points go to: the words the rule is about, or the rule itself. */
function meritOf({ rule, premises }: Evidence): string {
  const kind = family[rule.form];
  if (kind === 'rule' || !rule.about) return rule.id;
  return `${kind} ${premisesAbout(rule, premises)[0]?.said[0]?.leaf ?? rule.about.value}`;
}

function outweighs(a: Evidence, b: Evidence): boolean {
  const more = Math.abs(a.points) - Math.abs(b.points);
  return more > 0 || (more === 0 && a.rule.specificity > b.rule.specificity);
}
