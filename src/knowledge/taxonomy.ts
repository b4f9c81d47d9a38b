/**
 * What there is: terms with what they are, outcomes with their parents.
 */
import { closureOf } from './closure.ts';
import type { Written, WrittenKnowledge } from './files.ts';
import type { Finding } from './finding.ts';
import type { Outcome, Term } from './knowledge-base.ts';
import type { References } from './references.ts';

export type WrittenTerm = WrittenKnowledge['acts']['content'][string];
export type WrittenOutcome = WrittenKnowledge['catalogue'][number]['content'][string];

/** One or many, as many. */
export function asList<T>(value: T | T[] | undefined): T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Entries of several files in one map; the same id twice is a finding. */
export function collect<T>(
  files: Written<Record<string, T>>[],
  findings: Finding[],
): Map<string, Written<T>> {
  const all = new Map<string, Written<T>>();
  for (const { source, content } of files) {
    for (const [id, entry] of Object.entries(content)) {
      const before = all.get(id);
      if (before)
        findings.push(source.finding('KB_SAME_ID', [id], `${id} stands in ${before.source.file} too`));
      else all.set(id, { source, content: entry });
    }
  }
  return all;
}

/** Terms closed under is-a. */
export function termsOf(
  terms: ReadonlyMap<string, Written<WrittenTerm>>,
  references: References,
): Map<string, Term> {
  const made = new Map<string, Term>();
  for (const [id, { source, content }] of terms) {
    for (const [i, parent] of (content.is ?? []).entries()) {
      if (!terms.has(parent))
        references.unknown('KB_UNKNOWN_CONCEPT', source, [id, 'is', i], parent, terms.keys());
    }
    const closure = closureOf(id, (from) => terms.get(from)?.content.is ?? []);
    if (!closure) references.report('KB_CYCLE', source, [id, 'is'], `${id} is, in the end, itself`);
    made.set(id, {
      id,
      name: content.name,
      words: { en: content.en, es: content.es },
      closure: new Map([...(closure ?? [[id, 0] as const])].filter(([term]) => terms.has(term))),
    });
  }
  return made;
}

/** Outcomes with their families, what they are instances of, and what stands below them. */
export function outcomesOf(
  entries: ReadonlyMap<string, Written<WrittenOutcome>>,
  concepts: ReadonlyMap<string, Term>,
  references: References,
): Map<string, Outcome> {
  const parentOf = (id: string) => asList(entries.get(id)?.content.parent);
  const made = new Map<string, Outcome>();
  for (const [id, { source, content }] of entries) {
    const { parent, is = [] } = content;
    if (concepts.has(id)) references.report('KB_SAME_ID', source, [id], `${id} is a concept too`);
    if (parent !== undefined && !entries.has(parent)) {
      references.unknown('KB_UNKNOWN_OUTCOME', source, [id, 'parent'], parent, entries.keys());
    }
    for (const [i, concept] of is.entries()) {
      if (!concepts.has(concept))
        references.unknown('KB_UNKNOWN_CONCEPT', source, [id, 'is', i], concept, concepts.keys());
    }
    const family = closureOf(id, parentOf);
    if (!family)
      references.report('KB_CYCLE', source, [id, 'parent'], `${id} is, in the end, its own parent`);
    const members = [...(family?.keys() ?? [id])];
    const instances = is.flatMap((concept) => [...(concepts.get(concept)?.closure ?? [])]);
    made.set(id, {
      id,
      kind: content.kind,
      name: content.name,
      aliases: [...(content.aliases ?? []), ...(content.former ?? []), ...(content.es ?? [])],
      ...(parent !== undefined && { parent }),
      family: members,
      // What a thing is an instance of is one step away, what that is, one more.
      closure: new Map([
        ...instances.map(([concept, steps]) => [concept, steps + 1] as const),
        ...(family ?? []),
      ]),
      descendants: [],
      traits: [...new Set(members.flatMap((member) => entries.get(member)?.content.traits ?? []))],
      status: content.status ?? { is: 'active' },
      outside: content.notes === undefined,
      ...(content.url !== undefined && { url: content.url }),
    });
  }
  for (const outcome of made.values()) {
    for (const ancestor of outcome.family.slice(1)) made.get(ancestor)?.descendants.push(outcome.id);
  }
  return made;
}
