import type { Explanation } from '../../explaining/explanation-schema.ts';
import type { Session } from '../session.ts';
import { useHere } from './context.ts';
import { ReasonList } from './reason-item.tsx';
import { StateLink } from './state-link.tsx';

/** Reasons shown on each side; the rest stands with the options below. */
const reasonsShown = 2;

type Pick = NonNullable<Explanation['picked']>;

/** "I chose C, why not?", answered before anything else. */
export function Picked({ picked, session }: { picked: Pick; session: Session }) {
  const { t } = useHere();
  const { picked: _, ...without } = session;
  return (
    <div class="verdict picked">
      <p class="eyebrow">{t.result.yourPick}</p>
      <h2 id="result-title" tabIndex={-1}>
        {picked.sentence}
      </h2>
      {picked.instead.map(({ picked: letter, answer, against, for: better }) => (
        <div key={letter}>
          {against.length > 0 && (
            <>
              <h3>{t.result.againstPick(letter)}</h3>
              <ReasonList reasons={against.slice(0, reasonsShown)} />
            </>
          )}
          {better.length > 0 && (
            <>
              <h3>{t.result.forInstead(answer)}</h3>
              <ReasonList reasons={better.slice(0, reasonsShown)} />
            </>
          )}
        </div>
      ))}
      {session.picked && (
        <p>
          <StateLink session={without}>{t.result.forgetPick}</StateLink>
        </p>
      )}
    </div>
  );
}
