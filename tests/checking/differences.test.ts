import { afterAll, expect, test } from 'vitest';
import { compareStates } from '../../src/checking/differences.ts';
import type { Scenario } from '../../src/checking/scenarios.ts';
import { loadKnowledge } from '../../src/knowledge/loader.ts';
import { Advisor } from '../../src/reasoning/consultation.ts';
import { fixtureHome } from '../fixture-home.ts';
import { fixtureRules } from '../web/fixture-app.ts';

const home = fixtureHome();
afterAll(() => home.remove());

test('the smallest question is asked as of the day of its scenario', async () => {
  home.edit('rules/sections/functions.yaml', 'object: code, asOf: exam', 'object: code, asOf: today');
  const states = {
    before: new Advisor(loadKnowledge(fixtureRules)),
    after: new Advisor(loadKnowledge(home.rules)),
  };
  const scenario: Scenario = {
    id: 'functions/today',
    section: 'functions',
    lines: [21],
    lang: 'en',
    asks: 'service',
    stem: 'A company has a small team. The code must be run. What should be used?',
    options: { A: 'AWS OpsWorks', B: 'Amazon RDS', C: 'Parameter Store' },
    key: ['A'],
    outcomes: ['opsworks'],
    asOf: 'today',
  } as unknown as Scenario;
  const { differences } = await compareStates(states, [scenario], 1);
  expect(
    differences.map(({ by, before, after, smallest }) => [by, before.answer, after.answer, smallest]),
  ).toEqual([['answer', ['B'], ['A'], { stem: 'code', options: { A: 'AWS OpsWorks', B: 'Amazon RDS' } }]]);
});
