import { describe, expect, test } from 'vitest';
import { splitPick } from '../../src/reading/pick.ts';

const question = 'What?\nA. one\nB. two\nC. three';

describe('what was picked', () => {
  test.each([
    ['I chose C, why not?', ['C']],
    ['I picked A and C', ['A', 'C']],
    ['i chose B. Why is that wrong?', ['B']],
    ['Why not B?', ['B']],
    ['My answer: A, B', ['A', 'B']],
    ['Elegí la C, ¿por qué no?', ['C']],
    ['elegi B', ['B']],
    ['¿Por qué no la A?', ['A']],
    ['Mi respuesta es A y B', ['A', 'B']],
  ])('is said on a line of its own: %s', (line, picked) => {
    expect(splitPick(`${question}\n${line}`)).toEqual({ text: question, picked });
    expect(splitPick(`${line}\n${question}`)).toEqual({ text: question, picked });
  });

  test.each([
    'I chose A solution with two parts.',
    'We chose C, why not?',
    'I chose a queue.',
    'Why not build it?',
    `I chose C, why not? ${'more '.repeat(40)}`,
  ])('is not read into other lines: %s', (line) => {
    const text = `${question}\n${line}`;
    expect(splitPick(text)).toEqual({ text, picked: [] });
  });
});
