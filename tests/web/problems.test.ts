import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { longestText } from '../../src/explaining/answer-schema.ts';
import type { Library } from '../../src/web/library.ts';
import { problemStatus } from '../../src/web/problem.ts';
import { texts } from '../../src/web/texts.ts';
import { fixtureApp, fixtureLibrary } from './fixture-app.ts';
import { linesOf, linkTo, resultOf, textareaOf } from './reading-pages.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await fixtureApp();
});
afterAll(() => app.close());

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const post = (body: string | Buffer, headers: Record<string, string> = form) =>
  app.inject({ method: 'POST', url: '/advise', headers, body });

/** Whoever comes while a long text is read may be turned away, and is not for long. */
const calm = () =>
  vi.waitFor(async () => expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200), 5000);

describe('a link that is wrong', () => {
  const cases: [name: string, link: string, status: number, said: string[]][] = [
    [
      'an unknown fact',
      'need.rotat=credential',
      400,
      [
        'The link sets “need.rotat”, which is no fact that Criterio knows.',
        'The nearest that is known is “need.rotate”. Use that instead',
        'Your text is kept in the form. Go on without it',
      ],
    ],
    [
      'an unknown value',
      'need.rotate=~credentials',
      400,
      [
        'The link sets “need.rotate” to “credentials”, which is no value it can have.',
        'The nearest that is known is “credential”. Use that instead',
        'Your text is kept in the form. Go on without it',
      ],
    ],
    [
      'a value nothing is near to',
      'data.latency=whenever-it-suits-us',
      400,
      [
        'The link sets “data.latency” to “whenever-it-suits-us”, which is no value it can have.',
        'Your text is kept in the form. Go on without it',
      ],
    ],
    [
      'a quantity that is no number',
      'job.duration=long',
      400,
      [
        'The link sets “job.duration=long”; it takes a number of minutes.',
        'Your text is kept in the form. Go on without it',
      ],
    ],
    [
      'a number to choose that is none',
      'choose=many',
      400,
      [
        'The link asks to choose “many”, which is no number of options.',
        'Your text is kept in the form. Go on without it',
      ],
    ],
    [
      'more to choose than there is',
      'choose=2',
      400,
      [
        'The link asks to choose 2 of 2 options: it must be fewer.',
        'Your text is kept in the form. Go on without it',
      ],
    ],
    [
      'an unknown date',
      'asOf=yesterday',
      400,
      [
        'The link sets “asOf=yesterday”; what it can be is exam, today.',
        'Your text is kept in the form. Go on without it',
      ],
    ],
    [
      'an unknown language',
      'lang=fr',
      400,
      [
        'The link sets “lang=fr”; what it can be is en, es.',
        'Your text is kept in the form. Go on without it',
      ],
    ],
  ];
  const text = 'rotate the password <b>\nA. AWS Lambda\nB. AWS Secrets Manager';

  test.each(cases)('%s is named, and the text kept', async (_name, wrong, status, said) => {
    const answer = await app.inject({ url: `/advise?q=${encodeURIComponent(text)}&${wrong}` });
    expect(answer.statusCode).toBe(status);
    expect(resultOf(answer.body)).toEqual(['That did not work', ...said]);
    expect(textareaOf(answer.body)).toBe(text);
    const onwards = await app.inject({ url: linkTo(answer.body, 'Go on without it') });
    expect(onwards.statusCode).toBe(200);
  });

  test('is mended with one click', async () => {
    const answer = await app.inject({ url: '/advise?q=rotate&about=batch&need.rotate=~credentials' });
    expect(linkTo(answer.body, 'Use that instead')).toBe(
      '/advise?q=rotate&about=batch&need.rotate=~credential',
    );
  });

  test('is explained in the language of the page', async () => {
    const answer = await app.inject({ url: '/advise?q=rotar&need.rotat=x&lang=es' });
    expect(resultOf(answer.body)[1]).toBe(
      'El enlace fija «need.rotat», que no es ningún hecho que Criterio conozca.',
    );
  });
});

describe('a text that is none', () => {
  test.each(['/advise', '/advise?q=', '/advise?q=%20%0A', '/advise?q=...!'])(
    '%s asks for one',
    async (url) => {
      const answer = await app.inject({ url });
      expect([answer.statusCode, resultOf(answer.body)]).toEqual([
        422,
        ['That did not work', 'There is no text to read. Describe a scenario or paste a question.'],
      ]);
      expect(answer.body).toContain('<textarea');
    },
  );

  test.each(['a%00b', 'a%1Bb', 'a%7Fb', '%FF%FE'])('%s is refused as binary', async (q) => {
    const answer = await app.inject({ url: `/advise?q=${q}` });
    expect([answer.statusCode, resultOf(answer.body)[1]]).toEqual([400, texts.en.problems.NOT_TEXT('', '')]);
  });

  test('tabs, form feeds and Windows line ends are text', async () => {
    const answer = await app.inject({ url: '/advise?q=rotate%09the%0C%0D%0Apassword' });
    expect([answer.statusCode, textareaOf(answer.body)]).toEqual([200, 'rotate\tthe\f\npassword']);
  });

  test.each([
    ['longer than a question', longestText + 1],
    ['longer than a megabyte', 1_500_000],
    ['longer than the longest body', 5_000_000],
  ])('%s is refused with the form', async (_name, length) => {
    const answer = await post(`q=${'a'.repeat(length)}`);
    expect([answer.statusCode, resultOf(answer.body)[1]]).toEqual([
      413,
      texts.en.problems.TEXT_TOO_LONG('', ''),
    ]);
    expect(answer.body).toContain('<textarea');
  });

  test('the longest that is taken is answered', { timeout: 20_000 }, async () => {
    const answer = await post(`q=${'Rotate+the+password.+'.repeat(longestText / 21)}`);
    expect(answer.statusCode).toBe(200);
    await calm();
  });

  // 95,000 characters in one sentence: what is not linear would never come to its end in the time a test has.
  test('without a stop from end to end is answered', { timeout: 20_000 }, async () => {
    const stem = 'rotate the password '.repeat(5000).trim();
    const page = await post(`q=${stem.replaceAll(' ', '+')}`);
    expect([page.statusCode, resultOf(page.body)[1]]).toEqual([
      200,
      expect.stringMatching(/^AWS Secrets Manager: /),
    ]);
    await calm();
    const json = await app.inject({ method: 'POST', url: '/api/v1/answer', payload: { stem } });
    expect(json.statusCode).toBe(200);
    expect(JSON.parse(json.body)).toMatchObject({
      answer: null,
      decided: true,
      ranking: [{ id: 'secrets-manager' }, { id: 'parameter-store' }],
    });
    await calm();
  });

  test('another kind of body is refused', async () => {
    const answer = await post('{"q":"x"}', { 'content-type': 'application/xml' });
    expect([answer.statusCode, resultOf(answer.body)[1]]).toEqual([
      415,
      texts.en.problems.WRONG_TYPE('', ''),
    ]);
  });
});

describe('an address that leads nowhere', () => {
  test.each([
    ['/sections/secretz', ['Keeping secrets', '/sections/secrets']],
    ['/outcomes/secret-manager', ['AWS Secrets Manager', '/outcomes/secrets-manager']],
    ['/outcomes/SecureString', ['Parameter Store', '/outcomes/parameter-store']],
    ['/rules/secrets/rotates/7', ['AWS Secrets Manager can rotate: credential.', '/rules/secrets/rotates/1']],
    [
      '/rules/secrets/rotation-decide',
      [
        'Both keep secrets, but only Secrets Manager changes them on a schedule.',
        '/rules/secrets/rotation-decides',
      ],
    ],
    ['/compare/lamda/fargate', ['AWS Lambda / AWS Fargate', '/compare/lambda/fargate']],
    ['/ruels', ['/rules', '/rules']],
  ])('%s suggests the nearest', async (url, [name = '', path]) => {
    const answer = await app.inject({ url });
    expect([answer.statusCode, linesOf(answer.body)[0], linkTo(answer.body, name)]).toEqual([
      404,
      'There is no such page',
      path,
    ]);
  });

  test.each([
    '/%zz',
    '/%FF',
    '/outcomes/%E0%A4%A',
    '/outcomes/',
    '/rules/<script>alert(1)</script>',
    `/outcomes/${'x'.repeat(400)}`,
  ])('%s is a page all the same', async (url) => {
    const answer = await app.inject({ url });
    expect([answer.statusCode, linesOf(answer.body)[0]]).toEqual([404, 'There is no such page']);
    expect(answer.body).not.toContain('<script>');
  });

  test('speaks the language of the visitor', async () => {
    const answer = await app.inject({ url: '/nada', headers: { 'accept-language': 'es' } });
    expect(linesOf(answer.body)[0]).toBe('Esa página no existe');
  });
});

describe('the server', () => {
  test('says that something broke, and no more, in the same layout', async () => {
    const broken: Library = Object.create(fixtureLibrary(), {
      advisor: { value: { consult: () => Promise.reject(new Error('secret detail')) } },
    });
    const failing = await fixtureApp({ library: () => broken });
    const page = await failing.inject({ url: '/advise?q=rotate' });
    expect([page.statusCode, linesOf(page.body)]).toEqual([
      500,
      ['500', 'That did not work', texts.en.problems.INTERNAL('', '')],
    ]);
    const json = await failing.inject({ method: 'POST', url: '/api/v1/answer', payload: { stem: 'rotate' } });
    expect([json.statusCode, json.json()]).toEqual([
      500,
      { error: { code: 'INTERNAL', message: texts.en.problems.INTERNAL('', '') } },
    ]);
    await failing.close();
  });

  test('turns away who asks too often', async () => {
    const busy = await fixtureApp({ requestsPerMinute: 2 });
    const answers = [];
    for (const url of ['/', '/', '/', '/api/v1/answer']) answers.push(await busy.inject({ url }));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429, 429]);
    expect(linesOf(answers[2]?.body ?? '')[0]).toBe('429');
    expect(answers[3]?.json()).toEqual({
      error: { code: 'TOO_MANY_REQUESTS', message: texts.en.problems.TOO_MANY_REQUESTS('', '') },
    });
    await busy.close();
  });

  test('has words for every problem in every language', () => {
    for (const lang of ['en', 'es'] as const) {
      expect(Object.keys(texts[lang].problems).sort()).toEqual(Object.keys(problemStatus).sort());
      for (const say of Object.values(texts[lang].problems))
        expect(say('got', 'of')).toMatch(/^\p{Lu}.*\.$/u);
    }
  });
});
