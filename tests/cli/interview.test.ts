import { describe, expect, test } from 'vitest';
import { interviewSchema } from '../../src/explaining/interview-schema.ts';
import { criterio } from './run.ts';

function interview(lines: string[], ...args: string[]) {
  return criterio(['interview', ...args], { input: lines.map((line) => `${line}\n`).join('') });
}

/** The number that stands before an answer of the last question. */
function numberOf(out: string, label: string): string {
  const found = out.match(new RegExp(`(\\d+) ${label}\\b`, 'g'))?.at(-1);
  if (found === undefined) throw new Error(`no answer "${label}" in:\n${out}`);
  return found.split(' ')[0] ?? '';
}

const last = (out: string) => out.trim().split('\n').at(-1) ?? '';
const linkIn = (out: string) => /"(.*)"$/.exec(last(out))?.[1] ?? '';

describe('criterio interview', { timeout: 60_000 }, () => {
  test('asks, takes answers from a pipe, and ends with the reasons and the link that goes on from there', () => {
    const rotate = numberOf(interview([]).out, 'rotate');
    const ran = interview([rotate]);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('Question 1: What must be done?');
    expect(ran.out).toContain('Question 2: ');
    expect(ran.out).toContain('All reasons: /advise?need.rotate=*');
    expect(linkIn(ran.out)).toBe('/interview?need.rotate=*&asked=1');
  });

  test('goes on from its own link, from a whole address, or from the query alone', () => {
    const link = '/interview?need.rotate=*&asked=1';
    const asked = [link, `https://criterio.example${link}`, 'need.rotate=*&asked=1'].map((from) =>
      interview([], from),
    );
    expect(asked.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(new Set(asked.map(({ out }) => out)).size).toBe(1);
    expect(asked[0]?.out).toContain('Question 2: ');
  });

  test('says why, what was said, what would be without it, and goes back', () => {
    const credential = numberOf(interview([], 'need.rotate=*&asked=1').out, 'credential');
    const { out } = interview([credential, '!', '=', '~ 2', '^ 2', '<', '.'], 'need.rotate=*&asked=1');
    expect(out).toContain('What you have said (x 2 withdraws the second');
    expect(out).toMatch(/ 2 (mentioned|wanted: rotate): ?credential| 2 wanted: rotate credential/);
    expect(out).toContain('Without it:');
    expect(out).toMatch(/AWS Secrets Manager -\d+ points: /);
    expect(linkIn(out)).toBe('/interview?need.rotate=*&asked=1');
  });

  test('withdraws an earlier answer, and what follows is judged anew', () => {
    const { out } = interview(['x 1', '.'], 'need.rotate=*&about=credential&asked=2');
    expect(linkIn(out)).toBe('/interview?about=credential&asked=2');
  });

  test('does not take what is no answer, and asks no other question for it', () => {
    const { out, code } = interview(['99', 'maybe', '-', '.']);
    expect([code, out.match(/That was not understood\./g)?.length, linkIn(out)]).toEqual([
      0,
      3,
      '/interview',
    ]);
  });

  test('sets aside what the visitor does not know', () => {
    const { out } = interview(['?', '.'], 'need.rotate=*&asked=1');
    expect(linkIn(out)).toMatch(/=\?[a-z-]+&.*asked=2$/);
  });

  test('speaks Spanish', () => {
    const { out } = interview(['!', '.'], '--lang', 'es');
    expect(out).toContain('Pregunta 1: ¿Qué hay que hacer?');
    expect(out).toContain('De todo lo que se podría preguntar');
    expect(last(out)).toBe('Para seguir desde aquí: criterio interview "/interview?lang=es"');
  });

  test('tells where it stands as JSON', () => {
    const { out, code } = interview([], 'need.rotate=*&need.rotate=credential&asked=2', '--json');
    expect(code).toBe(0);
    expect(interviewSchema.parse(JSON.parse(out))).toMatchObject({
      asked: 2,
      decided: true,
      contenders: expect.arrayContaining([{ id: 'secrets-manager', name: 'AWS Secrets Manager', points: 5 }]),
    });
  });

  test('ends with the proof where nothing that is open could change the answer', () => {
    const { out } = interview(
      [],
      'need.run=*&about=on-demand-pay&about=~credential&about=~code&about=~least-cost',
    );
    expect(out).toContain(
      'Settled: whatever the 2 facts are that written rules about the contenders still wait for, AWS Lambda stays',
    );
  });

  test('refuses what is no link and what the link can not say, with the nearest that it can', () => {
    const errors = [
      interview([], 'hello'),
      interview([], 'need.rotat=password'),
      interview([], 'need.rotate=pasword'),
    ];
    expect(errors.map(({ code, err }) => [code, err.split('\n')[0]])).toEqual([
      [2, '"hello" is no link of Criterio: give /interview?... or its query, or nothing to begin'],
      [
        2,
        'The link sets “need.rotat”, which is no fact that Criterio knows. The nearest that is known is “need.rotate”.',
      ],
      [
        2,
        'The link sets “need.rotate” to “pasword”, which is no value it can have. The nearest that is known is “password”.',
      ],
    ]);
  });
});
