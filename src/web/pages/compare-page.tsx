import type { Claim, Outcome } from '../../knowledge/knowledge-base.ts';
import { outcomePath } from '../addresses.ts';
import { compare } from '../comparison.ts';
import { useHere } from '../components/context.ts';
import { Layout } from '../components/layout.tsx';
import { ClaimsByStatement, RuleLinks } from '../components/rule-links.tsx';
import { StatusLine } from './outcome-page.tsx';

/** Two boxes to choose from. */
function CompareForm({ a = '', b = '' }: { a?: string; b?: string }) {
  const { t, visit, library } = useHere();
  const names = [...library.base.outcomes.values()].map(({ name }) => name);
  return (
    <form class="filter two" method="get" action="/compare">
      {visit.chosen && <input type="hidden" name="lang" value={visit.lang} />}
      <label>
        {t.browse.first}
        <input name="a" list="outcomes" value={a} required autocomplete="off" />
      </label>
      <label>
        {t.browse.second}
        <input name="b" list="outcomes" value={b} required autocomplete="off" />
      </label>
      <datalist id="outcomes">
        {[...new Set(names)].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button type="submit">{t.browse.compareAction}</button>
    </form>
  );
}

export function CompareStartPage({ a, b, same }: { a: string; b: string; same: boolean }) {
  const { t } = useHere();
  return (
    <Layout title={t.browse.compareTitle} under="compare">
      <div class="intro">
        <h1>{t.browse.compareTitle}</h1>
        <p>{t.browse.compareLead}</p>
      </div>
      {same && <p role="alert">{t.browse.same}</p>}
      <CompareForm a={a} b={b} />
    </Layout>
  );
}

export function ComparePage({ a, b }: { a: Outcome; b: Outcome }) {
  const { t, library } = useHere();
  const { forA, forB, onlyA, onlyB, both, cannotA, cannotB } = compare(library, a.id, b.id);
  const alike = onlyA.length + onlyB.length + cannotA.length + cannotB.length === 0;
  return (
    <Layout title={t.browse.versus(a.name, b.name)} under="compare">
      <p class="eyebrow">{t.browse.compareTitle}</p>
      <h1>{t.browse.versus(a.name, b.name)}</h1>
      <CompareForm a={a.name} b={b.name} />
      <h2>{t.browse.between}</h2>
      {forA.length + forB.length === 0 && <p>{t.browse.noBetween}</p>}
      <div class="sides">
        {forA.length > 0 && (
          <section>
            <h3>{t.browse.prefer(a.name)}</h3>
            <RuleLinks rules={forA} />
          </section>
        )}
        {forB.length > 0 && (
          <section>
            <h3>{t.browse.prefer(b.name)}</h3>
            <RuleLinks rules={forB} />
          </section>
        )}
      </div>
      {alike && <p>{t.browse.noDifference}</p>}
      <div class="sides">
        <Side outcome={a} only={onlyA} cannot={cannotA} />
        <Side outcome={b} only={onlyB} cannot={cannotB} />
      </div>
      {both.length > 0 && (
        <>
          <h2>{t.browse.both}</h2>
          <ClaimsByStatement claims={both} />
        </>
      )}
    </Layout>
  );
}

function Side({
  outcome,
  only,
  cannot,
}: {
  outcome: Outcome;
  only: readonly Claim[];
  cannot: readonly Claim[];
}) {
  const { t, to } = useHere();
  return (
    <section>
      <h2>
        <a href={to(outcomePath(outcome.id))}>{t.browse.only(outcome.name)}</a>
      </h2>
      <StatusLine outcome={outcome} />
      <ClaimsByStatement claims={only} />
      {cannot.length > 0 && (
        <>
          <h3>{t.browse.cannot(outcome.name)}</h3>
          <ClaimsByStatement claims={cannot} />
        </>
      )}
    </section>
  );
}
