import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findingKinds } from '../../src/knowledge/finding.ts';
import { changesExample } from './changes-example.ts';
import { fixtureApp } from './fixture-app.ts';
import { linesOf, linkTo } from './reading-pages.ts';

let app: FastifyInstance;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'criterio-changes-'));
  vi.stubEnv('CRITERIO_CHANGES', join(folder, 'changes.json'));
  app = await fixtureApp();
});
afterAll(async () => {
  await app.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

async function page(url: string): Promise<string> {
  const { statusCode, body } = await app.inject({ url });
  expect(statusCode).toBe(200);
  return body;
}

describe('/findings', () => {
  test('has a page for each code, in both languages', async () => {
    const body = await page('/findings');
    for (const code of Object.keys(findingKinds)) {
      expect(linkTo(body, code)).toBe(`/findings/${code}`);
      for (const lang of ['en', 'es'])
        expect(linesOf(await page(`/findings/${code}?lang=${lang}`))).toContain(code);
    }
  });

  test('says what a code means, why it matters, how to fix it, and what raises it', async () => {
    expect(linesOf(await page('/findings/kb_never?lang=en'))).toEqual([
      'Findings · Error',
      'KB_NEVER',
      'No scenario satisfies the conditions of this rule together.',
      'Why it matters',
      'It reads like knowledge and never takes part in an answer.',
      'How to fix it',
      'Look for two values of one choice, amounts that exclude each other, or an unless that always holds with when.',
      'An example that raises it',
      'when:',
      'all:',
      '- {fact: job.duration, operator: greaterThan, value: 15}',
      '- {fact: job.duration, operator: lessThan, value: 10}',
    ]);
  });

  test('shows for advice how one is let stay', async () => {
    expect(linesOf(await page('/findings/KB_ONE_SIDED?lang=es'))).toEqual(
      expect.arrayContaining([
        'Para dejar uno como está, da la razón en rules/suppressions.yaml:',
        '- code: KB_ONE_SIDED',
        'why: la verdadera razón para dejarlo',
      ]),
    );
  });

  test('leads nowhere for a code that is none', async () => {
    expect((await app.inject({ url: '/findings/KB_NOTHING' })).statusCode).toBe(404);
  });
});

describe('/changes', () => {
  test('says how to compare where nothing has been compared', async () => {
    expect(linesOf(await page('/changes?lang=en'))).toEqual([
      'What a change of the rules changes',
      'Nothing has been compared yet. This shows which answers, verdicts and reasons flip between two states of the rules:',
      'npm run --silent criterio -- diff HEAD',
    ]);
  });

  test('shows what the last comparison found, with links to the rules and the smallest question', async () => {
    writeFileSync(join(folder, 'changes.json'), JSON.stringify(changesExample));
    const body = await page('/changes?lang=en');
    expect(linesOf(body)).toEqual([
      'What a change of the rules changes',
      'The scenarios under the rules as they were on 2026-11-22 20:00 (UTC), beside those of HEAD.',
      'Before: commit abc1234 of 2026-11-20. Now: commit abc1234 of 2026-11-20, with 1 file edited since.',
      'This page shows the last comparison and does not follow the rules. To make a new one, with any commit, branch or tag:',
      'npm run --silent criterio -- diff HEAD',
      '1 of 2 scenarios differ: 1 no longer right, 0 right now.',
      'Rules and claims that changed',
      'secrets/rotates#1 changed',
      'Changed, and no scenario notices',
      'A slip here would stay unseen. Read what it said and what it says, and keep a question that turns on it as a scenario.',
      'secrets/rotates#2',
      'before: It can rotate: token',
      'now: It can rotate: password',
      'Another answer: secrets/rotate-every-month',
      'no longer right',
      'What differs | before | now',
      'Answer | AWS Secrets Manager | AWS Lambda',
      'First reasons',
      'secrets/rotates#1 before',
      'Through',
      'secrets/rotates#1 changed',
      'secrets/rotates#9 gone',
      'The smallest question that shows it',
      'password changed',
      'Ask it',
    ]);
    expect(linkTo(body, 'secrets/rotates#1')).toBe('/rules/secrets/rotates/1?lang=en');
    expect(linkTo(body, 'Ask it')).toBe('/advise?q=password+changed&lang=en');
  });
});

describe('the page of a rule', () => {
  test('lists the scenarios that need it, each leading to its question', async () => {
    const body = await page('/rules/secrets/rotation-decides?lang=en');
    const lines = linesOf(body);
    const at = lines.indexOf('Scenarios that need it');
    const stem = 'The password must be changed every month by itself. Which service should keep it?';
    expect(lines.slice(at + 1, at + 4)).toEqual([
      'Without it, or with one of its conditions turned round, their answer, a verdict or a first reason changes.',
      stem,
      'secrets/rotate-every-month',
    ]);
    expect(new URL(linkTo(body, stem), 'http://x').searchParams.get('q')).toBe(stem);
  });

  test('says where none does', async () => {
    expect(linesOf(await page('/rules/secrets/price/1?lang=es'))).toContain(
      'Ningún escenario la necesita: sin ella, todos responden lo mismo por las mismas razones.',
    );
  });
});
