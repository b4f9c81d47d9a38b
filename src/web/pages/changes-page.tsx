import type { ChangesReport } from '../../checking/changes-report.ts';
import { isWorse } from '../../checking/differences.ts';
import { rulePath } from '../addresses.ts';
import { useHere } from '../components/context.ts';
import { Layout } from '../components/layout.tsx';
import { TableFrame } from '../components/table-frame.tsx';
import { checkingTexts } from '../texts/checking.ts';

type Difference = ChangesReport['differences'][number];

/** Changed rules shown at once; the rest folds. */
const touchedShown = 12;
/** Changed rules that no scenario notices, with what they said and say. */
const unnoticedShown = 20;

/** What `criterio diff` found last. */
export function ChangesPage({ report }: { report: ChangesReport | undefined }) {
  const { visit } = useHere();
  const t = checkingTexts[visit.lang].changes;
  return (
    <Layout title={t.title} under="rules">
      <h1>{t.title}</h1>
      {report ? <Comparison report={report} /> : <HowTo text={t.none} />}
    </Layout>
  );
}

function HowTo({ text, against = 'HEAD' }: { text: string; against?: string }) {
  return (
    <>
      <p>{text}</p>
      <pre>
        <code>npm run --silent criterio -- diff {against}</code>
      </pre>
    </>
  );
}

function Comparison({ report }: { report: ChangesReport }) {
  const { visit } = useHere();
  const t = checkingTexts[visit.lang].changes;
  const { ref, at, states, scenarios, touched, unnoticed, differences } = report;
  const better = differences.filter(({ passed }) => !passed.before && passed.after).length;
  const rest = touched.slice(touchedShown);
  return (
    <>
      <p class="lead">{t.lead(ref, at.slice(0, 16).replace('T', ' '))}</p>
      {states && <p>{t.states(states.before, states.after, states.after.edited)}</p>}
      <HowTo text={t.anew} against={ref} />
      <p>
        {differences.length === 0
          ? t.same
          : t.sums(differences.length, scenarios, differences.filter(isWorse).length, better)}
      </p>
      {touched.length > 0 && (
        <>
          <h2>{t.touched}</h2>
          <Units units={touched.slice(0, touchedShown)} />
          {rest.length > 0 && (
            <details>
              <summary>{t.more(rest.length)}</summary>
              <Units units={rest} />
            </details>
          )}
        </>
      )}
      {unnoticed.length > 0 && <Unnoticed units={unnoticed} />}
      {differences.map((difference) => (
        <OneDifference key={difference.scenario} difference={difference} />
      ))}
    </>
  );
}

function Unnoticed({ units }: { units: ChangesReport['unnoticed'] }) {
  const { visit } = useHere();
  const t = checkingTexts[visit.lang].changes;
  return (
    <>
      <h2>{t.unnoticed}</h2>
      <p>{t.unnoticedWhy}</p>
      <dl>
        {units.slice(0, unnoticedShown).map(({ unit, was, now }) => (
          <div key={unit}>
            <dt>
              <a href={rulePath(unit)}>{unit}</a>
            </dt>
            {was && (
              <dd>
                {t.before}: {was[visit.lang]}
              </dd>
            )}
            {now && (
              <dd>
                {t.after}: {now[visit.lang]}
              </dd>
            )}
          </div>
        ))}
      </dl>
      {units.length > unnoticedShown && <p>{t.more(units.length - unnoticedShown)}</p>}
    </>
  );
}

function OneDifference({ difference }: { difference: Difference }) {
  const { visit, library, to } = useHere();
  const t = checkingTexts[visit.lang].changes;
  const { scenario, by, passed, before, after, through, smallest } = difference;
  const turn = isWorse(difference)
    ? t.turn.worse
    : passed.after
      ? passed.before
        ? t.turn.right
        : t.turn.better
      : t.turn.wrong;
  const letters = Object.keys(after.verdicts).filter(
    (each) => before.verdicts[each] !== after.verdicts[each],
  );
  const answer = (ids: readonly string[]) =>
    ids.map((id) => library.base.outcomes.get(id)?.name ?? id).join(', ') || t.nothing;
  const verdict = (of: Difference['before'], letter: string) => t.verdicts[of.verdicts[letter] ?? 'unjudged'];
  const text =
    smallest &&
    [smallest.stem, ...Object.entries(smallest.options ?? {}).map((each) => each.join('. '))].join('\n');
  return (
    <section>
      <h2>
        {t.kinds[by]}: <code>{scenario}</code>
      </h2>
      <p>
        <span class="tag">{turn}</span>
      </p>
      <TableFrame label={`${t.kinds[by]}: ${scenario}`}>
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.before}</th>
            <th scope="col">{t.after}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t.answer}</th>
            <td>{answer(before.answer)}</td>
            <td>{answer(after.answer)}</td>
          </tr>
          {letters.map((letter) => (
            <tr key={letter}>
              <th scope="row">{t.option(letter)}</th>
              <td>{verdict(before, letter)}</td>
              <td>{verdict(after, letter)}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <h3>{t.reasons}</h3>
      <Reasons before={before.reasons} after={after.reasons} />
      <h3>{t.through}</h3>
      <Units units={through} />
      {text !== undefined && (
        <>
          <h3>{t.smallest}</h3>
          <pre>
            <code>{text}</code>
          </pre>
          <p>
            <a href={to('/advise', { q: text })}>{t.try}</a>
          </p>
        </>
      )}
    </section>
  );
}

/** Those of either state, marked where the other has them not; a reason for an option starts with its letter. */
function Reasons({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const { visit } = useHere();
  const t = checkingTexts[visit.lang].changes;
  return (
    <ul>
      {[...new Set([...before, ...after])].map((reason) => {
        const [letter, unit] = reason.includes(' ') ? reason.split(' ') : ['', reason];
        return (
          <li key={reason}>
            {letter} <UnitLink unit={unit ?? ''} />{' '}
            {!after.includes(reason) && <span class="tag">{t.before}</span>}
            {!before.includes(reason) && <span class="tag">{t.after}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function Units({ units }: { units: Difference['through'] }) {
  const { visit } = useHere();
  const t = checkingTexts[visit.lang].changes;
  return (
    <ul>
      {units.map(({ unit, is }) => (
        <li key={unit}>
          <UnitLink unit={unit} /> <span class="tag">{t.fates[is]}</span>
        </li>
      ))}
    </ul>
  );
}

/** What is gone has no page any more. */
function UnitLink({ unit }: { unit: string }) {
  const { library, to } = useHere();
  const isKnown = library.claims.has(unit) || library.rule(unit) !== undefined;
  return isKnown ? <a href={to(rulePath(unit))}>{unit}</a> : <code>{unit}</code>;
}
