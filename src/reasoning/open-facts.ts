/**
 * What was not said and could still matter: facts that rules about the contenders test and that are unknown.
 */
import { anything } from '../knowledge/claim-rules.ts';
import { type Leaf, leaves } from '../knowledge/condition.ts';
import type { Choice, KnowledgeBase, Quantity, Rule } from '../knowledge/knowledge-base.ts';
import { isOfOption } from '../reading/facts.ts';
import type { Conclusion } from './consultation.ts';
import { contendersOf, namesOf } from './contenders.ts';

export interface OpenFact {
  fact: string;
  values: string[];
  /** Rules that would fire on it. */
  rules: Rule[];
}

/** Contenders whose rules are looked at, and questions given at most. */
const contendersLookedAt = 4;
const questionsGiven = 6;

export function openFacts(base: KnowledgeBase, conclusion: Conclusion): OpenFact[] {
  const names = namesOfContenders(base, conclusion);
  const open = new Map<string, OpenFact>();
  for (const rule of [...base.authored, ...limits(base)]) {
    if (!isAbout(rule, names)) continue;
    const unknown = conditionsOf(rule).filter(({ fact, value }) => isOpen(conclusion, fact, String(value)));
    // Far from firing, a rule asks too much; begun, and one or two facts away, it may decide.
    if (unknown.length > mostUnknown || !isBegun(rule, conclusion)) continue;
    for (const { fact, value } of unknown) {
      const choice = base.facts.get(fact);
      const key = choice ? fact : `${fact}=${value}`;
      const values = valuesOf(choice, value);
      const known = open.get(key) ?? { fact, values, rules: [] };
      open.set(key, { ...known, rules: [...known.rules, rule] });
    }
  }
  return [...open.values()].sort((a, b) => b.rules.length - a.rules.length).slice(0, questionsGiven);
}

/** Answers worth giving: each choice, either side of a threshold, or the one value of a set. */
function valuesOf(fact: Choice | Quantity | undefined, value: Leaf['value']): string[] {
  if (fact?.kind === 'choice') return Object.keys(fact.values);
  return fact?.kind === 'quantity' ? [String(value), String(Number(value) + 1)] : [String(value)];
}

/** Facts that a rule may lack and still be worth a question. */
const mostUnknown = 2;

/** It speaks of contenders only: a contrast needs both its sides among them. */
function isAbout({ subjects, over }: Rule, names: ReadonlySet<string>): boolean {
  const speaksOf = (ids: readonly string[]) => ids.some((id) => names.has(id));
  return over.length > 0 ? speaksOf(subjects) && speaksOf(over) : speaksOf(subjects);
}

function conditionsOf({ condition, unless }: Rule): Leaf[] {
  return [...leaves(condition), ...(unless ? leaves(unless) : [])];
}

/** Something the scenario says already speaks for it. */
function isBegun({ condition, form, claim }: Rule, { facts }: Conclusion): boolean {
  // A limit waits for its amount alone; it matters where what it limits is wanted.
  if (form === 'exceeds') return claim !== undefined && facts.has(`need.${claim.act}`, anything);
  return leaves(condition).some(
    ({ fact, value }) =>
      !fact.startsWith('option') && (facts.has(fact, String(value)) || facts.value(fact) !== undefined),
  );
}

/** Of the rules of claims, only limits wait for something that can be asked. */
function limits(base: KnowledgeBase): Rule[] {
  return base.claims.filter(({ limit }) => limit).flatMap((claim) => base.rulesOf(claim));
}

/** Nobody said it, nobody denied it, and it can be asked. */
export function isOpen({ facts }: Pick<Conclusion, 'facts'>, fact: string, value: string): boolean {
  if (isOfOption(fact)) return false;
  return !facts.has(fact, value) && !facts.has(fact, `~${value}`) && facts.value(fact) === undefined;
}

function namesOfContenders(base: KnowledgeBase, conclusion: Conclusion): Set<string> {
  const names = new Set<string>();
  for (const each of contendersOf(conclusion).slice(0, contendersLookedAt)) {
    for (const name of namesOf(base, each)) names.add(name);
  }
  return names;
}
