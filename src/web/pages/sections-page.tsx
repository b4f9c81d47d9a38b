import type { Section, Statement } from '../../knowledge/knowledge-base.ts';
import { lineRanges, sectionPath } from '../addresses.ts';
import { useHere } from '../components/context.ts';
import { Layout } from '../components/layout.tsx';
import { FoldedClaims, RuleLinks } from '../components/rule-links.tsx';
import { Today } from '../components/source-note.tsx';
import { isGeneral } from '../coverage-report.ts';

/** All headings in the order of the notes, by domain of the exam. */
export function SectionsPage() {
  const { t, visit, library } = useHere();
  const { domains, headings, sections } = library.base;
  const beside = [...sections.values()].filter(({ slug }) => !headings.has(slug));
  const ofDomain = (id: string) =>
    [...headings.values()]
      .filter(({ domain }) => domain === id)
      .flatMap(({ slug }) => sections.get(slug) ?? []);
  const groups = [
    ...[...domains].map(([id, { name }]) => ({ title: name[visit.lang], members: ofDomain(id) })),
    { title: t.browse.spanning, members: beside.filter((section) => !isGeneral(section)) },
    { title: t.browse.generalTitle, members: beside.filter(isGeneral) },
  ];
  return (
    <Layout title={t.browse.sectionsTitle} under="sections">
      <div class="intro">
        <h1>{t.browse.sectionsTitle}</h1>
        <p>{t.browse.sectionsLead}</p>
      </div>
      {groups
        .filter(({ members }) => members.length > 0)
        .map(({ title, members }) => (
          <section key={title}>
            <h2>{title}</h2>
            <SectionList sections={members} />
          </section>
        ))}
    </Layout>
  );
}

function SectionList({ sections }: { sections: readonly Section[] }) {
  const { t, to, visit } = useHere();
  return (
    <ul class="entries columns">
      {sections.map(({ slug, title, statements, rules }) => (
        <li key={slug}>
          <a class="entry" href={to(sectionPath(slug))}>
            {title[visit.lang]}
          </a>
          <p class="meta">
            <span>{t.browse.statementCount(statements.length)}</span>{' '}
            {rules.length > 0 && <span>{t.browse.ruleCount(rules.length)}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

export function SectionPage({ section }: { section: Section }) {
  const { t, visit, library } = useHere();
  const rules = section.rules.map((id) => library.rule(id)).filter((rule) => rule !== undefined);
  return (
    <Layout title={section.title[visit.lang]} under="sections">
      <p class="eyebrow">
        {isGeneral(section)
          ? t.browse.generalTitle
          : library.base.headings.has(section.slug)
            ? t.browse.heading
            : t.browse.spanning}
      </p>
      <h1>{section.title[visit.lang]}</h1>
      {isGeneral(section) && <p class="lead">{t.browse.generalLead}</p>}
      {rules.length > 0 && (
        <>
          <h2>{t.browse.rules}</h2>
          <RuleLinks rules={rules} />
        </>
      )}
      <h2>{t.browse.statements}</h2>
      {library.statementsOf(section.statements).map((statement) => (
        <StatementArticle key={statement.id} statement={statement} />
      ))}
      {section.silent.length > 0 && (
        <>
          <h2>{t.browse.silent}</h2>
          <ul>
            {section.silent.map(({ line, why }) => (
              <li key={line}>
                {t.browse.line(String(line), 1)}: {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  );
}

function StatementArticle({ statement }: { statement: Statement }) {
  const { t, visit, library } = useHere();
  const { id, text, lines, today } = statement;
  const claims = library.claimsOf(statement);
  return (
    <article class="statement" id={id.split('/')[1] ?? id}>
      <p class="meta">
        <span>{lines.length === 0 ? t.browse.general : t.browse.line(lineRanges(lines), lines.length)}</span>
      </p>
      <p>{text[visit.lang]}</p>
      {today && <Today status={today.status} since={today.since} text={today.text[visit.lang]} />}
      {claims.length === 0 ? <p class="meta">{t.browse.noClaims}</p> : <FoldedClaims claims={claims} />}
    </article>
  );
}
