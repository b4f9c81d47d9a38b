/**
 * "I chose C, why not?" in words, before anything else is said.
 */
import type { Lang } from '../knowledge/knowledge-base.ts';
import type { Conclusion } from '../reasoning/consultation.ts';
import { type Instead, type Pick, pickOf } from '../reasoning/picks.ts';
import type { Explanation } from './explanation-schema.ts';
import { joined, type ReasonContext, reasonOf } from './reason.ts';

const phrases = {
  en: {
    and: 'and',
    agrees: (picked: string) => `You picked ${picked}, and so do the rules.`,
    part: (picked: string, missing: string) => `You picked ${picked}; the rules take ${missing} as well.`,
    instead: (picked: string, answer: string, lead: number) =>
      `You picked ${picked}; the rules take ${answer}, ${lead} ${lead === 1 ? 'point' : 'points'} ahead.`,
    equal: (picked: string, answer: string) =>
      `You picked ${picked}; the rules do not tell it from ${answer}, so it may be right.`,
    tooMany: (picked: string, answer: string) => `You picked ${picked}; the rules take ${answer} alone.`,
    because: (reason: string) => ` ${reason}`,
  },
  es: {
    and: 'y',
    agrees: (picked: string) => `Elegiste ${picked}, y las reglas también.`,
    part: (picked: string, missing: string) => `Elegiste ${picked}; las reglas toman además ${missing}.`,
    instead: (picked: string, answer: string, lead: number) =>
      `Elegiste ${picked}; las reglas toman ${answer}, con ${lead} ${lead === 1 ? 'punto' : 'puntos'} más.`,
    equal: (picked: string, answer: string) =>
      `Elegiste ${picked}; las reglas no distinguen esa opción de ${answer}, así que puede ser correcta.`,
    tooMany: (picked: string, answer: string) => `Elegiste ${picked}; las reglas toman solo ${answer}.`,
    because: (reason: string) => ` ${reason}`,
  },
} as const;

export function pickExplained(
  conclusion: Conclusion,
  context: Omit<ReasonContext, 'option'>,
): Explanation['picked'] {
  const pick = pickOf(conclusion);
  if (!pick) return undefined;
  const instead = pick.instead.map(({ picked, answer, lead, against, for: instead }) => {
    const reasons = [...against, ...instead].map((evidence) => ({
      isAgainst: against.includes(evidence),
      reason: reasonOf(evidence, {
        ...context,
        option: picked.tally.evidence.includes(evidence) ? picked : answer,
      }),
    }));
    const of = (side: boolean) =>
      joined(reasons.filter(({ isAgainst }) => isAgainst === side).map(({ reason }) => reason));
    return { picked: picked.letter, answer: answer.letter, lead, against: of(true), for: of(false) };
  });
  const { letters, agrees } = pick;
  const first = instead[0]?.against[0] ?? instead[0]?.for[0];
  const reason = first && (instead[0]?.lead ?? 0) > 0 ? phrases[context.lang].because(first.sentence) : '';
  return { letters, agrees, sentence: sentenceOf(pick, context.lang) + reason, instead };
}

function sentenceOf({ letters, agrees, missing, instead }: Pick, lang: Lang): string {
  const words = phrases[lang];
  const listed = (all: readonly string[]) =>
    all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${words.and} ${all.at(-1)}`;
  const picked = listed(letters);
  if (agrees) return words.agrees(picked);
  if (instead.length === 0) return words.part(picked, listed(missing));
  const answers = listed([...new Set(instead.map(({ answer }) => answer.letter))]);
  if (missing.length === 0) return words.tooMany(picked, answers);
  const lead = Math.min(...instead.map((each: Instead) => each.lead));
  return lead === 0 ? words.equal(picked, answers) : words.instead(picked, answers, lead);
}
