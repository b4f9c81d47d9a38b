import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { explain } from '../../explaining/explanation.ts';
import { splitPick } from '../../reading/pick.ts';
import { type PastedQuestion, repeatedLetter, splitQuestion } from '../../reading/question.ts';
import { correctionsOf } from '../fact-check.ts';
import type { Library } from '../library.ts';
import { HomePage, ResultPage } from '../pages/advise-page.tsx';
import { formOf } from '../plugins/formbody.ts';
import { Problem } from '../problem.ts';
import { sendPage } from '../render.tsx';
import { fitsLink, linkOf, type Session, sessionOf } from '../session.ts';
import { texts } from '../texts.ts';
import { visitOf } from '../visit.ts';

/** A form escapes what a link would: three bytes for one, so it may be longer than the longest text. */
export const longestForm = 4 * 1024 * 1024;

/** The API's documentation is about the API. */
const hidden = { schema: { hide: true } };

/** A line that starts like an option. */
const optionLike = /^[ \t]{0,8}\(?A[).:\]][ \t]+\S/m;

export function adviseRoutes(app: FastifyInstance, library: () => Library): void {
  app.get('/', hidden, (request, reply) => sendPage(library(), request, reply, <HomePage />));

  app.get('/advise', hidden, async (request, reply) => {
    const session = sessionOf(visitOf(request.url).params);
    return advise(library(), session, request, reply);
  });

  app.post('/advise', { ...hidden, bodyLimit: longestForm }, async (request, reply) => {
    const session = sessionOf(new URLSearchParams([...visitOf(request.url).params, ...formOf(request.body)]));
    if (fitsLink(session)) return reply.redirect(linkOf(session), 303);
    // No address leads back to this page.
    reply.header('hx-push-url', 'false');
    return advise(library(), session, request, reply);
  });
}

async function advise(
  library: Library,
  session: Session,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { advisor, base } = library;
  const { lang = visitOf(request.url, request.headers['accept-language']).lang } = session;
  const said = splitPick(session.text);
  const question = splitQuestion(said.text);
  checkQuestion(session, question);
  const corrections = correctionsOf(base, session);
  const letters = Object.keys(question.options ?? {});
  checkChoose(session, letters.length);
  checkPicked(session, letters);
  const { asOf, choose, picked = said.picked } = session;
  const conclusion = await advisor.consult({ ...question, asOf, choose, corrections, picked });
  const explanation = await explain(advisor, conclusion, { lang });
  const hint = !question.options && optionLike.test(session.text) ? texts[lang].result.oneOption : undefined;
  return sendPage(
    library,
    request,
    reply,
    <ResultPage explanation={explanation} session={session} hint={hint} />,
    session.lang,
  );
}

/** Answers beside the text say enough without a question. */
function checkQuestion(session: Session, { stem, options }: PastedQuestion): void {
  const repeated = repeatedLetter(session.text);
  if (repeated !== undefined) throw new Problem('REPEATED_OPTION', { got: repeated, session });
  if (options && session.settings.length === 0 && !/[\p{L}\p{N}]/u.test(stem))
    throw new Problem('NO_STEM', { session });
}

/** Without options there is nothing to choose among, and the number is passed over. */
export function checkChoose({ choose, ...session }: Session, options: number): void {
  if (choose === undefined || options === 0 || choose < options) return;
  throw new Problem('BAD_CHOOSE', { got: String(choose), of: String(options), session, without: session });
}

function checkPicked({ picked = [], ...session }: Session, letters: readonly string[]): void {
  const unknown = picked.find((letter) => !letters.includes(letter));
  if (unknown === undefined || letters.length === 0) return;
  const of = letters.join(', ');
  throw new Problem('BAD_SETTING', { got: `picked=${unknown}`, of, session, without: session });
}
