/**
 * Which methods an address takes, so that the right address with the wrong method is told apart from none.
 */
import type { FastifyInstance } from 'fastify';

/** To be set up before the routes are. @returns the methods that a path takes, none where it leads nowhere */
export function allowedMethods(app: FastifyInstance): (path: string) => string[] {
  const routes: { matches: RegExp; methods: string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    routes.push({ matches: patternOf(url), methods: [method].flat() });
  });
  return (path) => [
    ...new Set(routes.filter(({ matches }) => matches.test(path)).flatMap(({ methods }) => methods)),
  ];
}

/** `:name` is one part of a path, `*` the rest of it. */
function patternOf(url: string): RegExp {
  const parts = url.split('/').map((part) => {
    if (part === '*') return '.+';
    return part.startsWith(':') ? '[^/]+' : part.replace(/[^\w-]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/')}$`);
}
