import { describe, expect, test } from 'vitest';
import type { Sitting } from '../../src/checking/exam.ts';
import { countPrinciples, type PrincipleCount } from '../../src/checking/principle-count.ts';
import type { KnowledgeBase, Rule } from '../../src/knowledge/knowledge-base.ts';

const rule = { id: 'principles/events', form: 'principle', points: 1, speaks: 'for' } as Rule;

/** A question of four options: letters that the principle speaks of, and the key. */
function asked(src: string, spoken: string, key: string, except = false): Sitting {
  const options = ['A', 'B', 'C', 'D'].map((letter) => ({
    letter,
    tally: { evidence: spoken.includes(letter) ? [{ rule }] : [] },
  }));
  return {
    question: { src, answer: [...key] },
    conclusion: { options, reading: { ask: { except } } },
  } as unknown as Sitting;
}

function times(count: number, make: () => Sitting): Sitting[] {
  return Array.from({ length: count }, make);
}

function count(sittings: readonly Sitting[], of: Rule = rule): PrincipleCount | undefined {
  return countPrinciples({ rules: [of] } as unknown as KnowledgeBase, sittings)[0];
}

const sources = ['one', 'two', 'three'];
const rewarded = sources.flatMap((src) => times(4, () => asked(src, 'A', 'A')));

describe('a principle', () => {
  test('that exams reward in every source is given its points', () => {
    expect(count(rewarded)).toEqual({
      name: 'events',
      points: 1,
      speaks: 'for',
      cases: 12,
      sources: 3,
      keyed: { spoken: 12, of: 12 },
      unkeyed: { spoken: 0, of: 36 },
      // Observed 1 where 1/4 is expected, by a variance of 3/16: e to the 4th.
      odds: expect.closeTo(Math.exp(4)),
      measured: 2,
    });
  });

  test('counts only where options differ in it, and where the fitting option is asked for', () => {
    const none = [asked('one', '', 'A'), asked('one', 'ABCD', 'A'), asked('one', 'A', 'A', true)];
    expect(count(none)).toMatchObject({ cases: 0, sources: 0, measured: 0, unsupported: 'few' });
  });

  const cases: [name: string, sittings: Sitting[], of: Rule, expected: Partial<PrincipleCount>][] = [
    ['of few cases', rewarded.slice(0, 7), rule, { cases: 7, unsupported: 'few' }],
    ['of few sources', rewarded.slice(0, 8), rule, { cases: 8, sources: 2, unsupported: 'few' }],
    [
      'whose sign turns with one source',
      [
        ...times(4, () => asked('one', 'A', 'A')),
        ...times(3, () => asked('two', 'A', 'B')),
        ...times(3, () => asked('three', 'A', 'B')),
      ],
      rule,
      { unsupported: 'unsteady' },
    ],
    [
      'that exams reward the contrary of',
      rewarded,
      { ...rule, speaks: 'against' },
      { unsupported: 'contrary' },
    ],
    [
      'without a side or points',
      rewarded,
      { id: rule.id, form: rule.form, points: 0 } as Rule,
      { unsupported: 'mute' },
    ],
  ];
  test.each(cases)('%s is given none, with the reason', (_, sittings, of, expected) => {
    expect(count(sittings, of)).toMatchObject({ measured: 0, ...expected });
  });

  test('that has lost its points keeps its side, so that it can be measured again', () => {
    expect(count(rewarded, { ...rule, points: 0 })).toMatchObject({ points: 0, measured: 2 });
  });

  test('that exams shun is given points against', () => {
    const shunned = sources.flatMap((src) => times(4, () => asked(src, 'AB', 'C')));
    expect(count(shunned, { ...rule, points: -1, speaks: 'against' })).toMatchObject({ measured: -2 });
  });
});
