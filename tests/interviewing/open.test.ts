import { afterAll, expect, test } from 'vitest';
import { openIn } from '../../src/interviewing/open.ts';
import { loadKnowledge } from '../../src/knowledge/loader.ts';
import { Advisor } from '../../src/reasoning/consultation.ts';
import { fixtureHome } from '../fixture-home.ts';

const home = fixtureHome();
afterAll(() => home.remove());

test('what was denied is not counted among what is open, though the rule may fire by another way', async () => {
  const when = '{fact: need.rotate, operator: contains, value: credential}';
  home.edit(
    'rules/sections/secrets.yaml',
    `{all: [${when}]}`,
    `{any: [${when}, {fact: need.store, operator: contains, value: credential}]}`,
  );
  const advisor = new Advisor(loadKnowledge(home.rules));
  const question = { stem: 'Which one?', options: { A: 'AWS Secrets Manager', B: 'Parameter Store' } };
  const openWith = async (fact?: string) => {
    const corrections = fact === undefined ? [] : [{ kind: 'deny' as const, fact, value: 'credential' }];
    return openIn(advisor.base, await advisor.consult({ ...question, corrections }));
  };
  const all = await openWith();
  expect([await openWith('need.rotate'), await openWith('need.store')]).toEqual([all - 1, all - 1]);
});
