import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/knowledge/condition.ts';
import type { Rule } from '../../src/knowledge/knowledge-base.ts';
import { contrastOf, leaningsOf } from '../../src/knowledge/leanings.ts';
import { loadKnowledge } from '../../src/knowledge/loader.ts';
import { Advisor } from '../../src/reasoning/consultation.ts';

const fixture = new URL('../fixtures/rules', import.meta.url).pathname;

const about = (value: string): Condition => ({ fact: 'about', operator: 'contains', value });
const named = (value: string): Condition => ({ fact: 'option.name', operator: 'contains', value });

function contrast(when: Condition, more: Partial<Rule> = {}): Rule {
  return {
    id: 'secrets/cheap-and-batch',
    form: 'prefers',
    subjects: ['parameter-store'],
    over: ['secrets-manager'],
    condition: { all: [when, named('parameter-store')] },
    specificity: 3,
    statements: [],
    ...more,
  };
}

const both = contrast({ all: [about('least-cost'), about('batch')] });
const other = contrast(
  { all: [about('password'), about('real-time')] },
  { id: 'secrets/password-in-real-time' },
);

describe('a contrast leans', () => {
  test('where one of several things it asks of the scenario is missing, until that one is denied', () => {
    expect(
      leaningsOf(both).map(({ id, form, condition, unless }) => ({ id, form, condition, unless })),
    ).toEqual([
      {
        id: 'secrets/cheap-and-batch~1',
        form: 'leans',
        condition: { all: [{ all: [about('batch')] }, named('parameter-store')] },
        unless: { any: [{ ...about('least-cost'), operator: 'lacks' }] },
      },
      {
        id: 'secrets/cheap-and-batch~2',
        form: 'leans',
        condition: { all: [{ all: [about('least-cost')] }, named('parameter-store')] },
        unless: { any: [{ ...about('batch'), operator: 'lacks' }] },
      },
    ]);
    expect(contrastOf('secrets/cheap-and-batch~2')).toBe(both.id);
  });

  test('in each of its ways, and keeps its own exception', () => {
    const ways = { any: [about('batch'), { all: [about('least-cost'), about('real-time')] }] };
    const unless = about('password');
    const leanings = leaningsOf(contrast(ways, { unless }));
    expect(leanings.map(({ lacking }) => lacking)).toEqual([about('least-cost'), about('real-time')]);
    expect(leanings.map((rule) => rule.unless)).toEqual([
      { any: [{ ...about('least-cost'), operator: 'lacks' }, unless] },
      { any: [{ ...about('real-time'), operator: 'lacks' }, unless] },
    ]);
  });

  test('neither on nothing, nor without an amount or what it asks of the option', () => {
    const amount: Condition = { fact: 'job.duration', operator: 'greaterThan', value: 15 };
    const option: Condition = { fact: 'option', operator: 'contains', value: 'code' };
    expect(leaningsOf(contrast(about('batch')))).toEqual([]);
    expect(leaningsOf(contrast({ all: [amount, option] }))).toEqual([]);
    const kept = leaningsOf(contrast({ all: [amount, about('batch'), about('least-cost')] }));
    expect(kept.map(({ lacking }) => lacking)).toEqual([about('batch'), about('least-cost')]);
    expect(leaningsOf({ ...both, form: 'recommends' })).toEqual([]);
  });
});

describe('what leans, in a question with options', () => {
  const base = loadKnowledge(fixture);
  const advisor = new Advisor(
    Object.create(base, {
      authored: { value: [both, other] },
      leanings: { value: [both, other].flatMap(leaningsOf) },
      judging: { value: { ...base.judging, weights: { prefers: 20, leans: 6 } } },
    }),
  );
  const evidence = async (stem: string, denied: string[] = []) => {
    const { options } = await advisor.consult({
      stem,
      options: { A: 'Parameter Store', B: 'Secrets Manager' },
      corrections: denied.map((value) => ({ kind: 'deny', fact: 'about', value })),
    });
    return options[0]?.tally.evidence
      .filter(({ rule }) => rule.over.length > 0)
      .map(({ rule, form, points, assumed }) => ({ id: rule.id, form, points, assumed }));
  };

  test('counts less than a contrast, and once for an outcome', async () => {
    expect(await evidence('It must be cheapest.')).toEqual([
      { id: `${both.id}~2`, form: 'leans', points: 6, assumed: true },
    ]);
    expect(await evidence('It must be cheapest in real time.')).toEqual([
      { id: `${both.id}~2`, form: 'leans', points: 6, assumed: true },
      { id: `${other.id}~1`, form: 'leans', points: 0, assumed: true },
    ]);
  });

  test('counts nothing where a contrast speaks for the same outcome', async () => {
    expect(await evidence('A batch must be cheapest.')).toEqual([
      { id: both.id, form: 'prefers', points: 20, assumed: false },
      { id: `${both.id}~1`, form: 'leans', points: 0, assumed: true },
      { id: `${both.id}~2`, form: 'leans', points: 0, assumed: true },
    ]);
  });

  test('is gone where what is missing was denied', async () => {
    expect(await evidence('It must be cheapest.', ['batch'])).toEqual([]);
  });
});
