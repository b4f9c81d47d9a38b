import type { Claim, Rule } from '../../knowledge/knowledge-base.ts';
import { outcomePath, rulePath } from '../addresses.ts';
import { writtenConditions } from '../written-form.ts';
import { useHere } from './context.ts';

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
            <span>
              {t.browse.when}: {wording.condition(writtenConditions(rule).when)}
            </span>
          </p>
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
