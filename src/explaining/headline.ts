/**
 * The recommendation in one sentence with its contrast, and how sure it is.
 */
import type { Lang } from '../knowledge/knowledge-base.ts';
import type { Conclusion } from '../reasoning/consultation.ts';
import { type Judged, losesBy } from '../reasoning/contenders.ts';
import type { Evidence } from '../reasoning/evidence.ts';
import type { Contender } from './explanation-schema.ts';

const phrases = {
  en: {
    nothing: 'Nothing in the question touches a rule: no answer.',
    tie: (name: string) => `Not decided; the nearest guess is ${name}.`,
    choose: (name: string, reason: string) => `${name}: ${reason}`,
    rather: (name: string, rival: string, reason: string) => `${name} rather than ${rival}: ${reason}`,
    contrast: (rival: string, reason: string) => ` Rather than ${rival}: ${reason}`,
    decided: (lead: number) => `Decided, ${lead} points ahead.`,
    ahead: (lead: number) =>
      `Ahead by ${lead} ${lead === 1 ? 'point' : 'points'}, not enough for a verdict: take it as a lean.`,
    guess: 'A guess: the rules do not tell the best two apart.',
    silent: 'The rules are silent.',
    odd: (name: string, reason: string) => `${name} is what does not fit: ${reason}`,
    fits: (reason: string) => `It fits: ${reason}`,
    nothingAgainst: 'nothing speaks against it.',
    fewer: (points: number, other: number) =>
      `it gathers ${points} ${points === 1 ? 'point' : 'points'} against ${other}.`,
    nothingFor: 'no rule speaks for it.',
    sameNeed: 'what it does, the options chosen already do together.',
    option: 'Option',
  },
  es: {
    nothing: 'Nada en la pregunta toca una regla: no hay respuesta.',
    tie: (name: string) => `Sin decidir; lo más cercano es ${name}.`,
    choose: (name: string, reason: string) => `${name}: ${reason}`,
    rather: (name: string, rival: string, reason: string) => `${name} antes que ${rival}: ${reason}`,
    contrast: (rival: string, reason: string) => ` Antes que ${rival}: ${reason}`,
    decided: (lead: number) => `Decidido, con ${lead} puntos de ventaja.`,
    ahead: (lead: number) =>
      `${lead} ${lead === 1 ? 'punto' : 'puntos'} de ventaja no bastan para un veredicto: es una inclinación.`,
    guess: 'Una conjetura: las reglas no distinguen a los dos mejores.',
    silent: 'Las reglas callan.',
    odd: (name: string, reason: string) => `${name} es lo que no encaja: ${reason}`,
    fits: (reason: string) => `Encaja: ${reason}`,
    nothingAgainst: 'nada habla en su contra.',
    fewer: (points: number, other: number) =>
      `reúne ${points} ${points === 1 ? 'punto' : 'puntos'} frente a ${other}.`,
    nothingFor: 'ninguna regla habla a su favor.',
    sameNeed: 'lo que hace ya lo hacen juntas las opciones elegidas.',
    option: 'Opción',
  },
} as const;

export function headlineOf(
  contenders: readonly Contender[],
  { lead, options, reading }: Conclusion,
  lang: Lang,
): string {
  const words = phrases[lang];
  const chosen = contenders.filter((each) => each.chosen);
  const [first] = chosen;
  if (!first) return words.nothing;
  const called = (each: Contender) => (options.length > 0 ? `${words.option} ${each.id}` : each.name);
  const name = chosen.map(called).join(' + ');
  if (contenders.every((each) => each.for.length + each.against.length === 0)) return words.nothing;
  if (lead > 0 && reading.ask.except) return words.odd(name, first.against[0]?.sentence ?? words.nothingFor);
  if (lead === 0 || first.for.length === 0) return words.tie(name);
  const rival = contenders.find((each) => !each.chosen);
  // What parts the answer from the nearest rival says it best; then what an author wrote to be remembered; then what
  // a statement says.
  if (rival && chosen.some((each) => each.for.some(({ sentence }) => sentence === rival.why))) {
    return words.rather(name, called(rival), rival.why);
  }
  const written = first.for.find(({ form }) => form === 'prefers' || form === 'recommends');
  const stated = first.for.find(({ sources }) => sources.length > 0);
  const reason = (written ?? stated ?? first.for[0])?.sentence ?? '';
  return words.choose(name, reason) + (rival ? words.contrast(called(rival), rival.why) : '');
}

export function standingOf({ decided, lead, options, ranking }: Conclusion, lang: Lang): string {
  const words = phrases[lang];
  const silent = (options.length > 0 ? options : ranking).every(({ tally }) => tally.evidence.length === 0);
  if (silent) return words.silent;
  if (decided) return words.decided(lead);
  return lead === 0 ? words.guess : words.ahead(lead);
}

/**
 * Why a rival is not chosen: the rule that strikes it, or what it lacks.
 * @param except what does not fit is asked for: a rival is not chosen because it fits
 */
export function whyNot(
  rival: Judged,
  all: readonly Judged[],
  { lang, except }: { lang: Lang; except: boolean },
  sentence: (evidence: Evidence) => string,
): string {
  const words = phrases[lang];
  const { tally } = rival;
  if (except) {
    const fitting = tally.evidence.find(({ points }) => points > 0);
    return fitting ? words.fits(sentence(fitting)) : words.nothingAgainst;
  }
  const struck = tally.evidence.find(({ points }) => points < 0);
  if (struck) return sentence(struck);
  const chosen = all.filter((each) => each.chosen);
  const best = chosen[0];
  // More points and not chosen: in a combination two ways to one end count once.
  if (chosen.some((each) => each.tally.points < tally.points)) return words.sameNeed;
  const beaten = chosen.flatMap((each) => each.tally.evidence).find((evidence) => losesBy(rival, evidence));
  if (beaten) return sentence(beaten);
  if (tally.points <= 0) return words.nothingFor;
  return words.fewer(tally.points, best?.tally.points ?? 0);
}
