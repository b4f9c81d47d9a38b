import { expect, test } from 'vitest';
import { coverageOf } from '../../src/checking/coverage.ts';
import { loadScenarios } from '../../src/checking/scenarios.ts';
import { loadKnowledge } from '../../src/knowledge/loader.ts';
import { Advisor } from '../../src/reasoning/consultation.ts';

const advisor = new Advisor(loadKnowledge());
const scenarios = loadScenarios(advisor);
const { headings, lines, accounted } = coverageOf(advisor.base, scenarios, new Set());

test('every line of the notes belongs to a statement, or to the lines that state nothing with the reason why', () => {
  expect(headings.filter(({ missingLines }) => missingLines.length > 0)).toEqual([]);
  expect([accounted, lines]).toEqual([683, 683]);
});

test('every heading has statements, claims and at least five scenarios', () => {
  const thin = headings.filter(
    ({ statements, claims, scenarios: count }) => statements === 0 || claims === 0 || count < 5,
  );
  expect(thin.map(({ slug }) => slug)).toEqual([]);
});

test('no line is given by a statement that stands outside its heading’s lines and is no content line of another', () => {
  const known = new Set(headings.flatMap(({ slug }) => advisor.base.headings.get(slug)?.content ?? []));
  const silent = new Set(
    [...advisor.base.sections.values()].flatMap((section) => section.silent.map(({ line }) => line)),
  );
  const stray = [...advisor.base.statements.values()].filter(({ lines: own }) =>
    own.some((line) => !known.has(line) && !silent.has(line)),
  );
  expect(stray.map(({ id, lines: own }) => `${id}: ${own.filter((line) => !known.has(line))}`)).toEqual([]);
});

test('every claim of the base makes a rule', () => {
  const made = new Set(advisor.base.rules.flatMap(({ claim }) => (claim ? [claim.id] : [])));
  expect(advisor.base.claims.filter(({ id }) => !made.has(id)).map(({ id }) => id)).toEqual([]);
});

test('one scenario in five is Spanish, half are without options', () => {
  const spanish = scenarios.filter(({ lang }) => lang === 'es').length / scenarios.length;
  const open = scenarios.filter(({ options }) => !options).length / scenarios.length;
  expect(spanish).toBeGreaterThan(0.18);
  expect(open).toBeGreaterThan(0.45);
  expect(open).toBeLessThan(0.55);
});
