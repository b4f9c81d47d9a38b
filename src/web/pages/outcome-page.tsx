import type { Outcome, Rule } from '../../knowledge/knowledge-base.ts';
import { comparePath, outcomePath, sectionPath } from '../addresses.ts';
import { useHere } from '../components/context.ts';
import { Layout } from '../components/layout.tsx';
import { ClaimsByStatement, OutcomeLinks, RuleLinks } from '../components/rule-links.tsx';

/** Rivals shown at once; the rest folds. */
const contrastsShown = 5;

interface Contrast {
  rivals: string[];
  rules: Rule[];
}

export function OutcomePage({ outcome }: { outcome: Outcome }) {
  const { t, to, visit, library, wording } = useHere();
  const { id, name, kind, parent, aliases, traits, url, descendants, outside } = outcome;
  const claims = library.claimsAbout(id);
  const authored = library.authored.filter(({ subjects }) => subjects.includes(id));
  const calls = authored.filter(({ form }) => form === 'recommends');
  const strikes = authored.filter(({ form }) => form === 'excludes');
  const against = claims.filter(({ negative, limit }) => negative || limit !== undefined);
  const favour = claims.filter((claim) => !against.includes(claim));
  const spokenOf = [...new Set(claims.flatMap(({ statement }) => statement?.split('/')[0] ?? []))];
  return (
    <Layout title={name} under="outcomes">
      <p class="eyebrow">
        {t.browse.kindsOfOutcome[kind]}
        {parent !== undefined && (
          <>
            {' '}
            · {t.browse.partOf} <a href={to(outcomePath(parent))}>{wording.name(parent)}</a>
          </>
        )}
      </p>
      <h1>{name}</h1>
      <StatusLine outcome={outcome} />
      {outside && <p class="lead">{t.browse.notInNotes}</p>}
      <dl class="about">
        {aliases.length > 0 && (
          <>
            <dt>{t.browse.names}</dt>
            <dd class="about-list">{aliases.join(', ')}</dd>
          </>
        )}
        {traits.length > 0 && (
          <>
            <dt>{t.browse.traits}</dt>
            <dd class="about-list">{traits.map((trait) => wording.name(trait)).join(', ')}</dd>
          </>
        )}
        {spokenOf.length > 0 && (
          <>
            <dt>{t.browse.spokenOf}</dt>
            <dd class="about-list">
              <ul class="inline about-list">
                {spokenOf.map((slug) => (
                  <li key={slug}>
                    <a href={to(sectionPath(slug))}>
                      {library.base.sections.get(slug)?.title[visit.lang] ?? slug}
                    </a>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {url !== undefined && (
          <>
            <dt>{t.browse.documentation}</dt>
            <dd class="about-list">
              <a href={url} rel="external noreferrer">
                {url.replace('https://', '')}
              </a>
            </dd>
          </>
        )}
      </dl>
      <h2>{t.browse.choose}</h2>
      {favour.length + calls.length === 0 && <p>{t.browse.noChoose}</p>}
      <RuleLinks rules={calls} />
      <ClaimsByStatement claims={favour} />
      <h2>{t.browse.rulesOut}</h2>
      {against.length + strikes.length === 0 && <p>{t.browse.noRulesOut}</p>}
      <RuleLinks rules={strikes} />
      <ClaimsByStatement claims={against} />
      <h2>{t.browse.rivals}</h2>
      <Rivals outcome={outcome} />
      {descendants.length > 0 && (
        <>
          <h2>{t.browse.parts}</h2>
          <OutcomeLinks ids={descendants} />
        </>
      )}
    </Layout>
  );
}

/** A status that is not simply active, with since when and why. */
export function StatusLine({ outcome }: { outcome: Outcome }) {
  const { t, visit } = useHere();
  const { is, since, note } = outcome.status;
  if (is === 'active' && !note) return null;
  return (
    <p class="today">
      <span class="tag">{t.browse.statuses[is]}</span> {since !== undefined && t.browse.since(since)}{' '}
      {note?.[visit.lang]}
    </p>
  );
}

function Rivals({ outcome }: { outcome: Outcome }) {
  const { t, library } = useHere();
  const contrasts = contrastsOf(outcome.id, library.contrasts(outcome.id));
  if (contrasts.length === 0) return <p>{t.browse.noRivals}</p>;
  const rest = contrasts.slice(contrastsShown);
  return (
    <>
      {contrasts.slice(0, contrastsShown).map((contrast) => (
        <ContrastSection key={contrast.rivals.join(' ')} outcome={outcome} contrast={contrast} />
      ))}
      {rest.length > 0 && (
        <details>
          <summary>{t.browse.more(rest.length)}</summary>
          {rest.map((contrast) => (
            <ContrastSection key={contrast.rivals.join(' ')} outcome={outcome} contrast={contrast} />
          ))}
        </details>
      )}
    </>
  );
}

function ContrastSection({ outcome, contrast }: { outcome: Outcome; contrast: Contrast }) {
  const { to, wording } = useHere();
  return (
    <section class="rule">
      <h3>
        {contrast.rivals.map((rival, place) => (
          <>
            {place > 0 && ', '}
            <a href={to(comparePath(outcome.id, rival))}>{wording.name(rival)}</a>
          </>
        ))}
      </h3>
      <RuleLinks rules={contrast.rules} />
    </section>
  );
}

/** The rules between an outcome and its rivals; rivals of the same rules stand together. */
function contrastsOf(id: string, rules: readonly Rule[]): Contrast[] {
  const byRival = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const rival of rule.subjects.includes(id) ? rule.over : rule.subjects) {
      byRival.set(rival, [...(byRival.get(rival) ?? []), rule]);
    }
  }
  const byRules = new Map<string, Contrast>();
  for (const [rival, between] of byRival) {
    const key = between.map((rule) => rule.id).join(' ');
    const contrast = byRules.get(key);
    if (contrast) contrast.rivals.push(rival);
    else byRules.set(key, { rivals: [rival], rules: between });
  }
  return [...byRules.values()].sort((a, b) => b.rules.length - a.rules.length);
}
