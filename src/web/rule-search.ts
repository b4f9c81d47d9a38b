/**
 * Rules and statements by their words, heading, service and status.
 */
import MiniSearch from 'minisearch';
import type { Wording } from '../explaining/wording.ts';
import type { Claim, KnowledgeBase, Lang, Rule, Statement, Texts } from '../knowledge/knowledge-base.ts';
import { fold } from '../language/tokens.ts';

export type EntryKind = 'claim' | 'rule' | 'principle' | 'statement';

/** An authored rule, a statement with its claims, or a claim of the catalogue, as lists show it. */
export interface Entry {
  id: string;
  kind: EntryKind;
  /** In words. */
  words: Texts;
  section?: string;
  claims: readonly Claim[];
  services: string[];
  /** `asNoted`, what has become of it since, or `general` or `outside` where it is not from the notes. */
  status: string;
}

export interface Wish {
  words: string;
  heading: string;
  service: string;
  status: string;
}

interface Searched {
  base: KnowledgeBase;
  wordings: Record<Lang, Wording>;
  authored: readonly Rule[];
  claimsOf: (statement: Statement) => readonly Claim[];
}

export class RuleSearch {
  readonly entries: readonly Entry[];
  /** Services that some entry speaks of, by name. */
  readonly services: readonly string[];
  readonly statuses: readonly string[];
  private readonly index: MiniSearch;
  private readonly byId: ReadonlyMap<string, Entry>;

  constructor({ base, wordings, authored, claimsOf }: Searched) {
    this.entries = [
      ...authored.map((rule) => ofRule(base, rule)),
      ...[...base.statements.values()].map((statement) => ofStatement(base, statement, claimsOf(statement))),
      ...base.claims
        .filter(({ statement }) => statement === undefined)
        .map((claim) => ofClaim(base, wordings, claim)),
    ];
    this.byId = new Map(this.entries.map((entry) => [entry.id, entry]));
    const names = (id: string) => base.outcomes.get(id)?.name ?? id;
    this.services = [...new Set(this.entries.flatMap(({ services }) => services))].sort((a, b) =>
      fold(names(a)) < fold(names(b)) ? -1 : 1,
    );
    this.statuses = [...new Set(this.entries.map(({ status }) => status))].sort();
    this.index = new MiniSearch({
      fields: ['words', 'names', 'id', 'claims', 'heading'],
      processTerm: (term) => fold(term),
      searchOptions: {
        prefix: true,
        // One letter in a short word makes another word of it: cost, most.
        fuzzy: (term) => (term.length > 5 ? 0.15 : false),
        combineWith: 'AND',
        boost: { names: 2, words: 2 },
      },
    });
    this.index.addAll(this.entries.map((entry) => documentOf(base, wordings, entry)));
  }

  /** Best first where words are given, else in the order of the base. */
  find({ words, heading, service, status }: Wish): Entry[] {
    const found =
      words.trim() === ''
        ? this.entries
        : this.index.search(words).flatMap(({ id }) => this.byId.get(String(id)) ?? []);
    return found.filter(
      (entry) =>
        (heading === '' || entry.section === heading) &&
        (service === '' || entry.services.includes(service)) &&
        (status === '' || entry.status === status),
    );
  }
}

function ofStatement(base: KnowledgeBase, statement: Statement, claims: readonly Claim[]): Entry {
  const { id, section, text, today, lines } = statement;
  return {
    id,
    kind: 'statement',
    words: text,
    section,
    claims,
    services: servicesOf(
      base,
      claims.map(({ subject }) => subject),
    ),
    status: today?.status ?? (lines.length > 0 ? 'asNoted' : 'general'),
  };
}

function ofClaim(base: KnowledgeBase, wordings: Record<Lang, Wording>, claim: Claim): Entry {
  return {
    id: claim.id,
    kind: 'claim',
    words: { en: wordings.en.claim(claim), es: wordings.es.claim(claim) },
    claims: [],
    services: servicesOf(base, [claim.subject]),
    status: 'outside',
  };
}

function ofRule(base: KnowledgeBase, rule: Rule): Entry {
  const statements = rule.statements.flatMap((id) => base.statements.get(id) ?? []);
  const changed = statements.find(({ today }) => today)?.today?.status;
  const noted = statements.some(({ lines }) => lines.length > 0);
  const [section = ''] = rule.id.split('/');
  return {
    id: rule.id,
    kind: rule.form === 'principle' ? 'principle' : 'rule',
    words: rule.because ?? { en: rule.id, es: rule.id },
    ...(base.sections.has(section) && { section }),
    claims: [],
    services: servicesOf(base, [...rule.subjects, ...rule.over]),
    status: changed ?? (noted ? 'asNoted' : statements.length > 0 ? 'general' : 'outside'),
  };
}

function servicesOf(base: KnowledgeBase, ids: readonly string[]): string[] {
  const family = ids.flatMap((id) => base.outcomes.get(id)?.family ?? []);
  return [...new Set(family)].filter((id) => base.outcomes.get(id)?.kind === 'service');
}

function documentOf(
  base: KnowledgeBase,
  wordings: Record<Lang, Wording>,
  { id, words, services, section, claims }: Entry,
) {
  const title = section === undefined ? undefined : base.sections.get(section)?.title;
  return {
    id,
    words: `${words.en} ${words.es}`,
    names: services
      .map((service) =>
        [base.outcomes.get(service)?.name, ...(base.outcomes.get(service)?.aliases ?? [])].join(' '),
      )
      .join(' '),
    claims: claims.map((claim) => `${wordings.en.claim(claim)} ${wordings.es.claim(claim)}`).join(' '),
    heading: `${title?.en ?? ''} ${title?.es ?? ''}`,
  };
}
