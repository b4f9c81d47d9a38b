/**
 * What the commands that measure print, in Spanish.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { measuringTexts } from '../../src/checking/measuring-texts.ts';
import { agreed, unknown, wrongKey } from './keyed-questions.ts';
import { criterio } from './run.ts';

const questions = [agreed, wrongKey, unknown].map((question, i) => ({
  ...question,
  src: `source-${i % 2}`,
  choose: 1,
}));

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'criterio-spanish-'));
  file = join(folder, 'questions.jsonl');
  writeFileSync(file, questions.map((question) => JSON.stringify(question)).join('\n'));
});
const lines = (...args: string[]) =>
  criterio([...args, '--lang', 'es'])
    .out.trimEnd()
    .split('\n')
    .map((line) => line.trim().replace(/ +/g, ' '));

describe('--lang es', { timeout: 60_000 }, () => {
  test('audit tells the dispute, its proof, its suspects and the sums', () => {
    const told = lines('audit', file, '--verdicts', join(folder, 'verdicts.json'));
    expect(told).toEqual(
      expect.arrayContaining([
        'wrong-key en disputa: las reglas prueban B, con 7 puntos de ventaja (segura); la clave dice A',
        'a favor de B, 4 puntos: Secrets Manager cambia por sí mismo las credenciales que guarda. («credential», «rotated», «Secrets Manager»)',
        'regla secrets/rotates#1:serves',
        'sospechosos:',
        'clave A no es la respuesta, o ya no',
        'unknown en silencio: ninguna regla habla a favor ni en contra de ninguna opción; la clave dice A',
        '3 preguntas: 1 en disputa, 0 anticuada, 0 sin decidir, 1 en silencio, 1 de acuerdo',
        '1 por mirar, 0 con veredicto',
      ]),
    );
  });

  test('audit keeps a verdict', () => {
    const verdicts = join(folder, 'kept.json');
    const args = [
      '--verdicts',
      verdicts,
      '--keep',
      'wrong-key',
      '--suspect',
      'key',
      '--reason',
      'Mal copiada.',
    ];
    expect(lines('audit', file, ...args)).toEqual(['guardado: wrong-key, sospecha de clave: Mal copiada.']);
    expect(JSON.parse(readFileSync(verdicts, 'utf8'))['wrong-key'].suspect).toBe('key');
    expect(lines('audit', file, '--verdicts', verdicts, '--all')).toContain(
      'veredicto guardado: clave: Mal copiada.',
    );
  });

  test('exam scores, tells reliability, risk and misses, and what flipped since', () => {
    const saved = join(folder, 'saved.json');
    const chart = join(folder, 'risk.svg');
    const scored = lines('exam', file, '--save', saved, '--risk', chart);
    expect(scored).toEqual(
      expect.arrayContaining([
        'grupo preg. bien intervalo 95 % decide bien si decide nada leído | ninguna regla aplicada | resultado no reconocido | eje sin separar | apuntaba a otra',
        expect.stringMatching(/^todas 3 /),
        expect.stringMatching(/^sin nivel 3 /),
        'se apoya en preg. bien intervalo 95 % dicho',
        expect.stringMatching(/^segura 1 /),
        'clase preg. bien intervalo 95 % dicho',
        'riesgo según la cobertura: solo se contesta lo que se dice acertado con esa frecuencia',
        'desde contesta cobertura mal riesgo',
        'fallos',
        `wrong-key apuntaba a otra, ventaja 7: eligió B, clave A: ${wrongKey.stem}`,
      ]),
    );
    expect(readFileSync(chart, 'utf8')).toContain('Riesgo según la cobertura: 3 preguntas');
    expect(lines('exam', file, '--baseline', saved)).toContain(
      '0 respuestas han cambiado desde la referencia; con la misma respuesta, 0 veredictos y 0 razones',
    );
    expect(lines('exam', file, '--calibrate')).toEqual(
      expect.arrayContaining([
        'fuente preg. bien intervalo 95 % dicho',
        expect.stringMatching(/← la mejor$/),
      ]),
    );
  });

  test('principles counts and says why none is supported', () => {
    expect(lines('principles', file)).toEqual(
      expect.arrayContaining([
        'principio casos fuentes clave resto razón puntos medidos',
        'sin apoyo: 1 de 1',
        expect.stringMatching(
          /^managed-beats-custom: \d de 8 casos, \d de 3 fuentes: muy pocos para decidir$/,
        ),
        '1 difiere de principles.yaml: --write pone allí los puntos medidos',
      ]),
    );
  });

  test.each(['audit', 'exam', 'principles'])('%s refuses a language it does not speak', (command) => {
    expect(criterio([command, file, '--lang', 'fr'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('--lang is en or es, not fr'),
    });
  });
});

test('columns stay in line in every language', () => {
  const widths = { asked: 5, right: 6, interval: 15, decided: 8, rightWhenDecided: 19, said: 7, saidFrom: 9 };
  for (const lang of ['en', 'es'] as const) {
    for (const [name, width] of Object.entries(widths)) {
      expect(measuringTexts[lang][name as keyof typeof widths].length).toBeLessThanOrEqual(width);
    }
  }
});
