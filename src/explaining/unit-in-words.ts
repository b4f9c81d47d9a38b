/**
 * A rule or a claim as a sentence, with all it depends on: to see what became of it between two states of the rules.
 */
import type { KnowledgeBase, Lang, Rule } from '../knowledge/knowledge-base.ts';
import { Wording } from './wording.ts';

const words = {
  en: { when: 'when', unless: 'unless', as: 'as of', over: 'over' },
  es: { when: 'cuando', unless: 'salvo que', as: 'según', over: 'antes que' },
};

/**
 * @param id of a rule that an author wrote, or of a claim
 * @returns undefined where the base has no such rule or claim
 */
export function unitInWords(id: string, base: KnowledgeBase, lang: Lang): string | undefined {
  const wording = new Wording(base, lang);
  const t = words[lang];
  const claim = base.claims.find((each) => each.id === id);
  const rule = claim ? undefined : base.authored.find((each) => each.id === id);
  const said = claim
    ? wording.claim(claim).replace(/\.$/, '')
    : rule && `${wording.kind(rule.form)}: ${sidesOf(rule, wording, t.over)}`;
  if (said === undefined) return undefined;
  const when = claim?.when ?? rule?.condition;
  const { unless, asOf } = claim ?? rule ?? {};
  return [
    said,
    ...(when ? [`${t.when} ${wording.condition(when)}`] : []),
    ...(unless ? [`${t.unless} ${wording.condition(unless)}`] : []),
    ...(asOf ? [`${t.as} ${asOf}`] : []),
  ].join(', ');
}

function sidesOf({ subjects, over }: Rule, wording: Wording, than: string): string {
  const names = (ids: readonly string[]) => ids.map((id) => wording.name(id)).join(', ');
  return over.length > 0 ? `${names(subjects)} ${than} ${names(over)}` : names(subjects);
}
