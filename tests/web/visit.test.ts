import { describe, expect, test } from 'vitest';
import { href, inLanguage, visitOf } from '../../src/web/visit.ts';

describe('the language of a visit', () => {
  test.each([
    ['/', '', 'en'],
    ['/', 'es-ES,es;q=0.9,en;q=0.8', 'es'],
    ['/', 'de,en;q=0.5,es;q=0.7', 'es'],
    ['/', 'fr', 'en'],
    ['/', 'es;q=0', 'en'],
    ['/', ';;;,q=x,', 'en'],
    ['/?lang=en', 'es', 'en'],
    ['/?lang=es', 'en', 'es'],
    ['/?lang=de', 'es', 'es'],
  ])('%s asked with "%s" is %s', (url, accept, lang) => {
    expect(visitOf(url, accept).lang).toBe(lang);
  });

  test('stays in links once it was chosen, and only then', () => {
    expect(href(visitOf('/?lang=es'), '/rules', { q: 'a b' })).toBe('/rules?q=a+b&lang=es');
    expect(href(visitOf('/', 'es'), '/rules')).toBe('/rules');
  });

  test('changes without losing the rest of the address', () => {
    expect(inLanguage(visitOf('/advise?q=x&lang=en&about=y'), 'es')).toBe('/advise?q=x&lang=es&about=y');
  });
});
