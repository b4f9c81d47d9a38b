import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/loader.ts';
import { Advisor, type Question } from '../../src/reasoning/consultation.ts';

const base = loadKnowledge('tests/fixtures/rules');
const weights = { ...base.judging.weights, resembles: 10 };
const advisor = new Advisor({ ...base, judging: { ...base.judging, weights } });

/** For each option: the statement that it reads like, with its points and the words in common. */
async function likenesses(question: Question) {
  const { options } = await advisor.consult(question);
  return Object.fromEntries(
    options.map(({ letter, text, tally }) => [
      letter,
      tally.evidence
        .filter(({ form }) => form === 'resembles')
        .map(({ rule, points, premises }) => ({
          rule: rule.id,
          points,
          words: premises.flatMap(({ said }) => said.flatMap(({ span }) => span && text.slice(...span))),
        })),
    ]),
  );
}

describe('an option that reads like a statement', () => {
  const stem = 'A company stores a password in AWS Secrets Manager. What is true?';
  const options = {
    A: 'The credentials are changed by the service itself.',
    B: 'The standard tier costs nothing.',
    C: 'Bananas are yellow.',
  };

  test('has a little for it, by the words that are its own, and one with no such word has nothing', async () => {
    expect(await likenesses({ stem, options })).toEqual({
      A: [
        { rule: 'secrets/rotates:resembles', points: 3, words: ['credentials', 'changed', 'by', 'itself'] },
      ],
      B: [{ rule: 'secrets/price:resembles', points: 3, words: ['standard', 'costs', 'nothing'] }],
      C: [],
    });
  });

  test('is compared in the language of the question', async () => {
    const asked = {
      stem: 'Una empresa guarda una contraseña en AWS Secrets Manager. ¿Qué es cierto?',
      options: {
        A: 'Las credenciales las cambia el propio servicio.',
        B: 'El nivel estándar no cuesta nada.',
      },
    };
    expect(Object.values(await likenesses(asked)).map(([one]) => one?.rule)).toEqual([
      'secrets/rotates:resembles',
      'secrets/price:resembles',
    ]);
  });

  test('has nothing by what all options say, and nothing by what the question says', async () => {
    const found = await likenesses({
      stem,
      options: { A: 'It costs nothing.', B: 'It costs nothing, Manager.' },
    });
    expect(found).toEqual({ A: [], B: [] });
  });

  test('is like whatever it stands beside in whatever order', async () => {
    const turned = Object.fromEntries(Object.entries(options).reverse());
    expect(await likenesses({ stem, options: turned })).toEqual(await likenesses({ stem, options }));
  });

  test('decides nothing by that, and where no rule speaks, nothing is said', async () => {
    const { decided, basis } = await advisor.consult({ stem, options, choose: 2 });
    expect([decided, basis]).toEqual([false, 'resemblance']);
    const offTopic = { stem: 'What is true of fruit?', options };
    expect(await likenesses(offTopic)).toEqual({ A: [], B: [], C: [] });
  });
});
