/**
 * Where in the files a rule, a claim, a statement, an outcome or a term is written.
 */
import type { Written, WrittenKnowledge } from './files.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { Path, Source } from './source.ts';

export interface Place {
  source: Source;
  path: Path;
}

export class Places {
  private readonly written: WrittenKnowledge;
  private readonly sections: ReadonlyMap<string, Written<WrittenKnowledge['sections'][number]['content']>>;
  private readonly outcomes = new Map<string, Source>();
  private readonly concepts = new Map<string, Source>();

  constructor(written: WrittenKnowledge) {
    this.written = written;
    this.sections = new Map(written.sections.map((section) => [section.content.section, section]));
    for (const { source, content } of written.catalogue) {
      for (const id of Object.keys(content)) this.outcomes.set(id, source);
    }
    for (const { source, content } of written.concepts) {
      for (const id of Object.keys(content)) this.concepts.set(id, source);
    }
  }

  /** @param id of a rule, a claim or a statement */
  of(id: string): Place | undefined {
    const [owner = '', number] = id.split('#');
    const [slug = '', ...rest] = owner.split('/');
    const name = rest.join('/');
    const place = number === undefined ? undefined : Number.parseInt(number, 10) - 1;
    if (slug === 'catalogue') return this.ofOutcome(name, place === undefined ? [] : ['does', place]);
    if (slug === 'principles') return { source: this.written.principles.source, path: [name] };
    const section = this.sections.get(slug);
    if (!section) return undefined;
    const { source, content } = section;
    if (place !== undefined) return { source, path: ['statements', name, 'claims', place] };
    return { source, path: [name in (content.rules ?? {}) ? 'rules' : 'statements', name] };
  }

  /** @param slug of a section; of a heading without one, the map of the notes */
  ofSection(slug: string): Place {
    const section = this.sections.get(slug);
    if (section) return { source: section.source, path: ['section'] };
    return { source: this.written.headings.source, path: ['headings', slug] };
  }

  ofOutcome(id: string, path: Path = []): Place | undefined {
    const source = this.outcomes.get(id);
    return source && { source, path: [id, ...path] };
  }

  ofConcept(id: string): Place | undefined {
    const source = this.concepts.get(id);
    return source && { source, path: [id] };
  }

  ofAct(id: string): Place {
    return { source: this.written.acts.source, path: [id] };
  }

  ofFact(id: string): Place {
    return { source: this.written.facts.source, path: ['facts', id] };
  }

  /** File under the root of the knowledge. */
  fileOf(id: string): string | undefined {
    return this.of(id)?.source.file;
  }

  /** A finding at one place that quotes another. */
  finding(code: FindingCode, at: Place | undefined, message: string, other?: Place): Finding {
    if (!at) return { code, file: 'rules', message };
    const finding = at.source.finding(code, at.path, message);
    if (!other) return finding;
    const { file, line, column, excerpt } = other.source.finding(code, other.path, message);
    return { ...finding, other: { file, line, column, excerpt } as NonNullable<Finding['other']> };
  }
}
