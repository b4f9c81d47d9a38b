import { rulePath } from '../addresses.ts';
import type { Entry } from '../rule-search.ts';
import { useHere } from './context.ts';

/** Claims and rules, each in words with a link to its page. */
export function EntryList({ entries }: { entries: readonly Entry[] }) {
  const { t, to, visit, library } = useHere();
  const names: Record<string, string> = t.browse.statuses;
  return (
    <ul class="entries">
      {entries.map(({ id, kind, words, section, status }) => (
        <li key={id}>
          <a class="entry" href={to(rulePath(id))}>
            {words[visit.lang]}
          </a>
          <p class="meta">
            <span>{t.browse.kinds[kind]}</span>{' '}
            {section !== undefined && <span>{library.base.sections.get(section)?.title[visit.lang]}</span>}{' '}
            {status !== 'asNoted' && <span class="tag">{names[status] ?? status}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
