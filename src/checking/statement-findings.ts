/**
 * What can be said against statements: lines of the notes that got lost or are not of the heading, the same claim
 * written twice, amounts that the statement does not say.
 */
import type { Claim, KnowledgeBase, Statement } from '../knowledge/knowledge-base.ts';
import { filed } from '../knowledge/multimap.ts';
import type { Places } from '../knowledge/places.ts';
import { tokenize } from '../language/tokens.ts';
import { Amounts } from '../reading/amounts.ts';
import { unaccountedLines } from './accounted-lines.ts';
import type { Proof } from './proof.ts';

export function statementFindings(base: KnowledgeBase, places: Places): Proof[] {
  return [
    ...lostLines(base, places),
    ...foreignLines(base, places),
    ...repeatedClaims(base, places),
    ...unsaidAmounts(base, places),
  ];
}

/** Lines that state something, and that no statement and no reason for silence accounts for. */
function lostLines(base: KnowledgeBase, places: Places): Proof[] {
  return [...unaccountedLines(base)].flatMap(([slug, lines]) =>
    lines.map((line) => ({
      code: 'KB_LINE_LOST' as const,
      about: [slug],
      at: places.ofSection(slug),
      message: () => `line ${line} of the notes is in no statement of ${slug} and not among its silent ones`,
    })),
  );
}

/** Lines that a statement gives and that its heading does not have; what spans headings has no heading. */
function foreignLines({ headings, statements }: KnowledgeBase, places: Places): Proof[] {
  return [...statements.values()].flatMap(({ id, section, lines }) => {
    const own = headings.get(section)?.content;
    const foreign = own ? lines.filter((line) => !own.includes(line)) : [];
    return foreign.map((line) => ({
      code: 'KB_LINE_ELSEWHERE' as const,
      about: [id],
      at: places.of(id),
      message: () => `${id} gives line ${line}, which is not of the heading ${section}`,
    }));
  });
}

/** The same claimed twice in one statement: copied, and left as it was. */
function repeatedClaims({ claims }: KnowledgeBase, places: Places): Proof[] {
  const ofStatement = filed(claims, ({ statement }) => (statement === undefined ? [] : [statement]));
  return [...ofStatement.values()].flatMap((own) => {
    const sayings = own.flatMap((claim) => claim.objects.map((object) => ({ claim, object })));
    return [...filed(sayings, (saying) => [contentOf(saying)]).values()].flatMap(
      ([first, second]): Proof[] => (first && second ? [repeated(first, second, places)] : []),
    );
  });
}

/** A claim on one of its objects. */
interface Saying {
  claim: Claim;
  object: string;
}

/** What two claims share if they say the same of an object. */
function contentOf({ claim: { id: _, statement: __, objects: ___, ...claim }, object }: Saying): string {
  return JSON.stringify([claim, object]);
}

function repeated({ claim: first }: Saying, { claim: second, object }: Saying, places: Places): Proof {
  const { subject, act, negative } = second;
  return {
    code: 'KB_SAME_CLAIM',
    about: [first.id, second.id],
    at: places.of(second.id),
    other: places.of(first.id),
    message: () =>
      `${second.id} claims again what ${first.id} claims: ${subject} ${negative ? 'not ' : ''}${act} ${object}`,
  };
}

/** An amount by which a claim strikes, and which a reader of the statement does not find there. */
function unsaidAmounts(base: KnowledgeBase, places: Places): Proof[] {
  const amounts = new Amounts(base);
  return base.claims.flatMap(({ id, limit, statement }): Proof[] => {
    const said = base.statements.get(statement ?? '');
    const fact = limit && base.facts.get(limit.fact);
    const amount = limit?.atMost ?? limit?.atLeast;
    if (!said || fact?.kind !== 'quantity' || amount === undefined) return [];
    const { factor = 1 } = base.units[fact.dimension]?.[fact.unit] ?? {};
    if (amountsIn(said, amounts).includes(amount * factor)) return [];
    return [
      {
        code: 'KB_AMOUNT_UNSAID',
        about: [id],
        at: places.of(id),
        message: () => `${id} strikes by ${amount} ${fact.unit}, which ${said.id} does not say`,
      },
    ];
  });
}

/** Amounts of a statement in the first unit of their dimension, as the notes say it and as it is today. */
function amountsIn({ text, today }: Statement, amounts: Amounts): number[] {
  const texts = [text.en, text.es, ...(today ? [today.text.en, today.text.es] : [])];
  return texts.flatMap((each) => amounts.in(tokenize(each)).map(({ base }) => base));
}
