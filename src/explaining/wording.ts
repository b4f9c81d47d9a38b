/**
 * Sentences around the knowledge: how facts, claims and verdicts are put into words, in both languages.
 */

import { anything } from '../knowledge/claim-rules.ts';
import { type Condition, comparisons } from '../knowledge/condition.ts';
import type { Claim, Form, KnowledgeBase, Lang, Quantity, Rule } from '../knowledge/knowledge-base.ts';
import { likeness } from '../knowledge/likeness.ts';

import type { Correction } from '../reasoning/consultation.ts';

const kinds: Record<Lang, Record<Form, string>> = {
  en: {
    serves: 'meets a need',
    meets: 'does what is spoken of',
    fits: 'has to do with the question',
    does: 'does that kind of thing',
    supports: 'a step that holds',
    alone: 'nothing else does it',
    cannot: 'can not meet a need',
    contradicts: 'a step that can not be',
    exceeds: 'beyond its limit',
    prefers: 'the better of the two',
    leans: 'likely the better of the two',
    recommends: 'called for',
    excludes: 'ruled out',
    principle: 'what exams reward',
    resembles: 'reads like what is noted',
  },
  es: {
    serves: 'cubre una necesidad',
    meets: 'hace aquello de lo que se habla',
    fits: 'tiene que ver con la pregunta',
    does: 'hace ese tipo de cosas',
    supports: 'un paso correcto',
    alone: 'nadie más lo hace',
    cannot: 'no puede cubrir una necesidad',
    contradicts: 'un paso imposible',
    exceeds: 'supera su límite',
    prefers: 'el mejor de los dos',
    leans: 'probablemente el mejor de los dos',
    recommends: 'es lo indicado',
    excludes: 'queda descartado',
    principle: 'lo que premian los exámenes',
    resembles: 'se parece a lo anotado',
  },
};

const roles: Record<Lang, Record<string, string>> = {
  en: { need: 'wanted', ask: 'asked', 'must-not': 'must not be', symptom: 'goes wrong', setting: 'given' },
  es: {
    need: 'se quiere',
    ask: 'se pregunta',
    'must-not': 'no debe ser',
    symptom: 'va mal',
    setting: 'se da',
  },
};

const phrases = {
  en: {
    can: (subject: string, doing: string) => `${subject} can ${doing}.`,
    cannot: (subject: string, doing: string) => `${subject} can not ${doing}.`,
    is: (subject: string, thing: string) => `${subject}: ${thing}.`,
    isNot: (subject: string, thing: string) => `${subject} is not the one for: ${thing}.`,
    limit: (subject: string, of: string, amount: string) => `${subject}: ${of} ${amount}.`,
    atMost: (amount: string) => `at most ${amount}`,
    atLeast: (amount: string) => `at least ${amount}`,
    with: 'with',
    isWanted: (thing: string) => `Is this wanted: ${thing}?`,
    isWantedTo: (act: string, thing: string) => `Is this wanted: ${act} – ${thing}?`,
    isWrong: (thing: string) => `Does this go wrong: ${thing}?`,
    isPart: (thing: string) => `Does this play a part: ${thing}?`,
    wanted: 'wanted',
    mustNot: 'must not',
    given: 'given',
    wrong: 'goes wrong',
    mentioned: 'mentioned',
    names: 'the option names',
    says: 'the option says',
    inCommon: 'words in common',
    not: 'not',
    step: 'step',
    and: 'and',
    or: 'or',
  },
  es: {
    can: (subject: string, doing: string) => `${subject} puede ${doing}.`,
    cannot: (subject: string, doing: string) => `${subject} no puede ${doing}.`,
    is: (subject: string, thing: string) => `${subject}: ${thing}.`,
    isNot: (subject: string, thing: string) => `${subject} no es lo indicado para: ${thing}.`,
    limit: (subject: string, of: string, amount: string) => `${subject}: ${of} ${amount}.`,
    atMost: (amount: string) => `como máximo ${amount}`,
    atLeast: (amount: string) => `como mínimo ${amount}`,
    with: 'con',
    isWanted: (thing: string) => `¿Se quiere esto: ${thing}?`,
    isWantedTo: (act: string, thing: string) => `¿Se quiere esto: ${act} – ${thing}?`,
    isWrong: (thing: string) => `¿Falla esto: ${thing}?`,
    isPart: (thing: string) => `¿Interviene esto: ${thing}?`,
    wanted: 'se quiere',
    mustNot: 'no debe',
    given: 'se da',
    wrong: 'va mal',
    mentioned: 'se menciona',
    names: 'la opción nombra',
    says: 'la opción dice',
    inCommon: 'palabras en común',
    not: 'no',
    step: 'paso',
    and: 'y',
    or: 'o',
  },
} as const;

export class Wording {
  private readonly base: KnowledgeBase;
  private readonly lang: Lang;

  constructor(base: KnowledgeBase, lang: Lang) {
    this.base = base;
    this.lang = lang;
  }

  kind(form: Form): string {
    return kinds[this.lang][form];
  }

  role(role: string): string {
    return roles[this.lang][role] ?? role;
  }

  /** Name of a concept, act or outcome. */
  name(id: string): string {
    const { concepts, acts, outcomes } = this.base;
    const term = concepts.get(id) ?? acts.get(id);
    return term?.name[this.lang] ?? outcomes.get(id)?.name ?? id;
  }

  /** A claim as a sentence: "AWS Secrets Manager can rotate: credential." */
  claim(claim: Claim): string {
    const words = phrases[this.lang];
    const subject = this.name(claim.subject);
    const objects = claim.objects.map((object) => this.name(object)).join(', ');
    const others =
      claim.with.length > 0 ? ` (${words.with} ${claim.with.map((id) => this.name(id)).join(', ')})` : '';
    if (claim.limit) {
      const fact = this.base.facts.get(claim.limit.fact);
      const unit = fact?.kind === 'quantity' ? this.unit(fact) : '';
      const { atMost, atLeast } = claim.limit;
      const amount = [
        ...(atMost === undefined ? [] : [words.atMost(`${atMost} ${unit}`)]),
        ...(atLeast === undefined ? [] : [words.atLeast(`${atLeast} ${unit}`)]),
      ].join(', ');
      return words.limit(subject, fact?.name[this.lang] ?? claim.limit.fact, amount);
    }
    if (claim.act === 'is') return (claim.negative ? words.isNot : words.is)(subject, objects + others);
    const doing = `${this.name(claim.act)}${objects === '' ? '' : `: ${objects}`}${others}`;
    return (claim.negative ? words.cannot : words.can)(subject, doing);
  }

  /** A change of one fact, with its label. */
  change({ kind, fact, value }: Correction) {
    const label = this.fact(fact, kind === 'deny' ? `~${value}` : String(value));
    return { kind, fact, value: String(value), label };
  }

  /** What a rule says: in its author's words, or as its claim. */
  rule(rule: Rule): string {
    const { because, claim, id } = rule;
    return because?.[this.lang] ?? (claim ? this.claim(touched(claim, rule)) : id);
  }

  /** A fact with its value: "wanted: rotate credential". */
  fact(fact: string, value: string): string {
    const words = phrases[this.lang];
    if (fact === likeness) return words.inCommon;
    const denied = value.startsWith('~');
    const thing = denied ? `${words.not} ${this.name(value.slice(1))}` : this.things(value);
    const [prefix = '', ...rest] = fact.split('.');
    const act = rest.length > 0 && rest[0] !== 'is' ? `${this.name(rest.join('.'))} ` : '';
    const known = this.base.facts.get(fact);
    if (known?.kind === 'choice')
      return `${known.name[this.lang]}: ${known.values[value]?.name[this.lang] ?? value}`;
    if (known?.kind === 'quantity') return `${known.name[this.lang]}: ${value} ${this.unit(known)}`;
    const heads: Record<string, string> = {
      need: words.wanted,
      'must-not': words.mustNot,
      step: words.step,
      setting: words.given,
      symptom: words.wrong,
      about: words.mentioned,
      option: fact === 'option.name' ? words.names : words.says,
    };
    const doing = fact.startsWith('option') ? '' : act;
    return `${heads[prefix] ?? fact}: ${doing}${value === anything ? '' : thing}`.trim();
  }

  /** A condition in words: "wanted: rotate credential and mentioned: least cost". */
  condition(condition: Condition): string {
    const joined = (parts: Condition[], by: string) =>
      parts.map((part) => this.condition(part)).join(` ${by} `);
    const words = phrases[this.lang];
    if ('all' in condition) return joined(condition.all, words.and);
    if ('any' in condition) return `(${joined(condition.any, words.or)})`;
    const { fact, operator, value } = condition;
    if (operator === 'lacks' || operator === 'differs') return this.fact(fact, `~${value}`);
    return this.fact(fact, `${comparisons[operator] ?? ''}${value}`);
  }

  /** The unit of a quantity in words: the first that the language has. */
  private unit({ dimension, unit }: Quantity): string {
    return this.base.units[dimension]?.[unit]?.name[this.lang] ?? unit;
  }

  /** What to ask for a fact that is open. */
  question(fact: string, value: string): string {
    const known = this.base.facts.get(fact);
    if (known) return known.question[this.lang];
    const words = phrases[this.lang];
    const [prefix = '', ...rest] = fact.split('.');
    const act = rest.length > 0 && rest[0] !== 'is' ? this.name(rest.join('.')) : '';
    const thing = this.things(value);
    if (prefix === 'need') return act === '' ? words.isWanted(thing) : words.isWantedTo(act, thing);
    return prefix === 'symptom' ? words.isWrong(thing) : words.isPart(thing);
  }

  /** Names of one id, or of the two of a step. */
  private things(value: string): string {
    return value
      .split(' ')
      .filter((id) => id !== anything)
      .map((id) => this.name(id))
      .join(' + ');
  }
}

/** The claim with only the object that the question or the option spoke of. */
export function touched(claim: Claim, { about }: Rule): Claim {
  const object = about?.value.split(' ').at(-1);
  return object !== undefined && claim.objects.includes(object) ? { ...claim, objects: [object] } : claim;
}
