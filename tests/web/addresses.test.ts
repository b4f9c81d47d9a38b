import { expect, test } from 'vitest';
import {
  comparePath,
  idsAt,
  lineRanges,
  outcomePath,
  rulePath,
  sectionPath,
  statementPath,
} from '../../src/web/addresses.ts';

test.each([
  ['secrets/rotation-decides', '/rules/secrets/rotation-decides'],
  ['secrets/rotates#1', '/rules/secrets/rotates/1'],
  ['secrets/rotates#1.2:serves.3', '/rules/secrets/rotates/1.2:serves.3'],
  ['catalogue/rds#1', '/rules/catalogue/rds/1'],
])('the rule %s lives at %s, and is found there', (id, path) => {
  expect(rulePath(id)).toBe(path);
  expect(idsAt(path.slice('/rules/'.length))[0]).toBe(id);
});

test('sections, statements, outcomes and comparisons have addresses of their own', () => {
  expect([
    sectionPath('secrets'),
    statementPath('secrets/rotates'),
    outcomePath('rds'),
    comparePath('a', 'b'),
  ]).toEqual(['/sections/secrets', '/sections/secrets#rotates', '/outcomes/rds', '/compare/a/b']);
});

test('lines that follow one another are one range', () => {
  expect(lineRanges([14, 10, 11, 12, 20])).toBe('10–12, 14, 20');
});
