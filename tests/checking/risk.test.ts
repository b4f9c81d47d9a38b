import { describe, expect, test } from 'vitest';
import { riskOf, riskTable } from '../../src/checking/risk.ts';
import { riskChart } from '../../src/checking/risk-chart.ts';
import { sittings } from './sittings.ts';

const points = riskOf([...sittings(6, 3, { confidence: 0.5 }), ...sittings(4, 4, { confidence: 0.9 })]);

describe('risk against coverage', () => {
  test('gives the surest first, and what is equally sure together', () => {
    expect(points).toEqual([
      { confidence: 0.9, answered: 4, wrong: 0, coverage: 0.4, risk: 0 },
      { confidence: 0.5, answered: 10, wrong: 3, coverage: 1, risk: 0.3 },
    ]);
  });

  test('is a table', () => {
    expect(riskTable(points, 'en').slice(1)).toEqual([
      'said from  answered  coverage   wrong    risk',
      '    90.0%         4     40.0%       0    0.0%',
      '    50.0%        10    100.0%       3   30.0%',
    ]);
  });

  test('is a chart with its figures in words', () => {
    const svg = riskChart(points, 'en');
    expect(svg).toContain(
      '<title id="title">Risk against coverage: 10 questions, 30% wrong when all are answered</title>',
    );
    expect(svg.match(/<circle/g)).toHaveLength(2);
    expect(svg).toContain('<title>said from 90%: 40% answered, 0% of them wrong</title>');
  });

  test('of nothing is nothing, drawn as empty axes', () => {
    expect(riskOf([])).toEqual([]);
    expect(riskChart([], 'en')).toContain('Risk against coverage: no questions');
    expect(riskChart([], 'en')).not.toContain('<polyline');
  });
});
