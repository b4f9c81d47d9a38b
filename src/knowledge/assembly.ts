/**
 * Connects the written parts: closures, claims to rules, every reference checked. All findings come at once.
 */
import { ClaimRules } from './claim-rules.ts';
import { type Condition, leaves, normalise, triggers } from './condition.ts';
import type { Written, WrittenKnowledge } from './files.ts';
import type { Finding } from './finding.ts';
import type {
  Choice,
  Claim,
  Form,
  KnowledgeBase,
  Quantity,
  Rule,
  Section,
  Statement,
} from './knowledge-base.ts';
import { leaningsOf } from './leanings.ts';
import { likenessOf } from './likeness.ts';
import { References } from './references.ts';
import type { WrittenClaim, WrittenCondition, WrittenSection } from './schema.ts';
import type { Path, Source } from './source.ts';
import { asList, collect, outcomesOf, termsOf, type WrittenOutcome, type WrittenTerm } from './taxonomy.ts';

export interface AssemblyOptions {
  /** Take `proposes:` of sections as if they had been merged (for authors); otherwise they are findings. */
  proposals?: boolean;
}

export function assemble(
  written: WrittenKnowledge,
  findings: Finding[],
  options: AssemblyOptions = {},
): KnowledgeBase {
  return new Assembly(written, findings, options).knowledgeBase();
}

/** `12-15` as its numbers. */
function linesIn(range: string): number[] {
  const [from = 0, to = from] = range.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

class Assembly {
  private readonly written: WrittenKnowledge;
  private readonly references: References;
  private readonly terms: {
    concepts: Map<string, Written<WrittenTerm>>;
    acts: Map<string, Written<WrittenTerm>>;
  };
  private readonly entries: Map<string, Written<WrittenOutcome>>;
  private readonly facts = new Map<string, Choice | Quantity>();
  private readonly statements = new Map<string, Statement>();
  private readonly sections = new Map<string, Section>();
  private readonly claims: Claim[] = [];
  /** Rules that an author wrote, principles included. */
  private readonly authored: Rule[] = [];

  constructor(written: WrittenKnowledge, findings: Finding[], options: AssemblyOptions) {
    this.written = written;
    this.terms = { concepts: collect(written.concepts, findings), acts: collect([written.acts], findings) };
    this.entries = collect(written.catalogue, findings);
    const { concepts, acts } = this.terms;
    this.references = new References({ concepts, acts, outcomes: this.entries, facts: this.facts }, findings);
    for (const section of written.sections) this.propose(section, options.proposals ?? false);
    for (const [id, fact] of Object.entries(written.facts.content.facts)) {
      this.facts.set(id, { ...fact, id } as Choice | Quantity);
    }
  }

  knowledgeBase(): KnowledgeBase {
    const concepts = termsOf(this.terms.concepts, this.references);
    const acts = termsOf(this.terms.acts, this.references);
    const outcomes = outcomesOf(this.entries, concepts, this.references);
    for (const [id, { source, content }] of this.entries) this.catalogueClaims(id, source, content);
    for (const section of this.written.sections) this.readStatements(section);
    for (const section of this.written.sections) this.readRules(section);
    this.readPrinciples();
    this.checkFacts();
    const { domains, headings } = this.written.headings.content;
    const { claims, authored } = this;
    const ofClaims = new ClaimRules(claims, outcomes);
    let rules: readonly Rule[] | undefined;
    return {
      domains: new Map(Object.entries(domains)),
      headings: new Map(
        Object.entries(headings).map(([slug, { domain, content }]) => [
          slug,
          { slug, domain, content: content.flatMap(linesIn) },
        ]),
      ),
      concepts,
      acts,
      outcomes,
      facts: this.facts,
      units: this.written.facts.content.units,
      cues: this.written.cues.content,
      judging: this.written.judging.content,
      sections: this.sections,
      statements: this.statements,
      claims,
      authored,
      leanings: authored.flatMap(leaningsOf),
      likenesses: [...this.statements.values()].map(likenessOf),
      rulesOf: (claim, part) => ofClaims.of(claim, part),
      get rules() {
        rules ??= [...claims.flatMap((claim) => ofClaims.of(claim)), ...authored];
        return rules;
      },
    };
  }

  private propose({ source, content }: Written<WrittenSection>, merge: boolean): void {
    if (!content.proposes) return;
    if (!merge) {
      this.references.report('KB_PROPOSES', source, ['proposes'], 'this file still proposes additions');
      return;
    }
    const { concepts = {}, acts = {}, outcomes = {}, words = {} } = content.proposes;
    const add = <T>(to: Map<string, Written<T>>, from: Record<string, T>) => {
      for (const [id, entry] of Object.entries(from)) if (!to.has(id)) to.set(id, { source, content: entry });
    };
    add(this.terms.concepts, concepts);
    add(this.terms.acts, acts);
    add(this.entries, outcomes);
    for (const [id, more] of Object.entries(words)) {
      const term = this.terms.concepts.get(id) ?? this.terms.acts.get(id);
      if (!term)
        this.references.report(
          'KB_UNKNOWN_CONCEPT',
          source,
          ['proposes', 'words', id],
          `unknown concept or act ${id}`,
        );
      else {
        const { en, es } = term.content;
        term.content = { ...term.content, en: [...en, ...(more.en ?? [])], es: [...es, ...(more.es ?? [])] };
      }
    }
  }

  private catalogueClaims(id: string, source: Source, content: WrittenOutcome): void {
    for (const [i, does] of (content.does ?? []).entries()) {
      this.addClaim(source, [id, 'does', i], `catalogue/${id}#${i + 1}`, { ...does, subject: id });
    }
  }

  private readStatements({ source, content }: Written<WrittenSection>): void {
    const { section: slug } = content;
    if (this.sections.has(slug)) {
      this.references.report(
        'KB_SAME_ID',
        source,
        ['section'],
        `section ${slug} stands in ${this.sections.get(slug)?.file} too`,
      );
    }
    const silent = new Set(content.silent.map(({ line }) => line));
    const ids: string[] = [];
    for (const [name, statement] of Object.entries(content.statements)) {
      const id = `${slug}/${name}`;
      const { lines, en, es, today, claims = [], unclaimed } = statement;
      const twice = lines.find((line) => silent.has(line));
      if (twice !== undefined) {
        this.references.report(
          'KB_LINE_TWICE',
          source,
          ['statements', name, 'lines'],
          `line ${twice} is listed as silent too`,
        );
      }
      if ((lines.length === 0) !== source.file.startsWith('general/')) {
        this.references.report(
          'KB_NO_LINES',
          source,
          ['statements', name],
          `${name} ${lines.length === 0 ? 'names no lines of the notes' : 'is general and yet names lines'}`,
        );
      }
      if (claims.length === 0 && unclaimed === undefined) {
        this.references.report(
          'KB_NO_CLAIM',
          source,
          ['statements', name],
          `${name} has neither claims nor a reason for none`,
        );
      }
      this.statements.set(id, {
        id,
        section: slug,
        lines,
        text: { en, es },
        ...(today && {
          today: {
            status: today.status,
            text: { en: today.en, es: today.es },
            ...(today.since !== undefined && { since: String(today.since) }),
          },
        }),
      });
      ids.push(id);
      for (const [i, claim] of claims.entries()) {
        this.addClaim(source, ['statements', name, 'claims', i], `${id}#${i + 1}`, claim, id);
      }
    }
    this.sections.set(slug, {
      slug,
      title: content.title,
      file: source.file,
      statements: ids,
      silent: content.silent,
      rules: Object.keys(content.rules ?? {}).map((name) => `${slug}/${name}`),
    });
  }

  private addClaim(source: Source, path: Path, id: string, claim: WrittenClaim, statement?: string): void {
    const subjects = asList(claim.subject);
    for (const [i, subject] of subjects.entries()) {
      const own = subjects.length > 1 ? `${id}.${i + 1}` : id;
      this.addClaimOf(subject, source, path, own, claim, statement);
    }
  }

  private addClaimOf(
    subject: string,
    source: Source,
    path: Path,
    id: string,
    claim: WrittenClaim,
    statement?: string,
  ): void {
    const objects = asList(claim.object);
    const others = asList(claim.with);
    this.references.checkOutcome(source, [...path, 'subject'], subject);
    this.references.checkAct(source, [...path, 'act'], claim.act);
    for (const thing of [...objects, ...others]) this.references.checkThing(source, path, thing);
    const limit = this.limitOf(claim, source, path);
    const when = this.condition(claim.when, source, [...path, 'when']);
    const unless = this.condition(claim.unless, source, [...path, 'unless']);
    const made: Claim = {
      id,
      subject,
      act: claim.act,
      objects,
      with: others,
      negative: claim.not ?? false,
      only: claim.only ?? false,
      ...(claim.asOf && { asOf: claim.asOf }),
      ...(limit && { limit }),
      ...(statement !== undefined && { statement }),
      ...(when && { when }),
      ...(unless && { unless }),
    };
    this.claims.push(made);
  }

  private limitOf(claim: WrittenClaim, source: Source, path: Path): Claim['limit'] {
    if (!claim.amount && claim.of === undefined) return undefined;
    const fact = this.facts.get(claim.of ?? '');
    if (fact?.kind !== 'quantity') {
      this.references.unknown(
        'KB_UNKNOWN_FACT',
        source,
        [...path, 'of'],
        claim.of ?? 'nothing',
        this.facts.keys(),
      );
      return undefined;
    }
    const amount = (text: string | undefined) => {
      const value = text === undefined ? undefined : this.amount(text, fact);
      if (text !== undefined && value === undefined) {
        this.references.report(
          'KB_TYPE',
          source,
          [...path, 'amount'],
          `${text} is no amount of ${fact.dimension}`,
        );
      }
      return value;
    };
    const atMost = amount(claim.amount?.atMost);
    const atLeast = amount(claim.amount?.atLeast);
    return {
      fact: fact.id,
      ...(atMost !== undefined && { atMost }),
      ...(atLeast !== undefined && { atLeast }),
    };
  }

  /** `15 minutes` in the unit of the fact. */
  private amount(text: string, fact: Quantity): number | undefined {
    const units = this.written.facts.content.units[fact.dimension] ?? {};
    const [, number, word = ''] = /^([\d.]+)\s*(\S*)$/.exec(text) ?? [];
    const unit = Object.values(units).find(
      ({ words }) => words.includes(word.toLowerCase()) || (word === '' && words.length === 0),
    );
    const base = units[fact.unit];
    return number === undefined || !unit || !base ? undefined : (Number(number) * unit.factor) / base.factor;
  }

  private readRules({ source, content }: Written<WrittenSection>): void {
    for (const [name, rule] of Object.entries(content.rules ?? {})) {
      const path = ['rules', name];
      const verdicts = (['prefer', 'recommend', 'exclude'] as const).filter((key) => rule[key] !== undefined);
      const verdict = verdicts[0];
      if (
        verdicts.length !== 1 ||
        verdict === undefined ||
        (verdict === 'prefer') !== (rule.over !== undefined)
      ) {
        this.references.report('KB_NO_VERDICT', source, path, `${name} has no single verdict`);
        continue;
      }
      const subjects = asList(rule[verdict]);
      const over = asList(rule.over);
      for (const [i, subject] of subjects.entries())
        this.references.checkOutcome(source, [...path, verdict, i], subject);
      for (const [i, rival] of over.entries())
        this.references.checkOutcome(source, [...path, 'over', i], rival);
      const cites = rule.cites.map((cited) => (cited.includes('/') ? cited : `${content.section}/${cited}`));
      for (const [i, cited] of cites.entries()) {
        if (!this.statements.has(cited))
          this.references.unknown(
            'KB_UNKNOWN_STATEMENT',
            source,
            [...path, 'cites', i],
            cited,
            this.statements.keys(),
          );
      }
      const when = this.condition(rule.when, source, [...path, 'when']);
      if (!when) continue;
      if (!triggers(when))
        this.references.report(
          'KB_NO_POSITIVE',
          source,
          [...path, 'when'],
          `${name} could fire on nothing known`,
        );
      const form = ({ prefer: 'prefers', recommend: 'recommends', exclude: 'excludes' } as const)[verdict];
      this.addAuthored(form, `${content.section}/${name}`, subjects, over, when, {
        unless: this.condition(rule.unless, source, [...path, 'unless']),
        because: rule.because,
        statements: cites,
      });
    }
  }

  private addAuthored(
    form: Form,
    id: string,
    subjects: string[],
    over: string[],
    when: Condition,
    rest: Pick<Rule, 'because' | 'statements' | 'points' | 'speaks'> & { unless: Condition | undefined },
  ): void {
    const named: Condition[] = subjects.map((value) => ({
      fact: 'option.name',
      operator: 'contains',
      value,
    }));
    const condition: Condition =
      named.length === 0
        ? when
        : { all: [when, named.length === 1 ? (named[0] as Condition) : { any: named }] };
    this.authored.push({
      id,
      form,
      subjects,
      over,
      condition,
      ...(rest.unless && { unless: rest.unless }),
      specificity: leaves(condition).length,
      ...(rest.because && { because: rest.because }),
      statements: rest.statements,
      ...(rest.points !== undefined && { points: rest.points }),
      ...(rest.speaks && { speaks: rest.speaks }),
    });
  }

  private readPrinciples(): void {
    const { source, content } = this.written.principles;
    for (const [name, principle] of Object.entries(content)) {
      const when = this.condition(principle.when, source, [name, 'when']);
      if (!when) continue;
      if (!triggers(when))
        this.references.report(
          'KB_NO_POSITIVE',
          source,
          [name, 'when'],
          `${name} could fire on nothing known`,
        );
      this.addAuthored('principle', `principles/${name}`, [], [], when, {
        unless: this.condition(principle.unless, source, [name, 'unless']),
        because: principle.because,
        statements: [],
        points: principle.points,
        ...(principle.speaks && { speaks: principle.speaks }),
      });
    }
  }

  private condition(
    written: WrittenCondition | undefined,
    source: Source,
    path: Path,
  ): Condition | undefined {
    if (!written) return undefined;
    this.references.checkCondition(written, source, path);
    return normalise(written);
  }

  private checkFacts(): void {
    const { source } = this.written.facts;
    for (const fact of this.facts.values()) {
      const path = ['facts', fact.id];
      if (fact.kind === 'quantity') {
        const units = this.written.facts.content.units[fact.dimension];
        if (!units?.[fact.unit])
          this.references.report(
            'KB_TYPE',
            source,
            [...path, 'unit'],
            `${fact.unit} is no unit of ${fact.dimension}`,
          );
        for (const near of fact.near) this.references.checkNear(source, [...path, 'near'], near);
      } else {
        for (const [value, { from }] of Object.entries(fact.values)) {
          for (const concept of from)
            this.references.checkThing(source, [...path, 'values', value, 'from'], concept);
        }
      }
    }
  }
}
