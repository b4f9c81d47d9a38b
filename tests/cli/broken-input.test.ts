/**
 * Files, texts and places that are not what a command expects: told in words, and nothing is half done.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { criterio, jsonLines } from './run.ts';

const question = {
  id: 'q1',
  stem: 'The credentials must be rotated every month. What should be used?',
  options: { A: 'AWS Lambda', B: 'AWS Secrets Manager' },
  choose: 1,
  answer: ['B'],
};
const line = JSON.stringify(question);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'criterio-broken-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string | Buffer): string {
  const path = join(folder, 'questions.jsonl');
  writeFileSync(path, content);
  return path;
}

/** Answers, or codes of errors with their lines. */
function told(content: string | Buffer) {
  const ran = criterio(['answer', file(content)]);
  expect(ran.err).toBe('');
  return (
    jsonLines(ran.out) as { answer?: string[]; line?: number; error?: { code: string; message: string } }[]
  ).map(({ answer, line: at, error }) => (error ? [at, error.code, error.message] : answer));
}

describe('a file of questions', { timeout: 60_000 }, () => {
  test('may start with a byte order mark, end lines as Windows does, and hold line separators in a text', () => {
    const separated = JSON.stringify({ ...question, stem: `Rotate\u2028${question.stem}` });
    expect(told(`\ufeff${line}\r\n\r\n${separated}\r\n`)).toEqual([['B'], ['B']]);
    expect(told('\ufeff')).toEqual([]);
  });

  test('says of each line that can not be read why, with its number, and answers the others', () => {
    const repeated = '{"stem": "Rotate the password", "options": {"A": "KMS", "A": "Lambda", "B": "RDS"}}';
    const lines = [
      Buffer.from(line),
      Buffer.from('{"stem": "contraseña"}', 'latin1'),
      Buffer.from('{"stem": '),
      Buffer.from(repeated),
      Buffer.from(`{"stem": "${'a'.repeat(1_000_000)}"}`),
      Buffer.from(line),
    ];
    expect(told(Buffer.concat(lines.flatMap((each) => [each, Buffer.from('\n')])))).toEqual([
      ['B'],
      [2, 'NOT_UTF8', 'the line is not UTF-8: save the file as UTF-8'],
      [3, 'BAD_JSON', 'the line is not JSON: give one question as a JSON object on each line'],
      [
        4,
        'REPEATED_KEY',
        '"A" stands twice in one object: only one of them could be read, so rename or remove the other',
      ],
      [5, 'LINE_TOO_LONG', 'the line has 1000012 bytes, at most 1000000 are read'],
      ['B'],
    ]);
  });

  const noQuestion: [name: string, change: object, message: string][] = [
    ['control characters', { stem: 'rotate \0 it' }, 'stem: this is no text'],
    ['half a character', { stem: 'rotate \ud800 it' }, 'stem: this is no text'],
    ['a stem that is too long', { stem: 'a '.repeat(60_000) }, 'longer than 100000 characters: shorten it'],
    [
      '27 options',
      { options: Object.fromEntries(Array.from({ length: 27 }, (_, i) => [`o${i}`, 'AWS KMS'])) },
      'options: a question has at most 26 options',
    ],
    ['an option without a letter', { options: { ' ': 'x', B: 'y' } }, 'options: an option has a letter'],
  ];
  test.each(noQuestion)('with %s is refused', (_, change, message) => {
    expect(told(JSON.stringify({ ...question, ...change }))).toEqual([
      [1, 'BAD_QUESTION', expect.stringContaining(message)],
    ]);
  });

  test('is refused with an id that is no number', () => {
    expect(told('{"id": 1e999, "stem": "rotate"}')).toEqual([[1, 'BAD_QUESTION', 'id: Invalid input']]);
  });
});

describe('a key that can not be met', { timeout: 60_000 }, () => {
  test.each([
    [{ answer: ['Z'] }, 'answer: Z is no option: they are A, B'],
    [{ answer: ['B', 'B'], choose: 2 }, 'answer: a letter stands twice'],
    [{ answer: ['A', 'B'] }, 'choose: choose is 1, but the key has 2 letters'],
    [{ answer: ['A', 'B'], choose: 2 }, 'choose: choose is 2, but there are only 2 options'],
    [{ options: {} }, 'options: a question has at least two options'],
    [{ stem: '' }, 'stem: the stem has no words'],
  ])('is left out, not counted as a miss: %j', (change, message) => {
    const ran = criterio(['exam', file(`${line}\n${JSON.stringify({ ...question, ...change })}`), '--json']);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(`line 2: not a question with a key (${message}`);
    expect(JSON.parse(ran.out).sums[0]).toMatchObject({ group: 'all', asked: 1, right: 1 });
  });

  test.each(['exam', 'audit', 'principles'])('%s measures nothing without any question', (command) => {
    expect(criterio([command, file('not JSON\n')])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^line 1: the line is not JSON.*; left out\nthere is no question/),
    });
  });

  test.each(['exam', 'audit', 'principles', 'answer'])('%s takes one file', (command) => {
    const path = file(line);
    expect(criterio([command, path, path])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^name one JSONL file .*questions\.jsonl is too much\n/),
    });
    expect(criterio([command, folder])).toMatchObject({
      code: 2,
      err: expect.stringContaining(`${folder} is a folder: name a JSONL file`),
    });
  });
});

describe('a place that can not be written', { timeout: 60_000 }, () => {
  test.each([
    ['exam', '--save', (at: string) => at],
    ['exam', '--risk', (at: string) => join(at, 'none', 'risk.svg')],
    ['test', '--junit', (at: string) => join(at, 'none', 'junit.xml')],
    ['test', '--save', (at: string) => at],
  ])('%s %s says so, without a trace of itself', (command, flag, placed) => {
    const path = placed(folder);
    const path1 = file(line);
    const before = readdirSync(folder);
    const ran = criterio([command, ...(command === 'exam' ? [path1] : []), flag, path]);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(/^can not (open|write) .*: (it is a folder: name a file|.*check the path)\n$/);
    expect(ran.err).toContain(path);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('a whole file is kept where the new one fails', () => {
    const path = join(folder, 'risk.svg');
    expect(criterio(['exam', file(line), '--risk', path]).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toMatch(/^<svg[\s\S]*<\/svg>\n?$/);
  });
});

describe('what is asked in words', { timeout: 60_000 }, () => {
  test.each([
    ['A. AWS Lambda\nB. AWS KMS', 'there are options, but no question before them'],
    ['Rotate it?\nA. AWS Lambda\nA. AWS KMS\nB. AWS KMS', 'option A stands twice'],
    [`rotate ${'a '.repeat(60_000)}`, 'the text is longer than 100000 characters'],
    ['rotate \u0001 it', 'this is no text'],
  ])('%# is refused', (text, message) => {
    expect(criterio(['ask', text])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(message),
    });
  });
});

test('an unknown section has no scenarios to pass', () => {
  expect(criterio(['test', '--section', 'nowhere'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('there are no scenarios of the section nowhere'),
  });
});

test('a reader that goes away ends it quietly', { timeout: 60_000 }, () => {
  const path = file(`${line}\n`.repeat(2000));
  for (const command of ['exam', 'audit', 'answer']) {
    const ran = spawnSync(
      'sh',
      ['-c', `${process.execPath} --import tsx src/cli/criterio.ts ${command} ${path} | head -n 1`],
      {
        cwd: new URL('../..', import.meta.url).pathname,
        encoding: 'utf8',
        env: { ...process.env, CRITERIO_RULES: 'tests/fixtures/rules' },
      },
    );
    expect([ran.stderr, ran.stdout.split('\n').length]).toEqual(['', 2]);
  }
});
