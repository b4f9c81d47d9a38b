import type { Claim, Rule } from '../../knowledge/knowledge-base.ts';
import { outcomePath, rulePath } from '../addresses.ts';
import { useHere } from './context.ts';

/** Authored rules by their reason. */
export function RuleLinks({ rules }: { rules: readonly Rule[] }) {
  const { to, visit } = useHere();
  return (
    <ul class="entries">
      {rules.map(({ id, because }) => (
        <li key={id}>
          <a href={to(rulePath(id))}>{because?.[visit.lang] ?? id}</a>
        </li>
      ))}
    </ul>
  );
}

/** Claims in words. */
export function ClaimLinks({ claims }: { claims: readonly Claim[] }) {
  const { to, t, wording } = useHere();
  return (
    <ul class="entries">
      {claims.map((claim) => (
        <li key={claim.id}>
          <a href={to(rulePath(claim.id))}>{wording.claim(claim)}</a>
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
          <a href={to(outcomePath(id))}>{wording.name(id)}</a>
        </li>
      ))}
    </ul>
  );
}
