/**
 * Requests that no page of ours makes: answered in words, never by a trace or a 500.
 */
import { type AddressInfo, connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { texts } from '../../src/web/texts.ts';
import { fixtureApp } from './fixture-app.ts';
import { linesOf, resultOf } from './reading-pages.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await fixtureApp();
});
afterAll(() => app.close());

const json = (payload: string) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/answer',
    headers: { 'content-type': 'application/json' },
    payload,
  });

describe('the wrong method', () => {
  test.each([
    ['PUT', '/advise', 'GET, HEAD, POST'],
    ['POST', '/rules', 'GET, HEAD'],
    ['DELETE', '/review/rules/secrets/rotation-decides', 'GET, HEAD, POST'],
    ['POST', '/outcomes/secrets-manager', 'GET, HEAD'],
  ] as const)('%s %s is told which are taken', async (method, url, allow) => {
    const answer = await app.inject({ method, url });
    expect([answer.statusCode, answer.headers.allow, linesOf(answer.body)]).toEqual([
      405,
      allow,
      ['405', 'That did not work', `This address does not take ${method}; it takes ${allow}.`],
    ]);
  });

  test('of the API is told as JSON', async () => {
    const answer = await app.inject({ url: '/api/v1/answer' });
    expect([answer.statusCode, answer.headers.allow, answer.json()]).toEqual([
      405,
      'POST',
      { error: { code: 'WRONG_METHOD', message: 'This address does not take GET; it takes POST.' } },
    ]);
  });

  test('at an address that leads nowhere is a missing page', async () => {
    const answer = await app.inject({ method: 'POST', url: '/nowhere' });
    expect([answer.statusCode, linesOf(answer.body)[0]]).toEqual([404, 'There is no such page']);
  });
});

describe('a question to the API', () => {
  test.each([
    ['an id that is no number', '{"id": 1e999, "stem": "rotate"}', 'id: Invalid input'],
    ['a null byte', '{"stem": "rotate \\u0000"}', 'stem: this is no text: it holds control characters'],
    ['half a character', '{"stem": "rotate \\ud800"}', 'stem: this is no text'],
    [
      '3,000 options',
      JSON.stringify({
        stem: 'rotate',
        options: Object.fromEntries([...Array(3000)].map((_, i) => [`o${i}`, 'AWS KMS'])),
      }),
      'options: a question has at most 26 options',
    ],
  ])('with %s is refused', async (_, payload, message) => {
    const answer = await json(payload);
    expect([answer.statusCode, answer.json().error]).toEqual([
      400,
      expect.objectContaining({ code: 'BAD_QUESTION', message: expect.stringContaining(message) }),
    ]);
  });
});

describe('a pasted question', () => {
  const advise = (q: string, more = '') => app.inject({ url: `/advise?q=${encodeURIComponent(q)}${more}` });

  test.each([
    ['A. AWS Lambda\nB. AWS KMS', texts.en.problems.NO_STEM('', '')],
    ['Rotate it?\nA. AWS Lambda\nB. AWS KMS\nB. Amazon RDS', texts.en.problems.REPEATED_OPTION('B', '')],
  ])('%# that can not be told apart is refused, and kept in the form', async (q, message) => {
    const answer = await advise(q);
    expect([answer.statusCode, resultOf(answer.body)[1]]).toEqual([422, message]);
    expect(answer.body).toContain(q.split('\n').at(-1));
  });

  test('without a question is answered where facts beside it say what is wanted', async () => {
    const answer = await advise('A. AWS Lambda\nB. AWS Secrets Manager', '&need.rotate=credential');
    expect(answer.statusCode).toBe(200);
  });

  test('can not be kept with more to choose than there are', async () => {
    const answer = await app.inject({
      url: `/keep?q=${encodeURIComponent('Rotate it?\nA. AWS Lambda\nB. AWS KMS')}&choose=9`,
    });
    expect([answer.statusCode, linesOf(answer.body).at(2)]).toEqual([
      400,
      texts.en.problems.BAD_CHOOSE('9', '2'),
    ]);
  });
});

describe('what is no HTTP that can be read', () => {
  let port: number;
  beforeAll(async () => {
    await app.listen({ port: 0, host: '127.0.0.1' });
    port = (app.server.address() as AddressInfo).port;
  });

  const sent = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      let answer = '';
      socket.setEncoding('utf8');
      socket.on('data', (part) => {
        answer += part;
      });
      socket.on('end', () => resolve(answer));
      socket.on('error', reject);
    });
  const both = (code: 'ADDRESS_TOO_LONG' | 'BAD_REQUEST') =>
    `${texts.en.problems[code]('', '')}\n${texts.es.problems[code]('', '')}\n`;

  test.each([
    [
      'an address that is too long',
      `GET /advise?q=${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
      '431 Request Header Fields Too Large',
      both('ADDRESS_TOO_LONG'),
    ],
    ['no HTTP', 'rotate the password\r\n\r\n', '400 Bad Request', both('BAD_REQUEST')],
    [
      'a null byte in the address',
      'GET /\0 HTTP/1.1\r\nhost: x\r\n\r\n',
      '400 Bad Request',
      both('BAD_REQUEST'),
    ],
  ])('%s is told so in both languages', async (_, bytes, status, body) => {
    const [head = '', told] = (await sent(bytes)).split('\r\n\r\n');
    expect([head.split('\r\n')[0], told]).toEqual([`HTTP/1.1 ${status}`, body]);
  });
});
