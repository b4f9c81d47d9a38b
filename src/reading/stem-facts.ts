/**
 * The stem's clauses → facts: what is wanted, what must not be, what is given, what goes wrong.
 */
import { anything } from '../knowledge/claim-rules.ts';
import type { Cues, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Token } from '../language/tokens.ts';
import type { Amounts } from './amounts.ts';
import { type Clause, type Role, roleOf } from './clauses.ts';
import type { Facts } from './facts.ts';
import { isAct, isThing, type Meanings, saidAt } from './meanings.ts';
import type { Mention } from './vocabulary.ts';

/** Facts that a thing is added to for the role it plays. */
function factsOfRole(role: Role, kind: Mention['kind'], cues: Cues): string[] {
  if (role === 'must-not') return ['must-not.is', ...cues.forbidWants.map((act) => `need.${act}`)];
  if (role === 'symptom') return ['symptom', ...cues.symptomWants.map((act) => `need.${act}`)];
  if (role === 'setting') return ['setting'];
  // A service that is named is given or asked about; what kind of thing it is, is not wanted.
  return kind === 'concept' ? ['need.is'] : [];
}

/** The fact that an act with its objects is added to, where its role makes it a need or a prohibition. */
function factOfAct(role: Role): string | undefined {
  if (role === 'must-not') return 'must-not';
  return role === 'need' || role === 'ask' ? 'need' : undefined;
}

export function addThings(
  clause: Clause,
  tokens: readonly Token[],
  facts: Facts,
  { cues, outcomes }: KnowledgeBase,
  meanings: Meanings,
): void {
  for (const thing of clause.mentions.filter(isThing)) {
    const names = ['about', ...factsOfRole(roleOf(thing, clause), thing.kind, cues)];
    for (const { value, said } of meanings.of(thing, tokens)) {
      for (const name of names) facts.add(name, value, said);
    }
    const traits = thing.kind === 'outcome' ? (outcomes.get(thing.id)?.traits ?? []) : [];
    for (const trait of traits) facts.add('about.trait', trait, saidAt(thing, tokens));
  }
}

/** An act goes with every thing that plays the same role in its clause. */
export function addActs(clause: Clause, tokens: readonly Token[], facts: Facts, meanings: Meanings): void {
  for (const act of clause.mentions.filter(isAct)) {
    const role = roleOf(act, clause);
    const prefix = factOfAct(role);
    if (!prefix) continue;
    const objects = clause.mentions
      .filter((thing) => isThing(thing) && roleOf(thing, clause) === role)
      .flatMap((thing) => meanings.of(thing, tokens));
    for (const doing of meanings.idsOf(act)) {
      facts.add(`${prefix}.${doing}`, anything, saidAt(act, tokens));
      for (const { value, said } of objects) facts.add(`${prefix}.${doing}`, value, said);
    }
  }
}

/** An amount belongs to the quantity whose acts or concepts its clause speaks of. */
export function addAmounts(
  clause: Clause,
  tokens: readonly Token[],
  recurring: ReadonlySet<number>,
  facts: Facts,
  base: KnowledgeBase,
  amounts: Amounts,
  meanings: Meanings,
): void {
  const found = amounts
    .in(tokens.slice(clause.from, clause.to))
    .filter(({ from }) => !recurring.has(clause.from + from));
  if (found.length === 0) return;
  const near = new Set(clause.mentions.flatMap((mention) => meanings.idsOf(mention)));
  for (const fact of base.facts.values()) {
    if (fact.kind !== 'quantity' || !fact.near.some((id) => near.has(id))) continue;
    const amount = found.find(({ dimension }) => dimension === fact.dimension);
    const unit = base.units[fact.dimension]?.[fact.unit];
    if (!amount || !unit) continue;
    const start = tokens[clause.from + amount.from]?.start ?? 0;
    const end = tokens[clause.from + amount.to - 1]?.end ?? 0;
    facts.set(fact.id, amount.base / unit.factor, { span: [start, end], leaf: fact.id, by: 'read' });
  }
}

/** A choice is made where one of the concepts that say it is spoken of. */
export function addChoices(facts: Facts, base: KnowledgeBase): void {
  for (const fact of base.facts.values()) {
    if (fact.kind !== 'choice') continue;
    for (const [value, { from }] of Object.entries(fact.values)) {
      const said = from.flatMap((concept) => facts.said('about', concept))[0];
      if (said) facts.set(fact.id, value, said);
    }
  }
}
