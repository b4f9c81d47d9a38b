import type { Explanation } from '../../explaining/explanation-schema.ts';
import { fitsLink, linkOf, type Session, unknownValue } from '../session.ts';
import { Chosen, Rival } from './contenders.tsx';
import { useHere } from './context.ts';
import { FactList } from './fact-list.tsx';
import { Changes, OpenQuestions, SetAside } from './open-questions.tsx';
import { SessionForm, StateLink } from './state-link.tsx';
import { Understood } from './understood.tsx';

export interface ResultProps {
  explanation: Explanation;
  session: Session;
  /** Something about how the text was taken. */
  hint?: string | undefined;
}

export function Result({ explanation, session, hint }: ResultProps) {
  const { t } = useHere();
  const { contenders, caveats, changes, facts, text } = explanation;
  const rivals = contenders.filter(({ chosen }) => !chosen);
  const isUnknown = (fact: string) =>
    session.settings.some((one) => one.fact === fact && one.value === unknownValue);
  const open = explanation.open.filter(({ fact }) => !isUnknown(fact));
  const anyUnknown = session.settings.some(({ value }) => value === unknownValue);
  return (
    <section id="result" class="result" aria-labelledby="result-title">
      <Verdict explanation={explanation} session={session} hint={hint} />
      <section aria-labelledby="understood">
        <h2 id="understood">{t.result.understood}</h2>
        <Understood text={text} />
        {facts.length > 0 && (
          <details open={facts.some(({ denied, by }) => denied || by === 'answered')}>
            <summary>
              {t.result.facts} ({facts.length})
            </summary>
            <FactList facts={facts} session={session} />
          </details>
        )}
      </section>
      <section aria-labelledby="reasons">
        <h2 id="reasons">{t.result.reasons}</h2>
        {contenders
          .filter(({ chosen }) => chosen)
          .map((contender) => (
            <Chosen key={contender.id} contender={contender} />
          ))}
        {caveats.length > 0 && (
          <>
            <h3>{t.result.caveats}</h3>
            <ul>
              {caveats.map((caveat) => (
                <li key={caveat}>{caveat}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      {rivals.length > 0 && (
        <section aria-labelledby="rivals">
          <h2 id="rivals">{t.result.rivals}</h2>
          <ul class="rivals">
            {rivals.map((contender) => (
              <Rival key={contender.id} contender={contender} />
            ))}
          </ul>
        </section>
      )}
      {(open.length > 0 || anyUnknown) && (
        <section aria-labelledby="open">
          <h2 id="open">{t.result.open}</h2>
          {open.length > 0 && <p class="lead">{t.result.openLead}</p>}
          <OpenQuestions open={open} session={session} />
          <SetAside session={session} />
        </section>
      )}
      {changes.length > 0 && (
        <section aria-labelledby="changes">
          <h2 id="changes">{t.result.changes}</h2>
          <Changes changes={changes} session={session} />
        </section>
      )}
      <Share session={session} />
      <SessionForm session={session} />
    </section>
  );
}

/** The answer first, then how sure it is. */
function Verdict({ explanation, session, hint }: ResultProps) {
  const { t } = useHere();
  const { headline, standing, settled, decided, confidence, asOf } = explanation;
  const other = asOf === 'exam' ? 'today' : 'exam';
  return (
    <div class={decided ? 'verdict decided' : 'verdict'}>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <p class="eyebrow">
        {t.result.title}, {asOf === 'exam' ? t.result.examTag : t.result.todayTag}
      </p>
      <h2 id="result-title" tabIndex={-1}>
        {headline}
      </h2>
      <p>
        <strong>{standing}</strong> {t.result.confidence(Math.round(confidence * 100))}{' '}
        {settled ? t.result.settled : t.result.unsettled}
      </p>
      <p>
        <StateLink session={{ ...session, asOf: other }}>
          {other === 'today' ? t.result.toToday : t.result.toExam}
        </StateLink>
      </p>
    </div>
  );
}

function Share({ session }: { session: Session }) {
  const { t } = useHere();
  if (!fitsLink(session)) return <p class="share">{t.result.tooLongToShare}</p>;
  return (
    <p class="share">
      <a href={linkOf(session)}>{t.result.share}</a>. {t.result.shareHint}
    </p>
  );
}
