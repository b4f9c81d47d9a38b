import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { draftFor } from '../../src/checking/drafts.ts';
import { fallenRates } from '../../src/checking/kill-rates.ts';
import { Jury, killRate, needsIn } from '../../src/checking/mutants.ts';
import type { Mutant } from '../../src/checking/mutation.ts';
import { differenceOf, rulingOf } from '../../src/checking/ruling.ts';
import { readScenarios, runScenarios } from '../../src/checking/scenarios.ts';
import { unitsOf } from '../../src/checking/units.ts';
import { loadKnowledge } from '../../src/knowledge/loader.ts';
import { Advisor } from '../../src/reasoning/consultation.ts';
import { fixtureRules } from '../web/fixture-app.ts';

const base = loadKnowledge(fixtureRules);
const advisor = new Advisor(base);
const folder = fileURLToPath(new URL('../fixtures/scenarios', import.meta.url));
const runs = await runScenarios(advisor, readScenarios(folder, advisor, []));
const jury = Jury.of(advisor, runs);
const verdicts = jury.verdictsOn(unitsOf(base).values(), base);

function verdictOn(id: string) {
  const found = verdicts.find(({ mutant }) => mutant.id === id);
  if (!found) throw new Error(`no mutant ${id}`);
  return found;
}

/** The knowledge with the mutant in it, consulted anew from the text on. */
async function killsByRerun({ unit, added }: Mutant) {
  const others = base.claims.filter(({ id }) => id !== unit.id);
  const own = added[0]?.claim;
  // Its conditions stand in the rules put in: the index need not know them.
  const changed = own && { ...own, with: [] };
  const mutated = new Advisor({
    ...base,
    claims: changed ? [...others, changed] : others,
    authored: [...base.authored.filter(({ id }) => id !== unit.id), ...(own ? [] : added)],
    rulesOf: (claim) => (claim === changed ? added : base.rulesOf(claim)),
  });
  const kills = [];
  for (const { scenario, conclusion } of runs) {
    const by = differenceOf(rulingOf(conclusion), rulingOf(await mutated.consult(conclusion.question)));
    if (by) kills.push({ scenario: scenario.id, by });
  }
  return kills;
}

describe('mutants', () => {
  test('are each mistake an author could make in a rule: left out, a condition dropped or turned, a limit moved, the sides swapped', () => {
    const deeds = verdicts
      .filter(({ mutant }) => mutant.unit.id === 'functions/long-runs-leave-lambda')
      .map(({ mutant: { operator, deed } }) => `${operator}: ${deed}`);
    expect(deeds).toEqual([
      'remove: remove the rule',
      'drop: drop need.run contains code',
      'flip: need.run contains code → need.run lacks code',
      'drop: drop job.duration > 15',
      'flip: job.duration > 15 → job.duration ≤ 15',
      'shift: job.duration > 15 → job.duration > 30',
      'shift: job.duration > 15 → job.duration > 7.5',
      'swap: prefer the other side',
    ]);
  });

  test('of a claim are the claim left out and its contrary', () => {
    const deeds = verdicts
      .filter(({ mutant }) => mutant.unit.id === 'secrets/rotates#1')
      .map(({ mutant: { deed } }) => deed);
    expect(deeds).toEqual(['remove the claim', 'claim the contrary']);
  });

  test('are killed by the scenarios that answer otherwise, or for other first reasons', () => {
    expect(verdictOn('secrets/rotates#1 swap 1').kills).toEqual([
      { scenario: 'secrets/rotate-every-month', by: 'answer' },
    ]);
    expect(verdictOn('secrets/rotates#1 remove 1').kills).toEqual([
      { scenario: 'secrets/rotate-every-month', by: 'reason' },
    ]);
    expect(verdictOn('functions/opsworks-runs#1 remove 1').kills).toEqual([]);
    expect(killRate(verdicts)).toEqual({ mutants: 48, killed: 12, byAnswer: 4 });
  });

  test('tallied anew are judged as when everything is run again', async () => {
    for (const { mutant, kills } of verdicts)
      expect([mutant.id, kills]).toEqual([mutant.id, await killsByRerun(mutant)]);
  });
});

test('a scenario needs the rules and claims without which its answer or its reasons change', () => {
  expect(Object.fromEntries(needsIn(verdicts))).toEqual({
    'secrets/rotates#1': ['secrets/rotate-every-month'],
    'secrets/price#1': ['secrets/keep-at-no-cost'],
    'secrets/rotation-decides': ['secrets/rotate-every-month'],
    'secrets/parameters-are-cheaper': ['secrets/keep-at-no-cost'],
  });
});

describe('a survivor gets the draft of a scenario that would kill it', () => {
  test('for a limit, an amount between the old one and the new', async () => {
    const { mutant } = verdictOn('functions/long-runs-leave-lambda shift 1');
    expect(await draftFor(advisor, mutant)).toEqual({
      facts: [
        { kind: 'affirm', fact: 'need.run', value: 'code' },
        { kind: 'affirm', fact: 'job.duration', value: 18 },
      ],
      options: { A: 'AWS Fargate', B: 'AWS Lambda' },
      key: ['A'],
      by: 'reason',
      lines: [20],
    });
  });

  test('and none where no simple one tells it apart', async () => {
    const { mutant } = verdictOn('secrets/parameters-are-cheaper drop 1');
    expect(await draftFor(advisor, mutant)).toBeUndefined();
  });
});

test('the ratchet holds the share of each file, not the number', () => {
  const rate = (mutants: number, killed: number) => ({ mutants, killed, byAnswer: 0 });
  const recorded = {
    a: { mutants: 10, killed: 5 },
    b: { mutants: 10, killed: 5 },
    c: { mutants: 10, killed: 5 },
  };
  const rates = new Map([
    ['a', rate(20, 10)],
    ['b', rate(11, 5)],
    ['new', rate(3, 0)],
  ]);
  expect(fallenRates(rates, recorded)).toEqual([
    'b: 5 of 11 mutants are killed, 5 of 10 were: add a scenario that needs what changed (criterio mutants --file b drafts some)',
  ]);
});
