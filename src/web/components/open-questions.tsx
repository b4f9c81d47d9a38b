import type { OpenQuestion } from '../../explaining/explanation-schema.ts';
import { denial } from '../../reading/facts.ts';
import {
  fitsLink,
  isUnknown,
  linkOf,
  type Session,
  stateOf,
  unknownMark,
  withoutFact,
  withoutSetting,
  withSetting,
} from '../session.ts';
import { useHere } from './context.ts';
import { StateLink, swapsResult } from './state-link.tsx';

interface OpenQuestionsProps {
  open: readonly OpenQuestion[];
  session: Session;
}

/** What could still matter, one click from its answer; what was set aside as unknown can be asked again. */
export function OpenQuestions({ open, session }: OpenQuestionsProps) {
  const { t } = useHere();
  const asked = open.filter((question) => !isSetAside(question, session));
  if (asked.length === 0 && !session.settings.some(({ value }) => isUnknown(value))) return null;
  return (
    <section aria-labelledby="open">
      <h2 id="open">{t.result.open}</h2>
      {asked.length > 0 && <p class="lead">{t.result.openLead}</p>}
      <ul class="open">
        {asked.map((question) => (
          <Question key={`${question.fact} ${question.question}`} open={question} session={session} />
        ))}
      </ul>
      <SetAside session={session} />
      {fitsLink(session) && (
        <p>
          <a href={linkOf({ ...session, interview: { asked: 0 } })}>{t.interview.goOn}</a>
        </p>
      )}
    </section>
  );
}

function isSetAside({ fact, answers }: OpenQuestion, { settings }: Session): boolean {
  const values = [unknownMark, ...answers.map(({ value }) => unknownMark + value)];
  return settings.some((setting) => setting.fact === fact && values.includes(setting.value));
}

function Question({ open, session }: { open: OpenQuestion; session: Session }) {
  const { t, library } = useHere();
  const { fact, question, help, answers } = open;
  const kind = library.base.facts.get(fact)?.kind;
  const [only] = answers;
  const unknown = unknownMark + (kind === undefined && only ? only.value : '');
  return (
    <li>
      <p>
        {question} {help !== undefined && <small>{help}</small>}
      </p>
      <div class="answers">
        {kind === 'quantity' && <AmountForm fact={fact} question={question} session={session} />}
        {kind === 'choice' &&
          answers.map(({ value, label }) => (
            <StateLink key={value} session={withSetting(withoutFact(session, fact), fact, value)}>
              {label}
            </StateLink>
          ))}
        {kind === undefined && only && (
          <YesNo fact={fact} value={only.value} question={question} session={session} />
        )}
        <StateLink
          class="chip quiet"
          session={withSetting(session, fact, unknown)}
          label={t.result.unknownOf(question)}
        >
          {t.result.unknown}
        </StateLink>
      </div>
    </li>
  );
}

interface YesNoProps {
  fact: string;
  value: string;
  question: string;
  session: Session;
}

function YesNo({ fact, value, question, session }: YesNoProps) {
  const { t } = useHere();
  return (
    <>
      <StateLink session={withSetting(session, fact, value)} label={`${t.result.yes}: ${question}`}>
        {t.result.yes}
      </StateLink>{' '}
      <StateLink session={withSetting(session, fact, denial + value)} label={`${t.result.no}: ${question}`}>
        {t.result.no}
      </StateLink>
    </>
  );
}

/** A number with the unit of its fact. */
function AmountForm({ fact, question, session }: { fact: string; question: string; session: Session }) {
  const { t, library } = useHere();
  const known = library.base.facts.get(fact);
  const unit = known?.kind === 'quantity' ? known.unit : '';
  return (
    <form class="amount" method="post" action="/advise" hx-post="/advise" {...swapsResult}>
      <input type="hidden" name="q" value={session.text} />
      <input type="hidden" name="state" value={stateOf(withoutFact(session, fact))} />
      <label>
        <span class="unseen">{question}</span>
        <input type="number" name={fact} min="0" step="any" required /> {unit}
      </label>
      <button type="submit" class="chip">
        {t.result.answer}
      </button>
    </form>
  );
}

function SetAside({ session }: { session: Session }) {
  const { t, library, wording, visit } = useHere();
  const aside = session.settings.filter(({ value }) => isUnknown(value));
  if (aside.length === 0) return null;
  return (
    <p class="aside">
      {t.result.setAside}:{' '}
      {aside.map(({ fact, value }) => (
        <span key={`${fact}=${value}`}>
          {library.base.facts.get(fact)?.name[visit.lang] ??
            wording.fact(fact, value.slice(unknownMark.length) || '*')}{' '}
          <StateLink session={withoutSetting(session, fact, value)}>{t.result.askAgain}</StateLink>{' '}
        </span>
      ))}
    </p>
  );
}
