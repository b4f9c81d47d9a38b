import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isText } from '../../explaining/answer-schema.ts';
import { explain } from '../../explaining/explanation.ts';
import type { Reason } from '../../explaining/explanation-schema.ts';
import { KeepingError } from '../../keeping/keeping-error.ts';
import { idOf, type QueueEntry, queueWishes, type Reviewable } from '../../keeping/review-desk.ts';
import {
  longestRemark,
  type Review,
  type ReviewKind,
  reviewKey,
  reviewKinds,
  reviewPath,
  statusOf,
  verdicts,
} from '../../keeping/reviews.ts';
import type { Lang } from '../../knowledge/knowledge-base.ts';
import { reviewPagePath } from '../addresses.ts';
import type { Library } from '../library.ts';
import { ReviewPage, type ReviewPageProps, type Shown, sessionOfScenario } from '../pages/review-page.tsx';
import { paramsOf, type QueueView, ReviewQueuePage, wishedFor } from '../pages/review-queue-page.tsx';
import { placeOf } from '../place.ts';
import { formOf } from '../plugins/formbody.ts';
import { sendPage } from '../render.tsx';
import { checkSameOrigin } from '../same-origin.ts';
import { texts } from '../texts.ts';
import { href, type Visit, visitOf } from '../visit.ts';

/** How long a page waits for the scenarios that are being run, in milliseconds; it shows what is known by then. */
const patience = 1500;

/** Scenarios looked at for one in which the rule is among the reasons given. */
const scenariosTried = 4;

const hidden = { schema: { hide: true } };

/** @param edit reviews are written into `reviews/`; else the reviewer gets the file */
export function reviewRoutes(app: FastifyInstance, library: () => Library, edit: boolean): void {
  app.get('/review', hidden, async (request, reply) => {
    const shelf = library();
    await shelf.desk.firings.settled(patience);
    const page = <ReviewQueuePage view={viewOf(visitOf(request.url))} kept={shelf.desk.reviews()} />;
    return sendPage(shelf, request, reply, page);
  });

  app.get('/review/:kinds/:section/:name', hidden, async (request, reply) => {
    const shelf = library();
    const reviewed = reviewedAt(shelf, request);
    if (!reviewed) return reply.callNotFound();
    return sendReview(shelf, reviewed, edit, request, reply);
  });

  app.post('/review/:kinds/:section/:name', hidden, async (request, reply) => {
    const shelf = library();
    const reviewed = reviewedAt(shelf, request);
    if (!reviewed) return reply.callNotFound();
    const form = formOf(request.body);
    const visit = visitOf(request.url, request.headers['accept-language']);
    try {
      if (edit) checkSameOrigin(request);
      const review = reviewFrom(form, reviewed, visit.lang);
      const seen = form.get('seen') ?? '';
      if (!edit) return sendFile(reply, reviewPath(review.kind, review.of), shelf.desk.text(review, seen));
      shelf.desk.write(review, seen);
      const view = { ...viewOf(visit), by: review.reviewer };
      return reply.redirect(href(visit, reviewPagePath(review.kind, review.of), paramsOf(view)), 303);
    } catch (error) {
      if (!(error instanceof KeepingError)) throw error;
      const said = (name: string) => form.get(name) ?? '';
      const problem = {
        message: error.in(visit.lang),
        verdict: said('verdict'),
        remark: said('remark').slice(0, 2 * longestRemark),
        reviewer: said('reviewer'),
      };
      return sendReview(shelf, reviewed, edit, request, reply.code(error.statusCode), problem);
    }
  });
}

/** A file to put in its place; its last part is its name. */
export function sendFile(reply: FastifyReply, path: string, text: string): FastifyReply {
  return reply
    .type('application/yaml; charset=utf-8')
    .header('content-disposition', `attachment; filename="${path.split('/').at(-1)}"`)
    .send(text);
}

function viewOf({ params }: Visit): QueueView {
  return {
    wish: queueWishes.find((wish) => wish === params.get('which')) ?? 'waiting',
    heading: params.get('heading') ?? '',
    by: (params.get('by') ?? '').slice(0, 100),
    page: Number(params.get('page')) || 1,
  };
}

/** Only what the knowledge holds has a page, so that no address becomes the path of a file. */
function reviewedAt({ desk }: Library, request: FastifyRequest): Reviewable | undefined {
  const { kinds, section, name } = request.params as Record<'kinds' | 'section' | 'name', string>;
  const kind = reviewKinds.find((each) => `${each}s` === kinds);
  return kind && desk.find(kind, `${section}/${name}`);
}

function reviewFrom(form: URLSearchParams, reviewed: Reviewable, lang: Lang): Omit<Review, 'reviewed'> {
  const { missing } = texts[lang].keeper.review;
  const reviewer = (form.get('reviewer') ?? '').trim();
  const remark = (form.get('remark') ?? '').replace(/\r\n?/g, '\n').trim();
  const verdict = verdicts.find((each) => each === form.get('verdict'));
  if (reviewer === '' || reviewer.length > 100 || !isText(reviewer))
    throw new KeepingError('BAD_REVIEW', { of: missing.reviewer });
  if (!verdict) throw new KeepingError('BAD_REVIEW', { of: missing.verdict });
  if (remark.length > longestRemark || !isText(remark))
    throw new KeepingError('BAD_REVIEW', { of: missing.remark });
  const date = new Date().toISOString().slice(0, 10);
  return {
    of: idOf(reviewed),
    kind: reviewed.kind,
    reviewer,
    date,
    verdict,
    ...(remark !== '' && { remark }),
  };
}

async function sendReview(
  library: Library,
  reviewed: Reviewable,
  edit: boolean,
  request: FastifyRequest,
  reply: FastifyReply,
  problem?: ReviewPageProps['problem'],
): Promise<FastifyReply> {
  const { desk } = library;
  desk.firings.prefer(idOf(reviewed).split('/')[0] ?? '');
  await desk.firings.settled(patience);
  const visit = visitOf(request.url, request.headers['accept-language']);
  const { kind } = reviewed;
  const id = idOf(reviewed);
  const kept = desk.reviews();
  const review = kept.reviews.get(reviewKey(kind, id));
  const view = viewOf(visit);
  // Forms of this page write: the browser then says where they come from.
  if (edit) reply.header('referrer-policy', 'same-origin');
  return sendPage(
    library,
    request,
    reply,
    <ReviewPage
      reviewed={reviewed}
      status={statusOf(review, desk.stateOf(kind, id))}
      review={review}
      place={placeOf(library, reviewed)}
      shown={await shownIn(library, kind, id, visit.lang)}
      next={nextOf(desk.entries(kept, { kind, id }), { kind, id }, view)}
      view={view}
      edit={edit}
      problem={problem}
    />,
  );
}

/** What follows in the queue, from its start again after its end; what is passed over comes round. */
function nextOf(
  all: readonly QueueEntry[],
  { kind, id }: Pick<QueueEntry, 'kind' | 'id'>,
  view: QueueView,
): QueueEntry | undefined {
  const at = all.findIndex((entry) => entry.kind === kind && entry.id === id);
  return wishedFor([...all.slice(at + 1), ...all.slice(0, Math.max(0, at))], view)[0];
}

/** Whether a reason comes from what is reviewed. */
function isFrom(rule: string, sources: Reason['sources'], kind: ReviewKind, id: string): boolean {
  if (kind === 'rule') return rule === id;
  return kind === 'outcome' ? rule.startsWith(`${id}#`) : sources.some(({ statement }) => statement === id);
}

/** The first scenario whose explanation gives it as a reason, with what is said there. */
async function shownIn(
  { advisor, desk }: Library,
  kind: ReviewKind,
  id: string,
  lang: Lang,
): Promise<Shown | undefined> {
  // Where it helps to the right answer it shows best.
  const firings = desk.firings.of(id).filter(({ points }) => points !== 0);
  const counted = firings.sort((a, b) => Number(b.passed) - Number(a.passed));
  for (const { scenario } of counted.slice(0, scenariosTried)) {
    const { stem, options, choose, key, asOf } = scenario;
    const conclusion = await advisor.consult({
      stem,
      options,
      choose: choose ?? (options && key.length),
      lang: scenario.lang,
      asOf,
    });
    const explanation = await explain(advisor, conclusion, { lang });
    for (const { id: letter, name, ...contender } of explanation.contenders) {
      const reasons = [...contender.for, ...contender.against].filter(({ rule, sources }) =>
        isFrom(rule, sources, kind, id),
      );
      if (reasons.length === 0) continue;
      const session = sessionOfScenario(scenario);
      const told = options ? `${letter}. ${name}` : name;
      return { scenario: scenario.id, session, explanation, contender: told, reasons };
    }
  }
  return undefined;
}
