import type { Contender } from '../../explaining/explanation-schema.ts';
import { outcomePath } from '../addresses.ts';
import type { Session } from '../session.ts';
import { useHere } from './context.ts';
import { ReasonList } from './reason-item.tsx';
import { StateLink } from './state-link.tsx';
import { Weighed, WeighedStem } from './weighed.tsx';

/** Reasons shown at once; the rest folds. */
const reasonsShown = 3;

/** An option by its letter and text, an outcome by its name with a link. */
function ContenderName({ contender }: { contender: Contender }) {
  const { to } = useHere();
  const { id, name, kind } = contender;
  if (kind === 'outcome') return <a href={to(outcomePath(id))}>{name}</a>;
  return (
    <>
      <span class="letter">{id}</span>{' '}
      <Weighed text={name} reasons={[...contender.for, ...contender.against]} part="option" />
    </>
  );
}

interface ContenderProps {
  contender: Contender;
  stem: string;
}

export function Chosen({ contender, stem }: ContenderProps) {
  const { t } = useHere();
  const rest = contender.for.slice(reasonsShown);
  return (
    <article class="chosen">
      <header class="chosen-head">
        <h3 class="chosen-name">
          <ContenderName contender={contender} />
        </h3>
        <p class="chosen-points points">{t.result.points(contender.points)}</p>
      </header>
      <ReasonList reasons={contender.for.slice(0, reasonsShown)} />
      {rest.length > 0 && (
        <details>
          <summary>{t.result.moreReasons(rest.length)}</summary>
          <ReasonList reasons={rest} />
        </details>
      )}
      {contender.against.length > 0 && (
        <>
          <h4>{t.result.against}</h4>
          <ReasonList reasons={contender.against} />
        </>
      )}
      <WeighedStem stem={stem} contender={contender} />
    </article>
  );
}

export function Rival({ contender, stem, session }: ContenderProps & { session: Session }) {
  const { t } = useHere();
  const { id, kind, points, verdict, why, unmet, against } = contender;
  return (
    <li class="rival">
      <h3 class="rival-name">
        <ContenderName contender={contender} />
      </h3>
      <p>
        <span class={`tag ${verdict}`}>{t.result.verdicts[verdict]}</span>{' '}
        <span class="points">{t.result.points(points)}</span> {why}
      </p>
      {kind === 'option' && !session.picked?.includes(id) && (
        <p>
          <StateLink session={{ ...session, picked: [id] }} label={t.result.whyNotOf(id)}>
            {t.result.whyNot}
          </StateLink>
        </p>
      )}
      {unmet.length > 0 && (
        <p class="unmet">
          {t.result.unmet}: {unmet.join('; ')}
        </p>
      )}
      {contender.for.length + against.length > 0 && (
        <details>
          <summary>{t.result.details}</summary>
          {against.length > 0 && (
            <>
              <h4>{t.result.againstIt}</h4>
              <ReasonList reasons={against} />
            </>
          )}
          {contender.for.length > 0 && (
            <>
              <h4>{t.result.forIt}</h4>
              <ReasonList reasons={contender.for} />
            </>
          )}
          <WeighedStem stem={stem} contender={contender} />
        </details>
      )}
    </li>
  );
}
