/**
 * A claim or rule back in the YAML its author would write.
 */
import { stringify } from 'yaml';
import type { Condition } from '../knowledge/condition.ts';
import type { Claim, Rule } from '../knowledge/knowledge-base.ts';

const one = <T>(list: readonly T[]): T | readonly T[] | undefined =>
  list.length === 0 ? undefined : list.length === 1 ? list[0] : list;

export function claimSource(claim: Claim): string {
  const { subject, act, objects, with: others, limit, negative, only, asOf } = claim;
  const amount = limit && { atMost: limit.atMost, atLeast: limit.atLeast };
  return yaml({
    subject,
    act,
    object: one(objects),
    with: one(others),
    of: limit?.fact,
    amount,
    not: negative || undefined,
    only: only || undefined,
    asOf,
  });
}

export function ruleSource(rule: Rule): string {
  const { form, subjects, over, because, statements, points } = rule;
  const { when, unless } = writtenConditions(rule);
  const verdict =
    form === 'prefers'
      ? { prefer: one(subjects), over: one(over) }
      : form === 'recommends'
        ? { recommend: one(subjects) }
        : form === 'excludes'
          ? { exclude: one(subjects) }
          : { points };
  return yaml({ ...verdict, when, unless, because, cites: statements.length > 0 ? statements : undefined });
}

/** The conditions without the one that the option names the subject: that one comes from the verdict. */
export function writtenConditions({ condition, unless, subjects, form }: Rule): {
  when: Condition;
  unless?: Condition | undefined;
} {
  const [when] = 'all' in condition ? condition.all : [];
  const isWrapped = subjects.length > 0 && ['prefers', 'recommends', 'excludes'].includes(form);
  return { when: isWrapped && when ? when : condition, unless };
}

function yaml(content: Record<string, unknown>): string {
  return stringify(content, { lineWidth: 100, keepUndefined: false }).trimEnd();
}
