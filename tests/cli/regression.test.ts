import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { criterio, jsonLines } from './run.ts';

// Each test starts processes, and some of them several.
vi.setConfig({ testTimeout: 120_000 });

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
let folder: string;
let env: Record<string, string>;

function git(...args: string[]): void {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  const ran = spawnSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
}

function run(...args: string[]) {
  return criterio(args, { rules: join(folder, 'rules'), env });
}

/** The fixture knowledge and scenarios in a repository of their own, with one commit. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'criterio-regression-'));
  cpSync(fixtures, folder, { recursive: true });
  env = { CRITERIO_SCENARIOS: join(folder, 'scenarios'), CRITERIO_CHANGES: join(folder, 'changes.json') };
  git('init', '--quiet', '--initial-branch=trunk');
  git('add', '.');
  git('commit', '--quiet', '--message=As it was');
});
afterEach(() => git('checkout', '--quiet', '.'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The mistake: it is the parameter that rotates. */
function turnRotation(): void {
  const file = join(folder, 'rules/sections/secrets.yaml');
  const text = readFileSync(file, 'utf8');
  const turned = text
    .replace(
      'subject: secrets-manager, act: rotate, object: credential}',
      'subject: secrets-manager, act: rotate, object: credential, not: true}',
    )
    .replace(
      'subject: parameter-store, act: rotate, object: credential, not: true}',
      'subject: parameter-store, act: rotate, object: credential}',
    );
  writeFileSync(file, turned);
}

describe('criterio diff', () => {
  test('says that nothing differs, and succeeds', () => {
    expect(run('diff', 'HEAD')).toMatchObject({
      code: 0,
      out: 'since HEAD: 0 rules and claims new, 0 changed, 0 gone\n0 of 2 scenarios differ: 0 in the answer, 0 in a verdict, 0 in a reason; 0 no longer right, 0 right now\n',
    });
  });

  test('shows what is no longer right, through which claim, with the smallest question that shows it, and fails', () => {
    turnRotation();
    const ran = run('diff', 'HEAD');
    expect(ran.code).toBe(1);
    expect(ran.out.split('\n')).toEqual([
      'secrets/rotate-every-month: the answer differs, NO LONGER RIGHT',
      '  answer: secrets-manager → systems-manager',
      '  - secrets/rotates#1',
      '  - secrets/rotation-decides',
      '  + secrets/rotates#4',
      '  through secrets/rotates#1 (changed)',
      '  through secrets/rotates#4 (changed)',
      '  smallest: password itself. Which service keep',
      '',
      'secrets/keep-at-no-cost: the reason differs, right as before',
      '  + B secrets/rotates#4',
      '  through secrets/rotates#1 (changed)',
      '  through secrets/rotates#4 (changed)',
      '  smallest: secret',
      '    A. AWS Secrets Manager',
      '    B. Parameter Store',
      '',
      'since HEAD: 0 rules and claims new, 2 changed, 0 gone',
      '2 of 2 scenarios differ: 1 in the answer, 0 in a verdict, 1 in a reason; 1 no longer right, 0 right now',
      '',
    ]);
    expect(JSON.parse(readFileSync(join(folder, 'changes.json'), 'utf8'))).toMatchObject({
      ref: 'HEAD',
      scenarios: 2,
      differences: [
        { scenario: 'secrets/rotate-every-month', by: 'answer', passed: { before: true, after: false } },
        { scenario: 'secrets/keep-at-no-cost', by: 'reason' },
      ],
    });
  });

  test('shows a change that no scenario notices, with what was said and what is', () => {
    const file = join(folder, 'rules/sections/functions.yaml');
    const text = readFileSync(file, 'utf8');
    const slip = text.replace('15 minutes', '5 minutes');
    expect(slip).not.toBe(text);
    writeFileSync(file, slip);
    const ran = run('diff', 'HEAD');
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.out.split('\n')).toEqual([
      expect.stringMatching(/^functions\/.* is changed, and no scenario notices$/),
      expect.stringMatching(/^ {2}- AWS Lambda: .* at most 15 minutes/),
      expect.stringMatching(/^ {2}\+ AWS Lambda: .* at most 5 minutes/),
      '',
      'since HEAD: 0 rules and claims new, 1 changed, 0 gone',
      '0 of 2 scenarios differ: 0 in the answer, 0 in a verdict, 0 in a reason; 0 no longer right, 0 right now',
      '',
    ]);
  });

  test('refuses what git does not know', () => {
    expect(run('diff', 'nowhere')).toMatchObject({
      code: 2,
      out: '',
      err: 'git knows no commit nowhere: name a branch, a tag, a commit or HEAD~1\n',
    });
    expect(run('diff')).toMatchObject({
      code: 2,
      err: expect.stringContaining('name a commit to compare with'),
    });
  });

  test('tells why rules of before can not be compared', () => {
    git('checkout', '--quiet', '-b', 'broken');
    writeFileSync(join(folder, 'rules/judging.yaml'), 'weights: {}\n');
    git('commit', '--quiet', '--all', '--message=Broken');
    git('checkout', '--quiet', 'trunk');
    const ran = run('diff', 'broken');
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('the rules of broken can not be read by this version of criterio');
  });
});

describe('criterio test --baseline', () => {
  test('fails where what was right no longer is, and names what came and went', () => {
    const baseline = join(folder, 'baseline.json');
    expect(run('test', '--save', baseline).code).toBe(0);
    expect(run('test', '--baseline', baseline)).toMatchObject({
      code: 0,
      out: expect.stringContaining(
        '0 answers flipped since the baseline, 0 verdicts and 0 reasons under the same answer',
      ),
    });
    turnRotation();
    const ran = run('test', '--baseline', baseline);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain(
      'secrets/rotate-every-month secrets-manager → systems-manager, now WRONG; came: ',
    );
    rmSync(baseline);
    expect(run('test', '--baseline', baseline)).toMatchObject({ code: 2, out: '' });
  });
});

describe('criterio mutants', () => {
  test('gives every mutant with the scenarios that kill it', () => {
    const ran = run('mutants', '--file', 'sections/secrets', '--json');
    expect(ran.code).toBe(0);
    expect(jsonLines(ran.out)[1]).toEqual({
      id: 'secrets/rotates#1 swap 1',
      unit: 'secrets/rotates#1',
      kind: 'claim',
      file: 'sections/secrets.yaml',
      operator: 'swap',
      deed: 'claim the contrary',
      kills: [{ scenario: 'secrets/rotate-every-month', by: 'answer' }],
    });
  });

  test('drafts a scenario for a survivor', () => {
    const { out } = run('mutants', '--file', 'functions', '--drafts', '1');
    expect(out).toContain(
      [
        '# sections/functions.yaml: functions/long-runs-leave-lambda: remove the rule',
        '# would be noticed by a changed reason',
        'name-me:',
        '  lines:',
        '    - 20',
        '  lang: en',
        '  asks: comparison',
        '  stem: "(in your words: need.run is code; job.duration is 18)"',
        '  options:',
        '    A: AWS Fargate',
        '    B: AWS Lambda',
        '  key:',
        '    - A',
      ].join('\n'),
    );
  });

  test('--changed holds the share of killed mutants of the files that changed', () => {
    expect(run('mutants', '--changed', '--since', 'HEAD')).toMatchObject({
      code: 0,
      out: '',
      err: 'no rule and no scenario has changed: nothing to try\n',
    });
    expect(run('mutants', '--record', '--drafts', '0').code).toBe(0);
    const section = join(folder, 'rules/sections/secrets.yaml');
    const added = '      - {subject: parameter-store, act: run, object: code, not: true}\n  price:';
    writeFileSync(section, readFileSync(section, 'utf8').replace('  price:', added));
    const ran = run('mutants', '--changed', '--since', 'HEAD', '--drafts', '0');
    expect(ran).toMatchObject({
      code: 1,
      err: 'sections/secrets.yaml: 11 of 19 mutants are killed, 11 of 17 were: add a scenario that needs what changed (criterio mutants --file sections/secrets.yaml drafts some)\n',
    });
  });

  test('--changed passes, and says so, in a copy without history', () => {
    const copy = mkdtempSync(join(tmpdir(), 'criterio-copy-'));
    cpSync(fixtures, copy, { recursive: true });
    const ran = criterio(['mutants', '--changed'], {
      rules: join(copy, 'rules'),
      env: { CRITERIO_SCENARIOS: join(copy, 'scenarios') },
    });
    rmSync(copy, { recursive: true });
    expect(ran).toMatchObject({
      code: 0,
      out: '',
      err: 'this copy has no history to compare with: the kill rate of changed files is not looked at\n',
    });
  });
});

describe('criterio check --explain', () => {
  test('says what a code means, why it matters and how to fix it, by any spelling of its case', () => {
    const ran = run('check', '--explain', 'kb_one_sided');
    expect(ran).toMatchObject({ code: 0, out: expect.stringMatching(/^KB_ONE_SIDED \(advice\)\n/) });
    expect(ran.out).toContain(
      'How to fix it: Claim what only the loser does, write the rule for when it is right',
    );
  });

  test('names the nearest code', () => {
    expect(run('check', '--explain', 'KB_ONESIDED')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no finding has the code KB_ONESIDED (did you mean KB_ONE_SIDED?)'),
    });
  });

  test('--strict fails on advice', () => {
    const file = join(folder, 'rules/sections/secrets.yaml');
    const text = readFileSync(file, 'utf8');
    // The fixture leaves two lines out, which is an error.
    const silent = 'why: a heading}, {line: 12, why: an example}, {line: 13, why: an example}';
    writeFileSync(file, text.replace('why: a heading}', silent));
    expect([run('check').code, run('check', '--strict').code]).toEqual([0, 1]);
  });
});

test('criterio coverage says how many rules and claims some scenario needs', () => {
  expect(run('coverage').out).toContain(
    'secrets                            5/7          3      5     2       2/2       4/7',
  );
  expect(existsSync(join(folder, 'changes.json'))).toBe(true);
});
