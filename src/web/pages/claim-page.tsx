import type { Claim, Form } from '../../knowledge/knowledge-base.ts';
import { reviewPagePath } from '../addresses.ts';
import { Conditions } from '../components/conditions.tsx';
import { useHere } from '../components/context.ts';
import { Layout } from '../components/layout.tsx';
import { NeededBy } from '../components/needed-by.tsx';
import { OutcomeLinks, RuleLinks } from '../components/rule-links.tsx';
import { StatementNotes } from '../components/statement-note.tsx';
import { claimSource } from '../written-form.ts';

export function ClaimPage({ claim, fired }: { claim: Claim; fired?: Form | undefined }) {
  const { t, to, library, wording } = useHere();
  const { weights } = library.base.judging;
  const rules = library.base.rulesOf(claim);
  const words = wording.claim(claim);
  const contrasts = library.contrasts(claim.subject);
  const beats = contrasts.filter(({ subjects }) => subjects.includes(claim.subject));
  const loses = contrasts.filter(({ over }) => over.includes(claim.subject));
  return (
    <Layout title={words} under="rules">
      <p class="eyebrow">
        {t.browse.kinds.claim} <code>{claim.id}</code>
      </p>
      <h1>{words}</h1>
      <p class="lead">{claim.asOf === undefined ? t.browse.always : t.browse.asOf[claim.asOf]}</p>
      <h2>{claim.negative || claim.limit ? t.browse.speaksAgainst : t.browse.speaksFor}</h2>
      <OutcomeLinks ids={[claim.subject]} />
      <h2>{t.browse.cites}</h2>
      {claim.statement === undefined ? (
        <>
          <p>{t.result.catalogue}</p>
          <p>
            <a href={to(reviewPagePath('outcome', `catalogue/${claim.subject}`))}>{t.keeper.review.link}</a>
          </p>
        </>
      ) : (
        <>
          <StatementNotes statements={library.statementsOf([claim.statement])} />
          <p>
            <a href={to(reviewPagePath('statement', claim.statement))}>{t.keeper.review.link}</a>
          </p>
        </>
      )}
      <h2>{t.browse.firing}</h2>
      <p>{t.browse.firingLead}</p>
      {rules.map(({ id, form, condition }) => (
        <section key={id} class={form === fired ? 'rule fired' : 'rule'}>
          <h3>
            <span class="points">{t.browse.weight(weights[form] ?? 0)}</span> {wording.kind(form)}
          </h3>
          <Conditions condition={condition} />
        </section>
      ))}
      {beats.length > 0 && (
        <>
          <h2>{t.browse.beats}</h2>
          <RuleLinks rules={beats} />
        </>
      )}
      {loses.length > 0 && (
        <>
          <h2>{t.browse.losesTo}</h2>
          <RuleLinks rules={loses} />
        </>
      )}
      <NeededBy unit={claim.id} />
      <h2>{t.browse.source}</h2>
      <pre>
        <code>{claimSource(claim)}</code>
      </pre>
    </Layout>
  );
}
