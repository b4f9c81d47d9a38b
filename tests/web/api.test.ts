import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf } from '../../src/explaining/answer.ts';
import { answerSchema } from '../../src/explaining/answer-schema.ts';
import { fixtureApp, fixtureLibrary } from './fixture-app.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await fixtureApp();
});
afterAll(() => app.close());

const send = (
  payload: string | object,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) => app.inject({ method: 'POST', url: '/api/v1/answer', payload, headers });

const question = {
  id: 'q-1',
  stem: 'We must rotate the password. Which service should be used?',
  options: { A: 'AWS Lambda', B: 'AWS Secrets Manager' },
};

describe('POST /api/v1/answer', () => {
  test('gives the same JSON as the command line', async () => {
    const answer = await send(question);
    const { id, ...asked } = question;
    const expected = answerOf(await fixtureLibrary().advisor.consult(asked), id);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(answer.json()).toMatchObject({ id: 'q-1', answer: ['B'], lang: 'en' });
  });

  test('answers without options by the ranking alone', async () => {
    const answer = answerSchema.parse((await send({ stem: question.stem })).json());
    expect([answer.answer, answer.options, answer.ranking[0]?.id]).toEqual([
      null,
      undefined,
      'secrets-manager',
    ]);
  });

  const bad: [name: string, payload: string | object, status: number, error: object][] = [
    ['an empty stem', { stem: ' ' }, 400, { code: 'BAD_QUESTION', path: 'stem' }],
    ['no stem', { id: 4 }, 400, { code: 'BAD_QUESTION', path: 'stem' }],
    ['one option', { stem: 'x', options: { A: 'y' } }, 400, { code: 'BAD_QUESTION', path: 'options' }],
    [
      'more to choose than there is',
      { ...question, choose: 2 },
      400,
      { code: 'BAD_QUESTION', path: 'choose' },
    ],
    ['an unknown language', { ...question, lang: 'fr' }, 400, { code: 'BAD_QUESTION', path: 'lang' }],
    ['a list', '[]', 400, { code: 'BAD_QUESTION' }],
    ['nothing', '', 400, { code: 'BAD_JSON' }],
    ['half of a JSON', '{"stem": "x', 400, { code: 'BAD_JSON' }],
    ['too much', { stem: 'a'.repeat(1_100_000) }, 413, { code: 'TEXT_TOO_LONG' }],
  ];
  test.each(bad)('refuses %s with a code and a message', async (_name, payload, status, error) => {
    const answer = await send(payload);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      status,
      { error: { ...error, message: expect.stringMatching(/\S/) } },
    ]);
  });

  test('takes JSON only', async () => {
    const answer = await send('stem=x', { 'content-type': 'text/plain' });
    expect([answer.statusCode, answer.json().error.code]).toEqual([415, 'WRONG_TYPE']);
  });

  test('gives the id back with the error', async () => {
    expect((await send({ id: 'mine', stem: '' })).json().id).toBe('mine');
  });

  test('is not confused by keys of every object', async () => {
    const answer = await send(
      '{"stem":"rotate","__proto__":{"x":1},"options":{"A":"AWS Lambda","constructor":"y"}}',
    );
    expect([400, 200]).toContain(answer.statusCode);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

describe('the rest of /api', () => {
  test('documents the one operation there is', async () => {
    const { paths } = (await app.inject({ url: '/api/docs/json' })).json();
    expect(Object.entries<object>(paths).map(([path, methods]) => [path, Object.keys(methods)])).toEqual([
      ['/api/v1/answer', ['post']],
    ]);
    const { requestBody, responses } = paths['/api/v1/answer'].post;
    expect(Object.keys(requestBody.content['application/json'].schema.properties)).toEqual([
      'id',
      'stem',
      'options',
      'choose',
      'lang',
      'asOf',
      'picked',
    ]);
    expect(Object.keys(responses)).toEqual(['200', '4XX', '5XX']);
  });

  test('answers unknown addresses in JSON', async () => {
    const answer = await app.inject({ url: '/api/v2/answer' });
    expect([answer.statusCode, answer.json()]).toEqual([
      404,
      { error: { code: 'NOT_FOUND', message: 'There is nothing at this address.' } },
    ]);
  });

  test('/healthz says that it lives', async () => {
    const answer = await app.inject({ url: '/healthz' });
    const { claims, authored } = fixtureLibrary().base;
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { status: 'ok', claims: claims.length, rules: authored.length },
    ]);
  });
});
