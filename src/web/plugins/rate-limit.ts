import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem.ts';

/** Generous: a page that searches while one types sends several requests a second. */
export async function registerRateLimit(app: FastifyInstance, perMinute = 1200): Promise<void> {
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: () => new Problem('TOO_MANY_REQUESTS'),
  });
}
