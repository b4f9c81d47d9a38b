/**
 * Claims and rules by their words, heading, service and status.
 */
import MiniSearch from 'minisearch';
import type { Wording } from '../explaining/wording.ts';
import type { KnowledgeBase, Lang, Rule, Texts } from '../knowledge/knowledge-base.ts';
import { fold } from '../language/tokens.ts';

export type EntryKind = 'claim' | 'rule' | 'principle';

/** A claim or an authored rule as lists show it. */
export interface Entry {
  id: string;
  kind: EntryKind;
  /** In words. */
  words: Texts;
  section?: string;
  services: string[];
  /** `asNoted`, what has become of it since, or `outside` where it is not from the notes. */
  status: string;
}

export interface Wish {
  words: string;
  heading: string;
  service: string;
  status: string;
}

export class RuleSearch {
  readonly entries: readonly Entry[];
  /** Services that some entry speaks of, by name. */
  readonly services: readonly string[];
  readonly statuses: readonly string[];
  private readonly index: MiniSearch;
  private readonly byId: ReadonlyMap<string, Entry>;

  constructor(base: KnowledgeBase, wordings: Record<Lang, Wording>, authored: readonly Rule[]) {
    this.entries = [...authored.map((rule) => ofRule(base, rule)), ...claimEntries(base, wordings)];
    this.byId = new Map(this.entries.map((entry) => [entry.id, entry]));
    const names = (id: string) => base.outcomes.get(id)?.name ?? id;
    this.services = [...new Set(this.entries.flatMap(({ services }) => services))].sort((a, b) =>
      fold(names(a)) < fold(names(b)) ? -1 : 1,
    );
    this.statuses = [...new Set(this.entries.map(({ status }) => status))].sort();
    this.index = new MiniSearch({
      fields: ['words', 'names', 'id', 'statement'],
      processTerm: (term) => fold(term),
      searchOptions: { prefix: true, fuzzy: 0.15, combineWith: 'AND', boost: { names: 2, words: 2 } },
    });
    this.index.addAll(this.entries.map((entry) => documentOf(base, entry)));
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

function claimEntries(base: KnowledgeBase, wordings: Record<Lang, Wording>): Entry[] {
  return base.claims.map((claim) => {
    const statement = claim.statement === undefined ? undefined : base.statements.get(claim.statement);
    return {
      id: claim.id,
      kind: 'claim',
      words: { en: wordings.en.claim(claim), es: wordings.es.claim(claim) },
      ...(statement && { section: statement.section }),
      services: servicesOf(base, [claim.subject]),
      status: statement ? (statement.today?.status ?? 'asNoted') : 'outside',
    };
  });
}

function ofRule(base: KnowledgeBase, rule: Rule): Entry {
  const statements = rule.statements.map((id) => base.statements.get(id));
  const changed = statements.find((statement) => statement?.today)?.today?.status;
  const [section = ''] = rule.id.split('/');
  return {
    id: rule.id,
    kind: rule.form === 'principle' ? 'principle' : 'rule',
    words: rule.because ?? { en: rule.id, es: rule.id },
    ...(base.sections.has(section) && { section }),
    services: servicesOf(base, [...rule.subjects, ...rule.over]),
    status: changed ?? (statements.length > 0 ? 'asNoted' : 'outside'),
  };
}

function servicesOf(base: KnowledgeBase, ids: readonly string[]): string[] {
  const family = ids.flatMap((id) => base.outcomes.get(id)?.family ?? []);
  return [...new Set(family)].filter((id) => base.outcomes.get(id)?.kind === 'service');
}

function documentOf(base: KnowledgeBase, { id, words, services, section }: Entry) {
  const statement = base.statements.get(id.split('#')[0] ?? '');
  const title = section === undefined ? undefined : base.sections.get(section)?.title;
  return {
    id,
    words: `${words.en} ${words.es}`,
    names: services
      .map((service) =>
        [base.outcomes.get(service)?.name, ...(base.outcomes.get(service)?.aliases ?? [])].join(' '),
      )
      .join(' '),
    statement: `${statement?.text.en ?? ''} ${statement?.text.es ?? ''} ${title?.en ?? ''} ${title?.es ?? ''}`,
  };
}
