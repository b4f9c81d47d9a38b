import type { FindingCode } from '../../knowledge/finding.ts';
import type { FindingGuide } from './guide.ts';

export const guideEs: Record<FindingCode, FindingGuide> = {
  KB_YAML: {
    what: 'El archivo no es YAML, o falta.',
    why: 'Nada de lo que contiene se puede leer, así que nada se sabe.',
    fix: 'Corrige el lugar marcado; lo más habitual es que falte una comilla, un corchete o una sangría.',
  },
  KB_SHAPE: {
    what: 'Falta un campo, o no tiene la forma que pide su tipo de archivo.',
    why: 'Un texto en un solo idioma, o una lista donde va un valor, rompería una página más adelante.',
    fix: 'Escribe el campo como muestra rules/README.md. Con los JSON Schema de schemas/ el editor avisa mientras escribes.',
  },
  KB_UNKNOWN_KEY: {
    what: 'Una clave no es de las que se conocen aquí.',
    why: 'Una condición mal escrita dejaría de ser condición sin que nadie lo notara.',
    fix: 'Usa el nombre sugerido o quita la clave.',
  },
  KB_UNKNOWN_CONCEPT: {
    what: 'Se nombra un concepto o un resultado que no existe.',
    why: 'La afirmación o la regla esperaría algo que nadie puede decir.',
    fix: 'Usa el nombre sugerido, o propón el concepto en proposes.',
  },
  KB_UNKNOWN_ACT: {
    what: 'Se nombra un acto que no está en lexicon/acts.yaml.',
    why: 'Los actos son una lista cerrada, para que una misma acción se llame igual en todas partes.',
    fix: 'Usa el acto más cercano, o propón uno nuevo.',
  },
  KB_UNKNOWN_OUTCOME: {
    what: 'Un veredicto o una afirmación nombra un resultado que no está en el catálogo.',
    why: 'Ninguna opción se reconocería como tal.',
    fix: 'Usa el identificador sugerido, o propón el resultado.',
  },
  KB_UNKNOWN_STATEMENT: {
    what: 'Una regla cita un enunciado que no existe.',
    why: 'Toda razón lleva a un enunciado y a sus líneas; esta no lleva a ninguna parte.',
    fix: 'Cita por id, o por sección/id si el enunciado está en otra sección.',
  },
  KB_UNKNOWN_FACT: {
    what: 'Una condición pregunta por un hecho desconocido.',
    why: 'Nunca podría cumplirse.',
    fix: 'Usa need.<acto>, about, setting, symptom, o una elección o cantidad de facts.yaml.',
  },
  KB_UNKNOWN_SECTION: {
    what: 'La sección y su archivo tienen nombres distintos.',
    why: 'La ruta es la dirección de la página, de las reglas y de los escenarios.',
    fix: 'Nombra ambos con el identificador del encabezado.',
  },
  KB_TYPE: {
    what: 'Un valor tiene otro tipo, unidad u operador que su hecho.',
    why: 'La comparación sería falsa en cualquier escenario.',
    fix: 'Los conjuntos llevan contains; las elecciones, equal con uno de sus valores; las cantidades, un número en la unidad del hecho.',
  },
  KB_CYCLE: {
    what: 'Siguiendo is o parent, una cosa vuelve a sí misma.',
    why: 'No se puede saber qué es ni a qué distancia queda de lo que se afirma.',
    fix: 'Quita el enlace que dice que lo general es lo particular.',
  },
  KB_SAME_WORDS: {
    what: 'Las mismas palabras, por su raíz, dicen dos cosas distintas.',
    why: 'Un texto se leería como una de ellas por azar.',
    fix: 'Deja la palabra a la que más veces nombra y dale a la otra una expresión más larga.',
  },
  KB_SHRUNK: {
    what: 'Sin artículos ni posesivos, de la expresión solo queda una palabra vacía.',
    why: 'Aparecería en todas las frases.',
    fix: 'Añade la palabra que lleva el significado.',
  },
  KB_SAME_ID: {
    what: 'Un identificador nombra dos cosas.',
    why: 'Una de ellas ganaría por el orden de los archivos.',
    fix: 'Cambia el nombre de una de las dos.',
  },
  KB_NO_VERDICT: {
    what: 'Una regla no tiene veredicto, o tiene más de uno.',
    why: 'Debe estar claro a favor de qué habla una regla que se dispara.',
    fix: 'Da exactamente uno: prefer con over, recommend o exclude.',
  },
  KB_NO_POSITIVE: {
    what: 'Una regla solo pregunta por lo que no es.',
    why: 'Podría dispararse con un escenario vacío.',
    fix: 'Añade algo que deba saberse cierto.',
  },
  KB_NO_CLAIM: {
    what: 'Un enunciado no afirma nada ni dice por qué.',
    why: 'El lector lo conoce, pero no decide nada.',
    fix: 'Escribe lo que afirma, o di en unclaimed por qué nadie preguntaría por ello.',
  },
  KB_NO_LINES: {
    what: 'Un enunciado de una sección no da líneas, o uno general las da.',
    why: 'Lo que viene de los apuntes y lo que sabe todo el mundo del oficio se guardan y se muestran por separado.',
    fix: 'Da sus líneas, o llévalo a general/.',
  },
  KB_LINE_TWICE: {
    what: 'Una línea figura como que no dice nada, y un enunciado se apoya en ella.',
    why: 'No pueden ser ciertas ambas cosas, y la cobertura la contaría dos veces.',
    fix: 'Quítala de silent o del enunciado.',
  },
  KB_LINE_LOST: {
    what: 'Una línea de los apuntes dice algo y no la recoge ningún enunciado ni figura como callada con su motivo.',
    why: 'Lo que aprendió el dueño de los apuntes falta en todas las respuestas y nadie lo nota.',
    fix: 'Vuelve a escribir el enunciado, da la línea al que ya lo dice, o ponla en silent con el motivo.',
  },
  KB_LINE_ELSEWHERE: {
    what: 'Un enunciado da una línea que no es de su apartado.',
    why: 'La respuesta citaría una línea que no viene al caso: casi siempre se cambiaron dos cifras de sitio.',
    fix: 'Da la línea correcta; lo que toca a varios apartados va en spanning/.',
  },
  KB_SAME_CLAIM: {
    what: 'Dos afirmaciones de un enunciado dicen lo mismo del mismo objeto.',
    why: 'Cuenta una sola vez, así que una de las dos se copió seguramente para decir otra cosa.',
    fix: 'Cambia la copia por lo que debía decir, o quítala.',
  },
  KB_AMOUNT_UNSAID: {
    what: 'Una afirmación descarta opciones por una cantidad que su enunciado no dice.',
    why: 'El lector ve un veredicto por un número que no está en la explicación, y un desliz en el número pasa inadvertido.',
    fix: 'Di la cantidad en el enunciado, con su unidad, o corrige la afirmación.',
  },
  KB_PROPOSES: {
    what: 'Una sección aún propone conceptos, actos, palabras o resultados.',
    why: 'El léxico y el catálogo tienen un solo responsable, para que una palabra no se dé dos veces.',
    fix: 'Incorpora las propuestas al léxico y al catálogo y quítalas de aquí.',
  },
  KB_NEVER: {
    what: 'Ningún escenario cumple a la vez las condiciones de esta regla.',
    why: 'Parece conocimiento y nunca participa en una respuesta.',
    fix: 'Busca dos valores de una misma elección, cantidades que se excluyen o un unless que siempre se cumple junto con when.',
  },
  KB_CONTRADICTION: {
    what: 'Siempre que se dispara la primera regla se dispara también la segunda, que dice lo contrario.',
    why: 'Sus puntos se anulan, y el caso particular para el que se escribió una de ellas no decide nada.',
    fix: 'Dale a la regla general un unless con lo que distingue el caso particular. Si una está equivocada, retírala.',
  },
  KB_CONFLICT: {
    what: 'Lo que basta para disparar una regla basta también para otra con el veredicto contrario.',
    why: 'Allí ambas cuentan lo mismo y ninguna razón decide. Si cada regla pide algo que la otra no pide, o si una exclusión es la excepción a una recomendación, no hay hallazgo: los puntos las sopesan.',
    fix: 'Dale a la regla que falla en ese escenario un unless con lo que pide la otra, o retira la alternativa que coincide con ella.',
  },
  KB_SUBSUMED: {
    what: 'Una regla solo se dispara donde ya se dispara otra con el mismo veredicto.',
    why: 'Cuentan las dos, así que una misma razón pesa doble, y al cambiar una la otra se queda atrás.',
    fix: 'Conserva la que dé la mejor razón y haz que cite los enunciados de ambas.',
  },
  KB_CLAIMS_DISAGREE: {
    what: 'Lo que basta para una afirmación basta también para otra que la niega.',
    why: 'La respuesta dice entonces que sí y que no, y la afirmación no cuenta nunca. Una negación que pide más que la afirmación es su excepción y no un hallazgo: retira lo que esta aporta.',
    fix: 'Si una de las dos es falsa, bórrala. Si no, di en la negación cuándo no vale (unless) o limítala a lo que trata: when, with, o asOf si lo ha cambiado el tiempo.',
  },
  KB_UNREAD: {
    what: 'Un hecho, un concepto o un acto se puede decir, y ninguna regla pregunta por él ni por lo que es.',
    why: 'Se subraya como entendido y no cambia nada.',
    fix: 'Escribe lo que depende de él, o quítalo.',
  },
  KB_UNSAYABLE: {
    what: 'Una regla espera algo que no tiene palabras, ni las tiene nada que lo sea.',
    why: 'Ningún texto puede hacer que se dispare.',
    fix: 'Dale al concepto sus palabras en ambos idiomas, o pregunta por uno que las tenga.',
  },
  KB_UNRECOMMENDED: {
    what: 'Ninguna afirmación ni regla habla a favor ni en contra de un resultado del catálogo.',
    why: 'Se reconoce en las opciones y allí no cambia nada. Cuenta para él lo que se dice de sus funciones o de la función de la que es una variante; no lo que se dice de un servicio entero.',
    fix: 'Afirma lo que hace, o niega aquello con lo que se confunde.',
  },
  KB_ONE_SIDED: {
    what: 'Un contraste no tiene excepción, y a favor del que pierde no se dice nada que no valga también para el que gana.',
    why: 'Quien aprende de él toma al perdedor por inútil; una pregunta que gire en torno a la diferencia necesita ambos casos. Lo retirado, o lo que no hace nada de lo que hace el ganador, no es un rival.',
    fix: 'Afirma lo que solo hace el perdedor, escribe la regla para cuando acierta, o nombra la excepción en unless. Si no acierta nunca, suprime el hallazgo con la razón.',
  },
  KB_WAITS_FOR_DENIAL: {
    what: 'Una regla o una afirmación pide en when que algo no sea así.',
    why: 'Un not fuerte solo se cumple donde alguien niega la cosa expresamente. Un texto que no la menciona la deja sin saber, y la regla no se dispara nunca.',
    fix: 'Pásalo a unless, que frena la regla solo donde la cosa se sabe. Si de verdad se quiere una negación expresa, suprime el hallazgo con la razón.',
  },
  KB_IDLE_SUPPRESSION: {
    what: 'Una excepción de suppressions.yaml no corresponde a ningún hallazgo.',
    why: 'Su razón ha sobrevivido a lo que justificaba y ocultaría el próximo hallazgo en ese lugar.',
    fix: 'Quítala.',
  },
  KB_SCENARIO_KEY: {
    what: 'La clave de un escenario no es letra de sus opciones ni resultado o texto conocido.',
    why: 'El escenario nunca podría pasar.',
    fix: 'Pon una letra, o un resultado por uno de sus nombres.',
  },
  KB_FILL_IN: {
    what: 'Un hueco que dejó criterio new sigue diciendo FILL IN.',
    why: 'Lo que nadie ha escrito se mostraría como conocimiento.',
    fix: 'Escribe lo que va ahí, o quita la entrada.',
  },
  KB_SCENARIO_RULE: {
    what: 'Un escenario espera una regla o una afirmación que no existe.',
    why: 'Lo que espera no podría contar nunca, así que nunca pasaría.',
    fix: 'Nombra una regla o una afirmación como sección/id, o quita lo esperado.',
  },
};
