import type { ComponentChildren } from 'preact';
import { inLanguage, langs } from '../visit.ts';
import { useHere } from './context.ts';

export interface LayoutProps {
  title: string;
  /** Which entry of the menu it belongs to. */
  under?: 'advise' | 'rules' | 'sections' | 'outcomes' | 'compare';
  children: ComponentChildren;
}

const languageNames = { en: 'English', es: 'Español' };

export function Layout({ title, under, children }: LayoutProps) {
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
        <Header under={under} />
        <main id="content" class="container" tabIndex={-1}>
          {children}
        </main>
        <Footer />
      </body>
    </html>
  );
}

function Header({ under }: { under: LayoutProps['under'] }) {
  const { t, to, visit } = useHere();
  const entries = [
    { key: 'advise', path: '/', name: t.site.advise },
    { key: 'rules', path: '/rules', name: t.site.rules },
    { key: 'sections', path: '/sections', name: t.site.sections },
    { key: 'outcomes', path: '/outcomes', name: t.site.outcomes },
    { key: 'compare', path: '/compare', name: t.site.compare },
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
      <nav class="languages" aria-label={t.site.languages}>
        {langs.map((lang) =>
          lang === visit.lang ? (
            <span key={lang} lang={lang}>
              {languageNames[lang]}
            </span>
          ) : (
            <a key={lang} href={inLanguage(visit, lang)} lang={lang} hreflang={lang}>
              {languageNames[lang]}
            </a>
          ),
        )}
      </nav>
    </header>
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
