import { describe, expect, test } from 'vitest';
import { answerRequest } from '../../src/explaining/answer.ts';
import type { Answer } from '../../src/explaining/answer-schema.ts';
import { explain } from '../../src/explaining/explanation.ts';
import { explanationText } from '../../src/explaining/text.ts';
import { fixtureLibrary } from '../web/fixture-app.ts';

const { advisor } = fixtureLibrary();
const stem = 'The credential must be rotated. What should be used?';
const options = { A: 'AWS Lambda', B: 'AWS Secrets Manager', C: 'Parameter Store keeps the credential' };

async function answered(picked: string[], more = {}): Promise<Answer> {
  const answer = await answerRequest(advisor, { stem, options, picked, ...more });
  if ('error' in answer) throw new Error(answer.error.message);
  return answer;
}

async function explained(picked: string[], lang: 'en' | 'es' = 'en', choose = 1) {
  return explain(advisor, await advisor.consult({ stem, options, picked, choose }), { lang });
}

describe('"I chose C, why not?"', () => {
  test('is answered in the JSON with the rules against it, contrasts included, and those for the answer', async () => {
    expect((await answered(['C'])).picked).toEqual({
      letters: ['C'],
      agrees: false,
      instead: [
        {
          picked: 'C',
          answer: 'B',
          lead: 6,
          against: ['secrets/rotates#4:cannot', 'secrets/rotation-decides'],
          for: ['secrets/rotates#1:serves'],
        },
      ],
    });
  });

  test('agrees where the rules choose the same', async () => {
    expect((await answered(['B'])).picked).toEqual({ letters: ['B'], agrees: true, instead: [] });
  });

  test('is left out where nothing was picked', async () => {
    expect(await answered([])).not.toHaveProperty('picked');
  });

  const sentences: [string, string[], number, string, string][] = [
    [
      'C alone',
      ['C'],
      1,
      'You picked C; the rules take B, 6 points ahead. Parameter Store can not rotate: credential.',
      'Elegiste C; las reglas toman B, con 6 puntos más. Parameter Store no puede rotar: credencial.',
    ],
    ['the answer', ['B'], 1, 'You picked B, and so do the rules.', 'Elegiste B, y las reglas también.'],
    [
      'one of two',
      ['B'],
      2,
      'You picked B; the rules take A as well.',
      'Elegiste B; las reglas toman además A.',
    ],
    [
      'one too many',
      ['B', 'A'],
      1,
      'You picked A and B; the rules take B alone. Secrets Manager changes the credentials it keeps by itself.',
      'Elegiste A y B; las reglas toman solo B. Secrets Manager cambia por sí mismo las credenciales que guarda.',
    ],
  ];
  test.each(sentences)('is answered in a sentence: %s', async (_, picked, choose, en, es) => {
    expect((await explained(picked, 'en', choose)).picked?.sentence).toBe(en);
    expect((await explained(picked, 'es', choose)).picked?.sentence).toBe(es);
  });

  test('comes first in the terminal', async () => {
    const lines = explanationText(await explained(['C'])).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'You picked C; the rules take B, 6 points ahead. Parameter Store can not rotate: credential.',
      'Against C:',
      '  -3 can not meet a need: Parameter Store can not rotate: credential. (“credential”, “rotated”, “Parameter Store”)',
    ]);
    expect(lines.indexOf('For B instead:')).toBeLessThan(
      lines.findIndex((line) => line.startsWith('Option B')),
    );
  });
});

describe('the words that rules are about', () => {
  test('are spans of the stem and of the option, for each rule that counts', async () => {
    const { options: judged = {} } = await answered([]);
    const wordsOf = (letter: 'B' | 'C', rule: string) => {
      const { stem: ofStem, option } = judged[letter]?.words[rule] ?? { stem: [], option: [] };
      const cut = (text: string) => (span: [number, number]) => text.slice(...span);
      return { stem: ofStem.map(cut(stem)), option: option.map(cut(options[letter])) };
    };
    for (const letter of ['A', 'B', 'C'])
      expect(Object.keys(judged[letter]?.words ?? {}).sort()).toEqual(
        [...(judged[letter]?.for ?? []), ...(judged[letter]?.against ?? [])].sort(),
      );
    expect(wordsOf('B', 'secrets/rotates#1:serves')).toEqual({
      stem: ['credential', 'rotated'],
      option: ['Secrets Manager'],
    });
    expect(wordsOf('C', 'secrets/rotates#3:supports')).toEqual({
      stem: [],
      option: ['Parameter Store', 'keeps', 'credential'],
    });
  });
});
