import { describe, expect, test } from 'vitest';
import { loadScenarios } from '../../src/checking/scenarios.ts';
import { loadKnowledge } from '../../src/knowledge/loader.ts';
import { Advisor } from '../../src/reasoning/consultation.ts';

const advisor = new Advisor(loadKnowledge());
const withOptions = loadScenarios(advisor).filter(({ options }) => options);
/** One scenario in eight: every heading's turn comes as the list grows. */
const some = withOptions.filter((_, i) => i % 8 === 0);

async function chosenTexts(stem: string, options: Record<string, string>, choose: number | undefined) {
  const conclusion = await advisor.consult({ stem, options, choose });
  return conclusion.options
    .filter(({ chosen }) => chosen)
    .map(({ text }) => text)
    .sort();
}

describe('the answer does not change', { timeout: 60_000 }, () => {
  test('when two hundred are asked at once', async () => {
    const asked = Array.from({ length: 200 }, (_, i) => some[i % some.length]).filter(
      (one) => one !== undefined,
    );
    const alone = new Map<string, string[]>();
    for (const { id, stem, options = {}, key } of some)
      alone.set(id, await chosenTexts(stem, options, key.length));
    const together = await Promise.all(
      asked.map(
        async ({ id, stem, options = {}, key }) =>
          [id, await chosenTexts(stem, options, key.length)] as const,
      ),
    );
    expect(together.filter(([id, texts]) => texts.join() !== alone.get(id)?.join())).toEqual([]);
  });
});

describe('where nothing is known', () => {
  test('nothing is decided, and every option is without evidence', async () => {
    const { decided, options, ranking } = await advisor.consult({
      stem: 'Lorem ipsum dolor sit amet?',
      options: { A: 'consectetur', B: 'adipiscing' },
    });
    expect(decided).toBe(false);
    expect(options.map(({ tally }) => tally)).toEqual([
      { points: 0, evidence: [] },
      { points: 0, evidence: [] },
    ]);
    expect(ranking).toEqual([]);
  });
});

describe('a fired rule is traceable', () => {
  test('to statements with lines, to the catalogue, to general knowledge or to a principle', async () => {
    const traces = new Set<string>();
    for (const { stem, options, key } of some) {
      const { options: judged } = await advisor.consult({ stem, options, choose: key.length });
      for (const { rule } of judged.flatMap(({ tally }) => tally.evidence)) {
        const found = rule.statements.map((id) => advisor.base.statements.get(id));
        const origin = rule.id.split('/')[0] ?? '';
        if (found.length > 0 && found.every((statement) => statement !== undefined)) continue;
        traces.add(origin);
      }
    }
    expect([...traces].sort()).toEqual(['catalogue', 'principles']);
  });
});
