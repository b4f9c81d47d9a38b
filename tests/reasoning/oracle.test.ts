import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leaves, normalise, triggers } from '../../src/knowledge/condition.ts';
import type { Rule } from '../../src/knowledge/knowledge-base.ts';
import { loadKnowledge } from '../../src/knowledge/loader.ts';
import type { WrittenCondition } from '../../src/knowledge/schema.ts';
import { Facts } from '../../src/reading/facts.ts';
import { EngineOfRecord } from '../../src/reasoning/record.ts';
import { RuleIndex } from '../../src/reasoning/rule-index.ts';
import { fires, type World } from '../oracle.ts';

const setNames = ['need.run', 'about', 'option.name'];
const members = ['a', 'b', 'c', 'd'];

const leaf: fc.Arbitrary<WrittenCondition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom(...setNames),
    operator: fc.constant('contains' as const),
    value: fc.constantFrom(...members),
  }),
  fc.record({
    fact: fc.constant('latency'),
    operator: fc.constant('equal' as const),
    value: fc.constantFrom('fast', 'slow'),
  }),
  fc.record({
    fact: fc.constant('minutes'),
    operator: fc.constantFrom(
      'greaterThan' as const,
      'greaterThanInclusive' as const,
      'lessThan' as const,
      'lessThanInclusive' as const,
    ),
    value: fc.integer({ min: 0, max: 4 }),
  }),
);

const { condition } = fc.letrec<{ condition: WrittenCondition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

const written = fc
  .record({ when: condition, unless: fc.option(condition, { nil: undefined }) })
  // The loader refuses rules that could fire on nothing known; the index needs something positive.
  .filter(({ when }) => triggers(normalise(when)) !== undefined);

const world: fc.Arbitrary<World> = fc
  .record(
    {
      'need.run': someMembers(),
      about: someMembers(),
      'option.name': someMembers(),
      latency: fc.constantFrom('fast', 'slow'),
      minutes: fc.integer({ min: 0, max: 4 }),
    },
    { requiredKeys: [] },
  )
  .map((known) => known as World);

function someMembers() {
  return fc
    .array(fc.record({ member: fc.constantFrom(...members), denied: fc.boolean() }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((all) => [
      ...new Map(all.map(({ member, denied }) => [member, denied ? `~${member}` : member])).values(),
    ]);
}

function factsOf(known: World): Facts {
  const facts = new Facts();
  for (const [fact, value] of Object.entries(known)) {
    if (typeof value === 'string' || typeof value === 'number')
      facts.set(fact, value, { leaf: fact, by: 'answered' });
    else for (const member of value) facts.add(fact, member, { leaf: member, by: 'answered' });
  }
  return facts;
}

function ruleOf(
  id: string,
  { when, unless }: { when: WrittenCondition; unless: WrittenCondition | undefined },
): Rule {
  const normal = normalise(when);
  return {
    id,
    form: 'recommends',
    subjects: [],
    over: [],
    condition: normal,
    ...(unless && { unless: normalise(unless) }),
    specificity: leaves(normal).length,
    statements: [],
  };
}

describe('fired by record = true by oracle = the engine over all rules without index', () => {
  test('on generated rule bases and worlds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 12 }), world, async (base, known) => {
        const rules = base.map((each, i) => ruleOf(`r${i}`, each));
        const facts = factsOf(known);
        const engine = new EngineOfRecord();
        const byIndex = await engine.fired(facts, new RuleIndex(rules).candidates(facts));
        const byEngine = await engine.fired(facts, rules);
        const byOracle = base.flatMap(({ when, unless }, i) => (fires(when, unless, known) ? [`r${i}`] : []));
        expect([...byIndex].sort()).toEqual([...byOracle].sort());
        expect([...byEngine].sort()).toEqual([...byOracle].sort());
      }),
      { numRuns: 400 },
    );
  });

  test('on the shipped rules: facts that satisfy chosen rules, then with single facts dropped or denied', {
    timeout: 120_000,
  }, async () => {
    const { rules } = loadKnowledge();
    const index = new RuleIndex(rules);
    const engine = new EngineOfRecord();
    const step = Math.max(1, Math.floor(rules.length / 12));
    const chosen = rules.filter((_, i) => i % step === 0);
    for (const rule of chosen) {
      for (const known of variations(satisfying(rule))) {
        const facts = factsOf(known);
        const byIndex = await engine.fired(facts, index.candidates(facts));
        const byOracle = rules.filter((each) =>
          fires(asWritten(each.condition), each.unless && asWritten(each.unless), known),
        );
        expect([...byIndex].sort()).toEqual(byOracle.map(({ id }) => id).sort());
      }
    }
  });
});

/** Facts that make every leaf of the rule true. */
function satisfying({ condition: normal }: Rule): World {
  const known: Record<string, string[] | string | number> = {};
  for (const { fact, operator, value } of leaves(normal)) {
    if (operator === 'contains' || operator === 'lacks') {
      const before = known[fact];
      const member = operator === 'lacks' ? `~${value}` : String(value);
      known[fact] = [...(Array.isArray(before) ? before : []), member];
    } else if (typeof value === 'number')
      known[fact] = operator.startsWith('greater') ? value + 1 : value - 1;
    else known[fact] = String(value);
  }
  return known;
}

function variations(known: World): World[] {
  const without = Object.keys(known).map((fact) =>
    Object.fromEntries(Object.entries(known).filter(([each]) => each !== fact)),
  );
  const denied = Object.entries(known).flatMap(([fact, value]) =>
    Array.isArray(value) ? [{ ...known, [fact]: [`~${value[0]}`, ...value.slice(1)] }] : [],
  );
  return [known, ...without, ...denied] as World[];
}

/** The normal form spelt with `not`, as the oracle reads it. */
function asWritten(normal: ReturnType<typeof normalise>): WrittenCondition {
  if ('all' in normal) return { all: normal.all.map(asWritten) };
  if ('any' in normal) return { any: normal.any.map(asWritten) };
  const { fact, operator, value } = normal;
  if (operator === 'lacks') return { not: { fact, operator: 'contains', value } };
  if (operator === 'differs') return { not: { fact, operator: 'equal', value } };
  return { fact, operator, value };
}
