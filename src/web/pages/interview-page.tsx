import type { InterviewState } from '../../explaining/interview-schema.ts';
import type { Difference } from '../../interviewing/what-if.ts';
import type { Conclusion } from '../../reasoning/consultation.ts';
import { useHere } from '../components/context.ts';
import { FlipSets } from '../components/flip-sets.tsx';
import { InterviewQuestionForm } from '../components/interview-question.tsx';
import { Told } from '../components/interview-told.tsx';
import { Layout } from '../components/layout.tsx';
import { SessionForm, StateLink } from '../components/state-link.tsx';
import { TriedOut } from '../components/tried-out.tsx';
import { linkOf, type Session } from '../session.ts';

interface InterviewPageProps {
  state: InterviewState;
  session: Session;
  conclusion: Conclusion;
  /** What a setting would change that is looked at before it is taken. */
  tried: Difference | undefined;
}

export function InterviewPage({ state, session, conclusion, tried }: InterviewPageProps) {
  const { t, to } = useHere();
  const { question, asked } = state;
  return (
    <Layout title={t.interview.title} under="interview" session={session}>
      <div class="intro">
        <h1>{t.interview.title}</h1>
        <p>{t.interview.lead}</p>
      </div>
      <section id="result" class="result" aria-labelledby="result-title">
        {tried && <TriedOut tried={tried} session={session} />}
        {question ? (
          <InterviewQuestionForm question={question} session={session} />
        ) : (
          <div class={state.decided ? 'verdict decided' : 'verdict'}>
            <h2 id="result-title" tabIndex={-1}>
              {leaderOf(state) ? t.interview.ahead(leaderOf(state) ?? '') : t.interview.nobody}
            </h2>
            <p>{state.proof}</p>
          </div>
        )}
        <p class="budget">
          {state.budget.text}
          {!question && !state.settled && (
            <>
              {' '}
              <StateLink session={{ ...session, interview: { asked: 0 } }}>{t.interview.more}</StateLink>
            </>
          )}
        </p>
        <Standing state={state} session={session} />
        <Told conclusion={conclusion} session={session} />
        {asked > 0 && (
          <p class="share">
            <a href={linkOf(session)}>{t.result.share}</a>. {t.result.shareHint}{' '}
            <a href={to('/interview')}>{t.interview.restart}</a>
          </p>
        )}
        <SessionForm session={session} />
      </section>
    </Layout>
  );
}

function leaderOf({ contenders: [first] }: InterviewState): string | undefined {
  return first && first.points > 0 ? first.name : undefined;
}

/** Who is ahead, how sure that is, and where the reasons are. */
function Standing({ state, session }: { state: InterviewState; session: Session }) {
  const { t } = useHere();
  const { contenders, proof, question, flips } = state;
  const [first] = contenders;
  if (leaderOf(state) === undefined) return null;
  const { interview: _, ...advice } = session;
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">{t.interview.standing}</h2>
      {question && <p>{proof}</p>}
      <ol class="standing">
        {contenders.map(({ id, name, points }) => (
          <li key={id}>
            {name} <span class="points">{t.result.points(points)}</span>{' '}
            {id !== first?.id && (
              <StateLink
                class="chip quiet"
                session={{ ...session, interview: { asked: session.interview?.asked ?? 0, rival: id } }}
                label={t.interview.flipsOf(name)}
              >
                {t.interview.flipsOpen}
              </StateLink>
            )}
          </li>
        ))}
      </ol>
      {flips && <FlipSets flips={flips} session={session} />}
      <p>
        <a class="chip" href={linkOf(advice)}>
          {t.interview.reasons}
        </a>
      </p>
    </section>
  );
}
