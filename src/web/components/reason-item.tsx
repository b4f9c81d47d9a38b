import type { Reason } from '../../explaining/explanation-schema.ts';
import { rulePath } from '../addresses.ts';
import { useHere } from './context.ts';
import { SourceNote } from './source-note.tsx';

/** Premises shown at once; a reader keeps no more in mind. */
const premisesShown = 3;

/** Characters shown of the claim that a rule speaks for. */
const claimShown = 120;

interface ReasonItemProps {
  reason: Reason;
  /** Statements that stand in full above. */
  shown: ReadonlySet<string>;
}

function ReasonItem({ reason, shown }: ReasonItemProps) {
  const { t, to, library, wording } = useHere();
  const { rule, form, kind, points, sentence, premises, assuming, lacking, sources } = reason;
  const claim = library.rule(rule)?.claim;
  const claimed = claim && wording.claim(claim);
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
              {label}{' '}
              {words.map((word) => (
                <q key={word}>{word}</q>
              ))}
            </li>
          ))}
          {premises.length > premisesShown && <li>{t.result.morePremises}</li>}
        </ul>
      )}
      {assuming !== undefined && <p class="assuming">{t.result.assuming(assuming)}</p>}
      {lacking !== undefined && <p class="assuming">{t.result.lacking(shortened(lacking))}</p>}
      {sources.map((source) => (
        <SourceNote
          key={source.statement}
          source={source}
          short={shown.has(source.statement)}
          said={sentence}
        />
      ))}
      {sources.length === 0 && (
        <p class="source cite">{form === 'principle' ? t.browse.principles : t.result.catalogue}</p>
      )}
      <p class="rule-link">
        <a href={to(rulePath(rule))}>
          {t.result.because} <code>{rule}</code>
        </a>
        {claimed !== undefined && claimed !== sentence && `: ${shortened(claimed)}`}
      </p>
    </li>
  );
}

function shortened(text: string): string {
  return text.length > claimShown ? `${text.slice(0, text.lastIndexOf(' ', claimShown))} …` : text;
}

/** Reasons in order; a statement that several rest on is given in full with the first of them. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const before = (at: number) =>
    new Set(reasons.slice(0, at).flatMap(({ sources }) => sources.map(({ statement }) => statement)));
  return (
    <ul class="reasons">
      {reasons.map((reason, at) => (
        <ReasonItem key={reason.rule} reason={reason} shown={before(at)} />
      ))}
    </ul>
  );
}
