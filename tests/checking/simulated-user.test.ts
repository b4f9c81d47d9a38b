import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readScenarios } from '../../src/checking/scenarios.ts';
import { orders, simulate } from '../../src/checking/simulated-user.ts';
import { fixtureLibrary } from '../web/fixture-app.ts';

const { advisor, interviewer } = fixtureLibrary();
const folder = fileURLToPath(new URL('../fixtures/scenarios', import.meta.url));
const scenarios = readScenarios(folder, advisor, []).filter(({ options }) => !options);

describe('a simulated visitor', () => {
  test('who knows what the text says is led to the right outcome, with no idle question', async () => {
    const runs = await Promise.all(
      scenarios.map((scenario) =>
        simulate(interviewer, scenario, { order: 'information', unknownShare: 0, seed: 1, most: 12 }),
      ),
    );
    expect(runs.map(({ scenario, first, decided, idle }) => [scenario.id, first, decided, idle])).toEqual([
      ['secrets/rotate-every-month', 1, 3, 0],
    ]);
  });

  test.each(orders)('says the same in every run in %s order', async (order) => {
    const [scenario] = scenarios;
    if (!scenario) throw new Error('There is no such scenario.');
    const options = { order, unknownShare: 0.2, seed: 7, most: 12 };
    const [once, again] = [
      await simulate(interviewer, scenario, options),
      await simulate(interviewer, scenario, options),
    ];
    expect(again).toEqual(once);
  });
});
