import { Choice } from '../components/choice.tsx';
import { useHere } from '../components/context.ts';
import { EntryList } from '../components/entry-list.tsx';
import { Layout } from '../components/layout.tsx';
import { Pager } from '../components/pager.tsx';
import { SectionChoice } from '../components/section-choice.tsx';
import type { Wish } from '../rule-search.ts';

const perPage = 50;

export function RulesPage({ wish, page }: { wish: Wish; page: number }) {
  const { t } = useHere();
  return (
    <Layout title={t.browse.rulesTitle} under="rules">
      <div class="intro">
        <h1>{t.browse.rulesTitle}</h1>
        <p>{t.browse.rulesLead}</p>
      </div>
      <Filter wish={wish} />
      <Hits wish={wish} page={page} />
    </Layout>
  );
}

function Filter({ wish }: { wish: Wish }) {
  const { t, visit, library, wording } = useHere();
  const statuses: Record<string, string> = t.browse.statuses;
  return (
    <search>
      <form
        class="filter"
        method="get"
        action="/rules"
        hx-get="/rules"
        hx-trigger="input delay:200ms, submit"
        hx-target="#hits"
        hx-select="#hits"
        hx-swap="outerHTML"
        hx-replace-url="true"
        hx-sync="this:replace"
      >
        {visit.chosen && <input type="hidden" name="lang" value={visit.lang} />}
        <label class="wide">
          {t.browse.search}
          <input type="search" name="q" value={wish.words} autocomplete="off" />
        </label>
        <SectionChoice name="heading" label={t.browse.heading} chosen={wish.heading} any={t.browse.all} />
        <Choice
          any={t.browse.all}
          name="service"
          label={t.browse.service}
          chosen={wish.service}
          values={library.search.services.map((id) => [id, wording.name(id)])}
        />
        <Choice
          any={t.browse.all}
          name="status"
          label={t.browse.status}
          chosen={wish.status}
          values={library.search.statuses.map((status) => [status, statuses[status] ?? status])}
        />
        <button type="submit">{t.browse.show}</button>
      </form>
    </search>
  );
}

function Hits({ wish, page }: { wish: Wish; page: number }) {
  const { t, to, library } = useHere();
  const found = library.search.find(wish);
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const at = Math.min(Math.max(1, page), pages);
  const link = (number: number) => {
    const { words, ...filters } = wish;
    const set = Object.entries({ q: words, ...filters, page: number > 1 ? String(number) : '' });
    return to('/rules', Object.fromEntries(set.filter(([, value]) => value !== '')));
  };
  return (
    <section id="hits">
      <p role="status">{found.length === 0 ? t.browse.none : t.browse.found(found.length)}</p>
      <EntryList entries={found.slice((at - 1) * perPage, at * perPage)} />
      <Pager at={at} pages={pages} link={link} />
    </section>
  );
}
