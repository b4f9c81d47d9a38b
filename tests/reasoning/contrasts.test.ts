import { describe, expect, test } from 'vitest';
import { Facts } from '../../src/reading/facts.ts';
import { hasRival, isLoser } from '../../src/reasoning/contrasts.ts';

const contrast = { subjects: ['secrets-manager'], over: ['parameter-store'] };

/** What an option says: outcomes by name, or as part of what it names. */
function option(...said: (string | { partOf: string })[]): Facts {
  const facts = new Facts();
  for (const one of said) {
    const [outcome, distance] = typeof one === 'string' ? [one, 0] : [one.partOf, 1];
    facts.add('option.name', outcome, { leaf: outcome, distance, by: 'read' });
  }
  return facts;
}

const winner = option('secrets-manager', 'rds');
const loser = option('parameter-store', 'rds');

describe('a contrast speaks', () => {
  test('for an option that says the winner, where another says the loser', () => {
    expect(hasRival(contrast, winner, [option('s3'), loser])).toBe(true);
    expect(isLoser(contrast, loser)).toBe(true);
  });

  test('not where nobody says the loser', () => {
    expect(hasRival(contrast, winner, [option('s3')])).toBe(false);
    expect(isLoser(contrast, option('s3'))).toBe(false);
  });

  test('not where one option says both, for it uses each for something', () => {
    const both = option('secrets-manager', 'parameter-store');
    expect(hasRival(contrast, both, [loser])).toBe(false);
    expect(hasRival(contrast, winner, [both])).toBe(false);
    expect(isLoser(contrast, both)).toBe(false);
  });

  test('not where the winner or the loser is only part of what is said', () => {
    expect(hasRival(contrast, option({ partOf: 'secrets-manager' }), [loser])).toBe(false);
    expect(hasRival(contrast, winner, [option({ partOf: 'parameter-store' })])).toBe(false);
    expect(hasRival(contrast, option('secrets-manager', { partOf: 'parameter-store' }), [loser])).toBe(false);
  });

  test('always, where it is no contrast', () => {
    expect(hasRival({ subjects: ['secrets-manager'], over: [] }, option('s3'), [])).toBe(true);
  });
});
