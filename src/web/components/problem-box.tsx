import type { Problem } from '../problem.ts';
import { useHere } from './context.ts';
import { StateLink } from './state-link.tsx';

/** What was got, what is nearest, and what to do. */
export function ProblemBox({ problem }: { problem: Problem }) {
  const { t } = useHere();
  const { got = '', of = '', near, mended, without, session } = problem.detail;
  const keptText = session !== undefined && problem.code !== 'EMPTY_TEXT';
  return (
    <section id="result" class="problem" role="alert" aria-labelledby="result-title">
      <h2 id="result-title" tabIndex={-1}>
        {t.problem.title}
      </h2>
      <p>{t.problems[problem.code](got, of)}</p>
      {near !== undefined && (
        <p>
          {t.problem.nearest(near)} {mended && <StateLink session={mended}>{t.problem.mend}</StateLink>}
        </p>
      )}
      {keptText && (
        <p>
          {t.problem.keep} {without && <StateLink session={without}>{t.problem.without}</StateLink>}
        </p>
      )}
    </section>
  );
}
