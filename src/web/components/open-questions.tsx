import type { Change, OpenQuestion } from '../../explaining/explanation-schema.ts';
import { denial } from '../../reading/facts.ts';
import { type Session, unknownValue, withoutSetting, withSetting } from '../session.ts';
import { useHere } from './context.ts';
import { StateLink } from './state-link.tsx';

/** What could still matter, one click from its answer. */
export function OpenQuestions({ open, session }: { open: readonly OpenQuestion[]; session: Session }) {
  const { t } = useHere();
  return (
    <ul class="open">
      {open.map(({ fact, question, help, answers }) => (
        <li key={`${fact} ${question}`}>
          <p>
            {question} {help !== undefined && <small>{help}</small>}
          </p>
          <p class="answers">
            {answers.map((answer) => (
              <Answer key={answer.value} answer={answer} session={session} />
            ))}
            <StateLink
              class="chip quiet"
              session={withSetting(session, fact, unknownValue)}
              label={t.result.unknownOf(question)}
            >
              {t.result.unknown}
            </StateLink>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Answer({ answer, session }: { answer: OpenQuestion['answers'][number]; session: Session }) {
  const { library } = useHere();
  const single = library.base.facts.has(answer.fact);
  return (
    <StateLink session={withSetting(session, answer.fact, answer.value, single)}>{answer.label}</StateLink>
  );
}

/** Facts set aside with "I don't know", each with a way back. */
export function SetAside({ session }: { session: Session }) {
  const { t, library, wording, visit } = useHere();
  const aside = session.settings.filter(({ value }) => value === unknownValue);
  if (aside.length === 0) return null;
  return (
    <p class="aside">
      {t.result.setAside}:{' '}
      {aside.map(({ fact, value }) => (
        <span key={fact}>
          {library.base.facts.get(fact)?.name[visit.lang] ?? wording.fact(fact, '*')}{' '}
          <StateLink session={withoutSetting(session, fact, value)}>{t.result.askAgain}</StateLink>{' '}
        </span>
      ))}
    </p>
  );
}

/** The smallest changes that make a rival win, each ready to be tried. */
export function Changes({ changes, session }: { changes: readonly Change[]; session: Session }) {
  const { t, library } = useHere();
  const changed = (steps: Change['changes']) =>
    steps.reduce(
      (made, { kind, fact, value }) =>
        withSetting(made, fact, kind === 'deny' ? denial + value : value, library.base.facts.has(fact)),
      session,
    );
  return (
    <ul class="changes">
      {changes.map(({ winner, sentence, name, changes: steps }) => (
        <li key={`${winner} ${sentence}`}>
          {sentence}{' '}
          <StateLink session={changed(steps)} label={t.result.tryItOf(name)}>
            {t.result.tryIt}
          </StateLink>
        </li>
      ))}
    </ul>
  );
}
