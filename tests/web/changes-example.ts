/**
 * A comparison of two states of the fixture's rules, as `criterio diff` would keep it.
 */
import type { ChangesReport } from '../../src/checking/changes-report.ts';

export const changesExample: ChangesReport = {
  ref: 'HEAD',
  at: '2026-11-22T20:00:00.000Z',
  states: {
    before: { commit: 'abc1234', date: '2026-11-20' },
    after: { commit: 'abc1234', date: '2026-11-20', edited: 1 },
  },
  scenarios: 2,
  touched: [{ unit: 'secrets/rotates#1', is: 'changed' }],
  unnoticed: [
    {
      unit: 'secrets/rotates#2',
      is: 'changed',
      was: { en: 'It can rotate: token', es: 'Puede rotar: token' },
      now: { en: 'It can rotate: password', es: 'Puede rotar: contraseña' },
    },
  ],
  differences: [
    {
      scenario: 'secrets/rotate-every-month',
      by: 'answer',
      passed: { before: true, after: false },
      before: { answer: ['secrets-manager'], verdicts: {}, reasons: ['secrets/rotates#1'] },
      after: { answer: ['lambda'], verdicts: {}, reasons: [] },
      through: [
        { unit: 'secrets/rotates#1', is: 'changed' },
        { unit: 'secrets/rotates#9', is: 'gone' },
      ],
      smallest: { stem: 'password changed' },
    },
  ],
};
