import type { ComponentChildren } from 'preact';
import { fitsLink, type Session } from '../session.ts';
import { inLanguage, langs } from '../visit.ts';
import { useHere } from './context.ts';
import { StateLink } from './state-link.tsx';

export interface LayoutProps {
  /** The question of the page, which a change of language keeps. */
  session?: Session | undefined;
  title: string;
  /** Which entry of the menu it belongs to. */
  under?:
    | 'advise'
    | 'interview'
    | 'rules'
    | 'sections'
    | 'outcomes'
    | 'compare'
    | 'coverage'
    | 'review'
    | undefined;
  children: ComponentChildren;
}

const languageNames = { en: 'English', es: 'Español' };

export function Layout({ title, under, session, children }: LayoutProps) {
  const { t, visit } = useHere();
  return (
    <html lang={visit.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{title === t.site.name ? `${title}: ${t.site.purpose}` : `${title} · ${t.site.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={t.site.purpose} />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/pico.css" />
        <link rel="stylesheet" href="/assets/criterio.css" />
        <script src="/assets/htmx.js" defer />
        <script src="/assets/criterio.js" defer />
      </head>
      <body>
        <a class="skip" href="#content">
          {t.site.skip}
        </a>
        <Header under={under} session={session} />
        <main id="content" class="container" tabIndex={-1}>
          {children}
        </main>
        <Footer />
      </body>
    </html>
  );
}

function Header({ under, session }: Pick<LayoutProps, 'under' | 'session'>) {
  const { t, to } = useHere();
  const entries = [
    { key: 'advise', path: '/', name: t.site.advise },
    { key: 'interview', path: '/interview', name: t.site.interview },
    { key: 'rules', path: '/rules', name: t.site.rules },
    { key: 'sections', path: '/sections', name: t.site.sections },
    { key: 'outcomes', path: '/outcomes', name: t.site.outcomes },
    { key: 'compare', path: '/compare', name: t.site.compare },
    { key: 'coverage', path: '/coverage', name: t.site.coverage },
    { key: 'review', path: '/review', name: t.site.review },
  ];
  return (
    <header class="container site">
      <a class="brand" href={to('/')}>
        {t.site.name}
      </a>
      <nav aria-label={t.site.menu}>
        {entries.map(({ key, path, name }) => (
          <a key={key} href={to(path)} {...(key === under && { 'aria-current': 'page' })}>
            {name}
          </a>
        ))}
      </nav>
      <Languages session={session} />
    </header>
  );
}

/** The other languages: links, or buttons where the page has no address to come back to. */
function Languages({ session }: { session: Session | undefined }) {
  const { t, visit } = useHere();
  const others = langs.filter((lang) => lang !== visit.lang);
  return (
    <nav id="languages" class="languages" aria-label={t.site.languages}>
      <span>{languageNames[visit.lang]}</span>{' '}
      {others.map((lang) =>
        session && !fitsLink(session) ? (
          <span key={lang} lang={lang}>
            <StateLink session={{ ...session, lang }}>{languageNames[lang]}</StateLink>
          </span>
        ) : (
          <a key={lang} href={inLanguage(visit, lang)} lang={lang} hreflang={lang}>
            {languageNames[lang]}
          </a>
        ),
      )}
    </nav>
  );
}

function Footer() {
  const { t } = useHere();
  return (
    <footer class="container site">
      <p>
        {t.site.footer} <a href="/api/docs">{t.site.api}</a>
      </p>
    </footer>
  );
}
