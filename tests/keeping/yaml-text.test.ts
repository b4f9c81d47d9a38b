import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { KeepingError } from '../../src/keeping/keeping-error.ts';
import { entryText, withEntry } from '../../src/keeping/yaml-text.ts';

const file = 'sections/some.yaml';
const added = {
  file,
  under: 'statements',
  after: 'silent',
  key: 'more',
  written: { lines: [3], en: 'x: y' },
};

test('an entry comes last in its map; everything else stays, comments and odd spacing included', () => {
  const before = [
    '# a head',
    'section: some',
    'silent: [ ]   # nothing',
    'statements:',
    '    one:   # the first',
    '        lines: [1,2]',
    "        en: 'quoted'",
    '        # about Spanish',
    '        es: >-',
    '            folded',
    '            text',
    '',
    'rules: {}   # later',
    '',
  ];
  const { text, line } = withEntry(before.join('\n'), added);
  expect(text.split('\n')).toEqual([
    ...before.slice(0, 11),
    '    more:',
    '      lines: [3]',
    '      en: "x: y"',
    ...before.slice(11),
  ]);
  expect([line, parse(text).statements.more]).toEqual([12, { lines: [3], en: 'x: y' }]);
});

test('a map that is missing or empty is made', () => {
  const rule = { ...added, under: 'rules', after: 'statements' };
  const entry = 'rules:\n  more:\n    lines: [3]\n    en: "x: y"\n';
  expect(withEntry('section: some\nstatements:\n  one: 1', rule).text).toBe(
    `section: some\nstatements:\n  one: 1\n${entry}`,
  );
  expect(withEntry('statements:\n  one: 1\nproposes: {}\n', rule).text).toBe(
    `statements:\n  one: 1\n${entry}proposes: {}\n`,
  );
  expect(withEntry('statements:\n  one: 1\nrules: {}\nproposes: {}\n', rule).text).toBe(
    `statements:\n  one: 1\n${entry}proposes: {}\n`,
  );
  expect(withEntry('rules:\n', rule).text).toBe(entry);
});

test.each([
  [
    'a name that is taken',
    'statements:\n  more: 1\n',
    'more is taken in sections/some.yaml: choose another name.',
  ],
  ['what is no YAML', 'statements: [\n', 'sections/some.yaml can not be added to: '],
  ['what is no map', '- 1\n', 'sections/some.yaml can not be added to: it holds no map'],
  [
    'a map in one line',
    'statements: {one: 1}\n',
    'sections/some.yaml can not be added to: statements stands in one line; write it in several',
  ],
])('%s is refused', (_name, text, message) => {
  expect(() => withEntry(text, added)).toThrow(KeepingError);
  expect(() => withEntry(text, added)).toThrow(message);
});

test('an entry is written as authors write: lists and conditions in one line, claims each in theirs', () => {
  const written = {
    lines: [1, 2],
    claims: [{ subject: 'a', amount: { atMost: '15 minutes' } }, { subject: 'b' }],
    when: { all: [{ fact: 'about', operator: 'contains', value: 'c' }] },
    because: { en: 'One: two.', es: 'Uno y dos.' },
  };
  expect(entryText('x', written)).toBe(
    [
      'x:',
      '  lines: [1, 2]',
      '  claims:',
      '    - {subject: a, amount: {atMost: 15 minutes}}',
      '    - {subject: b}',
      '  when: {all: [{fact: about, operator: contains, value: c}]}',
      '  because:',
      '    en: "One: two."',
      '    es: Uno y dos.',
      '',
    ].join('\n'),
  );
});
