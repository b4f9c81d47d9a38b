import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { statementLiked } from '../../knowledge/likeness.ts';
import { comparePath, idsAt, outcomePath, statementPath } from '../addresses.ts';
import type { Library } from '../library.ts';
import { nearOutcomes } from '../near-pages.ts';
import { ClaimPage } from '../pages/claim-page.tsx';
import { ComparePage, CompareStartPage } from '../pages/compare-page.tsx';
import { CoveragePage } from '../pages/coverage-page.tsx';
import { OutcomePage } from '../pages/outcome-page.tsx';
import { OutcomesPage } from '../pages/outcomes-page.tsx';
import { RulePage } from '../pages/rule-page.tsx';
import { RulesPage } from '../pages/rules-page.tsx';
import { SectionPage, SectionsPage } from '../pages/sections-page.tsx';
import { sendPage } from '../render.tsx';
import { href, visitOf } from '../visit.ts';

type Handler = (library: Library, request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined;

export function browseRoutes(app: FastifyInstance, library: () => Library): void {
  const page = (path: string, handler: Handler) =>
    app.get(
      path,
      { schema: { hide: true } },
      (request, reply) => handler(library(), request, reply) ?? reply.callNotFound(),
    );

  page('/rules', (shelf, request, reply) => {
    const { params } = visitOf(request.url);
    const get = (name: string) => params.get(name) ?? '';
    const wish = {
      words: get('q').slice(0, 200),
      heading: get('heading'),
      service: get('service'),
      status: get('status'),
    };
    return sendPage(shelf, request, reply, <RulesPage wish={wish} page={Number(get('page')) || 1} />);
  });
  page('/rules/*', rulePage);
  page('/sections', (shelf, request, reply) => sendPage(shelf, request, reply, <SectionsPage />));
  page('/sections/:slug', (shelf, request, reply) => {
    const section = shelf.base.sections.get(param(request, 'slug'));
    return section && sendPage(shelf, request, reply, <SectionPage section={section} />);
  });
  page('/outcomes', (shelf, request, reply) => sendPage(shelf, request, reply, <OutcomesPage />));
  page('/outcomes/:id', (shelf, request, reply) => {
    const outcome = shelf.base.outcomes.get(param(request, 'id'));
    return outcome && sendPage(shelf, request, reply, <OutcomePage outcome={outcome} />);
  });
  page('/coverage', (shelf, request, reply) => sendPage(shelf, request, reply, <CoveragePage />));
  page('/compare', compareStart);
  page('/compare/:a', (_shelf, request, reply) =>
    reply.redirect(href(visitOf(request.url), '/compare', { a: param(request, 'a') }), 303),
  );
  page('/compare/:a/:b', (shelf, request, reply) => {
    const a = shelf.base.outcomes.get(param(request, 'a'));
    const b = shelf.base.outcomes.get(param(request, 'b'));
    if (!a || !b) return undefined;
    if (a === b) return reply.redirect(href(visitOf(request.url), outcomePath(a.id)), 303);
    return sendPage(shelf, request, reply, <ComparePage a={a} b={b} />);
  });
}

/** The page of a rule; a rule made from a claim is shown with its claim, a statement with its section. */
function rulePage(library: Library, request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  for (const id of idsAt(param(request, '*'))) {
    const rule = library.rule(id);
    if (rule && !rule.claim) return sendPage(library, request, reply, <RulePage rule={rule} />);
    const claim = rule?.claim ?? library.claims.get(id);
    if (claim) return sendPage(library, request, reply, <ClaimPage claim={claim} fired={rule?.form} />);
    const statement = statementLiked(id);
    if (library.base.statements.has(statement)) {
      const [path = '', anchor = ''] = statementPath(statement).split('#');
      return reply.redirect(`${href(visitOf(request.url), path)}#${anchor}`, 303);
    }
  }
  return undefined;
}

/** Names typed into the two boxes lead to the comparison; what is not known stays in its box. */
function compareStart(library: Library, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const visit = visitOf(request.url);
  const [typedA, typedB] = [visit.params.get('a') ?? '', visit.params.get('b') ?? ''];
  const [a] = nearOutcomes(library, typedA);
  const [b] = nearOutcomes(library, typedB);
  if (a !== undefined && b !== undefined && a !== b)
    return reply.redirect(href(visit, comparePath(a, b)), 303);
  const nameOf = (id: string | undefined, typed: string) =>
    id === undefined ? typed : (library.base.outcomes.get(id)?.name ?? typed);
  const page = (
    <CompareStartPage a={nameOf(a, typedA)} b={nameOf(b, typedB)} same={a !== undefined && a === b} />
  );
  return sendPage(library, request, reply, page);
}

function param(request: FastifyRequest, name: string): string {
  return (request.params as Record<string, string>)[name] ?? '';
}
