import { Choice, type ChoiceProps } from './choice.tsx';
import { useHere } from './context.ts';

/** A choice among all sections, by their titles. */
export function SectionChoice(props: Omit<ChoiceProps, 'values'>) {
  const { visit, library } = useHere();
  const sections = [...library.base.sections.values()];
  return <Choice {...props} values={sections.map(({ slug, title }) => [slug, title[visit.lang]])} />;
}
