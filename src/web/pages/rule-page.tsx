import type { Rule } from '../../knowledge/knowledge-base.ts';
import { reviewPagePath } from '../addresses.ts';
import { Conditions } from '../components/conditions.tsx';
import { useHere } from '../components/context.ts';
import { Layout } from '../components/layout.tsx';
import { NeededBy } from '../components/needed-by.tsx';
import { OutcomeLinks, RuleLinks } from '../components/rule-links.tsx';
import { StatementNotes } from '../components/statement-note.tsx';
import { ruleSource, writtenConditions } from '../written-form.ts';

/** A rule that is more than one claim. */
export function RulePage({ rule }: { rule: Rule }) {
  const { t, to, visit, library, wording } = useHere();
  const { id, form, because, subjects, over, statements, points = 1 } = rule;
  const { when, unless } = writtenConditions(rule);
  const title = because?.[visit.lang] ?? id;
  const against = form === 'excludes';
  const loses = library.authored.filter((other) => other.over.some((loser) => subjects.includes(loser)));
  return (
    <Layout title={title} under="rules">
      <p class="eyebrow">
        {form === 'principle' ? t.browse.kinds.principle : t.browse.kinds.rule} <code>{id}</code>
      </p>
      <h1>{title}</h1>
      <p class="lead">
        <span class="points">{t.browse.weight((library.base.judging.weights[form] ?? 0) * points)}</span>{' '}
        {wording.kind(form)}
      </p>
      <p>
        <a href={to(reviewPagePath('rule', id))}>{t.keeper.review.link}</a>
      </p>
      {subjects.length > 0 && (
        <>
          <h2>{against ? t.browse.speaksAgainst : t.browse.speaksFor}</h2>
          <OutcomeLinks ids={subjects} />
        </>
      )}
      {over.length > 0 && (
        <>
          <h2>{t.browse.beats}</h2>
          <OutcomeLinks ids={over} />
        </>
      )}
      {subjects.length > 0 && loses.length > 0 && (
        <>
          <h2>{t.browse.losesTo}</h2>
          <RuleLinks rules={loses} />
        </>
      )}
      <h2>{t.browse.when}</h2>
      <Conditions condition={when} />
      {unless && (
        <>
          <h2>{t.browse.unless}</h2>
          <Conditions condition={unless} />
        </>
      )}
      <h2>{t.browse.cites}</h2>
      {statements.length === 0 ? (
        <p>{t.browse.principles}</p>
      ) : (
        <StatementNotes statements={library.statementsOf(statements)} />
      )}
      <NeededBy unit={id} />
      <h2>{t.browse.source}</h2>
      <pre>
        <code>{ruleSource(rule)}</code>
      </pre>
    </Layout>
  );
}
