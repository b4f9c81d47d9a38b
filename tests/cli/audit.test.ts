import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { agreed, unknown, wrongKey } from './keyed-questions.ts';
import { criterio, jsonLines } from './run.ts';

const questions = [
  agreed,
  wrongKey,
  {
    id: 'open',
    stem: 'The code must be run. What should be used?',
    options: { A: 'AWS Lambda', B: 'AWS Fargate' },
    answer: ['B'],
  },
  {
    id: 'no-longer',
    stem: 'The code must be run. What should be used?',
    options: { A: 'AWS OpsWorks', B: 'Amazon RDS' },
    answer: ['A'],
  },
  unknown,
].map((question) => ({ ...question, choose: 1 }));

const rotates = {
  statement: 'secrets/rotates',
  heading: 'Keeping secrets',
  lines: [10, 11, 14],
  text: 'Secrets Manager changes the credentials it keeps by itself.',
  today: { status: 'imprecise', text: 'Some secrets rotate without a function now.' },
};

let file: string;
let verdicts: string;
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'criterio-audit-'));
  file = join(folder, 'questions.jsonl');
  verdicts = join(folder, 'kept', 'verdicts.json');
  writeFileSync(file, questions.map((question) => JSON.stringify(question)).join('\n'));
});
const audit = (...args: string[]) => criterio(['audit', file, '--verdicts', verdicts, ...args]);

describe('criterio audit', { timeout: 60_000 }, () => {
  test('says of each key what the rules say, with proof, suspects and what is open', () => {
    const ran = audit('--json');
    expect(ran.code).toBe(1);
    const [agreed, disputed, open, outdated, unknown] = jsonLines(ran.out);
    expect(agreed).toMatchObject({ id: 'agreed', result: 'agrees', key: ['B'], answer: ['B'] });
    expect(agreed).not.toHaveProperty('suspects');
    expect(disputed).toEqual({
      id: 'wrong-key',
      start: wrongKey.stem,
      result: 'disputed',
      key: ['A'],
      answer: ['B'],
      lead: 7,
      basis: 'settled',
      confidence: 0.8,
      proof: [
        {
          option: 'B',
          side: 'for',
          gain: 4,
          rule: 'secrets/rotates#1:serves',
          sentence: rotates.text,
          words: ['credential', 'rotated', 'Secrets Manager'],
          sources: [rotates],
        },
        {
          option: 'A',
          side: 'against',
          gain: 3,
          rule: 'secrets/rotates#4:cannot',
          sentence: 'Parameter Store can not rotate: credential.',
          words: ['credential', 'rotated', 'Parameter Store'],
          sources: [rotates],
        },
      ],
      suspects: { key: ['A'], rule: 'secrets/rotates#1:serves', note: rotates },
      separating: [],
    });
    expect(open).toMatchObject({
      result: 'undecided',
      separating: [
        {
          fact: 'job.duration',
          value: '16',
          label: 'duration of one run: 16 minutes',
          answer: ['B'],
          lead: 10,
        },
      ],
    });
    expect(outdated).toMatchObject({
      result: 'outdated',
      answer: ['A'],
      today: ['B'],
      suspects: { rule: 'functions/opsworks-runs#1:serves' },
    });
    expect(unknown).toMatchObject({ result: 'silent', proof: [], separating: [] });
  });

  test('reads as text, what there is to look into first', () => {
    const { out } = audit();
    expect(out).toMatch(
      /^wrong-key disputed: the rules prove B, 7 points ahead \(settled\); the key says A\n/,
    );
    expect(out).toContain('note  statement secrets/rotates (Keeping secrets, lines 10, 11, 14 of the notes)');
    expect(out).toContain('open: with “duration of one run: 16 minutes” it is B, 10 points ahead');
    expect(out).not.toContain('agreed agrees');
    expect(out.trim().split('\n').slice(-2)).toEqual([
      '5 questions: 1 disputed, 1 outdated, 1 undecided, 1 silent, 1 agrees',
      '2 to look into, 0 with a verdict',
    ]);
    expect(audit('--sums').out.trim().split('\n')).toEqual(out.trim().split('\n').slice(-2));
  });

  test('raises what has a verdict no more, until the rules conclude something else', () => {
    const reason = 'The key was copied wrongly.';
    expect(audit('--keep', 'wrong-key', '--suspect', 'key', '--reason', reason)).toMatchObject({
      code: 0,
      out: `kept: wrong-key, suspect key: ${reason}\n`,
    });
    const kept = JSON.parse(readFileSync(verdicts, 'utf8'));
    expect(kept).toEqual({
      'wrong-key': {
        suspect: 'key',
        reason,
        conclusion: { result: 'disputed', answer: ['B'], key: ['A'], by: 'secrets/rotates' },
      },
    });
    const quiet = audit();
    expect(quiet.out).not.toContain('wrong-key');
    expect(quiet.out).toContain('1 to look into, 1 with a verdict');

    kept['wrong-key'].conclusion.by = 'secrets/price';
    writeFileSync(verdicts, JSON.stringify(kept));
    expect(audit().out).toContain('verdict no longer holds, the rules conclude something else: key: The key');
    writeFileSync(verdicts, '{}');
  });

  const misuses: [name: string, args: string[], message: RegExp][] = [
    [
      'a verdict without a suspect',
      ['--keep', 'wrong-key', '--reason', 'x'],
      /--suspect is key, rule, note, not absent/,
    ],
    ['a verdict without a reason', ['--keep', 'wrong-key', '--suspect', 'key'], /needs its --reason/],
    ['a reason without a question', ['--reason', 'x'], /name the question with --keep ID/],
    [
      'a question that is not there',
      ['--keep', 'x', '--suspect', 'key', '--reason', 'x'],
      /no question of that id/,
    ],
    [
      'a verdict on what is no finding',
      ['--keep', 'agreed', '--suspect', 'key', '--reason', 'x'],
      /agreed upon, so there is nothing to give a verdict on/,
    ],
  ];
  test.each(misuses)('refuses %s', (_, args, message) => {
    expect(audit(...args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) });
  });

  test('refuses a file of verdicts that is none', () => {
    writeFileSync(verdicts, '{"wrong-key": {"suspect": "me"}}');
    expect(audit()).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('holds no verdicts (wrong-key'),
    });
    writeFileSync(verdicts, '{}');
  });

  test('leaves out lines that are no questions with keys, and says so', () => {
    const broken = `${file}.broken`;
    writeFileSync(broken, `{"id": "x"}\n${JSON.stringify(questions[0])}`);
    const ran = criterio(['audit', broken, '--verdicts', verdicts]);
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('line 1: not a question with a key') });
    expect(ran.out).toContain('1 questions');
  });
});
