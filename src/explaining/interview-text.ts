/**
 * An interview as text for the terminal.
 */
import type { Lang } from '../knowledge/knowledge-base.ts';
import type { Effect, Flips, InterviewQuestion, InterviewState } from './interview-schema.ts';

const labels = {
  en: {
    question: 'Question',
    help: 'Numbers tick (1 4), - none of these, ? I don’t know, ! why, < back, = what you have said, ^ 2 what would make the second win, . stop',
    helpFirst:
      'Numbers tick (1 4), ? I don’t know, ! why, < back, = what you have said, ^ 2 what would make the second win, . stop',
    helpOne:
      'A number chooses, ? I don’t know, ! why, < back, = what you have said, ^ 2 what would make the second win, . stop',
    helpAmount:
      'A number, ? I don’t know, ! why, < back, = what you have said, ^ 2 what would make the second win, . stop',
    said: 'What you have said (x 2 withdraws the second, ~ 2 looks at what would be without it):',
    nothing: 'Nothing yet.',
    ahead: 'Ahead',
    points: 'points',
    go: 'Go on from here',
    reasons: 'All reasons',
    notUnderstood: 'That was not understood.',
    without: 'Without it',
    same: 'nothing would change.',
    wins: (name: string) => `${name} would win with:`,
    noFlips: (name: string) => `No change of up to three facts was found that makes ${name} win.`,
    noBack: 'There is nothing to go back to.',
  },
  es: {
    question: 'Pregunta',
    help: 'Los números marcan (1 4), - nada de esto, ? no lo sé, ! por qué, < atrás, = lo que has dicho, ^ 2 qué haría ganar al segundo, . terminar',
    helpFirst:
      'Los números marcan (1 4), ? no lo sé, ! por qué, < atrás, = lo que has dicho, ^ 2 qué haría ganar al segundo, . terminar',
    helpOne:
      'Un número elige, ? no lo sé, ! por qué, < atrás, = lo que has dicho, ^ 2 qué haría ganar al segundo, . terminar',
    helpAmount:
      'Un número, ? no lo sé, ! por qué, < atrás, = lo que has dicho, ^ 2 qué haría ganar al segundo, . terminar',
    said: 'Lo que has dicho (x 2 retira lo segundo, ~ 2 muestra qué pasaría sin ello):',
    nothing: 'Todavía nada.',
    ahead: 'Por delante',
    points: 'puntos',
    go: 'Para seguir desde aquí',
    reasons: 'Todas las razones',
    notUnderstood: 'No se ha entendido.',
    without: 'Sin ello',
    same: 'no cambiaría nada.',
    wins: (name: string) => `${name} ganaría con:`,
    noFlips: (name: string) =>
      `No se ha encontrado ningún cambio de hasta tres datos que haga ganar a ${name}.`,
    noBack: 'No hay nada a lo que volver.',
  },
} as const;

/** Characters of a line that a list in columns fills. */
const lineWidth = 96;

export function interviewLabels(lang: Lang): (typeof labels)[Lang] {
  return labels[lang];
}

/** Who is ahead, what is left, and the next question with its numbered answers. */
export function interviewText(state: InterviewState): string {
  const { question, budget, asked, lang } = state;
  const words = labels[lang];
  const standing = [...(asked > 0 ? standingLines(state) : []), budget.text];
  if (!question) return [...standing, state.proof].join('\n');
  const { text, help, kind, topic } = question;
  const keys = {
    several: topic === 'act' ? words.helpFirst : words.help,
    one: words.helpOne,
    amount: words.helpAmount,
  };
  return [
    ...standing,
    '',
    `${words.question} ${asked + 1}: ${text}`,
    ...(help === '' ? [] : [help]),
    ...optionLines(question),
    `(${keys[kind]})`,
  ].join('\n');
}

/** Why the question is asked, and what each answer would do. */
export function whyText({ why, options }: InterviewQuestion, lang: Lang): string {
  const telling = options.filter(({ effects }) => effects.length > 0);
  return [
    why,
    ...telling.flatMap(({ label, effects }) => [
      `  ${label}`,
      ...effects.map((each) => effectLine(each, lang)),
    ]),
  ].join('\n');
}

export function effectLine({ name, points, sentence }: Effect, lang: Lang): string {
  return `    ${name} ${points > 0 ? '+' : ''}${points} ${labels[lang].points}: ${sentence}`;
}

/** The smallest changes that make a rival win, each with its rule. */
export function flipsText({ name, sets }: Flips, lang: Lang): string {
  const words = labels[lang];
  if (sets.length === 0) return words.noFlips(name);
  const lines = sets.map(({ changes, sentence, rule }) => {
    return `  ${changes.map(({ label }) => label).join(' + ')}\n    ${sentence} (${rule})`;
  });
  return [words.wins(name), ...lines].join('\n');
}

function standingLines({ contenders, lang }: InterviewState): string[] {
  const ahead = contenders.filter(({ points }) => points > 0).slice(0, 3);
  if (ahead.length === 0) return [];
  return [`${labels[lang].ahead}: ${ahead.map(({ name, points }) => `${name} (${points})`).join(', ')}`];
}

function optionLines({ kind, options, unit }: InterviewQuestion): string[] {
  if (kind === 'amount') return [`  [${unit}]`];
  const numbered = options.map(({ label }, i) => `${String(i + 1).padStart(3)} ${label}`);
  const width = Math.max(...numbered.map(({ length }) => length)) + 2;
  const columns = Math.max(1, Math.floor(lineWidth / width));
  const rows = Math.ceil(numbered.length / columns);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => (numbered[row + column * rows] ?? '').padEnd(width))
      .join('')
      .trimEnd(),
  );
}
