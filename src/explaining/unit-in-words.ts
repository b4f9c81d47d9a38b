/**
 * A rule or a claim as a sentence, with all it depends on: to see what became of it between two states of the rules.
 */
import type { Unit } from '../checking/units.ts';
import type { KnowledgeBase, Lang, Rule } from '../knowledge/knowledge-base.ts';
import { Wording } from './wording.ts';

const words = {
  en: { when: 'when', unless: 'unless', as: 'as of', over: 'over' },
  es: { when: 'cuando', unless: 'salvo que', as: 'según', over: 'antes que' },
};

export function unitInWords({ rules }: Unit, base: KnowledgeBase, lang: Lang): string {
  const wording = new Wording(base, lang);
  const t = words[lang];
  const [rule] = rules;
  if (!rule) return '';
  const { claim } = rule;
  const when = claim ? claim.when : rule.condition;
  const unless = claim ? claim.unless : rule.unless;
  const asOf = claim ? claim.asOf : rule.asOf;
  return [
    claim ? wording.claim(claim).replace(/\.$/, '') : verdictOf(rule, wording, t.over),
    ...(when ? [`${t.when} ${wording.condition(when)}`] : []),
    ...(unless ? [`${t.unless} ${wording.condition(unless)}`] : []),
    ...(asOf ? [`${t.as} ${asOf}`] : []),
  ].join(', ');
}

function verdictOf({ form, subjects, over }: Rule, wording: Wording, than: string): string {
  const names = (ids: readonly string[]) => ids.map((id) => wording.name(id)).join(', ');
  return `${wording.kind(form)}: ${names(subjects)}${over.length > 0 ? ` ${than} ${names(over)}` : ''}`;
}
