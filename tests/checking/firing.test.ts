import { expect, test } from 'vitest';
import { fires } from '../../src/checking/firing.ts';
import { loadKnowledge } from '../../src/knowledge/loader.ts';
import { Advisor } from '../../src/reasoning/consultation.ts';
import { EngineOfRecord } from '../../src/reasoning/record.ts';
import { fixtureRules } from '../web/fixture-app.ts';

const base = loadKnowledge(fixtureRules);
const advisor = new Advisor(base);
const engine = new EngineOfRecord();

const stems = [
  'The password must be changed every month at the lowest cost. Which service should keep it?',
  'A job of 20 minutes must run code. It must not use AWS Lambda.',
  'Run code for 5 minutes, pay per use, in real time.',
  '',
];

test('a rule fires here where it fires by the engine of record, corrections and exceptions included', async () => {
  for (const stem of stems) {
    for (const value of ['credential', 'code', 'least-cost']) {
      const denied = { kind: 'deny', fact: 'about', value } as const;
      for (const corrections of [[], [denied]]) {
        const options = { A: 'AWS Lambda', B: 'Rotate it with AWS Secrets Manager' };
        const { facts, options: judged } = await advisor.consult({ stem, options, corrections });
        for (const { reading } of judged) {
          const all = facts.with(reading.facts);
          const byEngine = await engine.fired(all, base.rules);
          const here = base.rules.filter((rule) => fires(rule, all)).map(({ id }) => id);
          expect(here.sort()).toEqual([...byEngine].sort());
        }
      }
    }
  }
});
