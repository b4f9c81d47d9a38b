import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/loader.ts';
import { Spelling } from '../../src/language/spelling.ts';
import { Reader } from '../../src/reading/reader.ts';

describe('a slip of the pen', () => {
  const spelling = new Spelling(new Set(['cloudtrail', 'formation', 'formalion']));

  test.each([
    ['a letter missing', 'coudtrail'],
    ['a letter too many', 'clouddtrail'],
    ['another letter', 'claudtrail'],
    ['two letters in each other’s place', 'cluodtrail'],
    ['two letters in each other’s place, near the end', 'cloudtrial'],
  ])('is %s', (_, written) => {
    expect(spelling.meant(written)).toBe('cloudtrail');
  });

  test.each([
    ['another first letter, which nobody gets wrong', 'gloudtrail'],
    ['another ending, which is another form of the word', 'cloudtrain'],
    ['two slips at once', 'coudtral'],
    ['a word between two others', 'formakion'],
  ])('is not %s', (_, written) => {
    expect(spelling.meant(written)).toBeUndefined();
  });

  test('is not looked for in short words, in known words, or in numbers', () => {
    const strange = ['trial', 'cloudtrail', 'cl12345678', 'coudtrail'].filter((word) =>
      spelling.isStrange(word),
    );
    expect(strange).toEqual(['coudtrail']);
  });
});

test('a misspelt name is read as the name, and stays as written', () => {
  const fixture = new URL('../fixtures/rules', import.meta.url).pathname;
  const { facts, text, tokens } = new Reader(loadKnowledge(fixture)).readStem('Is Parmaeter Store enough?');
  expect([...facts.members('about').keys()]).toContain('parameter-store');
  expect(text).toBe('Is Parmaeter Store enough?');
  expect(tokens.map((token) => token.text)).toEqual(['Is', 'Parmaeter', 'Store', 'enough']);
});
