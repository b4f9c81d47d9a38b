/**
 * What fired rules say for and against an option, in points that anyone can add up.
 */
import { anything } from '../knowledge/claim-rules.ts';
import { comparisons, isPositive, type Leaf, leaves } from '../knowledge/condition.ts';
import type { Claim, Form, Judging, Rule } from '../knowledge/knowledge-base.ts';
import type { Facts, Said } from '../reading/facts.ts';
import { doesSomething } from '../reading/option-facts.ts';

export interface Evidence {
  rule: Rule;
  /** What it is evidence of: the form of the rule, or a weaker one where the facts say less. */
  form: Form;
  /** The fact and value it speaks of. */
  about: Rule['about'];
  /** What the points go to: the words the rule is about, or the rule itself. */
  merit: string;
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

/** An outcome with its parents and features. */
export type FamilyOf = (outcome: string) => ReadonlySet<string>;

/**
 * What one rule that fired says, or undefined where it says nothing after all.
 * @param facts the facts it fired on
 * @param familyOf a question that names a service does not thereby ask for it or for one of its features
 */
export function weigh(rule: Rule, facts: Facts, judging: Judging, familyOf: FamilyOf): Evidence | undefined {
  const evidence = evidenceOf(rule, facts, judging);
  return isCircular(evidence, familyOf) || isFarFetched(evidence) ? undefined : evidence;
}

/** The evidence for one option added up: each merit counts once, by the strongest that speaks of it. */
export function tally(evidence: readonly Evidence[]): Tally {
  const counted = new Map<string, Evidence>();
  for (const each of evidence) {
    const best = counted.get(each.merit);
    if (!best || outweighs(each, best)) counted.set(each.merit, each);
  }
  let points = 0;
  const settled = evidence.map((each) => {
    if (counted.get(each.merit) !== each) return { ...each, points: 0 };
    points += each.points;
    return each;
  });
  settled.sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.rule.id < b.rule.id ? -1 : 1));
  return { points, evidence: settled };
}

function evidenceOf(rule: Rule, facts: Facts, judging: Judging): Evidence {
  const { form, about, tested } = saidBy(rule, facts);
  const premises: Evidence['premises'] = [];
  for (const leaf of tested) {
    const value = String(leaf.value);
    const said = isPositive(leaf) ? facts.said(leaf.fact, value) : [];
    if (said.length === 0) continue;
    premises.push({ fact: leaf.fact, value, compared: `${comparisons[leaf.operator] ?? ''}${value}`, said });
  }
  let kept = 1;
  if (rule.whole && facts.has(doesSomething.fact, doesSomething.value)) kept *= judging.inPassing;
  if (isGiven(rule, form, facts)) kept *= judging.given;
  const evidence = { rule, form, about, premises };
  return {
    ...evidence,
    merit: meritOf(evidence),
    points: pointsOf(evidence, judging, kept),
    assumed: rule.unless !== undefined,
  };
}

/** What a rule is evidence of on these facts, what that is about, and the facts it rests on. */
function saidBy(rule: Rule, facts: Facts): { form: Form; about: Rule['about']; tested: readonly Leaf[] } {
  const { form, about, claim } = rule;
  const tested = leaves(rule.condition);
  if (form !== 'serves' || about?.fact !== 'about' || !claim) return { form, about, tested };
  const strength = strengthOf(claim, about.value, facts);
  const need = `need.${claim.act}`;
  if (strength === 'serves') {
    const wanted = { fact: need, value: about.value };
    const others = tested.filter(({ fact, value }) => fact !== 'about' || value !== about.value);
    return { form, about: wanted, tested: [{ ...wanted, operator: 'contains' }, ...others] };
  }
  const doing: Leaf = { fact: need, operator: 'contains', value: anything };
  return { form: strength, about, tested: strength === 'meets' ? [doing, ...tested] : tested };
}

/**
 * How much a claim says here: its object is wanted with its act, the act is wanted with whatever, or the object is
 * only spoken of.
 */
function strengthOf({ act }: Claim, object: string, facts: Facts): 'serves' | 'meets' | 'fits' {
  return facts.has(`need.${act}`, object) ? 'serves' : strengthWithout(act, facts);
}

/** What is left to a claim whose object is not wanted with its act. */
function strengthWithout(act: string, facts: Facts): 'meets' | 'fits' {
  // Everything is something: only a real act is wanted by itself.
  return act !== 'is' && facts.has(`need.${act}`, anything) ? 'meets' : 'fits';
}

/** The strongest that a claim can be evidence of. */
export function strengthIn(claim: Claim, facts: Facts): 'serves' | 'meets' | 'fits' {
  if (claim.objects.some((object) => facts.has(`need.${claim.act}`, object))) return 'serves';
  return strengthWithout(claim.act, facts);
}

type Weighed = Pick<Evidence, 'rule' | 'form' | 'about' | 'premises'>;

/** What an outcome does that the question itself names tells options little apart: it is there in any case. */
function isGiven({ claim, subjects }: Rule, form: Form, facts: Facts): boolean {
  if (!claim || family[form] === 'step' || facts.members('option.name').size === 0) return false;
  return subjects.some((subject) => facts.said('about', subject).some(({ distance = 0 }) => distance === 0));
}

/**
 * The weight of the form, less what makes the rule say little here; never past nothing.
 * @param share 0..1, kept of what speaks for an option
 */
function pointsOf(evidence: Weighed, judging: Judging, share: number): number {
  const { rule, form, premises } = evidence;
  const weight = (judging.weights[form] ?? 0) * (rule.points ?? 1);
  const steps = distanceOf(premisesAbout(evidence));
  const unnamed = distanceOf(premisesNaming(premises)) > 0 ? 1 : 0;
  const lost =
    steps * (judging.perStep[form] ?? 0) +
    unnamed * (judging.unnamed[form] ?? 0) +
    Math.log2(Math.max(1, rule.shared?.[form] ?? 1)) * (judging.perDoubling[form] ?? 0);
  const kept = Math.max(0, Math.abs(weight) - lost) * (weight > 0 ? share : 1);
  return Math.sign(weight) * Math.round(kept);
}

/** The premise that the evidence is about, if it has one. */
function premisesAbout({ about, premises }: Weighed): Evidence['premises'] {
  return premises.filter(({ fact, value }) => fact === about?.fact && value === about.value);
}

/** The premises that say which outcomes the option names. */
function premisesNaming(premises: Evidence['premises']): Evidence['premises'] {
  return premises.filter(({ fact }) => fact === 'option.name');
}

/** The least number of is-a steps from the words to what the premises say. */
function distanceOf(premises: Evidence['premises']): number {
  let least: number | undefined;
  for (const { said } of premises) {
    for (const { distance = 0 } of said) least = Math.min(least ?? distance, distance);
  }
  return least ?? 0;
}

/** It rests on nothing but the subject's own name in the question. */
function isCircular(evidence: Evidence, familyOf: FamilyOf): boolean {
  const { rule, form } = evidence;
  if (family[form] !== 'need') return false;
  const said = premisesAbout(evidence)[0]?.said ?? [];
  return (
    said.length > 0 && said.every(({ leaf }) => rule.subjects.some((subject) => familyOf(subject).has(leaf)))
  );
}

/** What is wrong with a feature is not held against a service that was named without it. */
function isFarFetched({ points, premises }: Evidence): boolean {
  return points < 0 && distanceOf(premisesNaming(premises)) > 0;
}

/** Forms that speak of the same words have one merit between them. */
function meritOf(evidence: Weighed): string {
  const { rule, form, about } = evidence;
  const kind = family[form];
  if (kind === 'rule' || !about) return rule.id;
  return `${kind} ${premisesAbout(evidence)[0]?.said[0]?.leaf ?? about.value}`;
}

function outweighs(a: Evidence, b: Evidence): boolean {
  const more = Math.abs(a.points) - Math.abs(b.points);
  return more > 0 || (more === 0 && a.rule.specificity > b.rule.specificity);
}
