/**
 * Who looks at a page: the language, where it was chosen, and the address. Links keep a language that was chosen.
 */
import type { Lang } from '../knowledge/knowledge-base.ts';

export interface Visit {
  lang: Lang;
  /** Chosen by `?lang=`, not guessed from the browser. */
  chosen: boolean;
  path: string;
  params: URLSearchParams;
}

export const langs: readonly Lang[] = ['en', 'es'];

export function isLang(value: unknown): value is Lang {
  return value === 'en' || value === 'es';
}

export function visitOf(url: string, acceptLanguage = ''): Visit {
  const [path = '/', ...query] = url.split('?');
  const params = new URLSearchParams(query.join('?'));
  const chosen = params.get('lang');
  if (isLang(chosen)) return { lang: chosen, chosen: true, path, params };
  return { lang: preferred(acceptLanguage), chosen: false, path, params };
}

/** The language of ours that the browser likes best; English where it likes neither. */
function preferred(acceptLanguage: string): Lang {
  const wishes = acceptLanguage.split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
    const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))?.trim();
    return { lang: tag.slice(0, 2), weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
  });
  const liked = wishes.filter(({ lang, weight }) => isLang(lang) && weight > 0);
  liked.sort((a, b) => b.weight - a.weight);
  return liked[0]?.lang === 'es' ? 'es' : 'en';
}

/** A link within the site. */
export function href(visit: Visit, path: string, params: Record<string, string> = {}): string {
  const query = new URLSearchParams(params);
  if (visit.chosen) query.set('lang', visit.lang);
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The same page in another language. */
export function inLanguage(visit: Visit, lang: Lang): string {
  const params = new URLSearchParams(visit.params);
  params.set('lang', lang);
  return `${visit.path}?${params}`;
}
