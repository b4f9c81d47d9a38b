/**
 * Pages for whoever keeps the rules: what findings mean, and what a change of the rules has changed.
 */
import type { FastifyInstance } from 'fastify';
import { readChanges } from '../../checking/changes-report.ts';
import { type FindingCode, findingKinds } from '../../knowledge/finding.ts';
import type { Library } from '../library.ts';
import { ChangesPage } from '../pages/changes-page.tsx';
import { FindingPage, FindingsPage } from '../pages/findings-page.tsx';
import { sendPage } from '../render.tsx';

export function checkingRoutes(app: FastifyInstance, library: () => Library): void {
  const options = { schema: { hide: true } };
  app.get('/findings', options, (request, reply) => sendPage(library(), request, reply, <FindingsPage />));
  app.get<{ Params: { code: string } }>('/findings/:code', options, (request, reply) => {
    const code = request.params.code.toUpperCase();
    if (!(code in findingKinds)) return reply.callNotFound();
    return sendPage(library(), request, reply, <FindingPage code={code as FindingCode} />);
  });
  app.get('/changes', options, (request, reply) =>
    sendPage(library(), request, reply, <ChangesPage report={readChanges()} />),
  );
}
