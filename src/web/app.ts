/**
 * The web application as a Fastify plugin. It listens to nothing: server.ts does, tests inject.
 */
import type { FastifyPluginAsync, FastifyServerOptions } from 'fastify';
import { handleErrors } from './errors.tsx';
import type { Library } from './library.ts';
import { registerCompress } from './plugins/compress.ts';
import { registerFormbody } from './plugins/formbody.ts';
import { registerHelmet } from './plugins/helmet.ts';
import { registerRateLimit } from './plugins/rate-limit.ts';
import { registerStatic } from './plugins/static.ts';
import { registerSwagger } from './plugins/swagger.ts';
import { registerUnderPressure } from './plugins/under-pressure.ts';
import { registerZod } from './plugins/zod.ts';
import { adviseRoutes } from './routes/advise.tsx';
import { apiRoutes } from './routes/api.ts';
import { browseRoutes } from './routes/browse.tsx';
import { healthRoutes } from './routes/health.ts';

export interface AppOptions {
  /** The knowledge to serve; asked for on each request, so that it can be reloaded. */
  library: () => Library;
  requestsPerMinute?: number;
}

/** What the app expects of the server that carries it. */
export const serverOptions = {
  bodyLimit: 1024 * 1024,
  routerOptions: { maxParamLength: 300 },
} satisfies FastifyServerOptions;

export const app: FastifyPluginAsync<AppOptions> = async (server, { library, requestsPerMinute }) => {
  registerZod(server);
  handleErrors(server, library);
  await registerHelmet(server);
  await registerUnderPressure(server);
  await registerRateLimit(server, requestsPerMinute);
  await registerCompress(server);
  await registerFormbody(server);
  await registerStatic(server);
  await registerSwagger(server);
  adviseRoutes(server, library);
  apiRoutes(server, library);
  browseRoutes(server, library);
  healthRoutes(server, library);
};
