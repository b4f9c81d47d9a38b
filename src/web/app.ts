/**
 * The web application as a Fastify plugin. It listens to nothing: server.ts does, tests inject.
 */
import type { FastifyPluginAsync, FastifyServerOptions } from 'fastify';
import { allowedMethods } from './allowed-methods.ts';
import { handleErrors, handleMissing } from './errors.tsx';
import type { Library } from './library.ts';
import { registerCompress } from './plugins/compress.ts';
import { registerFormbody } from './plugins/formbody.ts';
import { registerHelmet } from './plugins/helmet.ts';
import { registerRateLimit } from './plugins/rate-limit.ts';
import { registerStatic } from './plugins/static.ts';
import { registerSwagger } from './plugins/swagger.ts';
import { registerUnderPressure } from './plugins/under-pressure.ts';
import { registerZod } from './plugins/zod.ts';
import { refuseConnection } from './refused-connection.ts';
import { adviseRoutes } from './routes/advise.tsx';
import { apiRoutes } from './routes/api.ts';
import { browseRoutes } from './routes/browse.tsx';
import { checkingRoutes } from './routes/checking.tsx';
import { healthRoutes } from './routes/health.ts';
import { interviewRoutes } from './routes/interview.tsx';
import { keepRoutes } from './routes/keep.tsx';
import { reviewRoutes } from './routes/review.tsx';

export interface AppOptions {
  /** The knowledge to serve; asked for on each request, so that it can be reloaded. */
  library: () => Library;
  requestsPerMinute?: number;
  /** Reviews and scenarios are written into the folder of the knowledge; for a server on loopback only. */
  edit?: boolean;
}

/** What the app expects of the server that carries it. */
export const serverOptions = {
  // An address that is no UTF-8 would be refused before any page of ours: it becomes one that leads nowhere.
  rewriteUrl: ({ url = '/' }) => (isDecodable(url) ? url : url.replaceAll('%', '%25')),
  clientErrorHandler: refuseConnection,
  bodyLimit: 1024 * 1024,
  // As long as the longest address: what is too long to be an id leads nowhere, as a page.
  routerOptions: { maxParamLength: 16 * 1024 },
} satisfies FastifyServerOptions;

export const app: FastifyPluginAsync<AppOptions> = async (
  server,
  { library, requestsPerMinute, edit = false },
) => {
  const methodsAt = allowedMethods(server);
  registerZod(server);
  server.removeContentTypeParser('text/plain');
  handleErrors(server, library);
  await registerHelmet(server);
  await registerUnderPressure(server);
  await registerRateLimit(server, requestsPerMinute);
  await registerCompress(server);
  await registerFormbody(server);
  await registerStatic(server);
  await registerSwagger(server);
  handleMissing(server, library, methodsAt);
  adviseRoutes(server, library);
  apiRoutes(server, library);
  browseRoutes(server, library);
  checkingRoutes(server, library);
  healthRoutes(server, library);
  keepRoutes(server, library, edit);
  reviewRoutes(server, library, edit);
  interviewRoutes(server, library);
};

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
