/**
 * The words of what is measured on questions with keys: scores, reliability, risk, calibration, flips, principles.
 */
import type { Lang } from '../knowledge/knowledge-base.ts';
import type { bases } from '../knowledge/schema.ts';
import type { Dimension } from './calibration.ts';
import type { Cause } from './exam.ts';
import type { Unsupported } from './principle-count.ts';

const en = {
  /** Headings of columns are no wider than the columns. */
  group: 'group',
  asked: 'asked',
  right: 'right',
  interval: '95 % interval',
  decided: 'decided',
  rightWhenDecided: 'right when decided',
  misses: 'misses',
  all: 'all',
  untiered: 'untiered',
  causes: {
    'nothing read': 'nothing read',
    'no rule fired': 'no rule fired',
    'outcome not recognised': 'outcome not recognised',
    'axis not separated': 'axis not separated',
    'pointed elsewhere': 'pointed elsewhere',
  } satisfies Record<Cause, string>,
  miss: (cause: string, lead: number, chosen: string, key: string) =>
    `${cause}, lead ${lead}: chose ${chosen}, key ${key}`,
  said: 'said',
  restsOn: 'rests on',
  class: 'class',
  bases: {
    settled: 'settled',
    strikes: 'strikes',
    contrasts: 'contrasts',
    needs: 'needs',
    principles: 'principles',
    resemblance: 'resemblance',
    guess: 'guess',
  } satisfies Record<(typeof bases)[number], string>,
  toChoose: { one: 'one to choose', several: 'several to choose' },
  leadFrom: (lead: number) => `lead from ${lead}`,
  shareFrom: (share: string) => `share from ${share}`,
  anyOther: 'any other',
  risk: 'risk against coverage: only what is said to be right so often is answered',
  saidFrom: 'said from',
  answered: 'answered',
  coverage: 'coverage',
  wrong: 'wrong',
  riskHead: 'risk',
  chart: {
    title: (answered: number, wrong: string) =>
      `Risk against coverage: ${answered} questions, ${wrong} wrong when all are answered`,
    none: 'Risk against coverage: no questions',
    across: 'answered, the surest first',
    up: 'wrong among them',
    point: (said: string, answered: string, wrong: string) =>
      `said from ${said}: ${answered} answered, ${wrong} of them wrong`,
  },
  partedBy: 'answers parted by',
  rows: 'rows',
  brier: 'Brier score, each source with the rates of the others',
  best: 'best',
  othersAlone: 'what is said below comes from the other sources alone',
  source: 'source',
  dimensions: {
    basis: 'basis',
    choose: 'choose',
    lead: 'lead',
    share: 'share',
  } satisfies Record<Dimension['name'], string>,
  written: (file: string) => `written to ${file}`,
  flips: (answers: number, verdicts: number, reasons: number) =>
    `${answers} answers flipped since the baseline, ${verdicts} verdicts and ${reasons} reasons under the same answer`,
  turned: {
    stillRight: 'still right',
    stillWrong: 'still wrong',
    nowRight: 'now right',
    nowWrong: 'now WRONG',
  },
  verdicts: { chosen: 'chosen', possible: 'possible', impossible: 'impossible', unjudged: 'unjudged' },
  otherReasons: 'other reasons',
  came: 'came',
  went: 'went',
  none: 'none',
  principles: {
    head: { principle: 'principle', cases: 'cases', sources: 'sources', keyed: 'keyed', unkeyed: 'unkeyed' },
    values: { odds: 'odds', points: 'points', measured: 'measured' },
    lacking: (count: number, of: number) => `not supported: ${count} of ${of}`,
    same: 'principles.yaml has the points measured',
    differing: (count: number) =>
      `${count} ${count === 1 ? 'differs' : 'differ'} from principles.yaml: --write puts the measured points there`,
    written: (count: number, file: string) => `${count} points written to ${file}`,
    why: {
      few: (cases: number, leastCases: number, sources: number, leastSources: number) =>
        `${cases} of ${leastCases} cases, ${sources} of ${leastSources} sources: too few to tell`,
      unsteady: () => 'its sign turns when a source is left out',
      contrary: () => 'exams reward the contrary of what it says',
      even: () => 'keyed and unkeyed options have it alike',
      mute: () => 'has no points and no "speaks: for" or "speaks: against": say which',
    } satisfies Record<Unsupported, (...counts: [number, number, number, number]) => string>,
  },
};
export type MeasuringTexts = typeof en;

const es: MeasuringTexts = {
  group: 'grupo',
  asked: 'preg.',
  right: 'bien',
  interval: 'intervalo 95 %',
  decided: 'decide',
  rightWhenDecided: 'bien si decide',
  misses: 'fallos',
  all: 'todas',
  untiered: 'sin nivel',
  causes: {
    'nothing read': 'nada leído',
    'no rule fired': 'ninguna regla aplicada',
    'outcome not recognised': 'resultado no reconocido',
    'axis not separated': 'eje sin separar',
    'pointed elsewhere': 'apuntaba a otra',
  },
  miss: (cause, lead, chosen, key) => `${cause}, ventaja ${lead}: eligió ${chosen}, clave ${key}`,
  said: 'dicho',
  restsOn: 'se apoya en',
  class: 'clase',
  bases: {
    settled: 'segura',
    strikes: 'descartes',
    contrasts: 'contrastes',
    needs: 'necesidades',
    principles: 'principios',
    resemblance: 'parecido',
    guess: 'conjetura',
  },
  toChoose: { one: 'una a elegir', several: 'varias a elegir' },
  leadFrom: (lead) => `ventaja desde ${lead}`,
  shareFrom: (share) => `proporción desde ${share}`,
  anyOther: 'cualquier otra',
  risk: 'riesgo según la cobertura: solo se contesta lo que se dice acertado con esa frecuencia',
  saidFrom: 'desde',
  answered: 'contesta',
  coverage: 'cobertura',
  wrong: 'mal',
  riskHead: 'riesgo',
  chart: {
    title: (answered, wrong) =>
      `Riesgo según la cobertura: ${answered} preguntas, ${wrong} mal si se contestan todas`,
    none: 'Riesgo según la cobertura: sin preguntas',
    across: 'contestadas, las más seguras primero',
    up: 'mal entre ellas',
    point: (said, answered, wrong) => `desde ${said}: ${answered} contestadas, ${wrong} de ellas mal`,
  },
  partedBy: 'respuestas separadas por',
  rows: 'filas',
  brier: 'puntuación de Brier, cada fuente con las tasas de las otras',
  best: 'la mejor',
  othersAlone: 'lo dicho abajo sale solo de las otras fuentes',
  source: 'fuente',
  dimensions: { basis: 'base', choose: 'cuántas elegir', lead: 'ventaja', share: 'proporción' },
  written: (file) => `escrito en ${file}`,
  flips: (answers, verdicts, reasons) =>
    `${answers} respuestas han cambiado desde la referencia; con la misma respuesta, ${verdicts} veredictos y ${reasons} razones`,
  turned: {
    stillRight: 'sigue bien',
    stillWrong: 'sigue mal',
    nowRight: 'ahora bien',
    nowWrong: 'ahora MAL',
  },
  verdicts: { chosen: 'elegida', possible: 'posible', impossible: 'imposible', unjudged: 'sin juzgar' },
  otherReasons: 'otras razones',
  came: 'entran',
  went: 'salen',
  none: 'ninguna',
  principles: {
    head: { principle: 'principio', cases: 'casos', sources: 'fuentes', keyed: 'clave', unkeyed: 'resto' },
    values: { odds: 'razón', points: 'puntos', measured: 'medidos' },
    lacking: (count, of) => `sin apoyo: ${count} de ${of}`,
    same: 'principles.yaml tiene los puntos medidos',
    differing: (count) =>
      `${count} ${count === 1 ? 'difiere' : 'difieren'} de principles.yaml: --write pone allí los puntos medidos`,
    written: (count, file) =>
      `${count} ${count === 1 ? 'puntuación escrita' : 'puntuaciones escritas'} en ${file}`,
    why: {
      few: (cases, leastCases, sources, leastSources) =>
        `${cases} de ${leastCases} casos, ${sources} de ${leastSources} fuentes: muy pocos para decidir`,
      unsteady: () => 'su signo cambia si se deja fuera una fuente',
      contrary: () => 'los exámenes premian lo contrario de lo que dice',
      even: () => 'las opciones de la clave y las demás lo cumplen por igual',
      mute: () => 'no tiene puntos ni "speaks: for" ni "speaks: against": di cuál',
    },
  },
};

export const measuringTexts: Record<Lang, MeasuringTexts> = { en, es };
