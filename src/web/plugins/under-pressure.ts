import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';

/** Turns requests away while the event loop lags, rather than answering all of them too late. */
export async function registerUnderPressure(app: FastifyInstance): Promise<void> {
  await app.register(underPressure, { maxEventLoopDelay: 2000, retryAfter: 5 });
}
