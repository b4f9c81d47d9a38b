import { describe, expect, test } from 'vitest';
import type { Form } from '../../src/knowledge/knowledge-base.ts';
import { choiceOf } from '../../src/reasoning/choice.ts';
import type { Evidence } from '../../src/reasoning/evidence.ts';

const plain = { except: false, together: false };
const combination = { except: false, together: true };
const variants = { alike: 0.8, lost: 10 };

/** An option with its evidence as `form merit points`. */
function option(text: string, ...said: string[]) {
  const evidence = said.map((each): Evidence => {
    const [form = '', merit = '', points = ''] = each.split(' ');
    const rule = {
      id: each,
      form: form as Form,
      subjects: [],
      over: [],
      condition: { all: [] },
      specificity: 0,
      statements: [],
    };
    return {
      rule,
      form: form as Form,
      about: undefined,
      merit,
      points: Number(points),
      premises: [],
      assumed: false,
    };
  });
  return { text, tally: { points: evidence.reduce((sum, { points }) => sum + points, 0), evidence } };
}

function texts(choice: { chosen: { text: string }[]; lead: number }) {
  return { chosen: choice.chosen.map(({ text }) => text), lead: choice.lead };
}

const store = option('store it', 'serves keep 30');
const storeElsewhere = option('store it elsewhere', 'serves keep 28');
const notify = option('tell the team', 'serves tell 20');
const wrong = option('store it and fail', 'serves keep 30', 'contradicts fail -40');

describe('what is chosen', () => {
  test('is the option with most points, its lead the points before the next', () => {
    expect(texts(choiceOf([notify, store, wrong], 1, plain, variants))).toEqual({
      chosen: ['store it'],
      lead: 10,
    });
  });

  test('is the one with fewest where the odd one out is asked for', () => {
    expect(texts(choiceOf([notify, store, wrong], 1, { ...plain, except: true }, variants))).toEqual({
      chosen: ['store it and fail'],
      lead: 30,
    });
  });

  test('of two is the two with most points', () => {
    expect(texts(choiceOf([store, notify, storeElsewhere], 2, plain, variants))).toEqual({
      chosen: ['store it', 'store it elsewhere'],
      lead: 8,
    });
  });

  test('of a combination is not two ways to one end', () => {
    expect(texts(choiceOf([store, notify, storeElsewhere], 2, combination, variants))).toEqual({
      chosen: ['store it', 'tell the team'],
      lead: 2,
    });
  });

  test('of several is not two variants of one step', () => {
    const all = [
      option('store it in a bucket that is public', 'serves keep 30'),
      option('store it in a bucket that is private', 'serves keep 30'),
      option('tell the team', 'serves tell 25'),
    ];
    const alike = { alike: 0.7, lost: 10 };
    expect(texts(choiceOf(all, 2, plain, alike))).toEqual({
      chosen: ['store it in a bucket that is private', 'tell the team'],
      lead: 0,
    });
    expect(texts(choiceOf(all, 1, plain, alike)).chosen).toEqual(['store it in a bucket that is private']);
  });

  test('does not depend on the order the options come in, ties included', () => {
    const twins = [
      option('b', 'serves keep 30'),
      option('a', 'serves keep 30'),
      option('c', 'serves keep 30'),
    ];
    expect(texts(choiceOf(twins, 1, plain, variants))).toEqual({ chosen: ['a'], lead: 0 });
    expect(texts(choiceOf([...twins].reverse(), 1, plain, variants))).toEqual({ chosen: ['a'], lead: 0 });
  });
});
