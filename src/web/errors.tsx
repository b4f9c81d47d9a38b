/**
 * Errors and addresses that lead nowhere, in the shape the asker expects: JSON under /api, else a page.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Library } from './library.ts';
import { nearPages } from './near-pages.ts';
import { QuestionProblemPage } from './pages/advise-page.tsx';
import { MissingPage, ProblemPage } from './pages/problem-page.tsx';
import { Problem, problemOf } from './problem.ts';
import { sendPage } from './render.tsx';
import { texts } from './texts.ts';
import { visitOf } from './visit.ts';

export function handleErrors(app: FastifyInstance, library: () => Library): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.statusCode >= 500) request.log.error({ err: error }, problem.code);
    return sendProblem(library(), problem, request, reply);
  });
}

/** Looking for near names is work: it counts for the rate limit, which must be registered before. */
export function handleMissing(
  app: FastifyInstance,
  library: () => Library,
  methodsAt: (path: string) => string[],
): void {
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    const methods = methodsAt(visitOf(request.url).path);
    if (methods.length > 0 && !methods.includes(request.method)) {
      const of = methods.join(', ');
      return sendProblem(
        library(),
        new Problem('WRONG_METHOD', { got: request.method, of }),
        request,
        reply.header('allow', of),
      );
    }
    if (isApi(request)) return sendProblem(library(), new Problem('NOT_FOUND'), request, reply);
    const { path, lang } = visitOf(request.url, request.headers['accept-language']);
    const near = nearPages(library(), path, lang);
    const words = (path.split('/').at(-1) ?? '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    return sendPage(library(), request, reply.code(404), <MissingPage near={near} words={words} />);
  });
}

function sendProblem(
  library: Library,
  problem: Problem,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  reply.code(problem.statusCode);
  if (isApi(request)) {
    const { got = '', of = '' } = problem.detail;
    return reply.send({ error: { code: problem.code, message: texts.en.problems[problem.code](got, of) } });
  }
  const isQuestion =
    visitOf(request.url).path === '/advise' && problem.statusCode < 429 && problem.code !== 'WRONG_METHOD';
  const page = isQuestion ? <QuestionProblemPage problem={problem} /> : <ProblemPage problem={problem} />;
  return sendPage(library, request, reply, page);
}

function isApi(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/');
}
