/**
 * Statements as rules of their own: an option that reads like one has something for it.
 */
import type { Rule, Statement } from './knowledge-base.ts';

/** The fact that an option reads like a statement. */
export const likeness = 'option.like';

const suffix = ':resembles';

/** The rule that stands for a statement itself. */
export function likenessOf({ id }: Pick<Statement, 'id'>): Rule {
  return {
    id: `${id}${suffix}`,
    form: 'resembles',
    subjects: [],
    over: [],
    condition: { fact: likeness, operator: 'contains', value: id },
    specificity: 1,
    statements: [id],
  };
}

/** The statement of a likeness's id; any other id is its own. */
export function statementLiked(id: string): string {
  return id.endsWith(suffix) ? id.slice(0, -suffix.length) : id;
}
