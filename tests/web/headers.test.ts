import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureApp } from './fixture-app.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await fixtureApp();
});
afterAll(() => app.close());

const pages = [
  '/',
  '/advise?q=We+must+rotate+the+password&about=?least-cost',
  '/advise',
  '/rules',
  '/rules/secrets/rotates/1',
  '/rules/secrets/rotation-decides',
  '/sections',
  '/sections/secrets',
  '/outcomes',
  '/outcomes/lambda',
  '/compare',
  '/compare/lambda/fargate',
  '/nowhere',
];

describe('every page', () => {
  test.each(pages)('%s needs nothing that the strict policy forbids', async (url) => {
    const { headers, body } = await app.inject({ url });
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
    expect(body).not.toMatch(
      /\sstyle=|\son[a-z]+=|<style|javascript:|hx-on|<script(?![^>]*\ssrc="\/assets\/)/,
    );
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'en',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      vary: 'Accept-Language, HX-Request, HX-Request-Type, HX-History-Restore-Request',
    });
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  test.each(pages)('%s has one title, one first heading, and labels that lead somewhere', async (url) => {
    const { body } = await app.inject({ url });
    expect(body.match(/<title>[^<]+<\/title>/g)).toHaveLength(1);
    expect(body.match(/<h1\b/g)).toHaveLength(1);
    const ids = [...body.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [...body.matchAll(/aria-(?:labelledby|describedby)="([^"]*)"/g)].map(([, id]) => id);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('is the same with htmx: it picks its part out of the whole', async () => {
    const url = pages[1] ?? '';
    const plain = await app.inject({ url });
    const swapped = await app.inject({ url, headers: { 'hx-request': 'true', 'hx-request-type': 'full' } });
    expect(swapped.body).toBe(plain.body);
  });

  test('is compressed for who takes it so', async () => {
    const { headers, rawPayload } = await app.inject({ url: '/', headers: { 'accept-encoding': 'gzip' } });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(rawPayload).toString()).toBe((await app.inject({ url: '/' })).body);
  });
});

test.each([
  ['/assets/criterio.css', 'text/css; charset=utf-8'],
  ['/assets/criterio.js', expect.stringMatching(/^(text|application)\/javascript/)],
  ['/assets/pico.css', 'text/css; charset=utf-8'],
  ['/assets/htmx.js', expect.stringMatching(/^(text|application)\/javascript/)],
  ['/assets/icon.svg', 'image/svg+xml'],
])('%s is served from here', async (url, type) => {
  const { statusCode, headers } = await app.inject({ url });
  expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
    200,
    type,
    'public, max-age=600',
  ]);
});

test.each([
  '/assets/../package.json',
  '/assets/%2e%2e/package.json',
  '/assets/',
  '/assets/pico.min.css',
  '/assets/.hidden',
])('%s is not', async (url) => {
  expect((await app.inject({ url })).statusCode).toBe(404);
});
