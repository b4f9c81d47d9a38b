import { describe, expect, test } from 'vitest';
import { chosen, type Setting, ticked, unknown } from '../../src/interviewing/answers.ts';
import { flipSets } from '../../src/interviewing/flip-sets.ts';
import { type Interview, Interviewer, mostQuestions } from '../../src/interviewing/interview.ts';
import { closureOf } from '../../src/interviewing/likelihoods.ts';
import type { Asked } from '../../src/interviewing/questions.ts';
import { correctionOf, progressOf } from '../../src/interviewing/so-far.ts';
import { difference } from '../../src/interviewing/what-if.ts';
import { loadKnowledge } from '../../src/knowledge/loader.ts';
import { Advisor } from '../../src/reasoning/consultation.ts';
import { contendersOf } from '../../src/reasoning/contenders.ts';
import { fixtureRules } from '../web/fixture-app.ts';

const base = loadKnowledge(fixtureRules);
const advisor = new Advisor(base);
const interviewer = new Interviewer(advisor);

function interview(settings: readonly Setting[], stem = '', asked = 0): Promise<Interview> {
  const corrections = settings.flatMap((setting) => correctionOf(base, setting) ?? []);
  const progress = progressOf(base, settings, stem !== '');
  return interviewer.interview({ question: { stem, corrections }, progress, asked });
}

/** Every answer that a visitor could give to a question with few options. */
function answersTo(asked: Asked): Setting[][] {
  if (asked.kind === 'amount') {
    const amounts = asked.options.flatMap(({ value }) => [value, String(Number(value) + 1)]);
    return [...amounts.map((value) => [{ fact: asked.topic, value }]), unknown(asked)];
  }
  if (asked.kind === 'one') return [...asked.options.map((option) => chosen(base, option)), unknown(asked)];
  const each = asked.options.map((option) => ticked(base, asked, (other) => other === option));
  return [...each, ticked(base, asked, () => true), ticked(base, asked, () => false), unknown(asked)];
}

interface Step {
  settings: Setting[];
  asked: number;
  found: Interview;
}

/** Every way through the interview on the fixture knowledge. */
async function* allWays(settings: Setting[] = [], asked = 0): AsyncGenerator<Step> {
  const found = await interview(settings, '', asked);
  yield { settings, asked, found };
  if (!found.next) return;
  for (const answer of answersTo(found.next)) yield* allWays([...settings, ...answer], asked + 1);
}

const ways: Step[] = [];
for await (const step of allWays()) ways.push(step);

describe('an interview', () => {
  test('begins with what must be done, every act in one list', async () => {
    const { next } = await interview([]);
    expect([next?.topic, next?.kind, next?.options.map(({ fact }) => fact).sort()]).toEqual([
      'act',
      'several',
      ['need.rotate', 'need.run', 'need.store'],
    ]);
  });

  test('does not ask what a text has said already', async () => {
    const { next } = await interview([], 'The password must be kept.');
    const options = next?.options.map(({ fact, value }) => `${fact}=${value}`) ?? [];
    expect(options.length).toBeGreaterThan(0);
    expect(options).not.toEqual(expect.arrayContaining(['about=password']));
    expect(options).not.toEqual(expect.arrayContaining(['about=credential']));
    expect(options).not.toEqual(expect.arrayContaining(['need.store=credential']));
  });

  test('comes to an end on every way, within the dozen and within the questions it announced', () => {
    expect(ways.length).toBeGreaterThan(30);
    for (const { settings, asked, found } of ways) {
      const rest = ways.filter((other) => settings.every((setting, i) => other.settings[i] === setting));
      const { expected, worst } = found.budget;
      expect(Math.max(...rest.map((other) => other.asked)) - asked).toBeLessThanOrEqual(worst);
      expect(rest.some((other) => other.found.next === undefined)).toBe(true);
      expect([expected <= worst, worst <= mostQuestions]).toEqual([true, true]);
    }
  });

  test('asks nothing whose every answer leaves all contenders as they were', async () => {
    for (const { found } of ways) {
      if (!found.next) continue;
      const before = standing(found.conclusion);
      const after = await Promise.all(
        answersTo(found.next).map(async (answer) => {
          const more = answer.flatMap((setting) => correctionOf(base, setting) ?? []);
          const { question } = found.conclusion;
          return standing(
            await advisor.consult({ ...question, corrections: [...(question.corrections ?? []), ...more] }),
          );
        }),
      );
      expect(after.some((each) => each !== before)).toBe(true);
    }
  });

  test('never asks again what is known, denied, set aside or implied', () => {
    for (const { settings, found } of ways) {
      const plain = settings.map(({ fact, value }) => `${fact}=${value.replace(/^[~?]/, '')}`);
      const implied = settings
        .filter(({ value }) => !/^[~?]/.test(value))
        .flatMap(({ fact, value }) => [...closureOf(base, value)].map((each) => `${fact}=${each}`));
      const asked = found.next?.options.map(({ fact, value }) => `${fact}=${value}`) ?? [];
      if (found.next?.kind === 'several') {
        expect(asked.filter((each) => plain.includes(each) || implied.includes(each))).toEqual([]);
      }
      expect(settings.map(({ fact }) => fact)).not.toContain(
        found.next?.kind === 'several' ? '' : found.next?.topic,
      );
    }
  });

  test('asks for the amount once the choice hangs on it, with what the rules compare it to', async () => {
    const { next } = await interview([
      { fact: 'need.run', value: '*' },
      { fact: 'need.run', value: 'code' },
      { fact: 'about', value: '~on-demand-pay' },
    ]);
    expect(next).toEqual({
      topic: 'job.duration',
      kind: 'amount',
      options: [{ fact: 'job.duration', value: '15' }],
      bits: expect.any(Number),
    });
  });

  test('stops once the dozen is spent, and says that none is left', async () => {
    const { next, budget } = await interview([{ fact: 'need.run', value: '*' }], '', mostQuestions);
    expect([next, budget.expected, budget.worst]).toEqual([undefined, 0, 0]);
  });
});

function standing(conclusion: Interview['conclusion']): string {
  return contendersOf(conclusion)
    .map(({ id, tally }) => `${id} ${tally.points}`)
    .join();
}

describe('an answer', () => {
  const list: Asked = {
    topic: 'thing',
    kind: 'several',
    options: ['password', 'credential', 'code'].map((value) => ({ fact: 'about', value })),
    bits: 1,
  };

  test('affirms what is ticked and denies what is left, but for what the ticked implies', () => {
    expect(ticked(base, list, ({ value }) => value === 'password')).toEqual([
      { fact: 'about', value: 'password' },
      { fact: 'about', value: '~code' },
    ]);
  });

  test('leaves acts that were not ticked open: the list has all of them', () => {
    const acts: Asked = {
      topic: 'act',
      kind: 'several',
      options: ['need.run', 'need.store'].map((fact) => ({ fact, value: '*' })),
      bits: 1,
    };
    expect(ticked(base, acts, ({ fact }) => fact === 'need.run')).toEqual([{ fact: 'need.run', value: '*' }]);
  });

  test('"I don’t know" sets every option aside', () => {
    expect(unknown(list)).toEqual([
      { fact: 'about', value: '?password' },
      { fact: 'about', value: '?credential' },
      { fact: 'about', value: '?code' },
    ]);
  });

  test('a choice says the concept that stands for it too, as a text would', () => {
    expect(chosen(base, { fact: 'data.latency', value: 'batch' })).toEqual([
      { fact: 'data.latency', value: 'batch' },
      { fact: 'about', value: 'batch' },
    ]);
  });
});

describe('what if', () => {
  test('a fact were otherwise: whose points move, through which rule', async () => {
    const before = await advisor.consult({ stem: 'The password must be kept and rotated.' });
    const { after, effects } = await difference(advisor, before, { fact: 'need.rotate', value: '~password' });
    expect(contendersOf(after).map(({ tally }) => tally.points)).not.toEqual(
      contendersOf(before).map(({ tally }) => tally.points),
    );
    const lost = effects.find(({ id }) => id === 'secrets-manager');
    expect([lost && lost.points < 0, lost?.evidence.rule.id]).toEqual([true, 'secrets/rotates#1:serves']);
  });
});

describe('flip-sets', () => {
  test('are the smallest changes that make a rival win, each confirmed and each with its rule', async () => {
    const before = await advisor.consult({ stem: 'The password must be kept and rotated.' });
    const found = await flipSets(advisor, before, 'parameter-store');
    const sets = found?.sets ?? [];
    expect(sets.length).toBeGreaterThan(0);
    for (const { changes, evidence } of sets) {
      const wins = async (some: typeof changes) => {
        const after = await advisor.consult({ ...before.question, corrections: some });
        return contendersOf(after)[0]?.id === 'parameter-store';
      };
      expect(await wins(changes)).toBe(true);
      for (const one of changes) expect(await wins(changes.filter((other) => other !== one))).toBe(false);
      expect(evidence.rule.id).toMatch(/^[\w/-]+/);
    }
    expect(new Set(sets.map(({ changes }) => changes.length)).size).toBe(1);
  });

  test('of the winner and of what is no contender there are none', async () => {
    const before = await advisor.consult({ stem: 'The password must be rotated.' });
    expect([
      await flipSets(advisor, before, 'secrets-manager'),
      await flipSets(advisor, before, 'no-such-outcome'),
    ]).toEqual([undefined, undefined]);
  });
});
