import type { Reason } from '../../explaining/explanation-schema.ts';
import { rulePath } from '../addresses.ts';
import { useHere } from './context.ts';
import { SourceNote } from './source-note.tsx';

/** Premises shown at once; a reader keeps no more in mind. */
const premisesShown = 3;

export function ReasonItem({ reason }: { reason: Reason }) {
  const { t, to } = useHere();
  const { rule, kind, points, sentence, premises, assuming, sources } = reason;
  return (
    <li class={points < 0 ? 'reason con' : 'reason pro'}>
      <p class="because">
        <span class="points">{t.result.points(points)}</span> <span class="kind">{kind}</span>
        <br />
        {sentence}
      </p>
      {premises.length > 0 && (
        <ul class="premises" aria-label={t.result.premises}>
          {premises.slice(0, premisesShown).map(({ fact, value, label, words }) => (
            <li key={`${fact}=${value}`}>
              {label}
              {words.map((word) => (
                <q key={word}>{word}</q>
              ))}
            </li>
          ))}
          {premises.length > premisesShown && <li>{t.result.morePremises}</li>}
        </ul>
      )}
      {assuming !== undefined && <p class="assuming">{t.result.assuming(assuming)}</p>}
      {sources.map((source) => (
        <SourceNote key={source.statement} source={source} />
      ))}
      <p class="rule-link">
        <a href={to(rulePath(rule))}>
          {t.result.because} <code>{rule}</code>
        </a>
      </p>
    </li>
  );
}

export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <ul class="reasons">
      {reasons.map((reason) => (
        <ReasonItem key={reason.rule} reason={reason} />
      ))}
    </ul>
  );
}
