import { useHere } from './context.ts';

/** All sections by their titles, for a choice of one. */
export function SectionOptions({ chosen }: { chosen: string }) {
  const { visit, library } = useHere();
  return (
    <>
      {[...library.base.sections.values()].map(({ slug, title }) => (
        <option key={slug} value={slug} selected={slug === chosen}>
          {title[visit.lang]}
        </option>
      ))}
    </>
  );
}
