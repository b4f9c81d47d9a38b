import type { Contender, Reason } from '../../explaining/explanation-schema.ts';
import { weighedText } from '../../explaining/weighed-text.ts';
import { useHere } from './context.ts';

interface WeighedProps {
  text: string;
  reasons: readonly Reason[];
  /** The text that is given: the stem, or the option that the reasons speak of. */
  part: 'stem' | 'option';
}

/** A text with the words underlined that rules for or against an option are about. */
export function Weighed({ text, reasons, part }: WeighedProps) {
  const { t } = useHere();
  return (
    <>
      {weighedText(text, reasons, part).map(({ text: words, side }) =>
        side === undefined ? (
          words
        ) : (
          <mark class={`weighs-${side}`} title={t.result.weighs[side]}>
            {words}
          </mark>
        ),
      )}
    </>
  );
}

/** What each line under the words of options means, for the lines that there are. */
export function WeighedLegend({ contenders }: { contenders: readonly Contender[] }) {
  const { t } = useHere();
  const options = contenders.filter(({ kind }) => kind === 'option');
  const sides = [
    ...(options.some((option) => option.for.length > 0) ? (['for'] as const) : []),
    ...(options.some(({ against }) => against.length > 0) ? (['against', 'both'] as const) : []),
  ];
  if (sides.length === 0) return null;
  return (
    <ul class="legend" aria-label={t.result.weighsLegend}>
      {sides.map((side) => (
        <li key={side}>
          <mark class={`weighs-${side}`}>{t.result.weighs[side]}</mark>
        </li>
      ))}
    </ul>
  );
}

/** The stem with the words that weigh on one option; folded, since it repeats the question. */
export function WeighedStem({ stem, contender }: { stem: string; contender: Contender }) {
  const { t } = useHere();
  const reasons = [...contender.for, ...contender.against];
  const weighs = weighedText(stem, reasons, 'stem').some(({ side }) => side !== undefined);
  if (contender.kind !== 'option' || !weighs) return null;
  return (
    <details>
      <summary>{t.result.weighsStem}</summary>
      <p class="marked">
        <Weighed text={stem} reasons={reasons} part="stem" />
      </p>
    </details>
  );
}
