import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fixtureHome, type Home } from '../fixture-home.ts';
import { criterio } from './run.ts';

// Each starts processes or runs scenarios, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const question =
  'The credentials must be rotated every month. What should be used?\nA. AWS Lambda\nB. AWS Secrets Manager';
const kept = [
  'section: secrets',
  'scenarios:',
  '  monthly:',
  '    lines: [10, 11, 14]',
  '    lang: en',
  '    asks: step',
  '    stem: The credentials must be rotated every month. What should be used?',
  '    options:',
  '      A: AWS Lambda',
  '      B: AWS Secrets Manager',
  '    key: [B]',
  '    rules: [secrets/rotates]',
  '',
].join('\n');

let home: Home;
beforeEach(() => {
  home = fixtureHome();
});
afterEach(() => home.remove());

const ask = (...args: string[]) => criterio(['ask', question, ...args], { rules: home.rules });
const run = () => criterio(['test', '--all'], { rules: home.rules });

describe('criterio ask --keep', () => {
  test('prints the question as a scenario, with the key confirmed and the rules that count for it', () => {
    expect(ask('--keep', '-', '--key', 'b', '--name', 'monthly')).toEqual({
      code: 0,
      out: kept,
      err: 'it passes now\n',
    });
  });

  test('adds it to a file of scenarios, which keeps its comments, and criterio test runs it', () => {
    home.edit('scenarios/secrets.yaml', 'scenarios:', 'scenarios: # ours');
    const before = home.read('scenarios/secrets.yaml');
    const ran = ask('--keep', `${home.folder}/scenarios`, '--key', 'B', '--name', 'monthly');
    expect(ran.code).toBe(0);
    expect(ran.err).toBe(`kept secrets/monthly in ${home.folder}/scenarios/secrets.yaml:16\nit passes now\n`);
    expect(ran.out).toMatch(/^Option B: /);
    expect(home.read('scenarios/secrets.yaml')).toBe(before + kept.split('\n').slice(2).join('\n'));
    expect(run()).toMatchObject({
      code: 0,
      out: expect.stringContaining('ok secrets/monthly: chose B, key B'),
    });
  });

  test('makes the file where there is none', () => {
    const file = `${home.folder}/scenarios/functions.yaml`;
    const text = 'We must run code for 20 minutes.';
    const keep = ['--keep', file, '--key', 'AWS Fargate', '--name', 'twenty-minutes'];
    expect(criterio(['ask', text, ...keep], { rules: home.rules }).code).toBe(0);
    expect(home.read('scenarios/functions.yaml')).toBe(
      [
        'section: functions',
        'scenarios:',
        '  twenty-minutes:',
        '    lines: [20]',
        '    lang: en',
        '    asks: service',
        '    stem: We must run code for 20 minutes.',
        '    key: [AWS Fargate]',
        '    rules: [functions/fifteen-minutes, functions/long-runs-leave-lambda]',
        '',
      ].join('\n'),
    );
    expect(run().out).toContain('ok functions/twenty-minutes');
  });

  test('expects no rules where the answer is not the key yet, and says that it fails', () => {
    const ran = ask('--keep', '-', '--key', 'A', '--section', 'secrets');
    expect([ran.code, ran.err]).toEqual([0, 'it fails now: chose B\n']);
    expect(ran.out).not.toContain('rules:');
  });

  const refused: [name: string, args: string[], message: string][] = [
    ['no key', [], 'confirm what is right with --key (the advisor says B)'],
    ['an unknown key', ['--key', 'D'], '“D” is no answer to this question: it is one of A, B.'],
    ['a bad name', ['--key', 'B', '--name', '../x'], '“../x” is no name'],
    [
      'an unknown section',
      ['--key', 'B', '--section', 'secret'],
      'There is no section secret; the nearest is secrets.',
    ],
    ['an unknown kind', ['--key', 'B', '--asks', 'why'], '--asks is service, setting'],
    [
      'an unknown rule',
      ['--key', 'B', '--rules', 'secrets/rotate'],
      'unknown secrets/rotate (did you mean secrets/rotates?)',
    ],
  ];
  test.each(refused)('with %s keeps nothing and says why', (_name, args, message) => {
    const before = home.files();
    const ran = ask('--keep', `${home.folder}/scenarios`, ...args);
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
    expect(home.files()).toEqual(before);
  });

  test('refuses a name that is taken, and a file named after another section', () => {
    const taken = ask('--keep', `${home.folder}/scenarios`, '--key', 'B', '--name', 'rotate-every-month');
    expect(taken).toMatchObject({
      code: 2,
      err: 'rotate-every-month is taken in scenarios/secrets.yaml: choose another name.\n',
    });
    const other = ask('--keep', `${home.folder}/x.yaml`, '--key', 'B', '--section', 'secrets');
    expect(other).toMatchObject({
      code: 2,
      err: expect.stringContaining('named after its section: secrets.yaml'),
    });
  });
});

describe('a scenario with rules expected', () => {
  test('fails once one of them no longer counts, although the answer is right', () => {
    ask(
      '--keep',
      `${home.folder}/scenarios`,
      '--key',
      'B',
      '--name',
      'monthly',
      '--rules',
      'secrets/rotation-decides',
    );
    expect(run()).toMatchObject({
      code: 1,
      out: expect.stringContaining(
        'FAILED secrets/monthly: chose B, key B, lead 3, without secrets/rotation-decides',
      ),
    });
  });

  test('names rules and statements that exist', () => {
    home.edit('scenarios/secrets.yaml', 'key: [B]', 'key: [B]\n    rules: [secrets/prices]');
    expect(run()).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        'scenarios/secrets.yaml:16:13 KB_SCENARIO_RULE unknown secrets/prices (did you mean secrets/price?)',
      ),
    });
  });
});
