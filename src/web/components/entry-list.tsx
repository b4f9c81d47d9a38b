import { rulePath, statementPath } from '../addresses.ts';
import type { Entry } from '../rule-search.ts';
import { useHere } from './context.ts';
import { ClaimLinks } from './rule-links.tsx';

/** Rules and statements, each in words with a link to its page. */
export function EntryList({ entries }: { entries: readonly Entry[] }) {
  const { t, to, visit, library } = useHere();
  const names: Record<string, string> = t.browse.statuses;
  return (
    <ul class="entries">
      {entries.map(({ id, kind, words, section, status, claims }) => (
        <li key={id}>
          <a class="entry" href={to(kind === 'statement' ? statementPath(id) : rulePath(id))}>
            {words[visit.lang]}
          </a>
          <p class="meta">
            <span>{t.browse.kinds[kind]}</span>{' '}
            {section !== undefined && <span>{library.base.sections.get(section)?.title[visit.lang]}</span>}{' '}
            {status !== 'asNoted' && <span class="tag">{names[status] ?? status}</span>}
          </p>
          {claims.length > 0 && (
            <details>
              <summary>{t.browse.claimCount(claims.length)}</summary>
              <ClaimLinks claims={claims} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
