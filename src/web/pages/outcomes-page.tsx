import type { Outcome } from '../../knowledge/knowledge-base.ts';
import { fold } from '../../language/tokens.ts';
import { outcomePath } from '../addresses.ts';
import { useHere } from '../components/context.ts';
import { Layout } from '../components/layout.tsx';

/** All services by name, each with its features folded below it; those outside the notes fold away. */
export function OutcomesPage() {
  const { t, library } = useHere();
  const services = [...library.base.outcomes.values()]
    .filter(({ kind, parent }) => kind === 'service' || parent === undefined)
    .sort((a, b) => (fold(plain(a.name)) < fold(plain(b.name)) ? -1 : 1));
  const outside = services.filter((service) => service.outside);
  return (
    <Layout title={t.browse.outcomesTitle} under="outcomes">
      <div class="intro">
        <h1>{t.browse.outcomesTitle}</h1>
        <p>{t.browse.outcomesLead}</p>
      </div>
      <Outcomes outcomes={services.filter((service) => !service.outside)} />
      {outside.length > 0 && (
        <details>
          <summary>
            {t.browse.outsideTitle} ({outside.length})
          </summary>
          <Outcomes outcomes={outside} />
        </details>
      )}
    </Layout>
  );
}

function Outcomes({ outcomes }: { outcomes: readonly Outcome[] }) {
  const { t, to, wording } = useHere();
  return (
    <ul class="entries columns">
      {outcomes.map(({ id, name, descendants, status }) => (
        <li key={id}>
          <a class="entry" href={to(outcomePath(id))}>
            {name}
          </a>{' '}
          {status.is !== 'active' && <span class="tag">{t.browse.statuses[status.is]}</span>}
          {descendants.length > 0 && (
            <details>
              <summary>
                {t.browse.parts} ({descendants.length})
              </summary>
              <ul>
                {descendants.map((below) => (
                  <li key={below}>
                    <a href={to(outcomePath(below))}>{wording.name(below)}</a>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function plain(name: string): string {
  return name.replace(/^(AWS|Amazon) /, '');
}
