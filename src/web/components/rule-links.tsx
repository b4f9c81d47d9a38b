import type { Claim, Rule, Statement } from '../../knowledge/knowledge-base.ts';
import { outcomePath, rulePath, statementPath } from '../addresses.ts';
import { writtenConditions } from '../written-form.ts';
import { useHere } from './context.ts';

/** Entries of a list shown at once, claims of a statement, and characters of a condition; the rest folds. */
const entriesShown = 6;
const claimsShown = 3;
const conditionShown = 160;

/** Authored rules by their reason, and when they speak. */
export function RuleLinks({ rules }: { rules: readonly Rule[] }) {
  const { to, t, visit, wording } = useHere();
  return (
    <ul class="entries">
      {rules.map((rule) => (
        <li key={rule.id}>
          <a class="entry" href={to(rulePath(rule.id))}>
            {rule.because?.[visit.lang] ?? rule.id}
          </a>
          <p class="meta">
            {rule.over.length > 0 && (
              <span>{t.browse.prefer(rule.subjects.map((id) => wording.name(id)).join(', '))}</span>
            )}{' '}
            <When words={wording.condition(writtenConditions(rule).when)} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function When({ words }: { words: string }) {
  const { t } = useHere();
  if (words.length <= conditionShown)
    return (
      <span>
        {t.browse.when}: {words}
      </span>
    );
  const cut = words.lastIndexOf(' ', conditionShown);
  return (
    <span title={words}>
      {t.browse.when}: {words.slice(0, cut)} …
    </span>
  );
}

/** The claims of one statement, folded where they are many. */
export function FoldedClaims({ claims }: { claims: readonly Claim[] }) {
  const { t } = useHere();
  if (claims.length <= claimsShown) return <ClaimLinks claims={claims} />;
  return (
    <details>
      <summary>{t.browse.claimCount(claims.length)}</summary>
      <ClaimLinks claims={claims} />
    </details>
  );
}

/** Claims under the statements that make them, most first, then those of the catalogue; what is many folds. */
export function ClaimsByStatement({ claims }: { claims: readonly Claim[] }) {
  const { t, library } = useHere();
  const own = claims.filter(({ statement }) => statement === undefined);
  const stated = library
    .statementsOf([...new Set(claims.flatMap(({ statement }) => statement ?? []))])
    .map((statement) => ({ statement, claims: claims.filter((claim) => claim.statement === statement.id) }))
    .sort((a, b) => b.claims.length - a.claims.length);
  const rest = stated.length - entriesShown;
  return (
    <>
      <StatementLinks stated={stated.slice(0, entriesShown)} />
      {rest > 0 && (
        <details>
          <summary>{t.browse.more(rest)}</summary>
          <StatementLinks stated={stated.slice(entriesShown)} />
        </details>
      )}
      {own.length > 0 && (
        <>
          <p class="meta">{t.result.catalogue}</p>
          <FoldedClaims claims={own} />
        </>
      )}
    </>
  );
}

interface Stated {
  statement: Statement;
  claims: readonly Claim[];
}

function StatementLinks({ stated }: { stated: readonly Stated[] }) {
  const { to, t, visit } = useHere();
  if (stated.length === 0) return null;
  return (
    <ul class="entries">
      {stated.map(({ statement: { id, text, lines }, claims }) => (
        <li key={id}>
          <a class="entry" href={to(statementPath(id))}>
            {text[visit.lang]}
          </a>
          {lines.length === 0 && <p class="meta">{t.browse.general}</p>}
          <ClaimLines claims={claims.slice(0, claimsShown)} />
          {claims.length > claimsShown && (
            <details>
              <summary>{t.browse.more(claims.length - claimsShown)}</summary>
              <ClaimLines claims={claims.slice(claimsShown)} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Claims as small print. */
function ClaimLines({ claims }: { claims: readonly Claim[] }) {
  const { to, t, wording } = useHere();
  return (
    <>
      {claims.map((claim) => (
        <p key={claim.id} class="meta">
          <a class="quiet-link" href={to(rulePath(claim.id))}>
            {wording.claim(claim)}
          </a>{' '}
          {claim.asOf !== undefined && <span class="tag">{t.browse.asOf[claim.asOf]}</span>}
        </p>
      ))}
    </>
  );
}

/** Claims in words. */
export function ClaimLinks({ claims }: { claims: readonly Claim[] }) {
  const { to, t, wording } = useHere();
  return (
    <ul class="entries">
      {claims.map((claim) => (
        <li key={claim.id}>
          <a class="entry" href={to(rulePath(claim.id))}>
            {wording.claim(claim)}
          </a>
          {claim.asOf !== undefined && (
            <p class="meta">
              <span class="tag">{t.browse.asOf[claim.asOf]}</span>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

export function OutcomeLinks({ ids }: { ids: readonly string[] }) {
  const { to, wording } = useHere();
  return (
    <ul class="inline">
      {ids.map((id) => (
        <li key={id}>
          <a class="entry" href={to(outcomePath(id))}>
            {wording.name(id)}
          </a>
        </li>
      ))}
    </ul>
  );
}
