/**
 * A calibration as text, and its rows as the YAML of `judging.yaml`.
 */
import type { Lang } from '../knowledge/knowledge-base.ts';
import type { ConfidenceRow } from '../reasoning/confidence.ts';
import { isUnder } from '../reasoning/confidence.ts';
import { type Classing, sourceOf } from './calibration.ts';
import type { Sitting } from './exam.ts';
import { measuringTexts } from './measuring-texts.ts';
import { classNameOf, meanOf, reliabilityHead, reliabilityRow } from './reliability.ts';

/** @param classings best first */
export function calibrationReport(
  classings: readonly Classing[],
  sittings: readonly Sitting[],
  lang: Lang,
): string[] {
  const t = measuringTexts[lang];
  const [best] = classings;
  if (!best) return [];
  const rowOf = ({ conclusion }: Sitting) => best.rows.find((row) => isUnder(row, conclusion));
  const line = (name: string, of: readonly Sitting[]) =>
    reliabilityRow(name, of, meanOf(of.map((sitting) => best.said.get(sitting) ?? 0)));
  const sources = [...new Set(sittings.map(sourceOf))].sort();
  return [
    `${t.partedBy.padEnd(34)} ${t.rows.padStart(5)}   ${t.brier}`,
    ...classings.map(
      ({ dimensions, rows, brier }, place) =>
        `${dimensions
          .map(({ name }) => t.dimensions[name])
          .join(' + ')
          .padEnd(
            34,
          )} ${String(rows.length).padStart(5)}  ${brier.toFixed(4)}${place === 0 ? `  ← ${t.best}` : ''}`,
    ),
    '',
    t.othersAlone,
    reliabilityHead(t.source, lang),
    ...sources.map((source) =>
      line(
        source,
        sittings.filter((sitting) => sourceOf(sitting) === source),
      ),
    ),
    '',
    reliabilityHead(t.class, lang),
    ...best.rows
      .map((row) => ({ row, of: sittings.filter((sitting) => rowOf(sitting) === row) }))
      .filter(({ of }) => of.length > 0)
      .map(({ row, of }) => line(classNameOf(row, lang), of)),
  ];
}

/** The list as `judging.yaml` writes it, without its key. */
export function rowsAsYaml(rows: readonly ConfidenceRow[]): string {
  return rows
    .map(
      (row) =>
        `- {${Object.entries(row)
          .map(([key, value]) => `${key}: ${value}`)
          .join(', ')}}`,
    )
    .join('\n  ');
}
