import {
  isWished,
  type QueueEntry,
  type QueueWish,
  queueWishes,
  titleOf,
} from '../../keeping/review-desk.ts';
import type { KeptReviews } from '../../keeping/reviews.ts';
import { reviewPagePath } from '../addresses.ts';
import { Choice } from '../components/choice.tsx';
import { useHere } from '../components/context.ts';
import { Layout } from '../components/layout.tsx';
import { Pager } from '../components/pager.tsx';
import { SectionChoice } from '../components/section-choice.tsx';

const perPage = 50;

export interface QueueView {
  wish: QueueWish;
  heading: string;
  page: number;
  /** Name of the reviewer, kept in links so that it is typed once. */
  by: string;
}

/** What waits for review, the most urgent first. */
export function ReviewQueuePage({ view, kept }: { view: QueueView; kept: KeptReviews }) {
  const { t, library } = useHere();
  const words = t.keeper.review;
  const { desk } = library;
  const { firings } = desk;
  const all = desk.entries(kept);
  const waiting = all.filter((entry) => isWished(entry, 'waiting')).length;
  const stray = desk.stray(kept);
  return (
    <Layout title={words.title} under="review">
      <div class="intro">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      <p>{words.counts(waiting, all.length - waiting)}</p>
      {!firings.isComplete && <p class="hint">{words.running(firings.ran, firings.scenarios.length)}</p>}
      <Filter view={view} />
      <Entries entries={wishedFor(all, view)} view={view} />
      {kept.broken.length > 0 && (
        <>
          <h2>{words.broken}</h2>
          {kept.broken.map((told) => (
            <pre key={told}>{told}</pre>
          ))}
        </>
      )}
      {stray.length > 0 && (
        <>
          <h2>{words.stray}</h2>
          <ul>
            {stray.map(({ of, kind, reviewer, date, verdict }) => (
              <li key={`${kind} ${of}`}>
                {words.kinds[kind]} <code>{of}</code>. {words.last(words.said[verdict], reviewer, date)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  );
}

function Filter({ view }: { view: QueueView }) {
  const { t, visit } = useHere();
  const words = t.keeper.review;
  return (
    <form class="filter" method="get" action="/review">
      {visit.chosen && <input type="hidden" name="lang" value={visit.lang} />}
      {view.by !== '' && <input type="hidden" name="by" value={view.by} />}
      <Choice
        name="which"
        label={words.filter}
        chosen={view.wish}
        values={queueWishes.map((wish) => [wish, words.wishes[wish]])}
      />
      <SectionChoice name="heading" label={words.heading} chosen={view.heading} any={words.all} />
      <button type="submit">{words.show}</button>
    </form>
  );
}

function Entries({ entries, view }: { entries: readonly QueueEntry[]; view: QueueView }) {
  const { t, to } = useHere();
  const pages = Math.max(1, Math.ceil(entries.length / perPage));
  const at = Math.min(Math.max(1, view.page), pages);
  const link = (page: number) => to('/review', { ...paramsOf(view), page: String(page) });
  return (
    <section id="queue">
      <p role="status">{entries.length === 0 ? t.keeper.review.none : t.browse.found(entries.length)}</p>
      <ul class="entries">
        {entries.slice((at - 1) * perPage, at * perPage).map((entry) => (
          <Entry key={`${entry.kind} ${entry.id}`} entry={entry} view={view} />
        ))}
      </ul>
      <Pager at={at} pages={pages} link={link} />
    </section>
  );
}

function Entry({ entry, view }: { entry: QueueEntry; view: QueueView }) {
  const { t, to, visit, library } = useHere();
  const words = t.keeper.review;
  const { kind, id, status, review, misses } = entry;
  const { page: _page, ...params } = paramsOf(view);
  const reviewed = library.desk.find(kind, id);
  return (
    <li>
      <a class="entry" href={to(reviewPagePath(kind, id), params)}>
        {reviewed ? titleOf(reviewed, visit.lang) : id}
      </a>
      <p class="meta">
        <span>{words.kinds[kind]}</span> <code>{id}</code> <span class="tag">{words.statuses[status]}</span>{' '}
        {misses > 0 && <span class="tag impossible">{words.misses(misses)}</span>}{' '}
        {review && words.last(words.said[review.verdict], review.reviewer, review.date)}
      </p>
    </li>
  );
}

/** What the view asks for, in its order. */
export function wishedFor(all: readonly QueueEntry[], { wish, heading }: QueueView): QueueEntry[] {
  const isUnder = ({ id }: QueueEntry) => heading === '' || id.startsWith(`${heading}/`);
  return all.filter((entry) => isWished(entry, wish) && isUnder(entry));
}

/** What of the view goes into links; defaults stay out of them. */
export function paramsOf({ wish, heading, by, page }: QueueView): Record<string, string> {
  return {
    ...(wish !== 'waiting' && { which: wish }),
    ...(heading !== '' && { heading }),
    ...(by !== '' && { by }),
    ...(page > 1 && { page: String(page) }),
  };
}
