/**
 * Where an interview stands, in words: the question and why it is asked, what is left, what is proved.
 */

import { decisionOf, serviceOf } from '../interviewing/decision.ts';
import { flipSets } from '../interviewing/flip-sets.ts';
import type { Interview, InterviewSoFar } from '../interviewing/interview.ts';
import { isProved, mostQuestions } from '../interviewing/interview.ts';
import { openIn } from '../interviewing/open.ts';
import { type Asked, mostOptions } from '../interviewing/questions.ts';
import { effectsOf } from '../interviewing/what-if.ts';
import { anything } from '../knowledge/claim-rules.ts';
import type { KnowledgeBase, Lang } from '../knowledge/knowledge-base.ts';
import type { Advisor, Conclusion } from '../reasoning/consultation.ts';
import { contendersOf } from '../reasoning/contenders.ts';
import type { Effect, Flips, InterviewQuestion, InterviewState } from './interview-schema.ts';
import { Wording } from './wording.ts';

const phrases = {
  en: {
    act: 'What must be done?',
    object: (act: string) => `What is it that you need to ${act}?`,
    thing: 'Which of these play a part?',
    given: 'Which of these are in use already, or named?',
    several: 'Tick what applies. What you leave counts as not so.',
    first: 'Tick what applies; the rest stays open.',
    amount: (thresholds: string) => `The rules compare it with ${thresholds}.`,
    why: (possible: number, best: string) =>
      `Of all that could be asked, this tells most about the ${possible} outcomes still possible.${best}`,
    whyBest: (name: string, label: string) => ` “${label}”, for example, would speak for ${name}.`,
    budget: (possible: number, expected: number, worst: number) =>
      `${possible === 1 ? 'One outcome is' : `${possible} outcomes are`} still possible. About ${expected} more ${expected === 1 ? 'question' : 'questions'}, ${worst} at most.`,
    done: (possible: number) =>
      `${possible === 1 ? 'One outcome is' : `${possible} outcomes are`} still possible. No question is left.`,
    settled: (name: string, open: number) =>
      open === 0
        ? `Settled: no written rule about the contenders waits for anything. ${name} stays, unless a need not yet spoken of adds to a rival.`
        : `Settled: whatever the ${open === 1 ? 'one fact is' : `${open} facts are`} that written rules about the contenders still wait for, ${name} stays, unless a need not yet spoken of adds to a rival.`,
    decided: (open: number) =>
      `Decided, not proved: rules about the contenders still wait for ${open === 1 ? 'one fact' : `${open} facts`}.`,
    undecided: (open: number) =>
      `Not decided, not proved: rules about the contenders still wait for ${open === 1 ? 'one fact' : `${open} facts`}.`,
    service: (name: string, open: number) =>
      `The service is decided, ${name}; which part of it is not. Not proved: rules about the contenders still wait for ${open === 1 ? 'one fact' : `${open} facts`}.`,
    nothing: 'Nothing is known yet.',
    spent: `${mostQuestions} questions are asked.`,
  },
  es: {
    act: '¿Qué hay que hacer?',
    object: (act: string) => `¿Qué es lo que hay que ${act}?`,
    thing: '¿Cuáles de estas cosas intervienen?',
    given: '¿Cuáles de estos se usan ya, o se nombran?',
    several: 'Marca lo que corresponda. Lo que dejes sin marcar cuenta como que no.',
    first: 'Marca lo que corresponda; el resto queda abierto.',
    amount: (thresholds: string) => `Las reglas lo comparan con ${thresholds}.`,
    why: (possible: number, best: string) =>
      `De todo lo que se podría preguntar, es lo que más dice sobre los ${possible} resultados aún posibles.${best}`,
    whyBest: (name: string, label: string) => ` «${label}», por ejemplo, hablaría a favor de ${name}.`,
    budget: (possible: number, expected: number, worst: number) =>
      `${possible === 1 ? 'Queda un resultado posible' : `Quedan ${possible} resultados posibles`}. ${expected === 1 ? 'Una pregunta más' : `Unas ${expected} preguntas más`}, ${worst} como máximo.`,
    done: (possible: number) =>
      `${possible === 1 ? 'Queda un resultado posible' : `Quedan ${possible} resultados posibles`}. No hay más preguntas.`,
    settled: (name: string, open: number) =>
      open === 0
        ? `Zanjado: ninguna regla escrita sobre los contendientes espera nada. ${name} se mantiene, salvo que una necesidad aún no mencionada sume a un rival.`
        : `Zanjado: ${open === 1 ? 'sea cual sea el dato que las reglas escritas' : `sean cuales sean los ${open} datos que las reglas escritas`} sobre los contendientes aún esperan, ${name} se mantiene, salvo que una necesidad aún no mencionada sume a un rival.`,
    decided: (open: number) =>
      `Decidido, sin demostrar: las reglas sobre los contendientes aún esperan ${open === 1 ? 'un dato' : `${open} datos`}.`,
    undecided: (open: number) =>
      `Sin decidir ni demostrar: las reglas sobre los contendientes aún esperan ${open === 1 ? 'un dato' : `${open} datos`}.`,
    service: (name: string, open: number) =>
      `El servicio está decidido, ${name}; qué parte de él, todavía no. Sin demostrar: las reglas sobre los contendientes aún esperan ${open === 1 ? 'un dato' : `${open} datos`}.`,
    nothing: 'Todavía no se sabe nada.',
    spent: `Ya se han hecho ${mostQuestions} preguntas.`,
  },
} as const;

/** Contenders shown. */
const shown = 6;
/** Options whose effects are told, as many as a list has; the first list has every act. */
const mostExplained = mostOptions;

export async function interviewState(
  advisor: Advisor,
  { conclusion, next, budget }: Interview,
  { asked }: Pick<InterviewSoFar, 'asked'>,
  { lang, rival }: { lang: Lang; rival?: string | undefined },
): Promise<InterviewState> {
  const words = phrases[lang];
  const contenders = contendersOf(conclusion).slice(0, shown);
  const { possible, expected, worst } = budget;
  const open = openIn(advisor.base, conclusion);
  const question = next && (await questionOf(advisor, next, conclusion, possible, lang));
  const flips = rival === undefined ? undefined : await flipsFor(advisor, conclusion, rival, lang);
  const spent = asked >= mostQuestions ? ` ${words.spent}` : '';
  return {
    lang,
    asOf: conclusion.asOf,
    asked,
    ...(question && { question }),
    budget: {
      ...budget,
      text: question ? words.budget(possible, expected, worst) : `${words.done(possible)}${spent}`,
    },
    decided: conclusion.decided,
    settled: isProved(conclusion),
    open,
    proof: proofOf(advisor.base, conclusion, contenders[0]?.name, open, lang),
    ...(flips && { flips }),
    contenders: contenders.map(({ id, name, tally }) => ({ id, name, points: tally.points })),
  };
}

function proofOf(
  base: KnowledgeBase,
  conclusion: Conclusion,
  name: string | undefined,
  open: number,
  lang: Lang,
): string {
  const { decided } = conclusion;
  const words = phrases[lang];
  const [first] = conclusion.ranking;
  if (name === undefined) return words.nothing;
  if (isProved(conclusion)) return words.settled(name, open);
  if (decisionOf(base, conclusion) === 'service' && first) {
    const service = base.outcomes.get(serviceOf(first.outcome))?.name ?? name;
    return words.service(service, open);
  }
  return decided ? words.decided(open) : words.undecided(open);
}

async function flipsFor(
  advisor: Advisor,
  conclusion: Conclusion,
  id: string,
  lang: Lang,
): Promise<Flips | undefined> {
  const found = await flipSets(advisor, conclusion, id);
  if (!found) return undefined;
  const wording = new Wording(advisor.base, lang);
  const sets = found.sets.map(({ changes, evidence: { rule } }) => ({
    changes: changes.map((change) => wording.change(change)),
    rule: rule.id,
    sentence: wording.rule(rule),
    statements: rule.statements,
  }));
  return { id, name: found.rival.name, sets };
}

async function questionOf(
  advisor: Advisor,
  asked: Asked,
  conclusion: Conclusion,
  possible: number,
  lang: Lang,
): Promise<InterviewQuestion> {
  const { base } = advisor;
  const wording = new Wording(base, lang);
  const effects = await effectsOf(
    advisor,
    conclusion,
    asked.options.slice(0, mostExplained),
    asked.kind === 'amount',
  );
  const options = asked.options.map(({ fact, value }, i) => ({
    fact,
    value,
    label: labelOf(base, wording, fact, value, lang),
    effects: (effects[i] ?? []).map(
      ({ id, name, points, evidence }): Effect => ({
        id,
        name,
        points,
        rule: evidence.rule.id,
        sentence: wording.rule(evidence.rule),
      }),
    ),
  }));
  const telling = options.find(({ effects: [first] }) => first && first.points > 0);
  const best = telling?.effects[0] ? phrases[lang].whyBest(telling.effects[0].name, telling.label) : '';
  // A long list is searched by its words, a short one read from the top.
  if (options.length > mostExplained) options.sort((a, b) => a.label.localeCompare(b.label, lang));
  const { text, help, unit } = askedIn(base, asked, lang, conclusion);
  return {
    topic: asked.topic,
    kind: asked.kind,
    text,
    help,
    ...(unit !== undefined && { unit }),
    options,
    why: phrases[lang].why(possible, best),
  };
}

function askedIn(
  base: KnowledgeBase,
  { topic, kind, options }: Asked,
  lang: Lang,
  { facts }: Conclusion,
): { text: string; help: string; unit?: string } {
  const words = phrases[lang];
  const fact = base.facts.get(topic);
  if (fact?.kind === 'quantity') {
    const unit = base.units[fact.dimension]?.[fact.unit]?.name[lang] ?? fact.unit;
    const thresholds = options.map(({ value }) => value).join(', ');
    return {
      text: fact.question[lang],
      help: `${fact.help[lang]} ${words.amount(`${thresholds} ${unit}`)}`,
      unit,
    };
  }
  if (fact) return { text: fact.question[lang], help: fact.help[lang] };
  const isFirst = topic === 'act' && [...facts.entries()].length === 0;
  const help = kind === 'several' ? (isFirst || topic === 'act' ? words.first : words.several) : '';
  if (topic === 'act') return { text: words.act, help };
  if (topic === 'given') return { text: words.given, help };
  if (topic === 'thing') return { text: words.thing, help };
  const act = topic.slice(topic.indexOf('.') + 1);
  return { text: words.object(base.acts.get(act)?.name[lang] ?? act), help };
}

function labelOf(
  { facts }: KnowledgeBase,
  wording: Wording,
  fact: string,
  value: string,
  lang: Lang,
): string {
  const known = facts.get(fact);
  if (known?.kind === 'choice') return known.values[value]?.name[lang] ?? value;
  if (known) return value;
  return wording.name(value === anything ? fact.slice('need.'.length) : value);
}
