/**
 * The words a rule is about, as character spans: in the stem, and in the option.
 */
import { anything, stepValue } from '../knowledge/claim-rules.ts';
import type { Said } from '../reading/facts.ts';
import type { Reading } from '../reading/reader.ts';
import type { JudgedOption } from '../reasoning/consultation.ts';
import type { Evidence } from '../reasoning/evidence.ts';

/** First character, and the one after the last. */
export type Span = [number, number];

export interface Spans {
  stem: Span[];
  option: Span[];
}

type Premise = Pick<Evidence['premises'][number], 'fact' | 'value' | 'said'>;

/**
 * @param stem the question's stem as read
 * @param option the option that the evidence speaks of; none where outcomes are judged
 */
export function spansOf(premises: readonly Premise[], stem: Reading, option?: JudgedOption): Spans {
  const spans: Spans = { stem: [], option: [] };
  for (const { fact, value, said } of premises) {
    const ofOption = new Set<Said>(option?.reading.facts.said(fact, value));
    for (const one of said) {
      if (!one.span) continue;
      const [into, reading] =
        option && ofOption.has(one) ? [spans.option, option.reading] : [spans.stem, stem];
      into.push(one.span, ...restOfDoing(fact, value, one.span, reading));
    }
  }
  return { stem: distinct(spans.stem), option: distinct(spans.option) };
}

/** What is wanted or done is read from its object where it has one: the rest of it stands in the same clause. */
function restOfDoing(fact: string, value: string, read: Span, { clauses, tokens, facts }: Reading): Span[] {
  const isStep = fact.startsWith('step.');
  if (!isStep && !/^(?:need|must-not)\./.test(fact)) return [];
  const clause = clauses
    .map(({ from, to }): Span => [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0])
    .find((span) => isWithin(read, span));
  if (!clause) return [];
  const [subject = '', object = ''] = isStep ? value.split(' ') : [];
  const said = [
    ...facts.said(fact, isStep ? stepValue(subject, anything) : anything),
    ...(isStep ? [subject, object].flatMap((thing) => facts.said('option', thing)) : []),
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
