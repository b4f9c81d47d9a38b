/**
 * A page as an answer: rendered on the server, whole, in the visitor's language. htmx picks its part out of it.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Lang } from '../knowledge/knowledge-base.ts';
import { Context } from './components/context.ts';
import type { Library } from './library.ts';
import { visitOf } from './visit.ts';

/** @param lang chosen elsewhere than in the address: in a form too long for one */
export function sendPage(
  library: Library,
  request: FastifyRequest,
  reply: FastifyReply,
  page: VNode,
  lang?: Lang,
): FastifyReply {
  const asked = visitOf(request.url, request.headers['accept-language']);
  const visit = lang === undefined ? asked : { ...asked, lang, chosen: true };
  const html = renderToString(<Context.Provider value={{ visit, library }}>{page}</Context.Provider>);
  return reply
    .type('text/html; charset=utf-8')
    .header('content-language', visit.lang)
    .header('vary', 'Accept-Language, HX-Request, HX-Request-Type, HX-History-Restore-Request')
    .send(`<!doctype html>${html}`);
}
