/**
 * What can keep a scenario, a review or an entry from being kept. One table: each code with the status a page answers
 * and its words in both languages.
 */
import type { Lang } from '../knowledge/knowledge-base.ts';

export const keepingStatus = {
  NO_EDIT: 403,
  OTHER_ORIGIN: 403,
  OUTSIDE: 400,
  BAD_NAME: 422,
  NAME_TAKEN: 409,
  UNKNOWN_SECTION: 422,
  NO_KEY: 422,
  UNKNOWN_KEY: 422,
  BAD_LINES: 422,
  BAD_REVIEW: 422,
  BROKEN_FILE: 409,
  CHANGED_SINCE: 409,
} as const;
export type KeepingCode = keyof typeof keepingStatus;

/** What was got, and what it was got for. */
type KeepingTexts = Record<KeepingCode, (got: string, of: string) => string>;

const words: Record<Lang, KeepingTexts> = {
  en: {
    NO_EDIT: () =>
      'This server writes nothing: it was started without --edit. Download the file and put it in place yourself.',
    OTHER_ORIGIN: (got) =>
      `The request came from ${got}, not from a page of this server, so nothing was written. Open the page here and send it again.`,
    OUTSIDE: (got) => `${got} leads out of the folder, so nothing was written.`,
    BAD_NAME: (got) =>
      got === ''
        ? 'There is no name: give a few words joined by hyphens, such as rotate-every-month.'
        : `“${got}” is no name: use lower-case letters and digits joined by hyphens, such as rotate-every-month.`,
    NAME_TAKEN: (got, of) => `${got} is taken in ${of}: choose another name.`,
    UNKNOWN_SECTION: (got, of) =>
      got === ''
        ? 'Nothing says which section this belongs to: name one.'
        : `There is no section ${got}${of === '' ? '' : `; the nearest is ${of}`}.`,
    NO_KEY: (_got, of) => `Say what is right${of === '' ? '' : ` (the advisor says ${of})`}.`,
    UNKNOWN_KEY: (got, of) => `“${got}” is no answer to this question: it is one of ${of}.`,
    BAD_LINES: (got) => `“${got}” are no lines: give numbers and ranges, such as 12, 15-17.`,
    BAD_REVIEW: (_got, of) => `The review lacks ${of}.`,
    BROKEN_FILE: (got, of) => `${got} can not be added to: ${of}`,
    CHANGED_SINCE: () =>
      'This has changed while you were reading it, so nothing was written. Look at it again; your remark is kept below.',
  },
  es: {
    NO_EDIT: () =>
      'Este servidor no escribe nada: se inició sin --edit. Descarga el archivo y ponlo tú en su sitio.',
    OTHER_ORIGIN: (got) =>
      `La petición venía de ${got}, no de una página de este servidor, así que no se ha escrito nada. Abre la página aquí y envíala de nuevo.`,
    OUTSIDE: (got) => `${got} lleva fuera de la carpeta, así que no se ha escrito nada.`,
    BAD_NAME: (got) =>
      got === ''
        ? 'Falta el nombre: unas pocas palabras unidas por guiones, como rotar-cada-mes.'
        : `«${got}» no sirve de nombre: letras minúsculas sin tilde y cifras, unidas por guiones, como rotar-cada-mes.`,
    NAME_TAKEN: (got, of) => `${got} ya existe en ${of}: elige otro nombre.`,
    UNKNOWN_SECTION: (got, of) =>
      got === ''
        ? 'Nada dice a qué sección pertenece: indica una.'
        : `No hay ninguna sección ${got}${of === '' ? '' : `; la más parecida es ${of}`}.`,
    NO_KEY: (_got, of) => `Di qué es lo correcto${of === '' ? '' : ` (el asesor dice ${of})`}.`,
    UNKNOWN_KEY: (got, of) => `«${got}» no es respuesta a esta pregunta; puede ser ${of}.`,
    BAD_LINES: (got) => `«${got}» no son líneas: da números e intervalos, como 12, 15-17.`,
    BAD_REVIEW: (_got, of) => `A la revisión le falta ${of}.`,
    BROKEN_FILE: (got, of) => `No se puede añadir nada a ${got}: ${of}`,
    CHANGED_SINCE: () =>
      'Esto ha cambiado mientras lo leías, así que no se ha escrito nada. Míralo de nuevo; tu observación sigue abajo.',
  },
};

/** What was asked can not be done as things are; nothing was written, and the message says why. */
export class Refusal extends Error {}

export class KeepingError extends Refusal {
  readonly code: KeepingCode;
  readonly statusCode: number;
  private readonly got: string;
  private readonly of: string;

  constructor(code: KeepingCode, { got = '', of = '' }: { got?: string; of?: string } = {}) {
    super(words.en[code](got, of));
    this.name = 'KeepingError';
    this.code = code;
    this.statusCode = keepingStatus[code];
    this.got = got;
    this.of = of;
  }

  in(lang: Lang): string {
    return words[lang][this.code](this.got, this.of);
  }
}
