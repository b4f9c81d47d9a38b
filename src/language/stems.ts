/**
 * Stems of words in English and Spanish, by Porter's Snowball stemmers (snowballstem.org), remembered.
 */
import snowball from 'snowball-stemmers';

export type Language = 'en' | 'es';

const stemmers = { en: snowball.newStemmer('english'), es: snowball.newStemmer('spanish') };
const known = { en: new Map<string, string>(), es: new Map<string, string>() };
const mostKnown = 50_000;

/** The stem of a folded word; numbers stay as they are. */
export function stem(folded: string, language: Language): string {
  const cache = known[language];
  const cached = cache.get(folded);
  if (cached !== undefined) return cached;
  // A word of thousands of letters is no word; stemming it would only cost time.
  const made = folded.length > 40 ? folded : fromStemmer(folded, language);
  if (cache.size >= mostKnown) cache.clear();
  cache.set(folded, made);
  return made;
}

function fromStemmer(folded: string, language: Language): string {
  // Folding took the accent that Spanish endings are known by; without it notificación stays unstemmed.
  return stemmers[language].stem(language === 'es' ? folded.replace(/([cs])ion$/, '$1ión') : folded);
}

/** Names are not stemmed (Organizations is no organ), only their plural is dropped. */
export function singular(folded: string): string {
  if (folded.length > 4 && folded.endsWith('ies')) return `${folded.slice(0, -3)}y`;
  return folded.length > 3 && folded.endsWith('s') && !folded.endsWith('ss') ? folded.slice(0, -1) : folded;
}
