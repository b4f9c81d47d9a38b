import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fixtureHome, type Home } from '../fixture-home.ts';
import { criterio } from './run.ts';

// Each starts processes or runs scenarios, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let home: Home;
beforeEach(() => {
  home = fixtureHome();
});
afterEach(() => home.remove());

const section = 'rules/sections/secrets.yaml';
const make = (...args: string[]) => criterio(['new', ...args], { rules: home.rules });
const check = () => criterio(['check'], { rules: home.rules });

/** Lines of the file that were not there before. */
function added(path: string, before: Record<string, string>): string[] {
  const old = (before[path] ?? '').split('\n');
  const now = home.read(path).split('\n');
  const [start, more] = [now.findIndex((line, at) => line !== old[at]), now.length - old.length];
  expect([...now.slice(0, start), ...now.slice(start + more)]).toEqual(old);
  return now.slice(start, start + more);
}

const when = '{all: [{fact: about, operator: contains, value: credential}]}';
const contrast = [
  '--prefer',
  'secrets-manager',
  '--over',
  'parameter-store',
  '--when',
  when,
  '--cites',
  'rotates',
];

describe('criterio new', () => {
  test('statement adds one to its section, and the result passes check', () => {
    const before = home.files();
    const claims = '[{subject: secrets-manager, act: store, object: credential}]';
    const texts = ['--en', 'It keeps versions.', '--es', 'Guarda versiones.'];
    const ran = make('statement', 'secrets/versions', '--lines', '12-13', ...texts, '--claims', claims);
    expect(ran).toEqual({ code: 0, out: `${section}:30\n`, err: '' });
    expect(added(section, before)).toEqual([
      '  versions:',
      '    lines: [12, 13]',
      '    en: It keeps versions.',
      '    es: Guarda versiones.',
      '    claims:',
      '      - {subject: secrets-manager, act: store, object: credential}',
    ]);
    expect(check()).toMatchObject({
      code: 0,
      out: expect.stringContaining('0 findings; 3 sections, 7 statements'),
    });
  });

  test('statement says what is left to fill in, and check finds it', () => {
    const ran = make('statement', 'secrets/versions', '--lines', '12', '--en', 'It keeps versions.');
    expect(ran).toEqual({
      code: 1,
      out: [
        `${section}:30`,
        '',
        'left to fill in:',
        `  ${section}:33 FILL IN: the statement in Spanish`,
        `  ${section}:34 FILL IN: claims instead, or why no question turns on it`,
        '',
      ].join('\n'),
      err: '',
    });
    const found = check();
    expect(found.code).toBe(1);
    expect(found.out.match(/^\S+ KB_\S+/gm)).toEqual([
      'sections/secrets.yaml:33:10 KB_FILL_IN',
      'sections/secrets.yaml:34:17 KB_FILL_IN',
    ]);
  });

  test('a statement of general knowledge has no lines', () => {
    const before = home.files();
    const texts = ['--en', 'Yes.', '--es', 'Sí.', '--unclaimed', 'it is plain'];
    expect(make('statement', 'practice/plain', ...texts).code).toBe(0);
    expect(added('rules/general/practice.yaml', before)).toEqual([
      '  plain:',
      '    en: Yes.',
      '    es: Sí.',
      '    unclaimed: it is plain',
    ]);
  });

  test('rule adds one to its section, and it fires', () => {
    const before = home.files();
    const texts = ['--en', 'One: two.', '--es', 'Uno.'];
    expect(make('rule', 'secrets/kept', ...contrast, ...texts)).toEqual({
      code: 0,
      out: `${section}:48\n`,
      err: '',
    });
    expect(added(section, before)).toEqual([
      '  kept:',
      '    prefer: secrets-manager',
      '    over: parameter-store',
      '    when: {all: [{fact: about, operator: contains, value: credential}]}',
      '    because:',
      '      en: "One: two."',
      '      es: Uno.',
      '    cites: [rotates]',
    ]);
    const question = JSON.stringify({
      stem: 'a credential',
      options: { A: 'Secrets Manager', B: 'Parameter Store' },
    });
    expect(criterio(['answer', '-'], { rules: home.rules, input: question }).out).toContain('"secrets/kept"');
  });

  test('scenario adds one, in a new file where the section has none, and it runs', () => {
    const args = ['--key', 'Lambda', '--stem', 'What can run code?', '--rules', 'functions/fifteen-minutes'];
    expect(make('scenario', 'functions/runs', ...args)).toEqual({
      code: 0,
      out: 'scenarios/functions.yaml:3\n',
      err: '',
    });
    expect(home.read('scenarios/functions.yaml').split('\n')).toEqual([
      'section: functions',
      'scenarios:',
      '  runs:',
      '    lines: [20]',
      '    lang: en',
      '    asks: service',
      '    stem: What can run code?',
      '    key: [Lambda]',
      '    rules: [functions/fifteen-minutes]',
      '',
    ]);
    expect(criterio(['test', '--all'], { rules: home.rules }).out).toMatch(/(ok|FAILED) functions\/runs/);
  });

  test('scenario takes one that a page gave to download', () => {
    const file = join(home.folder, 'secrets.yaml');
    const entry =
      '  again:\n    lines: [10]\n    lang: en\n    asks: service\n    stem: Who?\n    key: [AWS Fargate]\n';
    writeFileSync(file, `section: secrets\nscenarios:\n${entry}`);
    const before = home.files();
    expect(make('scenario', '--from', file)).toEqual({
      code: 0,
      out: 'scenarios/secrets.yaml:16\n',
      err: '',
    });
    expect(`${added('scenarios/secrets.yaml', before).join('\n')}\n`).toBe(entry);
  });

  test('--dry-run prints the entry and writes nothing', () => {
    const before = home.files();
    const ran = make('rule', 'secrets/kept', ...contrast, '--dry-run');
    expect(ran.code).toBe(1);
    expect(ran.out.split('\n').slice(0, 3)).toEqual([
      `${section}:48 (not written)`,
      '  kept:',
      '    prefer: secrets-manager',
    ]);
    expect(home.files()).toEqual(before);
  });

  const refused: [name: string, args: string[], message: string][] = [
    ['nothing to make', [], 'say what is new: statement, rule or scenario'],
    ['no name', ['rule'], 'name the rule as SECTION/NAME'],
    [
      'an unknown section',
      ['rule', 'secret/x', ...contrast],
      'There is no section secret; the nearest is secrets.',
    ],
    ['a bad name', ['rule', 'secrets/X y', ...contrast], '“X y” is no name'],
    ['a name with a path', ['rule', 'secrets/../x', ...contrast], '“../x” is no name'],
    [
      'a name that is taken',
      ['rule', 'secrets/rotation-decides', ...contrast],
      'rotation-decides is taken in',
    ],
    ['no lines', ['statement', 'secrets/x'], 'give the lines of the notes it states: --lines'],
    ['bad lines', ['statement', 'secrets/x', '--lines', '9-3'], '“9-3” are no lines'],
    ['two verdicts', ['rule', 'secrets/x', ...contrast, '--exclude', 'lambda'], 'give one verdict'],
    [
      'no condition',
      ['rule', 'secrets/x', '--exclude', 'lambda', '--cites', 'price'],
      'give when it holds: --when',
    ],
    [
      'a condition that is no YAML',
      ['rule', 'secrets/x', ...contrast, '--unless', '{a: ['],
      '--unless is no YAML',
    ],
    [
      'an outcome that does not exist',
      ['rule', 'secrets/x', '--exclude', 'lamda', '--when', when, '--cites', 'price'],
      'unknown lamda (did you mean lambda?)',
    ],
    ['a key that is unknown', ['scenario', 'secrets/x', '--key', 'Zebra'], 'the key Zebra is not known'],
    ['a file that is not there', ['scenario', '--from', 'nowhere.yaml'], 'there is no file nowhere.yaml'],
  ];
  test.each(refused)('with %s writes nothing and says why', (_name, args, message) => {
    const before = home.files();
    expect(make(...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
    expect(home.files()).toEqual(before);
  });
});
