/**
 * Settings of a link → corrections the advisor takes. What it does not know is named with the nearest it knows.
 */
import { correctionOf } from '../interviewing/so-far.ts';
import { anything } from '../knowledge/claim-rules.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { nearest } from '../knowledge/nearest.ts';
import { denial } from '../reading/facts.ts';
import type { Correction } from '../reasoning/consultation.ts';
import { Problem } from './problem.ts';
import { isUnknown, type Session, type Setting } from './session.ts';

const plainSets = ['about', 'setting', 'symptom'];
const actSets = ['need', 'must-not'];

export function correctionsOf(base: KnowledgeBase, session: Session): Correction[] {
  return session.settings.flatMap((setting): Correction[] => {
    checkFact(base, session, setting);
    if (isUnknown(setting.value)) return [];
    const denied = setting.value.startsWith(denial);
    checkValue(base, session, setting, denied ? setting.value.slice(denial.length) : setting.value);
    const correction = correctionOf(base, setting);
    return correction ? [correction] : [];
  });
}

function checkFact(base: KnowledgeBase, session: Session, setting: Setting): void {
  const known = knownFacts(base);
  if (known.has(setting.fact)) return;
  const near = nearest(setting.fact, known);
  throw new Problem('UNKNOWN_FACT', {
    got: setting.fact,
    session,
    without: without(session, setting),
    ...(near !== undefined && { near, mended: mended(session, setting, { ...setting, fact: near }) }),
  });
}

function checkValue(base: KnowledgeBase, session: Session, setting: Setting, value: string): void {
  const fact = base.facts.get(setting.fact);
  if (fact?.kind === 'quantity') {
    if (/^\d+(\.\d+)?$/.test(value)) return;
    throw new Problem('NO_NUMBER', {
      got: `${setting.fact}=${value}`,
      of: fact.unit,
      session,
      without: without(session, setting),
    });
  }
  const known = fact
    ? Object.keys(fact.values)
    : [...base.concepts.keys(), ...base.outcomes.keys(), anything];
  if (known.includes(value)) return;
  const near = nearest(value, known);
  const mark = setting.value.startsWith(denial) ? denial : '';
  throw new Problem('UNKNOWN_VALUE', {
    got: value,
    of: setting.fact,
    session,
    without: without(session, setting),
    ...(near !== undefined && { near, mended: mended(session, setting, { ...setting, value: mark + near }) }),
  });
}

function without(session: Session, wrong: Setting): Session {
  return { ...session, settings: session.settings.filter((setting) => setting !== wrong) };
}

function mended(session: Session, wrong: Setting, right: Setting): Session {
  return { ...session, settings: session.settings.map((setting) => (setting === wrong ? right : setting)) };
}

function knownFacts(base: KnowledgeBase): Set<string> {
  const acts = [...base.acts.keys(), 'is'];
  return new Set([
    ...plainSets,
    ...actSets.flatMap((prefix) => acts.map((act) => `${prefix}.${act}`)),
    ...base.facts.keys(),
  ]);
}
