/**
 * The mistakes an author could make in one rule or claim, each made once: what a test suite is worth is how many of
 * them it notices (DeMillo, Lipton and Sayward 1978, "Hints on test data selection", IEEE Computer 11).
 */
import {
  type Condition,
  comparisons,
  type Leaf,
  leaves,
  type Operator,
  triggers,
} from '../knowledge/condition.ts';
import type { Claim, Form, KnowledgeBase, Rule } from '../knowledge/knowledge-base.ts';
import type { RuleChange } from './trials.ts';
import type { Unit } from './units.ts';

export const operators = ['remove', 'drop', 'flip', 'shift', 'swap'] as const;
export type MutationOperator = (typeof operators)[number];

export interface Mutant extends RuleChange {
  /** `unit operator n`. */
  id: string;
  unit: Unit;
  operator: MutationOperator;
  /** What was done, in a few words: `drop about contains branch`. */
  deed: string;
}

/** A limit is moved by this factor, up and down, so that amounts near it come to stand on its other side. */
const shifted = 2;

export function mutantsOf(unit: Unit, base: KnowledgeBase): Mutant[] {
  const mutants: Mutant[] = [];
  const add = (operator: MutationOperator, deed: string, rules: readonly Rule[]) => {
    const id = `${unit.id} ${operator} ${mutants.filter((each) => each.operator === operator).length + 1}`;
    mutants.push({ id, unit, operator, deed, without: unit.rules, added: rules });
  };
  add('remove', `remove the ${unit.kind}`, []);
  for (const leaf of extraLeaves(unit)) {
    const dropped = everywhere(unit.rules, leaf, () => undefined);
    if (dropped) add('drop', `drop ${leafText(leaf)}`, dropped);
    for (const other of flipped(leaf, base)) {
      const rules = everywhere(unit.rules, leaf, () => other);
      if (rules) add('flip', `${leafText(leaf)} → ${leafText(other)}`, rules);
    }
    for (const other of shiftedLimits(leaf)) {
      const rules = everywhere(unit.rules, leaf, () => other);
      if (rules) add('shift', `${leafText(leaf)} → ${leafText(other)}`, rules);
    }
  }
  for (const leaf of unit.rules[0]?.unless ? leaves(unit.rules[0].unless) : []) {
    add('drop', `drop unless ${leafText(leaf)}`, withoutException(unit.rules, leaf));
  }
  const claim = unit.rules[0]?.claim;
  const turned = claim ? contrary(claim, base) : unit.rules.flatMap(swapped);
  if (turned.length > 0) add('swap', deedOfSwap(unit), turned);
  return mutants;
}

/**
 * The conditions an author wrote: of a rule those of its `when`, of a claim those beside what it says itself (its
 * act, its object and its subject). Each once.
 */
function extraLeaves({ kind, rules }: Unit): Leaf[] {
  const own = rules.flatMap((rule) => {
    const said = kind === 'claim' && rule.form !== 'exceeds' ? saidItself(rule) : namesOf(rule);
    return leaves(rule.condition).filter((leaf) => !said.has(keyOf(leaf)));
  });
  return [...new Map(own.map((leaf) => [keyOf(leaf), leaf])).values()];
}

function namesOf({ subjects }: Rule): Set<string> {
  return new Set(subjects.map((value) => keyOf({ fact: 'option.name', operator: 'contains', value })));
}

/** A claim's rules say its act and object as a need, as a thing spoken of, or as a step. */
function saidItself({ claim, subjects, condition }: Rule): Set<string> {
  const extra = new Set(claim?.with ?? []);
  const said = leaves(condition).filter(
    ({ fact, value }) =>
      /^(need|step)\./.test(fact) ||
      (fact === 'about' && !extra.has(String(value)) && claim?.objects.includes(String(value))) ||
      (fact === 'option.name' && subjects.includes(String(value))),
  );
  return new Set(said.map(keyOf));
}

function keyOf({ fact, operator, value }: Leaf): string {
  return `${fact} ${operator} ${value}`;
}

/** `need.rotate contains credential`, `job.duration > 15`. */
function leafText({ fact, operator, value }: Leaf): string {
  return `${fact} ${comparisons[operator] ?? `${operator} `}${value}`;
}

/** The rules with the leaf replaced wherever it stands; undefined where one of them could then fire on nothing. */
function everywhere(rules: readonly Rule[], leaf: Leaf, replace: () => Leaf | undefined): Rule[] | undefined {
  const changed = rules.map((rule) => {
    const condition = replaced(rule.condition, keyOf(leaf), replace);
    return condition && { ...rule, condition };
  });
  const isWhole = changed.every(
    (rule) =>
      rule && triggers(rule.condition) && leaves(rule.condition).some(({ fact }) => fact !== 'option.name'),
  );
  return isWhole ? (changed as Rule[]) : undefined;
}

function replaced(condition: Condition, key: string, replace: () => Leaf | undefined): Condition | undefined {
  if ('fact' in condition) return keyOf(condition) === key ? replace() : condition;
  const parts = ('all' in condition ? condition.all : condition.any)
    .map((part) => replaced(part, key, replace))
    .filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return 'all' in condition ? { all: parts } : { any: parts };
}

function withoutException(rules: readonly Rule[], leaf: Leaf): Rule[] {
  return rules.map(({ unless, ...rule }) => {
    const rest = unless && replaced(unless, keyOf(leaf), () => undefined);
    return rest ? { ...rule, unless: rest } : rule;
  });
}

const otherOperator: Partial<Record<Operator, Operator>> = {
  contains: 'lacks',
  lacks: 'contains',
  differs: 'equal',
  greaterThan: 'lessThanInclusive',
  lessThanInclusive: 'greaterThan',
  lessThan: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThan',
};

/** The contrary; of a choice, its next value. */
function flipped(leaf: Leaf, { facts }: KnowledgeBase): Leaf[] {
  const choice = facts.get(leaf.fact);
  if (leaf.operator === 'equal' && choice?.kind === 'choice') {
    const values = Object.keys(choice.values);
    const next = values[(values.indexOf(String(leaf.value)) + 1) % values.length];
    return next === undefined || next === leaf.value ? [] : [{ ...leaf, value: next }];
  }
  const operator = otherOperator[leaf.operator];
  return operator ? [{ ...leaf, operator }] : [];
}

function shiftedLimits(leaf: Leaf): Leaf[] {
  if (comparisons[leaf.operator] === undefined || typeof leaf.value !== 'number' || leaf.value === 0)
    return [];
  return [leaf.value * shifted, leaf.value / shifted].map((value) => ({ ...leaf, value }));
}

const otherForm: Partial<Record<Form, Form>> = {
  recommends: 'excludes',
  excludes: 'recommends',
};

/** The rules of the contrary claim; a limit has none. */
function contrary(claim: Claim, base: KnowledgeBase): readonly Rule[] {
  return claim.limit ? [] : base.rulesOf({ ...claim, negative: !claim.negative });
}

/** The rule with its verdict turned round. */
function swapped(rule: Rule): Rule[] {
  const { form, subjects, over, points } = rule;
  if (form === 'principle') return [{ ...rule, points: -(points ?? 1) }];
  if (form === 'prefers') {
    const condition = replacedNames(rule.condition, subjects, over);
    return [{ ...rule, subjects: over, over: subjects, condition }];
  }
  const other = otherForm[form];
  return other ? [{ ...rule, form: other }] : [];
}

/** The part of a contrast that says which outcomes the option names, about the others. */
function replacedNames(condition: Condition, from: readonly string[], to: readonly string[]): Condition {
  if (!('all' in condition)) return condition;
  const isNaming = (part: Condition) =>
    leaves(part).every(({ fact, value }) => fact === 'option.name' && from.includes(String(value)));
  const named = to.map((value): Leaf => ({ fact: 'option.name', operator: 'contains', value }));
  return { all: condition.all.map((part) => (isNaming(part) ? { any: named } : part)) };
}

function deedOfSwap({ kind, rules }: Unit): string {
  if (kind === 'claim') return 'claim the contrary';
  const form = rules[0]?.form;
  if (form === 'prefers') return 'prefer the other side';
  return form === 'principle' ? 'turn the points round' : form === 'excludes' ? 'recommend it' : 'exclude it';
}
