/**
 * Metamorphic tests: changes of a question that mean nothing, and an answer that must stay what it is.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadScenarios } from '../../src/checking/scenarios.ts';
import { loadKnowledge } from '../../src/knowledge/loader.ts';
import { Advisor, type Conclusion, type Question } from '../../src/reasoning/consultation.ts';
import { fixtureRules } from '../web/fixture-app.ts';

const small = new Advisor(loadKnowledge(fixtureRules));
const whole = new Advisor(loadKnowledge());
const scenarios = loadScenarios(whole).filter(({ options }) => options);

type Options = Record<string, string>;

/** What a question is answered with, whatever its options are called. */
function answerOf({ options, lead, basis, decided, settled, confidence }: Conclusion) {
  const judged = options.map(({ text, chosen, tally }) => [text, chosen, tally.points] as const);
  return {
    judged: judged.sort(([a], [b]) => (a < b ? -1 : 1)),
    lead,
    basis,
    decided,
    settled,
    confidence,
  };
}

/** The texts chosen. */
function chosenOf({ options }: Conclusion): string[] {
  return options
    .filter(({ chosen }) => chosen)
    .map(({ text }) => text)
    .sort();
}

const letters = fc.uniqueArray(fc.stringMatching(/^[A-Z][0-9]?$/), { minLength: 4, maxLength: 4 });
const texts = [
  'AWS Secrets Manager rotates the password',
  'AWS Lambda',
  'Store the password in Parameter Store',
  'AWS Fargate runs the code',
];
const stems = [
  'We must rotate the password every month. What should be used?',
  'The code must run for 40 minutes. Which service should be used?',
  'The password must be stored at the lowest cost. What should be used?',
  'Lorem ipsum dolor sit amet?',
  'Which service can NOT rotate the password?',
];

describe('whatever the options are called and wherever they stand', { timeout: 120_000 }, () => {
  test('every figure of the answer stays', async () => {
    const shuffled = fc.shuffledSubarray(texts, { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...stems),
        letters,
        shuffled,
        fc.integer({ min: 1, max: 3 }),
        async (stem, names, order, choose) => {
          const options: Options = Object.fromEntries(names.map((name, i) => [name, order[i] ?? '']));
          const plain: Options = Object.fromEntries(texts.map((text, i) => ['ABCD'[i], text]));
          expect(answerOf(await small.consult({ stem, options, choose }))).toEqual(
            answerOf(await small.consult({ stem, options: plain, choose })),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  test('so it does for every scenario with options', async () => {
    for (const { id, stem, options = {}, key } of scenarios) {
      const turned = Object.values(options).reverse();
      const renamed = Object.fromEntries(turned.map((text, i) => [`Z${turned.length - i}`, text]));
      const choose = key.length;
      expect([id, answerOf(await whole.consult({ stem, options: renamed, choose }))]).toEqual([
        id,
        answerOf(await whole.consult({ stem, options, choose })),
      ]);
    }
  });
});

describe('whatever was picked', () => {
  test('the answer stays', async () => {
    const [stem = ''] = stems;
    const options = { A: texts[0] ?? '', B: texts[1] ?? '', C: texts[2] ?? '' };
    const plain = answerOf(await small.consult({ stem, options }));
    for (const picked of [['A'], ['B'], ['A', 'C']])
      expect(answerOf(await small.consult({ stem, options, picked }))).toEqual(plain);
  });
});

/** One scenario in five: every heading's turn comes as the list grows. */
const some = scenarios.filter((_, i) => i % 5 === 0);

function sentencesOf(stem: string): string[] {
  return stem.split(/(?<=[.?!])\s+/);
}

async function changed(scenario: (typeof scenarios)[number], stem: string): Promise<string[]> {
  const asked: Question = { stem: scenario.stem, options: scenario.options, choose: scenario.key.length };
  const [before, after] = await Promise.all([whole.consult(asked), whole.consult({ ...asked, stem })]);
  return chosenOf(before).join() === chosenOf(after).join() ? [] : [scenario.id, stem];
}

describe('a sentence that says nothing', () => {
  const harmless = { en: 'The office has a green door.', es: 'La oficina tiene una puerta verde.' };

  test('changes no answer, wherever it stands', { timeout: 120_000 }, async () => {
    const changes: string[] = [];
    for (const scenario of some) {
      const sentences = sentencesOf(scenario.stem);
      for (let at = 0; at <= sentences.length; at++) {
        const longer = [...sentences.slice(0, at), harmless[scenario.lang], ...sentences.slice(at)].join(' ');
        changes.push(...(await changed(scenario, longer)));
      }
    }
    expect(changes).toEqual([]);
  });
});

describe('sentences that do not lean on each other', () => {
  /** Words that point back to another sentence: with them the order is part of what is said. */
  const pointsBack = /\b(?:it|they|them|these|those|such|esto|eso|ello|ellos|ellas)\b/i;
  const independent = scenarios.filter(({ stem }) => sentencesOf(stem).length > 2 && !pointsBack.test(stem));

  test('may stand in any order before what is asked', { timeout: 120_000 }, async () => {
    expect(independent.length).toBeGreaterThan(80);
    const changes: string[] = [];
    for (const scenario of independent) {
      const sentences = sentencesOf(scenario.stem);
      const asked = sentences.pop() ?? '';
      changes.push(...(await changed(scenario, [...sentences.reverse(), asked].join(' '))));
    }
    expect(changes).toEqual([]);
  });
});
