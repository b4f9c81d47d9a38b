import { Engine, type RuleProperties } from 'json-rules-engine';
import { describe, expect, test, vi } from 'vitest';
import { loadScenarios, readScenarios, type Scenario } from '../../src/checking/scenarios.ts';
import { loadKnowledge } from '../../src/knowledge/loader.ts';
import { addOperators } from '../../src/operators.ts';
import { Advisor } from '../../src/reasoning/consultation.ts';
import { EngineOfRecord } from '../../src/reasoning/record.ts';
import { fixtureHome } from '../fixture-home.ts';
import { criterio } from './run.ts';

// Each starts processes or runs scenarios, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

interface Exported {
  format: string;
  operators: Record<string, string>;
  statements: Record<string, { section: string; lines: number[]; en: string; es: string }>;
  sections: Record<string, { en: string; es: string }>;
  rules: (RuleProperties & { name: string; event: { params: { statements: string[]; asOf?: string } } })[];
}

const fixtureRules = 'tests/fixtures/rules';

function exported(...args: string[]): Exported {
  const ran = criterio(['export', ...args]);
  expect([ran.code, ran.err]).toEqual([0, '']);
  return JSON.parse(ran.out);
}

/** For each option of a scenario: what the bare library fires, what the judge of record does, what the advisor holds. */
async function verdicts(advisor: Advisor, rules: Exported['rules'], scenario: Scenario) {
  const isOfExam = (asOf = 'exam') => asOf === 'exam';
  const engine = new Engine(
    rules.filter(({ event }) => isOfExam(event.params.asOf)),
    { allowUndefinedFacts: true },
  );
  addOperators(engine);
  const ofRecord = new EngineOfRecord();
  const { base } = advisor;
  const candidates = [...base.rules, ...base.leanings, ...base.likenesses].filter(({ asOf }) =>
    isOfExam(asOf),
  );
  const { stem, options, key, lang } = scenario;
  const conclusion = await advisor.consult({ stem, options, choose: options && key.length, lang });
  const found: { letter: string; bare: string[]; ofRecord: string[]; unfired: string[] }[] = [];
  for (const { letter, reading, tally } of conclusion.options) {
    const facts = conclusion.facts.with(reading.facts);
    const { events } = await engine.run(facts.record());
    const bare = events.map(({ type }) => type).sort();
    const held = tally.evidence.map(({ rule }) => rule.id);
    found.push({
      letter,
      bare,
      ofRecord: [...(await ofRecord.fired(facts, candidates))].sort(),
      unfired: held.filter((id) => !bare.includes(id)),
    });
  }
  return found;
}

describe('criterio export', () => {
  test('gives each rule with its conditions, what it speaks of, and the way back to its lines', () => {
    const { format, operators, statements, sections, rules } = exported();
    expect([format, Object.keys(operators)]).toEqual([
      'criterio-rules/1',
      [
        'contains',
        'lacks',
        'equal',
        'differs',
        'greaterThan',
        'greaterThanInclusive',
        'lessThan',
        'lessThanInclusive',
        'unless:*',
      ],
    ]);
    expect(rules.find(({ name }) => name === 'secrets/parameters-are-cheaper')).toEqual({
      name: 'secrets/parameters-are-cheaper',
      conditions: {
        all: [
          {
            all: [
              { all: [{ fact: 'about', operator: 'contains', value: 'least-cost' }] },
              { fact: 'option.name', operator: 'contains', value: 'parameter-store' },
            ],
          },
          { fact: 'need.rotate', operator: 'unless:contains', value: 'credential' },
        ],
      },
      event: {
        type: 'secrets/parameters-are-cheaper',
        params: {
          form: 'prefers',
          subjects: ['parameter-store'],
          over: ['secrets-manager'],
          statements: ['secrets/price', 'secrets/rotates'],
          because: {
            en: 'Without rotation, a parameter keeps a secret at no charge.',
            es: 'Sin rotación, un parámetro guarda el secreto sin coste.',
          },
        },
      },
    });
    const named = rules.flatMap(({ event }) => event.params.statements);
    expect(named.filter((id) => sections[statements[id]?.section ?? ''] === undefined)).toEqual([]);
    expect(statements['secrets/price']?.lines).toEqual([15]);
    const { rules: own, likenesses } = loadKnowledge(fixtureRules);
    expect(rules.map(({ name }) => name)).toEqual([...own, ...likenesses].map(({ id }) => id));
  });

  test('gives a section or the authored rules alone, into a file too', () => {
    const home = fixtureHome();
    const file = `${home.folder}/rules.json`;
    const ran = criterio(['export', file, '--section', 'secrets', '--authored']);
    expect(ran).toEqual({ code: 0, out: '', err: `2 rules in ${file}\n` });
    expect((JSON.parse(home.read('rules.json')) as Exported).rules.map(({ name }) => name)).toEqual([
      'secrets/rotation-decides',
      'secrets/parameters-are-cheaper',
    ]);
    home.remove();
  });
});

describe('the bare library with the exported rules comes to the verdicts of the advisor', () => {
  test('on the fixtures, with exceptions, limits and denials', async () => {
    const { rules } = exported();
    const advisor = new Advisor(loadKnowledge(fixtureRules));
    const [, scenario] = readScenarios('tests/fixtures/scenarios', advisor, []);
    if (!scenario) throw new Error('The fixture has no scenario with options.');
    const options = { A: 'AWS Secrets Manager', B: 'Parameter Store', C: 'AWS Lambda', D: 'AWS Fargate' };
    const stems = [
      scenario.stem,
      'The password must be rotated. What does it at the lowest cost?',
      'The password must not be rotated. Which is cheapest?',
      'Code must run for 20 minutes at the lowest cost.',
    ];
    for (const stem of stems) {
      for (const { letter, bare, ofRecord, unfired } of await verdicts(advisor, rules, {
        ...scenario,
        stem,
        options,
      }))
        expect([stem, letter, bare, unfired]).toEqual([stem, letter, ofRecord, []]);
    }
  });

  test('on a scenario of the package, over all of its rules', { timeout: 300_000 }, async () => {
    const ran = criterio(['export'], { rules: 'rules' });
    const { rules } = JSON.parse(ran.out) as Exported;
    const advisor = new Advisor(loadKnowledge());
    const scenario = loadScenarios(advisor).find(
      ({ id }) => id === 'secrets-manager/quarterly-manual-change',
    );
    if (!scenario) throw new Error('The scenario has another name now.');
    const found = await verdicts(advisor, rules, scenario);
    expect(found.map(({ letter, bare }) => [letter, bare])).toEqual(
      found.map(({ letter, ofRecord }) => [letter, ofRecord]),
    );
    expect(found.flatMap(({ unfired }) => unfired)).toEqual([]);
    expect(found.some(({ bare }) => bare.length > 5)).toBe(true);
    expect(found.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D']);
  });
});
