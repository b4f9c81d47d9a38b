/**
 * Commands that measure on questions with keys, and write what they measured into the knowledge.
 */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { criterio } from './run.ts';

const fixtures = new URL('../fixtures/rules', import.meta.url).pathname;

/** Half the keys are the serverless option, in three sources. */
const questions = ['one', 'two', 'three'].flatMap((src) =>
  [0, 1, 2, 3].map((i) => ({
    id: `${src}-${i}`,
    src,
    stem: 'The code must be run at the lowest cost. What should be used?',
    options: { A: 'AWS Lambda', B: `Amazon RDS ${i}`, C: 'Parameter Store' },
    choose: 1,
    answer: [i < 3 ? 'A' : 'B'],
    tier: 'service',
  })),
);

let rules: string;
let file: string;
const run = (...args: string[]) => criterio(args, { rules });
const judging = () => readFileSync(join(rules, 'judging.yaml'), 'utf8');
const principles = () => readFileSync(join(rules, 'principles.yaml'), 'utf8');

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'criterio-measuring-'));
  rules = join(folder, 'rules');
  file = join(folder, 'questions.jsonl');
  cpSync(fixtures, rules, { recursive: true });
  writeFileSync(file, questions.map((question) => JSON.stringify(question)).join('\n'));
});

describe('criterio exam', { timeout: 60_000 }, () => {
  test('tells how reliable each kind of answer is, and the risk at each coverage, and draws it', () => {
    const svg = join(rules, 'risk.svg');
    const ran = run('exam', file, '--sums', '--risk', svg);
    expect(ran.code).toBe(0);
    const lines = ran.out.split('\n').map((line) => line.replace(/ +/g, ' '));
    expect(lines).toContain('principles 12 75.0% 46.8%..91.1% 40.0%');
    expect(lines).toContain('any other 12 75.0% 46.8%..91.1% 40.0%');
    expect(lines).toContain(' 40.0% 12 100.0% 3 25.0%');
    expect(readFileSync(svg, 'utf8')).toContain('12 questions, 25% wrong when all are answered');
  });

  test('measures rates leaving each source out, and writes them only when told', () => {
    const before = judging();
    const shown = run('exam', file, '--calibrate');
    expect(shown).toMatchObject({ code: 0, out: expect.stringContaining('confidence:\n  - {') });
    expect(judging()).toBe(before);
    expect(run('exam', file, '--calibrate', '--write').code).toBe(0);
    const after = judging();
    expect(after).toContain('rate: 0.75');
    expect(after.replace(/^confidence:\n(?: {2}- .*\n)+/m, '')).toBe(
      before.replace(/^confidence:\n(?: {2}- .*\n)+/m, ''),
    );
    expect(run('check').out).not.toContain('judging.yaml');
  });

  test('has nothing to leave out of one source', () => {
    const one = `${file}.one`;
    writeFileSync(one, JSON.stringify(questions[0]));
    expect(run('exam', one, '--calibrate')).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        'there is only one (one): give questions with at least two values of "src"',
      ),
    });
  });

  test('writes nothing that it was not asked to measure', () => {
    expect(run('exam', file, '--write')).toMatchObject({
      code: 2,
      err: expect.stringContaining('name --calibrate with it'),
    });
  });
});

describe('criterio principles', { timeout: 60_000 }, () => {
  test('counts what is rewarded, and writes the points when told', () => {
    const shown = run('principles', file);
    expect(shown.code).toBe(1);
    expect(shown.out.replace(/ +/g, ' ')).toContain('managed-beats-custom 12 3 9/12 3/24 6.52 +1 +2');
    expect(shown.out).toContain('1 differs from principles.yaml: --write puts the measured points there');
    const before = principles();
    expect(run('principles', file, '--write').code).toBe(0);
    expect(principles()).toBe(before.replace('points: 1', 'points: 2'));
    expect(run('principles', file)).toMatchObject({
      code: 0,
      out: expect.stringContaining('principles.yaml has the points measured'),
    });
  });
});
