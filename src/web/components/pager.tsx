import { useHere } from './context.ts';

interface PagerProps {
  at: number;
  pages: number;
  /** Where the page of that number is. */
  link: (page: number) => string;
}

/** To the page before and the one after; nothing where there is only one. */
export function Pager({ at, pages, link }: PagerProps) {
  const { t } = useHere();
  if (pages <= 1) return null;
  return (
    <nav class="pages" aria-label={t.browse.page(at, pages)}>
      {at > 1 && (
        <a href={link(at - 1)} rel="prev">
          {t.browse.previous}
        </a>
      )}
      <span>{t.browse.page(at, pages)}</span>
      {at < pages && (
        <a href={link(at + 1)} rel="next">
          {t.browse.next}
        </a>
      )}
    </nav>
  );
}
