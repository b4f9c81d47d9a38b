import type { Effect, InterviewQuestion } from '../../explaining/interview-schema.ts';
import { rulePath } from '../addresses.ts';
import { type Session, stateOf } from '../session.ts';
import { useHere } from './context.ts';
import { swapsResult } from './state-link.tsx';

interface QuestionProps {
  question: InterviewQuestion;
  session: Session;
}

/** The question as a plain form; what it offers goes with it, so that what was left can be told from what was not asked. */
export function InterviewQuestionForm({ question, session }: QuestionProps) {
  const { t, to } = useHere();
  const { topic, kind, text, help, options } = question;
  const state = stateOf({ ...session, interview: { asked: session.interview?.asked ?? 0 } });
  return (
    <form
      class="interview"
      method="post"
      action={to('/interview')}
      hx-post={to('/interview')}
      {...swapsResult}
    >
      <input type="hidden" name="q" value={session.text} />
      <input type="hidden" name="state" value={state} />
      <input type="hidden" name="topic" value={topic} />
      <input type="hidden" name="kind" value={kind} />
      {options.map(({ fact, value }) => (
        <input key={`${fact}=${value}`} type="hidden" name="offered" value={`${fact}=${value}`} />
      ))}
      <p class="eyebrow">{t.interview.question(session.interview?.asked ?? 0)}</p>
      <h2 id="result-title" tabIndex={-1}>
        {text}
      </h2>
      {help !== '' && <p class="lead">{help}</p>}
      <Options question={question} />
      <div class="answers">
        <button type="submit" name="reply" value="answer">
          {t.interview.answer}
        </button>
        {kind === 'several' && topic !== 'act' && (
          <button type="submit" class="chip" name="reply" value="none">
            {t.interview.none}
          </button>
        )}
        <button type="submit" class="chip quiet" name="reply" value="unknown" formNoValidate>
          {t.interview.unknown}
        </button>
      </div>
      <Why question={question} />
    </form>
  );
}

function Options({ question: { kind, text, options, unit } }: { question: InterviewQuestion }) {
  if (kind === 'amount') {
    return (
      <p class="amount">
        <label>
          <span class="unseen">{text}</span>
          <input type="number" name="amount" min="0" step="any" required /> {unit}
        </label>
      </p>
    );
  }
  return (
    <fieldset class="choices" aria-labelledby="result-title">
      {options.map(({ fact, value, label }) => (
        <label key={`${fact}=${value}`}>
          <input type={kind === 'one' ? 'radio' : 'checkbox'} name="tick" value={`${fact}=${value}`} />{' '}
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** Why this is asked, and what each answer would do: told before it is given. */
function Why({ question: { why, options } }: { question: InterviewQuestion }) {
  const { t } = useHere();
  const telling = options.filter(({ effects }) => effects.length > 0);
  return (
    <details class="why">
      <summary>{t.interview.why}</summary>
      <p>{why}</p>
      {telling.length > 0 && <h3>{t.interview.effects}</h3>}
      <dl class="effects">
        {telling.map(({ fact, value, label, effects }) => (
          <div key={`${fact}=${value}`}>
            <dt>{label}</dt>
            <dd>
              <EffectList effects={effects} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

export function EffectList({ effects }: { effects: readonly Effect[] }) {
  const { t, to } = useHere();
  return (
    <ul>
      {effects.map(({ id, name, points, rule, sentence }) => (
        <li key={id}>
          {name} <span class="points">{t.result.points(points)}</span>:{' '}
          <a href={to(rulePath(rule))}>{sentence}</a>
        </li>
      ))}
    </ul>
  );
}
