/**
 * An explanation as text for the terminal.
 */
import type { Contender, Explanation, Reason } from './explanation-schema.ts';

const labels = {
  en: {
    picked: (letter: string) => `Against ${letter}`,
    instead: (letter: string) => `For ${letter} instead`,
    speaksFor: 'for it',
    because: 'Because',
    against: 'Against it',
    rivals: 'Why not the others',
    open: 'Still open',
    changes: 'What would change it',
    lines: 'notes, lines',
    general: 'general knowledge, not from the notes',
    today: 'Today',
    lacking: 'It also asks for what nobody said',
    more: 'more reasons',
    confidence: 'of such answers are right',
  },
  es: {
    picked: (letter: string) => `Contra ${letter}`,
    instead: (letter: string) => `A favor de ${letter} en su lugar`,
    speaksFor: 'a favor',
    because: 'Porque',
    against: 'En contra',
    rivals: 'Por qué no las demás',
    open: 'Queda abierto',
    changes: 'Qué lo cambiaría',
    lines: 'apuntes, líneas',
    general: 'conocimiento general, no de los apuntes',
    today: 'Hoy',
    lacking: 'Pide además algo que nadie ha dicho',
    more: 'razones más',
    confidence: 'de las respuestas así aciertan',
  },
} as const;

/** Reasons given before the rest is only counted. */
const reasonsGiven = 3;
/** Letters of a condition that are printed. */
const conditionShown = 120;

export function explanationText(explanation: Explanation): string {
  const words = labels[explanation.lang];
  const { contenders } = explanation;
  const chosen = contenders.filter((each) => each.chosen);
  const rivals = contenders.filter((each) => !each.chosen);
  const lines = [
    ...pickLines(explanation),
    explanation.headline,
    `${explanation.standing} (${Math.round(100 * explanation.confidence)}% ${words.confidence})`,
  ];
  for (const contender of chosen) {
    lines.push('', `${words.because} (${contender.id}):`, ...reasonLines(contender.for, explanation));
    if (contender.against.length > 0)
      lines.push(`${words.against}:`, ...reasonLines(contender.against, explanation));
  }
  lines.push(...explanation.caveats.map((caveat) => `! ${caveat}`));
  if (rivals.length > 0)
    lines.push('', `${words.rivals}:`, ...rivals.flatMap((rival) => rivalLines(rival, explanation)));
  if (explanation.open.length > 0) {
    lines.push(
      '',
      `${words.open}:`,
      ...explanation.open.map(
        ({ question, answers }) => `  ${question} [${answers.map(({ value }) => value).join(' | ')}]`,
      ),
    );
  }
  if (explanation.changes.length > 0)
    lines.push('', `${words.changes}:`, ...explanation.changes.map(({ sentence }) => `  ${sentence}`));
  return lines.join('\n');
}

/** Whoever picked an option is answered first. */
function pickLines(explanation: Explanation): string[] {
  const { picked, lang } = explanation;
  if (!picked) return [];
  const words = labels[lang];
  const part = (title: string, reasons: readonly Reason[]) =>
    reasons.length === 0 ? [] : [`${title}:`, ...reasonLines(reasons, explanation)];
  return [
    picked.sentence,
    ...picked.instead.flatMap((each) => [
      ...part(words.picked(each.picked), each.against),
      ...part(words.instead(each.answer), each.for),
    ]),
    '',
  ];
}

function reasonLines(reasons: readonly Reason[], { lang }: Explanation): string[] {
  const words = labels[lang];
  const lines = reasons.slice(0, reasonsGiven).flatMap((reason) => {
    const sign = reason.points > 0 ? '+' : '';
    return [
      `  ${sign}${reason.points} ${reason.kind}: ${reason.sentence}${quoted(reason)}`,
      ...(reason.lacking === undefined ? [] : [`     ${words.lacking}: ${shortened(reason.lacking)}`]),
      ...reason.sources.flatMap(({ heading, lines: numbers, text, today }) => [
        `     ${heading} (${numbers.length > 0 ? `${words.lines} ${numbers.join(', ')}` : words.general})${text === reason.sentence ? '' : `: ${text}`}`,
        ...(today
          ? [`     ${words.today} (${today.status}${today.since ? `, ${today.since}` : ''}): ${today.text}`]
          : []),
      ]),
    ];
  });
  const rest = reasons.length - reasonsGiven;
  return rest > 0 ? [...lines, `  … ${rest} ${words.more}`] : lines;
}

/** Why not, and what there is to be said for it. */
function rivalLines({ id, name, points, why, for: reasons }: Contender, { lang }: Explanation): string[] {
  const title = name.length > 60 ? `${name.slice(0, 57)}...` : name;
  const [best] = reasons;
  const merit = best
    ? [`     ${labels[lang].speaksFor}: +${best.points} ${best.sentence}${quoted(best)}`]
    : [];
  return [`  ${id} (${points}) ${title}: ${why}`, ...merit];
}

/** A condition with many alternatives, told by its first ones. */
function shortened(text: string): string {
  return text.length > conditionShown ? `${text.slice(0, text.lastIndexOf(' ', conditionShown))} …` : text;
}

/** The words that a reason rests on. */
function quoted({ premises }: Reason): string {
  const said = [...new Set(premises.flatMap(({ words }) => words))].map((word) => `“${word}”`);
  return said.length > 0 ? ` (${said.join(', ')})` : '';
}
