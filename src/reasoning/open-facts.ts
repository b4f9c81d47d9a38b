/**
 * What was not said and could still matter: facts that rules about the contenders test and that are unknown.
 */
import { leaves } from '../knowledge/condition.ts';
import type { KnowledgeBase, Rule } from '../knowledge/knowledge-base.ts';
import type { Conclusion } from './consultation.ts';
import { contendersOf } from './contenders.ts';

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
  for (const rule of base.rules) {
    if (!isAuthored(rule) || !rule.subjects.concat(rule.over).some((id) => names.has(id))) continue;
    if (rule.over.length > 0 && !(rule.over.some((id) => names.has(id)) && rule.subjects.some((id) => names.has(id)))) continue;
    const conditions = [...leaves(rule.condition), ...(rule.unless ? leaves(rule.unless) : [])];
    const unknown = conditions.filter(({ fact, value }) => isOpen(conclusion, fact, String(value)));
    // Far from firing, a rule asks too much; one or two facts away it may decide.
    if (unknown.length === 0 || unknown.length > 2) continue;
    for (const { fact, value } of unknown) {
      const choice = base.facts.get(fact);
      const key = choice ? fact : `${fact}=${value}`;
      const known = open.get(key);
      if (known) known.rules.push(rule);
      else {
        const values = choice?.kind === 'choice' ? Object.keys(choice.values) : [String(value)];
        open.set(key, { fact, values, rules: [rule] });
      }
    }
  }
  return [...open.values()].sort((a, b) => b.rules.length - a.rules.length).slice(0, questionsGiven);
}

function isAuthored({ form, claim }: Rule): boolean {
  return claim === undefined || form === 'exceeds';
}

function isOpen({ facts }: Conclusion, fact: string, value: string): boolean {
  if (fact.startsWith('option') || fact.startsWith('step')) return false;
  return !facts.has(fact, value) && !facts.has(fact, `~${value}`) && facts.value(fact) === undefined;
}

function namesOfContenders(base: KnowledgeBase, conclusion: Conclusion): Set<string> {
  const names = new Set<string>();
  for (const { id, option } of contendersOf(conclusion).slice(0, contendersLookedAt)) {
    if (option) for (const name of option.reading.facts.members('option.name').keys()) names.add(name);
    else for (const name of base.outcomes.get(id)?.family ?? []) names.add(name);
  }
  return names;
}
