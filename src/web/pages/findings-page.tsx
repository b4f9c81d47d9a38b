import { stringify } from 'yaml';
import { guideTo } from '../../explaining/findings/guide.ts';
import { type FindingCode, findingKinds } from '../../knowledge/finding.ts';
import { findingPath } from '../addresses.ts';
import { useHere } from '../components/context.ts';
import { Layout } from '../components/layout.tsx';
import { checkingTexts } from '../texts/checking.ts';

/** Every code that `check` knows, errors first. */
export function FindingsPage() {
  const { visit } = useHere();
  const t = checkingTexts[visit.lang].findings;
  const codes = Object.keys(findingKinds) as FindingCode[];
  const of = (severity: string) => codes.filter((code) => findingKinds[code].severity === severity).sort();
  return (
    <Layout title={t.title} under="rules">
      <div class="intro">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </div>
      <h2>{t.advice}</h2>
      <FindingList codes={of('advice')} />
      <h2>{t.errors}</h2>
      <FindingList codes={of('error')} />
    </Layout>
  );
}

function FindingList({ codes }: { codes: readonly FindingCode[] }) {
  const { visit, to } = useHere();
  return (
    <ul class="entries">
      {codes.map((code) => (
        <li key={code}>
          <a class="entry" href={to(findingPath(code))}>
            {code}
          </a>
          <p class="meta">{guideTo(code, visit.lang).what}</p>
        </li>
      ))}
    </ul>
  );
}

/** What one code means, why it matters and how to fix it. */
export function FindingPage({ code }: { code: FindingCode }) {
  const { visit, to } = useHere();
  const t = checkingTexts[visit.lang].findings;
  const { what, why, fix, example } = guideTo(code, visit.lang);
  const { severity } = findingKinds[code];
  return (
    <Layout title={code} under="rules">
      <p class="eyebrow">
        <a href={to('/findings')}>{t.title}</a> · {t.severity[severity]}
      </p>
      <h1>{code}</h1>
      <p class="lead">{what}</p>
      <h2>{t.why}</h2>
      <p>{why}</p>
      <h2>{t.fix}</h2>
      <p>{fix}</p>
      <h2>{t.example}</h2>
      <pre>
        <code>{example}</code>
      </pre>
      {severity === 'advice' && (
        <>
          <p>{t.suppress}</p>
          <pre>
            <code>{stringify([{ code, about: ['id'], why: t.reason }]).trimEnd()}</code>
          </pre>
        </>
      )}
    </Layout>
  );
}
