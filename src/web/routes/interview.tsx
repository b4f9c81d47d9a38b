import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answerErrorSchema } from '../../explaining/answer-schema.ts';
import { interviewState } from '../../explaining/interview.ts';
import { interviewSchema } from '../../explaining/interview-schema.ts';
import { chosen, type Setting, ticked, unknown } from '../../interviewing/answers.ts';
import type { Asked } from '../../interviewing/questions.ts';
import { difference } from '../../interviewing/what-if.ts';
import { correctionsOf } from '../fact-check.ts';
import { soFarOf, withAnswers } from '../interview-session.ts';
import type { Library } from '../library.ts';
import { InterviewPage } from '../pages/interview-page.tsx';
import { formOf } from '../plugins/formbody.ts';
import { sendPage } from '../render.tsx';
import { fitsLink, linkOf, type Session, sessionOf } from '../session.ts';
import { visitOf } from '../visit.ts';

/** The API's documentation is about the API. */
const hidden = { schema: { hide: true } };

/** Fields of the form of a question that are no facts. */
const fields = ['topic', 'kind', 'offered', 'tick', 'amount', 'reply'];

export function interviewRoutes(app: FastifyInstance, library: () => Library): void {
  app.get('/interview', hidden, (request, reply) => {
    const session = sessionOf(visitOf(request.url).params, true);
    return interview(library(), session, request, reply);
  });

  app.post('/interview', hidden, (request, reply) => {
    const form = new URLSearchParams([...visitOf(request.url).params, ...formOf(request.body)]);
    const answers = answersIn(library(), form);
    for (const field of fields) form.delete(field);
    const session = withAnswers(library().base, sessionOf(form, true), answers);
    if (fitsLink(session)) return reply.redirect(linkOf(session), 303);
    // No address leads back to this page.
    reply.header('hx-push-url', 'false');
    return interview(library(), session, request, reply);
  });

  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/interview',
    {
      schema: {
        summary: 'Where an interview stands and what it asks next',
        description:
          'Takes the query of the pages /interview and /advise: q (text, may be absent), asOf, lang, asked, and facts: need.rotate=credential is so, need.rotate=~credential is not, need.rotate=?credential is not known. To answer, append the fact and value of each option, as they are, with ~ or with ?, and ask again. With rival=<id of a contender> it tells what would make that one win.',
        querystring: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
        response: { 200: interviewSchema, '4xx': answerErrorSchema, '5xx': answerErrorSchema },
      },
    },
    async (request) => {
      const session = sessionOf(visitOf(request.url).params, true);
      const { lang } = session.lang
        ? { lang: session.lang }
        : visitOf(request.url, request.headers['accept-language']);
      const { interviewer, advisor } = library();
      const soFar = soFarOf(library().base, session);
      return interviewState(advisor, await interviewer.interview(soFar), soFar, {
        lang,
        rival: session.interview?.rival,
      });
    },
  );
}

async function interview(
  library: Library,
  session: Session,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { lang = visitOf(request.url, request.headers['accept-language']).lang } = session;
  const { interviewer, advisor, base } = library;
  const soFar = soFarOf(base, session);
  const found = await interviewer.interview(soFar);
  const state = await interviewState(advisor, found, soFar, { lang, rival: session.interview?.rival });
  const trying = session.interview?.trying;
  // It is checked as the link would be that takes it.
  if (trying) correctionsOf(base, { ...session, settings: [trying] });
  const tried = trying && (await difference(advisor, found.conclusion, trying));
  const page = <InterviewPage state={state} session={session} conclusion={found.conclusion} tried={tried} />;
  return sendPage(library, request, reply, page, session.lang);
}

/** What the form of a question says, as settings. */
function answersIn({ base }: Library, form: URLSearchParams): Setting[] {
  const options = form.getAll('offered').map(settingOf);
  const kind = form.get('kind') ?? '';
  const asked: Asked = {
    topic: form.get('topic') ?? '',
    kind: kind === 'one' || kind === 'amount' ? kind : 'several',
    options,
    bits: 0,
  };
  const ticks = new Set(form.getAll('tick'));
  const reply = form.get('reply');
  const amount = form.get('amount') ?? '';
  if (asked.topic === '') return [];
  if (reply === 'unknown') return unknown(asked);
  if (asked.kind === 'amount') return amount === '' ? unknown(asked) : [{ fact: asked.topic, value: amount }];
  const isTicked = ({ fact, value }: Setting) => reply !== 'none' && ticks.has(`${fact}=${value}`);
  if (asked.kind === 'several') return ticked(base, asked, isTicked);
  const one = options.find(isTicked);
  return one ? chosen(base, one) : unknown(asked);
}

function settingOf(text: string): Setting {
  const [fact = '', ...value] = text.split('=');
  return { fact, value: value.join('=') };
}
