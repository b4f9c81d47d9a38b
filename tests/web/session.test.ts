import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fitsLink,
  linkOf,
  type Session,
  sessionOf,
  stateOf,
  withoutFact,
  withoutSetting,
  withSetting,
} from '../../src/web/session.ts';

const word = fc.stringMatching(/^[a-zñé0-9][a-zñé0-9 &=?#%+/"'<>~-]{0,30}[a-z]$/);
const setting = fc.record({
  fact: fc.constantFrom('need.rotate', 'about', 'job.duration', 'data.latency'),
  value: fc.constantFrom('credential', '~credential', '?', '?least-cost', '20', '~20', '*'),
});
const session: fc.Arbitrary<Session> = fc.record(
  {
    text: word,
    asOf: fc.constantFrom('exam' as const, 'today' as const),
    settings: fc.uniqueArray(setting, { selector: ({ fact, value }) => `${fact}=${value}` }),
    choose: fc.integer({ min: 1, max: 6 }),
    picked: fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'O1'), { minLength: 1 }),
    lang: fc.constantFrom('en', 'es'),
  },
  { requiredKeys: ['text', 'asOf', 'settings'] },
);

const read = (link: string) => sessionOf(new URLSearchParams(link.split('?').slice(1).join('?')));
const plain: Session = { text: 'rotate the password', asOf: 'exam', settings: [] };

describe('a session', () => {
  test('comes back from its link as it went in', () => {
    fc.assert(
      fc.property(session, (one) => {
        expect(read(linkOf(one))).toEqual(one);
      }),
    );
  });

  test('comes back from a form that bundles all but the text', () => {
    fc.assert(
      fc.property(session, (one) => {
        const form = new URLSearchParams({ q: one.text, state: stateOf(one) });
        expect(sessionOf(form)).toEqual(one);
      }),
    );
  });

  test('has a link that people can read', () => {
    const settings = [
      { fact: 'need.rotate', value: '~credential' },
      { fact: 'job.duration', value: '?' },
    ];
    expect(linkOf({ ...plain, asOf: 'today', settings })).toBe(
      '/advise?q=rotate+the+password&asOf=today&need.rotate=~credential&job.duration=?',
    );
  });

  test('keeps one setting of what is repeated, and line ends as they are written on paper', () => {
    expect(read('/advise?q=a%0D%0Ab&about=x&about=x')).toEqual({
      text: 'a\nb',
      asOf: 'exam',
      settings: [{ fact: 'about', value: 'x' }],
    });
  });

  test('takes the last word on a member: affirmed, withdrawn or unknown', () => {
    const affirmed = withSetting(plain, 'about', 'batch');
    const withdrawn = withSetting(affirmed, 'about', '~batch');
    const unknown = withSetting(withSetting(withdrawn, 'about', '?batch'), 'about', 'real-time');
    expect([affirmed, withdrawn, unknown].map(({ settings }) => settings.map(({ value }) => value))).toEqual([
      ['batch'],
      ['~batch'],
      ['?batch', 'real-time'],
    ]);
    expect(withoutSetting(affirmed, 'about', 'batch')).toEqual(plain);
    expect(withoutFact(unknown, 'about')).toEqual(plain);
  });

  test('fits a link up to 6 KB, counted in bytes', () => {
    const ofText = (text: string) => fitsLink({ ...plain, text });
    expect([ofText('a'.repeat(6144)), ofText('a'.repeat(6145)), ofText('ñ'.repeat(3073))]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
