import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { packageRoot } from '../../knowledge/loader.ts';

const require = createRequire(import.meta.url);

/** Our own files from public/, and of others exactly two: htmx and pico. */
export async function registerStatic(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(packageRoot(), 'public'),
    prefix: '/assets/',
    maxAge: '10m',
  });
  const hidden = { schema: { hide: true } };
  const htmx = dirname(require.resolve('htmx.org'));
  const pico = dirname(require.resolve('@picocss/pico/css/pico.min.css'));
  app.get('/assets/htmx.js', hidden, (_request, reply) => reply.sendFile('htmx.min.js', htmx));
  app.get('/assets/pico.css', hidden, (_request, reply) => reply.sendFile('pico.min.css', pico));
}
