import type { DomainCoverage, HeadingCoverage } from '../../checking/coverage.ts';
import { lineRanges, sectionPath } from '../addresses.ts';
import { useHere } from '../components/context.ts';
import { Layout } from '../components/layout.tsx';
import { TableFrame } from '../components/table-frame.tsx';
import type { BesideCoverage } from '../coverage-report.ts';
import { checkingTexts } from '../texts/checking.ts';

/** Lower bounds of the buckets of the map above the first, which is for headings without a scenario. */
const bounds = [0, 0.5, 0.7, 0.85, 1];

/** What of the notes is known, claimed and tested. */
export function CoveragePage() {
  const { t, library } = useHere();
  const { headings, domains, lines, accounted, scenarios, passing, isUntested, spanning, general } =
    library.coverage;
  return (
    <Layout title={t.coverage.title} under="coverage">
      <div class="intro">
        <h1>{t.coverage.title}</h1>
        <p>{t.coverage.lead}</p>
      </div>
      <p>
        {t.coverage.lines(accounted, lines)}{' '}
        {isUntested ? t.coverage.untested : t.coverage.scenarios(passing, scenarios)}
      </p>
      <h2>{t.coverage.domains}</h2>
      <Domains domains={domains} headings={headings} />
      <h2>{t.coverage.map}</h2>
      <p class="lead">{t.coverage.mapLead}</p>
      <HeatMap domains={domains} headings={headings} />
      <h2>{t.coverage.table}</h2>
      <Headings headings={headings} />
      <h2>{t.coverage.beside}</h2>
      {spanning.length > 0 && <Beside title={t.browse.spanning} sections={spanning} />}
      {general.length > 0 && <Beside title={t.browse.generalTitle} sections={general} />}
      <Keeping />
    </Layout>
  );
}

/** The pages for whoever keeps the rules. */
function Keeping() {
  const { visit, to } = useHere();
  const { findings, changes } = checkingTexts[visit.lang];
  return (
    <p>
      <a href={to('/findings')}>{findings.title}</a> · <a href={to('/changes')}>{changes.title}</a>
    </p>
  );
}

interface Covered {
  domains: readonly DomainCoverage[];
  headings: readonly HeadingCoverage[];
}

function Domains({ domains, headings }: Covered) {
  const { t, visit } = useHere();
  return (
    <TableFrame label={t.coverage.domains}>
      <thead>
        <tr>
          <th scope="col">{t.coverage.domain}</th>
          <th scope="col">{t.coverage.weight}</th>
          <th scope="col">{t.coverage.linesAccounted}</th>
          <th scope="col">{t.coverage.scenariosPassing}</th>
        </tr>
      </thead>
      <tbody>
        {domains.map(({ id, name, weight, lines, scenariosPassing }) => {
          const tested = headings.some(({ domain, scenarios }) => domain === id && scenarios > 0);
          return (
            <tr key={id}>
              <th scope="row">{name[visit.lang]}</th>
              <td>{percent(weight / 100)}</td>
              <td>{percent(lines)}</td>
              <td>{tested ? percent(scenariosPassing) : t.coverage.none}</td>
            </tr>
          );
        })}
      </tbody>
    </TableFrame>
  );
}

function HeatMap({ domains, headings }: Covered) {
  const { t, visit } = useHere();
  return (
    <>
      <ul class="heat-legend" aria-label={t.coverage.legend}>
        {t.coverage.buckets.map((name, bucket) => (
          <li key={name}>
            <span class={`swatch heat-${bucket}`} aria-hidden="true" /> {name}
          </li>
        ))}
      </ul>
      {domains.map(({ id, name }) => (
        <section key={id}>
          <h3>{name[visit.lang]}</h3>
          <ul class="heat">
            {headings
              .filter(({ domain }) => domain === id)
              .map((heading) => (
                <Cell key={heading.slug} heading={heading} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Cell({ heading }: { heading: HeadingCoverage }) {
  const { t } = useHere();
  const { slug, lines, accounted, scenarios, passing } = heading;
  const gap = accounted < lines ? ' gap' : '';
  return (
    <li class={`heat-cell heat-${bucketOf(heading)}${gap}`}>
      <HeadingName slug={slug} quiet />{' '}
      <span class="figures">{t.coverage.cell(`${accounted}/${lines}`, `${passing}/${scenarios}`)}</span>
    </li>
  );
}

/** 0 where nothing is tested, else by the share of scenarios that pass. */
function bucketOf({ scenarios, passing }: HeadingCoverage): number {
  if (scenarios === 0) return 0;
  return bounds.filter((bound) => passing / scenarios >= bound).length;
}

function Headings({ headings }: { headings: readonly HeadingCoverage[] }) {
  const { t } = useHere();
  return (
    <TableFrame label={t.coverage.table}>
      <thead>
        <tr>
          <th scope="col">{t.coverage.heading}</th>
          <th scope="col">{t.coverage.linesShort}</th>
          <th scope="col">{t.coverage.statements}</th>
          <th scope="col">{t.coverage.claims}</th>
          <th scope="col">{t.coverage.rules}</th>
          <th scope="col">{t.coverage.scenariosShort}</th>
          <th scope="col">{t.coverage.missing}</th>
        </tr>
      </thead>
      <tbody>
        {headings.map((heading) => (
          <tr key={heading.slug}>
            <th scope="row">
              <HeadingName slug={heading.slug} />
            </th>
            <td>
              {heading.accounted}/{heading.lines}
            </td>
            <td>{heading.statements}</td>
            <td>{heading.claims}</td>
            <td>{heading.rules}</td>
            <td>
              {heading.passing}/{heading.scenarios}
            </td>
            <td class="missing">
              <Missing heading={heading} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.coverage.total}</th>
          <td>
            {sum(headings, 'accounted')}/{sum(headings, 'lines')}
          </td>
          <td>{sum(headings, 'statements')}</td>
          <td>{sum(headings, 'claims')}</td>
          <td>{sum(headings, 'rules')}</td>
          <td>
            {sum(headings, 'passing')}/{sum(headings, 'scenarios')}
          </td>
          <td />
        </tr>
      </tfoot>
    </TableFrame>
  );
}

function Missing({ heading }: { heading: HeadingCoverage }) {
  const { t } = useHere();
  const { missingLines, unclaimed, untested } = heading;
  const parts = [
    missingLines.length > 0 ? t.coverage.missingLines(lineRanges(missingLines)) : '',
    unclaimed.length > 0 ? t.coverage.unclaimed(unclaimed.length) : '',
    untested.length > 0 ? t.coverage.untestedStatements(untested.length) : '',
  ].filter((part) => part !== '');
  return <>{parts.length === 0 ? t.coverage.nothingMissing : parts.join('; ')}</>;
}

function Beside({ title, sections }: { title: string; sections: readonly BesideCoverage[] }) {
  const { t } = useHere();
  return (
    <>
      <h3>{title}</h3>
      <TableFrame label={title}>
        <thead>
          <tr>
            <th scope="col">{t.coverage.heading}</th>
            <th scope="col">{t.coverage.statements}</th>
            <th scope="col">{t.coverage.claims}</th>
            <th scope="col">{t.coverage.rules}</th>
          </tr>
        </thead>
        <tbody>
          {sections.map(({ slug, statements, claims, rules }) => (
            <tr key={slug}>
              <th scope="row">
                <HeadingName slug={slug} />
              </th>
              <td>{statements}</td>
              <td>{claims}</td>
              <td>{rules}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </>
  );
}

/** A heading that no section encodes yet has no page. */
function HeadingName({ slug, quiet = false }: { slug: string; quiet?: boolean }) {
  const { to, library, visit } = useHere();
  const section = library.base.sections.get(slug);
  if (!section) return <span>{slug}</span>;
  return (
    <a class={quiet ? 'quiet-link' : undefined} href={to(sectionPath(slug))}>
      {section.title[visit.lang]}
    </a>
  );
}

type Figure = 'accounted' | 'lines' | 'statements' | 'claims' | 'rules' | 'passing' | 'scenarios';

function sum(headings: readonly HeadingCoverage[], figure: Figure): number {
  return headings.reduce((total, heading) => total + heading[figure], 0);
}

/** Rounded down: 100% means all. */
function percent(share: number): string {
  return `${Math.floor(100 * share + 1e-9)}%`;
}
