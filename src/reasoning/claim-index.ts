/**
 * The match phase for claims: which of their rules hold, found by what the question speaks of and by the steps an
 * option says. A rule is made when its claim is met.
 */
import { anything } from '../knowledge/claim-rules.ts';
import { leaves } from '../knowledge/condition.ts';
import type { AsOf, Claim, KnowledgeBase, Rule, RulePart } from '../knowledge/knowledge-base.ts';
import { fileUnder } from '../knowledge/multimap.ts';
import type { Facts } from '../reading/facts.ts';
import { holds } from './truth.ts';

/** The set of outcomes that an option names: without options every outcome is taken as named. */
const names = 'option.name';

export class ClaimIndex {
  private readonly base: KnowledgeBase;
  private readonly byObject = new Map<string, Claim[]>();
  private readonly byAct = new Map<string, Claim[]>();
  private readonly byQuantity = new Map<string, Claim[]>();
  private readonly bySubject = new Map<string, Claim[]>();
  /** Claims that ask what else an option says. */
  private readonly ofOptions = new Map<string, Claim[]>();
  /** Subject → act and object of a step → the claims on it; made when the subject first acts. */
  private readonly steps = new Map<string, ReadonlyMap<string, Claim[]>>();

  constructor(base: KnowledgeBase, asOf: AsOf) {
    this.base = base;
    const doings = new Set<string>();
    for (const claim of base.claims) {
      if (claim.asOf !== undefined && claim.asOf !== asOf) continue;
      fileUnder(this.bySubject, claim.subject, claim);
      if (testsOptions(claim)) {
        fileUnder(this.ofOptions, claim.subject, claim);
        continue;
      }
      if (claim.limit) fileUnder(this.byQuantity, claim.limit.fact, claim);
      for (const object of claim.objects) fileUnder(this.byObject, object, claim);
      // The act alone is enough for a claim on any object, and once for each subject.
      const doing = `${claim.subject} ${claim.act} ${claim.asOf}`;
      if (claim.objects.length === 0 || (!claim.negative && !doings.has(doing))) {
        fileUnder(this.byAct, claim.act, claim);
        doings.add(doing);
      }
    }
  }

  /** What the facts of a question speak of; looked up once, for all its options and every outcome. */
  match(facts: Facts): ClaimMatch {
    const claims = new Set<Claim>();
    const add = (found: readonly Claim[] = []) => {
      for (const claim of found) claims.add(claim);
    };
    const isSpokenOf = (thing: string) => facts.has('about', thing);
    for (const object of facts.members('about').keys()) {
      add(this.byObject.get(object)?.filter((claim) => claim.with.every(isSpokenOf)));
    }
    for (const [act, found] of this.byAct) if (facts.has(`need.${act}`, anything)) add(found);
    for (const [quantity, found] of this.byQuantity) if (facts.value(quantity) !== undefined) add(found);
    return new ClaimMatch(this, claims, facts);
  }

  rulesOf(claim: Claim, part?: RulePart): readonly Rule[] {
    return this.base.rulesOf(claim, part);
  }

  /** Claims of a subject that ask what else an option says. */
  askingOptions(subject: string): readonly Claim[] {
    return this.ofOptions.get(subject) ?? [];
  }

  /** Claims on a step: who does it, and what with what. */
  onStep(subject: string, doing: string): readonly Claim[] {
    let steps = this.steps.get(subject);
    if (!steps) {
      const made = new Map<string, Claim[]>();
      for (const claim of this.bySubject.get(subject) ?? []) {
        const objects = claim.objects.length > 0 ? claim.objects : [anything];
        for (const object of objects) fileUnder(made, `step.${claim.act} ${object}`, claim);
      }
      steps = made;
      this.steps.set(subject, steps);
    }
    return steps.get(doing) ?? [];
  }
}

export class ClaimMatch {
  private readonly index: ClaimIndex;
  private readonly facts: Facts;
  private readonly bySubject = new Map<string, Claim[]>();
  private readonly rules = new Map<string, readonly Rule[]>();

  constructor(index: ClaimIndex, claims: Iterable<Claim>, facts: Facts) {
    this.index = index;
    this.facts = facts;
    for (const claim of claims) fileUnder(this.bySubject, claim.subject, claim);
  }

  /** The claims spoken of, by their subjects. */
  claims(): ReadonlyMap<string, readonly Claim[]> {
    return this.bySubject;
  }

  /** Rules about an outcome that hold once it is named. */
  rulesAbout(subject: string): readonly Rule[] {
    let rules = this.rules.get(subject);
    if (!rules) {
      rules = this.holding(this.bySubject.get(subject), this.facts, { part: 'scenario', assumed: names });
      this.rules.set(subject, rules);
    }
    return rules;
  }

  /**
   * Rules that hold for an option.
   * @param facts those of the option with those of the question
   */
  rulesForOption(facts: Facts): Iterable<Rule> {
    const found = new Set<Rule>();
    for (const name of facts.members(names).keys()) {
      for (const rule of this.rulesAbout(name)) if (!rule.unless || holds(rule, facts)) found.add(rule);
      for (const rule of this.holding(this.index.askingOptions(name), facts)) found.add(rule);
    }
    for (const { fact, value } of facts.steps()) {
      const gap = value.indexOf(' ');
      for (const claim of this.index.onStep(value.slice(0, gap), fact + value.slice(gap))) {
        for (const rule of this.index.rulesOf(claim, 'step')) {
          const isOnStep = rule.about?.fact === fact && rule.about.value === value;
          if (isOnStep && holds(rule, facts)) found.add(rule);
        }
      }
    }
    return found;
  }

  private holding(
    claims: readonly Claim[] = [],
    facts: Facts,
    { part, assumed }: { part?: RulePart; assumed?: string } = {},
  ): Rule[] {
    const found: Rule[] = [];
    for (const claim of claims) {
      for (const rule of this.index.rulesOf(claim, part)) if (holds(rule, facts, assumed)) found.push(rule);
    }
    return found;
  }
}

function testsOptions({ when, unless }: Claim): boolean {
  const isOfOption = ({ fact }: { fact: string }) => fact.startsWith('option');
  return (when ? leaves(when).some(isOfOption) : false) || (unless ? leaves(unless).some(isOfOption) : false);
}
