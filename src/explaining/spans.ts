/**
 * The words a rule is about, as character spans: in the stem, and in the option.
 */
import { anything, stepValue } from '../knowledge/claim-rules.ts';
import type { Said } from '../reading/facts.ts';
import type { JudgedOption } from '../reasoning/consultation.ts';
import type { Evidence } from '../reasoning/evidence.ts';

/** First character, and the one after the last. */
export type Span = [number, number];

export interface Spans {
  stem: Span[];
  option: Span[];
}

type Premise = Pick<Evidence['premises'][number], 'fact' | 'value' | 'said'>;

/** @param option the option that the evidence speaks of; none where outcomes are judged */
export function spansOf(premises: readonly Premise[], option?: JudgedOption): Spans {
  const stem: Span[] = [];
  const own: Span[] = [];
  for (const { fact, value, said } of premises) {
    const ofOption = new Set<Said>(option?.reading.facts.said(fact, value));
    for (const one of said) {
      if (!one.span) continue;
      if (!ofOption.has(one)) stem.push(one.span);
      else own.push(one.span, ...(option ? restOfStep(fact, value, one.span, option) : []));
    }
  }
  return { stem: distinct(stem), option: distinct(own) };
}

/** A step is read from its object, or from its act where it has none: the rest of it stands in the same clause. */
function restOfStep(fact: string, value: string, read: Span, { reading }: JudgedOption): Span[] {
  if (!fact.startsWith('step')) return [];
  const { clauses, tokens, facts } = reading;
  const clause = clauses
    .map(({ from, to }): Span => [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0])
    .find((span) => isWithin(read, span));
  if (!clause) return [];
  const [subject = '', object = ''] = value.split(' ');
  const said = [
    ...facts.said(fact, stepValue(subject, anything)),
    ...[subject, object].flatMap((thing) => facts.said('option', thing)),
  ];
  return said.flatMap(({ span }) => (span && isWithin(span, clause) ? [span] : []));
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner[0] >= outer[0] && inner[1] <= outer[1];
}

/** In the order of the text, each once. */
function distinct(spans: readonly Span[]): Span[] {
  const unique = new Map(spans.map((span) => [span.join('-'), span]));
  return [...unique.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
