/**
 * Authored rules held against each other: contrary verdicts, and rules that another says already.
 *
 * Most rules ask only that things are spoken of, or are not. What more is said can then only break an exception: to try
 * the smallest scenarios, one for each way of firing, proves what the solver would prove, in a thousandth of the time.
 * The others are for the solver.
 */
import type { Operand } from 'logic-solver';
import { type Condition, type Leaf, leaves, ways } from '../knowledge/condition.ts';
import type { Rule } from '../knowledge/knowledge-base.ts';
import type { Places } from '../knowledge/places.ts';
import { denial, type Facts } from '../reading/facts.ts';
import { holds } from '../reasoning/truth.ts';
import type { Proof } from './proof.ts';
import { isSpoken, scenarioText, type Worlds } from './worlds.ts';

/** A rule with what it says of the scenario, apart from which outcome an option names. */
interface Stemmed {
  rule: Rule;
  stem: Pick<Rule, 'condition' | 'unless'>;
  conditions: Condition[];
  holds: Operand;
  /** Its smallest scenarios, one for each way of firing it; undefined where it asks for more than things spoken of. */
  smallest: readonly Facts[] | undefined;
}

export function ruleFindings(rules: readonly Rule[], worlds: Worlds, places: Places): Proof[] {
  const stemmed = rules.map((rule): Stemmed => {
    const when = whenOf(rule);
    const { unless } = rule;
    const stem = { condition: when, ...(unless && { unless }) };
    const smallest = unless && !asksForSpeech(unless) ? undefined : smallestOf(when, worlds);
    return {
      rule,
      stem,
      conditions: [when, ...(unless ? [unless] : [])],
      holds: worlds.ofRule(stem),
      smallest: smallest?.filter((facts) => isPossible(facts) && holds(stem, facts)),
    };
  });
  const never = stemmed.filter(({ rule, smallest }) =>
    smallest ? smallest.length === 0 : !worlds.together([worlds.ofRule(rule)]),
  );
  const live = stemmed.filter((each) => !never.includes(each));
  return [
    ...never.map(({ rule: { id } }) => ({
      code: 'KB_NEVER' as const,
      at: places.of(id),
      message: () => `${id} can never fire: its conditions exclude each other`,
      about: [id],
    })),
    ...pairs(live).flatMap(([one, other]) => conflict(one, other, worlds, places)),
    ...live.flatMap((special) => subsumed(special, live, worlds, places)),
  ];
}

/** The condition without the part that the option names a subject: that one comes from the verdict. */
function whenOf({ condition, form }: Rule): Condition {
  const [when] = 'all' in condition && form !== 'principle' ? condition.all : [];
  return when ?? condition;
}

/** It asks for nothing but that things are spoken of, or are said not to be so. */
function asksForSpeech(condition: Condition): boolean {
  return leaves(condition).every(isSpoken);
}

function smallestOf(when: Condition, worlds: Worlds): Facts[] | undefined {
  if (!asksForSpeech(when)) return undefined;
  const found = ways(when).map((way) => worlds.plainest({ all: way }));
  return found.every((facts) => facts !== undefined) ? found : undefined;
}

function conflict(a: Stemmed, b: Stemmed, worlds: Worlds, places: Places): Proof[] {
  const about = disputed(a.rule, b.rule);
  if (about === undefined) return [];
  if (!canMeet(a, b, worlds)) return [];
  const [special, general] = implies(b, a, worlds) ? [b, a] : [a, b];
  if (special === b || implies(a, b, worlds)) {
    return [contrary('KB_CONTRADICTION', [special, general], about, special.conditions, worlds, places)];
  }
  for (const [met, other] of [
    [a, b],
    [b, a],
  ] as const) {
    // A fit that an exclusion takes back is what exclusions are for; one that is always taken back is not.
    if (met.rule.form === 'excludes') continue;
    const way = wayThatMeets(met, other, worlds);
    if (way) return [contrary('KB_CONFLICT', [met, other], about, [way], worlds, places)];
  }
  return [];
}

/** @param shown what is just enough for the first of the two */
function contrary(
  code: 'KB_CONTRADICTION' | 'KB_CONFLICT',
  [first, second]: readonly [Stemmed, Stemmed],
  about: string,
  shown: readonly Condition[],
  worlds: Worlds,
  places: Places,
): Proof {
  const ids = [first.rule.id, second.rule.id] as const;
  const message = () => {
    const conditions = [...shown, ...second.conditions];
    const scenario = worlds.smallest(conditions, [
      ...shown.map((each) => worlds.of(each)),
      first.holds,
      second.holds,
    ]);
    const when = code === 'KB_CONTRADICTION' ? ` (whenever ${ids[0]} fires)` : '';
    return `${ids[0]} and ${ids[1]} say the contrary of ${about} where ${scenarioText(scenario)}${when}`;
  };
  return { code, at: places.of(ids[0]), other: places.of(ids[1]), about: ids, message };
}

/**
 * A way of firing the first rule that fires the second too, which asks for nothing more. Amounts and choices that both
 * ask for are no need of their own: where one range reaches into the other, nothing says which rule is meant.
 */
function wayThatMeets(first: Stemmed, second: Stemmed, worlds: Worlds): Condition | undefined {
  const others = ways(second.stem.condition);
  const areSpoken = first.smallest !== undefined && second.smallest !== undefined;
  for (const way of ways(first.stem.condition)) {
    const all = { all: way };
    const plain = worlds.plainest(all);
    const isPlain = plain !== undefined && holds({ condition: all }, plain);
    const told = new Set(way.filter(isSingle).map(({ fact }) => fact));
    const isMet = others.some((other) => {
      const asked = { all: other.filter((leaf) => !(isSingle(leaf) && told.has(leaf.fact))) };
      if (isPlain && !holds({ condition: asked }, plain)) return false;
      if (plain && areSpoken) return meet(plain, worlds.plainest({ all: other }), first, second);
      const both = [worlds.of(all), worlds.of({ all: other }), first.holds, second.holds];
      return worlds.together(both) !== undefined && worlds.implies(worlds.of(all), worlds.of(asked));
    });
    if (isMet) return all;
  }
  return undefined;
}

function isSingle({ operator }: Leaf): boolean {
  return operator !== 'contains' && operator !== 'lacks';
}

/** What two rules disagree about: which of two wins, or whether one fits. */
function disputed(a: Rule, b: Rule): string | undefined {
  const won = a.subjects.find((id) => b.over.includes(id));
  const lost = a.over.find((id) => b.subjects.includes(id));
  if (won !== undefined && lost !== undefined) return `${won} and ${lost}`;
  const forms = new Set([a.form, b.form]);
  if (!forms.has('recommends') || !forms.has('excludes')) return undefined;
  return a.subjects.find((id) => b.subjects.includes(id));
}

/** The verdict of the special rule is also that of a general one, which fires whenever it does. */
function subsumed(special: Stemmed, all: readonly Stemmed[], worlds: Worlds, places: Places): Proof[] {
  const { rule } = special;
  const general = all.find(
    (other) =>
      other !== special &&
      other.rule.form === rule.form &&
      other.rule.points === rule.points &&
      rule.subjects.every((id) => other.rule.subjects.includes(id)) &&
      rule.over.every((id) => other.rule.over.includes(id)) &&
      implies(special, other, worlds),
  );
  if (!general) return [];
  return [
    {
      code: 'KB_SUBSUMED',
      at: places.of(rule.id),
      other: places.of(general.rule.id),
      about: [rule.id, general.rule.id],
      message: () => `${rule.id} says nothing that ${general.rule.id} does not say whenever it fires`,
    },
  ];
}

/** The second holds wherever the first does: nearly always a smallest scenario of the first tells that it does not. */
function implies(a: Stemmed, b: Stemmed, worlds: Worlds): boolean {
  if (a.smallest?.some((facts) => !holds(b.stem, facts))) return false;
  // What more is said never breaks a rule without exception.
  return (
    (a.smallest !== undefined && b.smallest !== undefined && !b.stem.unless) ||
    worlds.implies(a.holds, b.holds)
  );
}

/** There is a scenario in which both hold. */
function canMeet(a: Stemmed, b: Stemmed, worlds: Worlds): boolean {
  const { smallest } = b;
  if (!a.smallest || !smallest) return worlds.together([a.holds, b.holds]) !== undefined;
  return a.smallest.some((one) => smallest.some((other) => meet(one, other, a, b)));
}

/** Both rules hold where the two scenarios are one. */
function meet(one: Facts, other: Facts | undefined, a: Stemmed, b: Stemmed): boolean {
  const both = other ? one.with(other) : one;
  return isPossible(both) && holds(a.stem, both) && holds(b.stem, both);
}

/** Nothing is so and denied at once. */
function isPossible(facts: Facts): boolean {
  return ![...facts.entries()].some(({ fact, value }) => facts.has(fact, denial + String(value)));
}

function pairs<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((one, i) => all.slice(i + 1).map((other): [T, T] => [one, other]));
}
