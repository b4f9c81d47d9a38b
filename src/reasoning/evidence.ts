/**
 * What fired rules say for and against an option, in points that anyone can add up.
 */
import { anything } from '../knowledge/claim-rules.ts';
import { comparisons, isPositive, type Leaf, leaves } from '../knowledge/condition.ts';
import type { Claim, Form, Judging, Rule } from '../knowledge/knowledge-base.ts';
import type { Facts, Said } from '../reading/facts.ts';
import { doesSomething } from '../reading/option-facts.ts';

interface Premise {
  fact: string;
  value: string;
  /** The value with its comparison, where it is one: "> 15". */
  compared: string;
  said: readonly Said[];
}

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
  premises: Premise[];
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
  leans: 'rule',
  recommends: 'rule',
  excludes: 'rule',
  principle: 'rule',
  resembles: 'rule',
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
  const counted = countedIn(evidence);
  const settled = evidence.map((each) => (counted.get(each.merit) === each ? each : { ...each, points: 0 }));
  settled.sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.rule.id < b.rule.id ? -1 : 1));
  return { points: sumOf(counted), evidence: settled };
}

/** The points of a tally, for whoever compares many before telling one. */
export function pointsIn(evidence: readonly Evidence[]): number {
  return sumOf(countedIn(evidence));
}

function countedIn(evidence: readonly Evidence[]): ReadonlyMap<string, Evidence> {
  const counted = new Map<string, Evidence>();
  // Where a contrast speaks for an outcome, others that would only lean to it add nothing.
  const preferred = new Set(
    evidence.filter(({ form }) => form === 'prefers').flatMap(({ rule }) => rule.subjects),
  );
  for (const each of evidence) {
    if (each.form === 'leans' && each.rule.subjects.some((id) => preferred.has(id))) continue;
    const best = counted.get(each.merit);
    if (!best || outweighs(each, best)) counted.set(each.merit, each);
  }
  return counted;
}

function sumOf(counted: ReadonlyMap<string, Evidence>): number {
  let points = 0;
  for (const each of counted.values()) points += each.points;
  return points;
}

function evidenceOf(rule: Rule, facts: Facts, judging: Judging): Evidence {
  const { form, about, tested } = saidBy(rule, facts);
  const premises: Premise[] = [];
  for (const leaf of tested) {
    if (!isPositive(leaf)) continue;
    const value = String(leaf.value);
    const said = facts.said(leaf.fact, value);
    if (said.length === 0) continue;
    const comparison = comparisons[leaf.operator];
    premises.push({ fact: leaf.fact, value, compared: comparison ? comparison + value : value, said });
  }
  let kept = 1;
  if (rule.whole && facts.has(doesSomething.fact, doesSomething.value)) kept *= judging.inPassing;
  if (isGiven(rule, form, facts)) kept *= judging.given;
  const weighed = { rule, form, about, premises };
  return {
    rule,
    form,
    about,
    merit: meritOf(weighed),
    points: pointsOf(weighed, judging, kept),
    premises,
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
  const wanted = facts.members(`need.${claim.act}`);
  if (claim.objects.some((object) => wanted.has(object))) return 'serves';
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
  const steps = distanceOf(premiseAbout(evidence)?.said);
  const unnamed = isUnnamed(premises) ? 1 : 0;
  const lost =
    steps * (judging.perStep[form] ?? 0) +
    unnamed * (judging.unnamed[form] ?? 0) +
    Math.log2(Math.max(1, rule.shared?.[form] ?? 1)) * (judging.perDoubling[form] ?? 0);
  const closeness = form === 'resembles' ? (premises[0]?.said[0]?.closeness ?? 0) : 1;
  const kept = Math.max(0, Math.abs(weight) * closeness - lost) * (weight > 0 ? share : 1);
  return Math.sign(weight) * Math.round(kept);
}

/** The premise that the evidence is about, if it has one. */
function premiseAbout({ about, premises }: Weighed): Premise | undefined {
  return premises.find(({ fact, value }) => fact === about?.fact && value === about.value);
}

/** The option names its outcomes only by what they are part of. */
function isUnnamed(premises: readonly Premise[]): boolean {
  const naming = premises.filter(({ fact }) => fact === 'option.name');
  return naming.length > 0 && naming.every(({ said }) => distanceOf(said) > 0);
}

/** The least number of is-a steps from the words to what they say. */
function distanceOf(said: readonly Said[] = []): number {
  let least: number | undefined;
  for (const { distance = 0 } of said) {
    if (least === undefined || distance < least) least = distance;
  }
  return least ?? 0;
}

/** It rests on nothing but the subject's own name in the question. */
function isCircular(evidence: Evidence, familyOf: FamilyOf): boolean {
  const { rule, form } = evidence;
  if (family[form] !== 'need') return false;
  const said = premiseAbout(evidence)?.said ?? [];
  return (
    said.length > 0 && said.every(({ leaf }) => rule.subjects.some((subject) => familyOf(subject).has(leaf)))
  );
}

/** What is wrong with a feature is not held against a service that was named without it. */
function isFarFetched({ points, premises }: Evidence): boolean {
  return points < 0 && isUnnamed(premises);
}

/** Forms that speak of the same words have one merit between them; so have leanings towards one outcome. */
function meritOf(evidence: Weighed): string {
  const { rule, form, about } = evidence;
  const kind = family[form];
  if (form === 'leans') return `lean ${rule.subjects.join(' ')}`;
  if (kind === 'rule' || !about) return rule.id;
  return `${kind} ${premiseAbout(evidence)?.said[0]?.leaf ?? about.value}`;
}

function outweighs(a: Evidence, b: Evidence): boolean {
  const more = Math.abs(a.points) - Math.abs(b.points);
  return more > 0 || (more === 0 && a.rule.specificity > b.rule.specificity);
}
