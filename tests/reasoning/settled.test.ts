import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/knowledge/condition.ts';
import type { Judging, Rule } from '../../src/knowledge/knowledge-base.ts';
import { Facts } from '../../src/reading/facts.ts';
import { isSettled } from '../../src/reasoning/settled.ts';

/** The rival is 10 points behind; one rule not yet fired would give it 40. */
function isSettledWith(condition: Condition, known: (facts: Facts) => void): boolean {
  const factsOf = (name: string) => {
    const facts = new Facts();
    facts.add('option.name', name, { leaf: name, by: 'read' });
    known(facts);
    return facts;
  };
  const standing = (name: string, chosen: boolean, points: number) => ({
    chosen,
    points,
    facts: factsOf(name),
    fired: new Set<string>(),
    assumed: { gained: 0, lost: 0 },
  });
  const named: Condition = { fact: 'option.name', operator: 'contains', value: 'rival' };
  const rule = { id: 'r', form: 'recommends', condition: { all: [named, condition] } } as unknown as Rule;
  const judging = { weights: { recommends: 40 } } as unknown as Judging;
  return isSettled(
    [standing('answer', true, 20), standing('rival', false, 10)],
    new Map([['rival', [rule]]]),
    judging,
  );
}

const said = { leaf: '', by: 'read' } as const;
const lasts = (minutes: number) => (facts: Facts) => facts.set('job.duration', minutes, said);
const nothing = () => undefined;

describe('a rule that would turn the answer leaves it open', () => {
  const atLeast: Condition = { fact: 'job.duration', operator: 'greaterThanInclusive', value: 15 };
  const atMost: Condition = { fact: 'job.duration', operator: 'lessThanInclusive', value: 15 };
  const batch: Condition = { fact: 'data.latency', operator: 'differs', value: 'real-time' };
  const wants: Condition = { fact: 'need.rotate', operator: 'contains', value: 'password' };
  const lacks: Condition = { fact: 'need.rotate', operator: 'lacks', value: 'password' };

  test.each<[name: string, condition: Condition, known: (facts: Facts) => void, settled: boolean]>([
    ['an amount nobody gave', atLeast, nothing, false],
    ['an amount below the least', atLeast, lasts(14), true],
    ['an amount that is the least', atLeast, lasts(15), false],
    ['an amount above the most', atMost, lasts(16), true],
    ['an amount that is the most', atMost, lasts(15), false],
    ['a choice it excludes', batch, (facts) => facts.set('data.latency', 'real-time', said), true],
    ['another choice', batch, (facts) => facts.set('data.latency', 'batch', said), false],
    ['a need that was denied', wants, (facts) => facts.deny('need.rotate', 'password'), true],
    ['a need that it rules out', lacks, (facts) => facts.add('need.rotate', 'password', said), true],
    ['one way left of two', { any: [atLeast, wants] }, lasts(5), false],
    ['no way left of two', { any: [atLeast, { ...atLeast, value: 20 }] }, lasts(5), true],
  ])('unless it can not fire: %s', (_, condition, known, settled) => {
    expect(isSettledWith(condition, known)).toBe(settled);
  });
});
