import { useHere } from '../components/context.ts';
import { Layout } from '../components/layout.tsx';
import { ProblemBox } from '../components/problem-box.tsx';
import { QuestionForm } from '../components/question-form.tsx';
import { Result, type ResultProps } from '../components/result.tsx';
import type { Problem } from '../problem.ts';

export function HomePage() {
  const { t, to } = useHere();
  return (
    <Layout title={t.site.name} under="advise">
      <Intro />
      <QuestionForm />
      <p>
        <a href={to('/interview')}>{t.interview.begin}</a>
      </p>
      <section id="result" />
    </Layout>
  );
}

export function ResultPage(props: ResultProps) {
  return (
    <Layout title={shortened(props.explanation.headline)} under="advise" session={props.session}>
      <Intro short />
      <QuestionForm session={props.session} />
      <Result {...props} />
    </Layout>
  );
}

/** What was wrong with a question, with the form and the text still in it. */
export function QuestionProblemPage({ problem }: { problem: Problem }) {
  const { t } = useHere();
  return (
    <Layout title={t.problem.title} under="advise">
      <Intro />
      <QuestionForm session={problem.detail.session} />
      <ProblemBox problem={problem} />
    </Layout>
  );
}

function Intro({ short = false }: { short?: boolean }) {
  const { t } = useHere();
  return (
    <div class="intro">
      <h1>{t.form.title}</h1>
      {!short && <p>{t.form.lead}</p>}
    </div>
  );
}

function shortened(text: string): string {
  return text.length > 70 ? `${text.slice(0, 67).trimEnd()}…` : text;
}
