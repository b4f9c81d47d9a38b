import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { interviewSchema } from '../../src/explaining/interview-schema.ts';
import { fixtureApp } from './fixture-app.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await fixtureApp();
});
afterAll(() => app.close());

const get = (url: string) => app.inject({ method: 'GET', url, headers: { 'accept-language': 'en' } });
const post = (fields: [string, string][]) =>
  app.inject({
    method: 'POST',
    url: '/interview',
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

const list: [string, string][] = [
  ['q', ''],
  ['state', 'need.rotate=*&asked=1'],
  ['topic', 'thing'],
  ['kind', 'several'],
  ['offered', 'about=credential'],
  ['offered', 'about=code'],
];

describe('the form of a question', () => {
  test('leads to the link that says the answer', async () => {
    const replies: [string, string][][] = [
      [
        ['tick', 'about=credential'],
        ['reply', 'answer'],
      ],
      [
        ['tick', 'about=credential'],
        ['reply', 'none'],
      ],
      [['reply', 'unknown']],
    ];
    const answers = await Promise.all(replies.map((reply) => post([...list, ...reply])));
    expect(answers.map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual([
      [303, '/interview?need.rotate=*&about=credential&about=~code&asked=2'],
      [303, '/interview?need.rotate=*&about=~credential&about=~code&asked=2'],
      [303, '/interview?need.rotate=*&about=?credential&about=?code&asked=2'],
    ]);
  });

  test('takes an amount; without one it is not known', async () => {
    const amount: [string, string][] = [
      ['topic', 'job.duration'],
      ['kind', 'amount'],
      ['offered', 'job.duration=15'],
    ];
    const answers = await Promise.all([
      post([...amount, ['amount', '20'], ['reply', 'answer']]),
      post([...amount, ['amount', ''], ['reply', 'unknown']]),
    ]);
    expect(answers.map(({ headers }) => headers.location)).toEqual([
      '/interview?job.duration=20&asked=1',
      '/interview?job.duration=?&asked=1',
    ]);
  });

  test('answered twice keeps the last answer', async () => {
    const first: [string, string][] = [['state', 'about=~credential&asked=2'], ...list.slice(2)];
    const { headers } = await post([...first, ['tick', 'about=credential'], ['reply', 'answer']]);
    expect(headers.location).toBe('/interview?about=credential&about=~code&asked=3');
  });
});

describe('the page', () => {
  test('asks, says why, and shows what is left', async () => {
    const { statusCode, body } = await get('/interview?need.rotate=*&about=credential&asked=2');
    expect(statusCode).toBe(200);
    for (const part of [
      'Question 3',
      'Why this question',
      'still possible',
      'How it stands',
      'What you have said',
    ]) {
      expect(body).toContain(part);
    }
  });

  test('shows what a change would do before it is taken', async () => {
    const url = '/interview?need.rotate=*&need.rotate=credential&asked=2';
    const { body } = await get(`${url}&try=need.rotate%3D~credential`);
    expect(body).toContain('If not “wanted: rotate credential”');
    expect(body).toContain('href="/interview?need.rotate=*&amp;need.rotate=~credential&amp;asked=2"');
    expect(body).toContain(`href="${url.replaceAll('&', '&amp;')}"`);
  });

  test('keeps a question with its options, and asks what is open in it', async () => {
    const q = encodeURIComponent(
      'The password must be kept. Which?\nA. AWS Secrets Manager\nB. Parameter Store',
    );
    const { body } = await get(`/interview?q=${q}`);
    expect(body).toContain('Question 1');
    expect(body).toContain('Withdraw: mentioned: password');
  });

  test('names what a link can not say', async () => {
    const answers = await Promise.all([
      get('/interview?need.rotat=password'),
      get('/interview?try=about%3Dnonsense'),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 400]);
  });

  test('passes over a rival that is none', async () => {
    const { statusCode, body } = await get('/interview?need.rotate=*&rival=nobody&asked=1');
    expect([statusCode, body.includes('What would make nobody win')]).toEqual([200, false]);
  });
});

describe('GET /api/v1/interview', () => {
  test('tells where it stands, what it asks and why', async () => {
    const answer = await get('/api/v1/interview?need.rotate=*&asked=1');
    const state = interviewSchema.parse(answer.json());
    expect([answer.statusCode, state.asked, state.question?.kind]).toEqual([200, 1, 'several']);
    expect(state.question?.options.some(({ effects }) => effects.length > 0)).toBe(true);
  });

  test('speaks the language asked for', async () => {
    const state = interviewSchema.parse((await get('/api/v1/interview?lang=es')).json());
    expect([state.lang, state.question?.text]).toEqual(['es', '¿Qué hay que hacer?']);
  });

  test('tells what would make a rival win', async () => {
    const query =
      'need.store=*&need.store=credential&need.rotate=*&need.rotate=credential&rival=parameter-store';
    const { flips } = interviewSchema.parse((await get(`/api/v1/interview?${query}`)).json());
    expect(flips).toMatchObject({ id: 'parameter-store', name: 'Parameter Store' });
    expect(flips?.sets.length).toBeGreaterThan(0);
  });

  test('refuses what it does not know as JSON', async () => {
    const answer = await get('/api/v1/interview?need.rotat=password');
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      { error: { code: 'UNKNOWN_FACT', message: expect.stringContaining('need.rotat') } },
    ]);
  });

  test('is described', async () => {
    const described = (await get('/api/docs/json')).json();
    expect(Object.keys(described.paths)).toContain('/api/v1/interview');
  });
});
