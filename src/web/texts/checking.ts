/**
 * The words of the pages about checking: findings, changes of the rules, and which scenarios need a rule.
 */
import type { Difference } from '../../checking/ruling.ts';
import type { Lang } from '../../knowledge/knowledge-base.ts';

interface Commit {
  commit: string;
  date: string;
}

const en = {
  findings: {
    title: 'Findings',
    lead: 'What criterio check can say about the rules. Each is proved, not guessed: by reading the files, or over all scenarios there can be.',
    errors: 'Errors: with one of these the knowledge does not load, or the build breaks',
    advice: 'Advice: worth a look, counted by default, listed with --advice',
    severity: { error: 'Error', advice: 'Advice' },
    why: 'Why it matters',
    fix: 'How to fix it',
    example: 'An example that raises it',
    suppress: 'To let one stay, give the reason in rules/suppressions.yaml:',
    reason: 'the true reason why it stays',
  },
  changes: {
    title: 'What a change of the rules changes',
    lead: (ref: string, at: string) =>
      `The scenarios under the rules as they were on ${at} (UTC), beside those of ${ref}.`,
    states: (before: Commit, after: Commit, edited: number) =>
      `Before: commit ${before.commit} of ${before.date}. Now: commit ${after.commit} of ${after.date}${edited === 0 ? '' : edited === 1 ? ', with 1 file edited since' : `, with ${edited} files edited since`}.`,
    anew: 'This page shows the last comparison and does not follow the rules. To make a new one, with any commit, branch or tag:',
    none: 'Nothing has been compared yet. This shows which answers, verdicts and reasons flip between two states of the rules:',
    sums: (differing: number, of: number, worse: number, better: number) =>
      `${differing} of ${of} scenarios differ: ${worse} no longer right, ${better} right now.`,
    same: 'No answer, no verdict and no first reason differs.',
    touched: 'Rules and claims that changed',
    unnoticed: 'Changed, and no scenario notices',
    unnoticedWhy:
      'A slip here would stay unseen. Read what it said and what it says, and keep a question that turns on it as a scenario.',
    more: (count: number) => `${count} more`,
    kinds: { answer: 'Another answer', verdict: 'Another verdict', reason: 'Other reasons' } satisfies Record<
      Difference,
      string
    >,
    turn: {
      worse: 'no longer right',
      better: 'right now',
      right: 'right as before',
      wrong: 'wrong as before',
    },
    before: 'before',
    after: 'now',
    what: 'What differs',
    answer: 'Answer',
    option: (letter: string) => `Option ${letter}`,
    verdicts: { chosen: 'chosen', possible: 'possible', impossible: 'impossible', unjudged: 'not judged' },
    reasons: 'First reasons',
    through: 'Through',
    fates: { new: 'new', gone: 'gone', changed: 'changed', same: 'unchanged itself' },
    smallest: 'The smallest question that shows it',
    try: 'Ask it',
    nothing: 'none',
  },
  needs: {
    title: 'Scenarios that need it',
    lead: 'Without it, or with one of its conditions turned round, their answer, a verdict or a first reason changes.',
    none: 'No scenario needs it: take it away, and all of them answer the same for the same reasons.',
    unknown: 'Not worked out for these rules yet; this does it:',
  },
};

const es: typeof en = {
  findings: {
    title: 'Hallazgos',
    lead: 'Lo que criterio check puede decir de las reglas. Cada uno está demostrado, no supuesto: leyendo los archivos, o sobre todos los escenarios posibles.',
    errors: 'Errores: con uno de ellos el conocimiento no se carga, o la compilación falla',
    advice: 'Consejos: merecen una mirada; se cuentan siempre y se listan con --advice',
    severity: { error: 'Error', advice: 'Consejo' },
    why: 'Por qué importa',
    fix: 'Cómo se arregla',
    example: 'Un ejemplo que lo provoca',
    suppress: 'Para dejar uno como está, da la razón en rules/suppressions.yaml:',
    reason: 'la verdadera razón para dejarlo',
  },
  changes: {
    title: 'Qué cambia al cambiar las reglas',
    lead: (ref, at) =>
      `Los escenarios con las reglas tal como estaban el ${at} (UTC), junto a las de ${ref}.`,
    states: (before, after, edited) =>
      `Antes: commit ${before.commit} del ${before.date}. Ahora: commit ${after.commit} del ${after.date}${edited === 0 ? '' : edited === 1 ? ', con 1 archivo editado desde entonces' : `, con ${edited} archivos editados desde entonces`}.`,
    anew: 'Esta página muestra la última comparación y no sigue a las reglas. Para hacer otra, con cualquier commit, rama o etiqueta:',
    none: 'Aún no se ha comparado nada. Aquí se ve qué respuestas, veredictos y razones cambian entre dos estados de las reglas:',
    sums: (differing, of, worse, better) =>
      `${differing} de ${of} escenarios difieren: ${worse} dejan de acertar y ${better} aciertan ahora.`,
    same: 'No cambia ninguna respuesta, ningún veredicto ni ninguna razón principal.',
    touched: 'Reglas y afirmaciones que han cambiado',
    unnoticed: 'Han cambiado y ningún escenario lo nota',
    unnoticedWhy:
      'Un desliz aquí pasaría inadvertido. Lee lo que decía y lo que dice, y guarda como escenario una pregunta que dependa de ello.',
    more: (count) => `${count} más`,
    kinds: { answer: 'Otra respuesta', verdict: 'Otro veredicto', reason: 'Otras razones' },
    turn: {
      worse: 'ya no acierta',
      better: 'ahora acierta',
      right: 'acierta como antes',
      wrong: 'falla como antes',
    },
    before: 'antes',
    after: 'ahora',
    what: 'Qué difiere',
    answer: 'Respuesta',
    option: (letter) => `Opción ${letter}`,
    verdicts: { chosen: 'elegida', possible: 'posible', impossible: 'imposible', unjudged: 'sin juzgar' },
    reasons: 'Razones principales',
    through: 'A través de',
    fates: { new: 'nueva', gone: 'retirada', changed: 'cambiada', same: 'sin cambios en sí' },
    smallest: 'La pregunta más breve que lo muestra',
    try: 'Preguntarla',
    nothing: 'ninguna',
  },
  needs: {
    title: 'Escenarios que la necesitan',
    lead: 'Sin ella, o con una de sus condiciones al revés, cambia su respuesta, un veredicto o una razón principal.',
    none: 'Ningún escenario la necesita: sin ella, todos responden lo mismo por las mismas razones.',
    unknown: 'Aún no se ha calculado para estas reglas; esto lo hace:',
  },
};

export const checkingTexts: Record<Lang, typeof en> = { en, es };
