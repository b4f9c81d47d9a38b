import { describe, expect, test } from 'vitest';
import { CalibrationError, calibrate } from '../../src/checking/calibration.ts';
import { calibrationReport, rowsAsYaml } from '../../src/checking/calibration-report.ts';
import { sitting, sittings } from './sittings.ts';

/** Two sources in which the share of the lead tells everything, and nothing else tells anything. */
const telling = ['one', 'two'].flatMap((src) => [
  ...sittings(20, 20, { src, share: 0.9 }),
  ...sittings(20, 0, { src, share: 0.1 }),
]);

describe('calibration', () => {
  test('takes the classes that predict best, each source with the rates of the other', () => {
    const [best] = calibrate(telling);
    expect(best?.dimensions.map(({ name }) => name)).toEqual(['share']);
    expect(best?.rows).toEqual([
      { share: 0.75, rate: 0.917, asked: 40 },
      { share: 0.01, rate: 0.083, asked: 40 },
      { rate: 0.5, asked: 80 },
    ]);
    // From one source of 20 alone: (20 + 8 × 0.5) / 28 where all are right.
    expect(new Set(best?.said.values())).toEqual(new Set([0.857, 0.143]));
    expect(best?.brier).toBeCloseTo(0.143 ** 2);
  });

  test('knows nothing of the source it judges', () => {
    const odd = [...sittings(30, 30, { src: 'kind' }), ...sittings(30, 0, { src: 'cruel' })];
    const [best] = calibrate(odd);
    expect(odd.map((each) => [each.right, best?.said.get(each)])).toEqual([
      ...Array(30).fill([true, 0]),
      ...Array(30).fill([false, 1]),
    ]);
    expect(best?.brier).toBe(1);
  });

  test('keeps to few dimensions where more say nothing more', () => {
    const plain = ['one', 'two'].flatMap((src) => sittings(20, 10, { src }));
    expect(calibrate(plain)[0]?.dimensions).toHaveLength(1);
  });

  test.each([
    [[sitting({ src: 'one', right: true })], 'there is only one (one)'],
    [[], 'there is none'],
  ])('needs a source to leave out', (few, message) => {
    expect(() => calibrate(few)).toThrow(CalibrationError);
    expect(() => calibrate(few)).toThrow(message);
  });

  test('is told with what each source was given by the others, and written as rows', () => {
    const classings = calibrate(telling);
    expect(calibrationReport(classings, telling, 'en').map((line) => line.replace(/ +/g, ' '))).toEqual(
      expect.arrayContaining([
        'share 3 0.0204 ← best',
        'one 40 50.0% 35.2%..64.8% 50.0%',
        'share from 75.0% 40 100.0% 91.2%..100.0% 85.7%',
        'share from 1.0% 40 0.0% 0.0%..8.8% 14.3%',
      ]),
    );
    expect(rowsAsYaml(classings[0]?.rows ?? [])).toBe(
      '- {share: 0.75, rate: 0.917, asked: 40}\n  - {share: 0.01, rate: 0.083, asked: 40}\n  - {rate: 0.5, asked: 80}',
    );
  });
});
