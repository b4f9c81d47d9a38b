import type { ProblemTexts } from './problem-texts.ts';

export const problemsEs: ProblemTexts = {
  EMPTY_TEXT: () => 'No hay texto que leer. Describe un escenario o pega una pregunta.',
  NO_STEM: () => 'Hay opciones, pero ninguna pregunta antes. Pon la pregunta encima de la opción A.',
  REPEATED_OPTION: (got) =>
    `La opción ${got} aparece dos veces. Da a cada opción su propia letra, en orden desde la A.`,
  TEXT_TOO_LONG: () =>
    'El texto es demasiado largo. Una pregunta tiene hasta 100.000 caracteres; acórtalo y envíalo de nuevo.',
  NOT_TEXT: () =>
    'Esto no es texto: contiene caracteres de control o bytes que no son UTF-8. Pégalo como texto sin formato.',
  UNKNOWN_FACT: (got) => `El enlace fija «${got}», que no es ningún hecho que Criterio conozca.`,
  UNKNOWN_VALUE: (got, of) => `El enlace da a «${of}» el valor «${got}», que no puede tener.`,
  BAD_CHOOSE: (got, of) =>
    of === ''
      ? `El enlace pide elegir «${got}», que no es un número de opciones.`
      : `El enlace pide elegir ${got} de ${of} opciones: deben ser menos.`,
  BAD_SETTING: (got, of) => `El enlace fija «${got}»; puede ser ${of}.`,
  NO_NUMBER: (got, of) => `El enlace fija «${got}»; ha de ser un número de ${of}.`,
  BAD_REQUEST: () => 'No se entiende la petición.',
  BAD_QUESTION: () => 'La pregunta no tiene la forma que espera la API.',
  BAD_JSON: () => 'El cuerpo no es JSON.',
  WRONG_METHOD: (got, of) => `Esta dirección no admite ${got}; admite ${of}.`,
  ADDRESS_TOO_LONG: () =>
    'La dirección o una cabecera ocupa más de 16 KB. Envía un texto largo con el formulario, o la pregunta como JSON a /api/v1/answer.',
  NOT_FOUND: () => 'No hay nada en esta dirección.',
  WRONG_TYPE: () => 'Aquí no se admite ese tipo de contenido: envía un formulario o JSON.',
  TOO_MANY_REQUESTS: () => 'Demasiadas peticiones en poco tiempo. Espera un minuto y vuelve a intentarlo.',
  OVERLOADED: () => 'El servidor no da abasto. Vuelve a intentarlo dentro de un momento.',
  INTERNAL: () =>
    'Algo ha fallado por nuestra parte. Tu texto no se ha perdido: vuelve atrás e inténtalo de nuevo.',
};
