import type { Contender } from '../../explaining/explanation-schema.ts';
import { outcomePath } from '../addresses.ts';
import { useHere } from './context.ts';
import { ReasonList } from './reason-item.tsx';

/** Reasons shown at once; the rest folds. */
const reasonsShown = 3;

/** An option by its letter and text, an outcome by its name with a link. */
function ContenderName({ contender }: { contender: Contender }) {
  const { to, library } = useHere();
  const { id, name } = contender;
  if (library.base.outcomes.has(id)) return <a href={to(outcomePath(id))}>{name}</a>;
  return (
    <>
      <span class="letter">{id}</span> {name}
    </>
  );
}

export function Chosen({ contender }: { contender: Contender }) {
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
    </article>
  );
}

export function Rival({ contender }: { contender: Contender }) {
  const { t } = useHere();
  const { points, verdict, why, unmet, against } = contender;
  return (
    <li class="rival">
      <h3 class="rival-name">
        <ContenderName contender={contender} />
      </h3>
      <p>
        <span class={`tag ${verdict}`}>{t.result.verdicts[verdict]}</span>{' '}
        <span class="points">{t.result.points(points)}</span> {why}
      </p>
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
        </details>
      )}
    </li>
  );
}
