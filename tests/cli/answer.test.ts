import { describe, expect, test } from 'vitest';
import { criterio, jsonLines } from './run.ts';

const rotation = {
  id: 'q1',
  stem: 'The credentials must be rotated every month. What should be used?',
  options: { A: 'AWS Lambda', B: 'AWS Secrets Manager' },
};

function answers(lines: unknown[]) {
  return criterio(['answer', '-'], {
    input: lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  });
}

describe('criterio answer', () => {
  test('gives one line for each, in order, with what the contract names', () => {
    const { id, stem } = rotation;
    const ran = answers([rotation, { id: 'open', stem }, { ...rotation, id }]);
    expect(ran.code).toBe(0);
    const lines = jsonLines(ran.out) as Record<string, unknown>[];
    expect(lines.map(({ id: each, answer }) => [each, answer])).toEqual([
      ['q1', ['B']],
      ['open', null],
      ['q1', ['B']],
    ]);
    expect(lines[0]).toMatchObject({
      decided: true,
      lang: 'en',
      options: {
        A: { verdict: 'possible' },
        B: { verdict: 'chosen', for: expect.arrayContaining(['secrets/rotates#1:serves']) },
      },
      ranking: expect.arrayContaining([
        expect.objectContaining({ id: 'secrets-manager', name: 'AWS Secrets Manager', standing: 'serves' }),
      ]),
    });
    expect(lines[1]).not.toHaveProperty('options');
  });

  test('takes as many letters as are to be chosen', () => {
    const ran = answers([{ ...rotation, options: { ...rotation.options, C: 'AWS KMS' }, choose: 2 }]);
    expect((jsonLines(ran.out)[0] as { answer: string[] }).answer).toHaveLength(2);
  });

  const bad: [name: string, line: unknown, code: string, message: RegExp][] = [
    ['malformed JSON', '{"stem": "x"', 'BAD_JSON', /not JSON/],
    ['an empty stem', { id: 7, stem: '  ' }, 'BAD_QUESTION', /stem: the stem has no words/],
    ['no stem', { id: 7 }, 'BAD_QUESTION', /stem/],
    ['binary', { stem: '\u0000\u0001\u0002' }, 'BAD_QUESTION', /this is no text/],
    ['one option', { stem: 'x', options: { A: 'y' } }, 'BAD_QUESTION', /at least two options/],
    [
      'choose as large as the options',
      { ...rotation, choose: 2 },
      'BAD_QUESTION',
      /choose is 2, but there are only 2 options/,
    ],
    ['an unknown language', { stem: 'x', lang: 'fr' }, 'BAD_QUESTION', /the language is "en" or "es"/],
    ['1 MB of text', { stem: 'word '.repeat(250_000) }, 'LINE_TOO_LONG', /at most 1000000/],
    ['a picked letter that is no option', { ...rotation, picked: ['Z'] }, 'BAD_QUESTION', /picked Z/],
    ['a number instead of a question', '42', 'BAD_QUESTION', /./],
  ];
  test.each(bad)('%s gives an error on its line, and the rest goes on', (_, line, code, message) => {
    const ran = answers([line, rotation]);
    expect(ran.code).toBe(1);
    const [first, second] = jsonLines(ran.out) as [
      { line: number; error: { code: string; message: string } },
      { id: string },
    ];
    expect(first).toMatchObject({ line: 1, error: { code } });
    expect(first.error.message).toMatch(message);
    expect(second.id).toBe('q1');
  });

  test('a missing file is a usage error', () => {
    const ran = criterio(['answer', 'nowhere.jsonl']);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('there is no file nowhere.jsonl');
  });
});

describe('criterio', () => {
  test('--help lists the commands', () => {
    const ran = criterio(['--help']);
    expect(ran.code).toBe(0);
    for (const command of ['answer', 'ask', 'check', 'test', 'exam', 'coverage'])
      expect(ran.out).toContain(`  ${command}`);
  });

  test('an unknown command names the nearest', () => {
    expect(criterio(['anser'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('did you mean answer?'),
    });
  });

  test('an unknown flag is a usage error', () => {
    expect(criterio(['check', '--fast'])).toMatchObject({ code: 2, err: expect.stringContaining('--fast') });
  });

  test('a broken base never starts', () => {
    const ran = criterio(['ask', 'rotate a credential'], { rules: 'tests' });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('the file is missing');
  });
});

describe('criterio ask', () => {
  test('answers with the reason first, its lines, and why not the others', () => {
    const ran = criterio([
      'ask',
      'The credentials must be rotated every month.\nA. AWS Lambda\nB. AWS Secrets Manager\nC. AWS Systems Manager Parameter Store',
    ]);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/^Option B: /);
    expect(ran.out).toContain('Keeping secrets (notes, lines 10, 11, 14)');
    expect(ran.out).toContain('Why not the others:');
  });

  test('answers Spanish in Spanish', () => {
    const ran = criterio(['ask', '¿Qué servicio debe rotar las credenciales cada mes?']);
    expect(ran.out).toContain('Porque');
  });

  test('needs words', () => {
    expect(criterio(['ask', '  '])).toMatchObject({ code: 2, out: '' });
  });
});
