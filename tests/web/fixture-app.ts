/**
 * The app on the fixture knowledge, ready to be injected into or listened with.
 */
import { fileURLToPath } from 'node:url';
import Fastify, { type FastifyInstance } from 'fastify';
import { readScenarios } from '../../src/checking/scenarios.ts';
import { loadKnowledge } from '../../src/knowledge/loader.ts';
import { type AppOptions, app, serverOptions } from '../../src/web/app.ts';
import { Library } from '../../src/web/library.ts';

export const fixtureRules = fileURLToPath(new URL('../fixtures/rules', import.meta.url));

const fixtureScenarios = fileURLToPath(new URL('../fixtures/scenarios', import.meta.url));

let library: Library | undefined;

export function fixtureLibrary(): Library {
  library ??= new Library(
    loadKnowledge(fixtureRules),
    {
      scenarios: (advisor) => readScenarios(fixtureScenarios, advisor, []),
      needs: () => new Map([['secrets/rotation-decides', ['secrets/rotate-every-month']]]),
      failing: () => new Set(['secrets/keep-at-no-cost']),
    },
    fixtureRules,
  );
  return library;
}

export async function fixtureApp(options: Partial<AppOptions> = {}): Promise<FastifyInstance> {
  const server = Fastify({ ...serverOptions });
  await server.register(app, { library: fixtureLibrary, requestsPerMinute: 1_000_000, ...options });
  await server.ready();
  return server;
}
