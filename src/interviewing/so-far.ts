/**
 * The settings of a link as what an interview knows: corrections of the text, and what was set aside.
 */
import { anything } from '../knowledge/claim-rules.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { denial } from '../reading/facts.ts';
import type { Correction } from '../reasoning/consultation.ts';
import { type Setting, unknownAct, unknownMark } from './answers.ts';
import { keyOf } from './likelihoods.ts';
import type { Progress } from './questions.ts';

/** What a setting says, or undefined for "I don't know". */
export function correctionOf({ facts }: KnowledgeBase, { fact, value }: Setting): Correction | undefined {
  if (value.startsWith(unknownMark)) return undefined;
  if (value.startsWith(denial)) return { kind: 'deny', fact, value: value.slice(denial.length) };
  return { kind: 'affirm', fact, value: facts.get(fact)?.kind === 'quantity' ? Number(value) : value };
}

/** @param hasText whether a text has said what the problem is about */
export function progressOf(base: KnowledgeBase, settings: readonly Setting[], hasText: boolean): Progress {
  const setAside = new Set<string>();
  for (const { fact, value } of settings) {
    if (fact === unknownAct.fact && value === unknownAct.value) setAside.add('act');
    else if (value === unknownMark) setAside.add(fact);
    else if (value.startsWith(unknownMark)) setAside.add(keyOf(fact, value.slice(unknownMark.length)));
    // What must be done is asked once: the list has every act.
    if (value === anything) setAside.add('act');
  }
  const last = settings.at(-1);
  return { setAside, topic: last && topicOf(base, last), isFirst: !hasText && settings.length === 0 };
}

/** The topic that a setting was an answer to. */
function topicOf({ facts, outcomes }: KnowledgeBase, { fact, value }: Setting): string {
  const plain = value.replace(/^[~?]/, '');
  if (facts.has(fact)) return fact;
  if (plain === anything) return 'act';
  if (fact !== 'about') return fact;
  return outcomes.has(plain) ? 'given' : 'thing';
}
