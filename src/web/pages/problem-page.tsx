import { useHere } from '../components/context.ts';
import { Layout } from '../components/layout.tsx';
import { ProblemBox } from '../components/problem-box.tsx';
import type { Problem } from '../problem.ts';

export function ProblemPage({ problem }: { problem: Problem }) {
  const { t } = useHere();
  return (
    <Layout title={t.problem.title}>
      <h1>{problem.statusCode}</h1>
      <ProblemBox problem={problem} />
    </Layout>
  );
}

export interface Near {
  path: string;
  name: string;
}

/** No such page; the names nearest to what was asked for. */
export function MissingPage({ near, words }: { near: readonly Near[]; words: string }) {
  const { t, to } = useHere();
  return (
    <Layout title={t.missing.title}>
      <section id="result">
        <h1>{t.missing.title}</h1>
        {near.length > 0 && (
          <>
            <p>{t.missing.near}</p>
            <ul>
              {near.map(({ path, name }) => (
                <li key={path}>
                  <a href={to(path)}>{name}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <a href={to('/rules', { q: words })}>{t.missing.search}</a>
        </p>
      </section>
    </Layout>
  );
}
