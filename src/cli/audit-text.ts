/**
 * An audited question as text for the terminal.
 */
import { type AuditResult, auditResults } from '../checking/audit.ts';
import type { AuditReport } from '../checking/audit-report.ts';
import { measuringTexts } from '../checking/measuring-texts.ts';
import type { KeptVerdict } from '../checking/verdicts.ts';
import type { Lang } from '../knowledge/knowledge-base.ts';

const en = {
  results: {
    agrees: 'agrees',
    disputed: 'disputed',
    outdated: 'outdated',
    undecided: 'undecided',
    silent: 'silent',
  } satisfies Record<AuditResult, string>,
  proves: (letters: string, lead: number, basis: string) =>
    `the rules prove ${letters}, ${lead} points ahead (${basis})`,
  provesToday: (letters: string, today: string) =>
    `the rules prove ${letters} for the exam and ${today} as of today`,
  provesNoMore: (letters: string) => `the rules prove ${letters} by a statement that no longer holds`,
  leans: (letters: string) => `the rules lean to ${letters}`,
  isKey: ', the key',
  only: (lead: number) => `, only ${lead} ahead`,
  tie: 'the rules tell the best two apart by nothing',
  silence: 'no rule speaks for or against any option',
  keySays: (key: string) => `the key says ${key}`,
  holds: 'verdict kept',
  holdsNoMore: 'verdict no longer holds, the rules conclude something else',
  suspect: { key: 'key', rule: 'rule', note: 'note' } satisfies Record<KeptVerdict['suspect'], string>,
  inseparable: 'no open fact would separate them',
  open: (label: string, answer: string, lead: number) =>
    `open: with “${label}” it is ${answer}, ${lead} points ahead`,
  sides: { for: 'for', against: 'against' },
  points: (gain: number) => `${gain} points`,
  words: (words: readonly string[]) => words.map((word) => `“${word}”`).join(', '),
  today: 'today',
  place: (statement: string, heading: string, lines: string) =>
    `statement ${statement} (${heading}, ${lines === '' ? 'general knowledge' : `lines ${lines} of the notes`})`,
  suspects: 'suspects',
  keyIsWrong: (key: string) => `key   ${key} is not the answer, or no longer`,
  ruleIsWrong: (rule: string) => `rule  ${rule} does not hold here, or misreads the question`,
  noteIsWrong: (place: string, text: string) => `note  ${place} is not true, or no longer: “${text}”`,
  noNote: 'note  none: the proof is all principles and catalogue',
  asked: (asked: number) => `${asked} questions`,
  left: (open: number, kept: number) => `${open} to look into, ${kept} with a verdict`,
  kept: (id: string, suspect: string, reason: string) => `kept: ${id}, suspect ${suspect}: ${reason}`,
};

const es: typeof en = {
  results: {
    agrees: 'de acuerdo',
    disputed: 'en disputa',
    outdated: 'anticuada',
    undecided: 'sin decidir',
    silent: 'en silencio',
  },
  proves: (letters, lead, basis) => `las reglas prueban ${letters}, con ${lead} puntos de ventaja (${basis})`,
  provesToday: (letters, today) => `las reglas prueban ${letters} para el examen y ${today} a día de hoy`,
  provesNoMore: (letters) => `las reglas prueban ${letters} por una afirmación que ya no vale`,
  leans: (letters) => `las reglas se inclinan por ${letters}`,
  isKey: ', la clave',
  only: (lead) => `, con solo ${lead} de ventaja`,
  tie: 'nada en las reglas separa las dos mejores',
  silence: 'ninguna regla habla a favor ni en contra de ninguna opción',
  keySays: (key) => `la clave dice ${key}`,
  holds: 'veredicto guardado',
  holdsNoMore: 'el veredicto ya no vale, las reglas concluyen otra cosa',
  suspect: { key: 'clave', rule: 'regla', note: 'apunte' },
  inseparable: 'ningún hecho abierto las separaría',
  open: (label, answer, lead) => `abierto: con «${label}» es ${answer}, con ${lead} puntos de ventaja`,
  sides: { for: 'a favor de', against: 'en contra de' },
  points: (gain) => `${gain} puntos`,
  words: (words) => words.map((word) => `«${word}»`).join(', '),
  today: 'hoy',
  place: (statement, heading, lines) =>
    `afirmación ${statement} (${heading}, ${lines === '' ? 'conocimiento general' : `líneas ${lines} de los apuntes`})`,
  suspects: 'sospechosos',
  keyIsWrong: (key) => `clave   ${key} no es la respuesta, o ya no`,
  ruleIsWrong: (rule) => `regla   ${rule} no vale aquí, o lee mal la pregunta`,
  noteIsWrong: (place, text) => `apunte  ${place} no es verdad, o ya no: «${text}»`,
  noNote: 'apunte  ninguno: la prueba es toda de principios y catálogo',
  asked: (asked) => `${asked} preguntas`,
  left: (open, kept) => `${open} por mirar, ${kept} con veredicto`,
  kept: (id, suspect, reason) => `guardado: ${id}, sospecha de ${suspect}: ${reason}`,
};

const auditTexts: Record<Lang, typeof en> = { en, es };

/** Ends with an empty line. */
export function reportLines(report: AuditReport, lang: Lang): string[] {
  const t = auditTexts[lang];
  const {
    id,
    start,
    result,
    key,
    answer,
    today,
    lead,
    basis,
    proof,
    suspects: three,
    separating,
    kept,
  } = report;
  const letters = answer.join('');
  const same = letters === key.join('');
  const keySays = t.keySays(key.join(''));
  const proven = t.proves(letters, lead, measuringTexts[lang].bases[basis]);
  const leaning = `${t.leans(letters)}${same ? t.isKey : `, ${keySays}`}${t.only(lead)}`;
  const said: Record<AuditResult, string> = {
    agrees: proven,
    disputed: `${proven}; ${keySays}`,
    outdated: `${today ? t.provesToday(letters, today.join('')) : t.provesNoMore(letters)}; ${keySays}`,
    undecided: lead > 0 ? leaning : `${t.tie}; ${keySays}`,
    silent: `${t.silence}; ${keySays}`,
  };
  return [
    `${id} ${t.results[result]}: ${said[result]}`,
    `  ${start}`,
    ...(result === 'undecided'
      ? separatingLines(separating, t)
      : proof.flatMap((each) => proofLines(each, t))),
    ...(three ? suspectLines(three, t) : []),
    ...(kept
      ? [`  ${kept.holds ? t.holds : t.holdsNoMore}: ${t.suspect[kept.suspect]}: ${kept.reason}`]
      : []),
    '',
  ];
}

export interface AuditSums {
  asked: number;
  results: Record<AuditResult, number>;
  /** Disputed or outdated without a verdict that holds. */
  open: number;
  kept: number;
}

export function sumLines({ asked, results, open, kept }: AuditSums, lang: Lang): string[] {
  const t = auditTexts[lang];
  const counts = auditResults.map((result) => `${results[result]} ${t.results[result]}`);
  return [`${t.asked(asked)}: ${counts.join(', ')}`, t.left(open, kept)];
}

export function keptLine(id: string, { suspect, reason }: KeptVerdict, lang: Lang): string {
  const t = auditTexts[lang];
  return t.kept(id, t.suspect[suspect], reason);
}

type Texts = typeof en;

function separatingLines(separating: AuditReport['separating'], t: Texts): string[] {
  if (separating.length === 0) return [`  ${t.inseparable}`];
  return separating.map(({ label, answer, lead }) => `  ${t.open(label, answer.join(''), lead)}`);
}

function proofLines(
  { option, side, gain, rule, sentence, words, sources }: AuditReport['proof'][number],
  t: Texts,
): string[] {
  const said = words.length > 0 ? ` (${t.words(words)})` : '';
  return [
    `  ${t.sides[side]} ${option}, ${t.points(gain)}: ${sentence}${said}`,
    `      ${t.suspect.rule} ${rule}`,
    ...sources.flatMap((source) => [
      `      ${placeOf(source, t)}`,
      ...(source.today ? [`      ${t.today} (${source.today.status}): ${source.today.text}`] : []),
    ]),
  ];
}

type Source = AuditReport['proof'][number]['sources'][number];

function placeOf({ statement, heading, lines }: Source, t: Texts): string {
  return t.place(statement, heading, lines.join(', '));
}

function suspectLines({ key, rule, note }: NonNullable<AuditReport['suspects']>, t: Texts): string[] {
  return [
    `  ${t.suspects}:`,
    `      ${t.keyIsWrong(key.join(''))}`,
    `      ${t.ruleIsWrong(rule)}`,
    `      ${note ? t.noteIsWrong(placeOf(note, t), note.text) : t.noNote}`,
  ];
}
