import type { Explanation } from '../../explaining/explanation-schema.ts';
import { fitsLink, linkOf, type Session, stateOf } from '../session.ts';
import { Changes } from './changes.tsx';
import { Chosen, Rival } from './contenders.tsx';
import { useHere } from './context.ts';
import { FactList, withdrawnOf } from './fact-list.tsx';
import { OpenQuestions } from './open-questions.tsx';
import { Picked } from './picked.tsx';
import { SessionForm, StateLink } from './state-link.tsx';
import { Understood } from './understood.tsx';
import { WeighedLegend } from './weighed.tsx';

export interface ResultProps {
  explanation: Explanation;
  session: Session;
  /** Something about how the text was taken. */
  hint?: string | undefined;
}

export function Result({ explanation, session, hint }: ResultProps) {
  const here = useHere();
  const { t } = here;
  const { contenders, changes, text } = explanation;
  const facts = [...explanation.facts, ...withdrawnOf(session, here)];
  const rivals = contenders.filter(({ chosen }) => !chosen);
  return (
    <section id="result" class="result" aria-labelledby="result-title">
      {explanation.picked && <Picked picked={explanation.picked} session={session} />}
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
      <Reasons explanation={explanation} />
      {rivals.length > 0 && (
        <section aria-labelledby="rivals">
          <h2 id="rivals">{t.result.rivals}</h2>
          <ul class="rivals">
            {rivals.map((contender) => (
              <Rival key={contender.id} contender={contender} stem={explanation.stem} session={session} />
            ))}
          </ul>
        </section>
      )}
      <OpenQuestions open={explanation.open} session={session} />
      <Changes changes={changes} session={session} />
      <Share session={session} />
      <SessionForm session={session} />
    </section>
  );
}

/** The answer first, then how sure it is. */
function Verdict({ explanation, session, hint }: ResultProps) {
  const { t } = useHere();
  const { headline, standing, settled, decided, confidence, basis, asOf } = explanation;
  const other = asOf === 'exam' ? 'today' : 'exam';
  const isAnswered = explanation.contenders.some(({ chosen }) => chosen);
  return (
    <div class={decided ? 'verdict decided' : 'verdict'}>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <p class="eyebrow">
        {t.result.title}, {asOf === 'exam' ? t.result.examTag : t.result.todayTag}
      </p>
      <h2 {...(explanation.picked ? {} : { id: 'result-title', tabIndex: -1 })}>{headline}</h2>
      <p>
        <strong>{standing}</strong>
        {isAnswered && ` ${t.result.confidence(Math.round(confidence * 100))} `}
        {isAnswered && `${t.result.basis[basis]} `}
        {isAnswered && (settled ? t.result.settled : t.result.unsettled)}
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
  if (!fitsLink(session)) {
    return (
      <form class="share" method="post" action="/keep">
        <input type="hidden" name="q" value={session.text} />
        <input type="hidden" name="state" value={stateOf(session)} />
        <p>
          {t.result.tooLongToShare}{' '}
          <button type="submit" class="chip">
            {t.keeper.keep.link}
          </button>
        </p>
      </form>
    );
  }
  return (
    <p class="share">
      <a href={linkOf(session)}>{t.result.share}</a>. {t.result.shareHint}{' '}
      <a href={linkOf(session, '/keep')}>{t.keeper.keep.link}</a>.
    </p>
  );
}

/** Why what is chosen is chosen, and what to keep in mind. */
function Reasons({ explanation }: { explanation: Explanation }) {
  const { t } = useHere();
  const chosen = explanation.contenders.filter((contender) => contender.chosen);
  if (chosen.length === 0) return null;
  return (
    <section aria-labelledby="reasons">
      <h2 id="reasons">{t.result.reasons}</h2>
      {chosen.map((contender) => (
        <Chosen key={contender.id} contender={contender} stem={explanation.stem} />
      ))}
      <WeighedLegend contenders={explanation.contenders} />
      {explanation.caveats.length > 0 && (
        <>
          <h3>{t.result.caveats}</h3>
          <ul>
            {explanation.caveats.map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
