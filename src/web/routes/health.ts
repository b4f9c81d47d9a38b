import type { FastifyInstance } from 'fastify';
import type { Library } from '../library.ts';

export function healthRoutes(app: FastifyInstance, library: () => Library): void {
  app.get('/healthz', { schema: { hide: true } }, (_request, reply) => {
    const isBusy = app.isUnderPressure();
    const { claims, authored } = library().base;
    return reply
      .code(isBusy ? 503 : 200)
      .send({ status: isBusy ? 'busy' : 'ok', claims: claims.length, rules: authored.length });
  });
}
