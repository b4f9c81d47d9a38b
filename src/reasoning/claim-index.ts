/**
 * The match phase for claims: which of their rules hold, found by the subjects an option names or acts with, or,
 * where every outcome may be the answer, by what the question speaks of. A rule is made when its claim is met.
 */
import { anything } from '../knowledge/claim-rules.ts';
import { leaves } from '../knowledge/condition.ts';
import type { AsOf, Claim, KnowledgeBase, Rule } from '../knowledge/knowledge-base.ts';
import type { Facts } from '../reading/facts.ts';
import { holds } from './truth.ts';

/** The set of outcomes that an option names: without options every outcome is taken as named. */
const names = 'option.name';

export class ClaimIndex {
  private readonly base: KnowledgeBase;
  private readonly bySubject = new Map<string, Claim[]>();
  private readonly byObject = new Map<string, Claim[]>();
  private readonly byAct = new Map<string, Claim[]>();
  private readonly byQuantity = new Map<string, Claim[]>();

  constructor(base: KnowledgeBase, asOf: AsOf) {
    this.base = base;
    const doings = new Set<string>();
    for (const claim of base.claims) {
      if (claim.asOf !== undefined && claim.asOf !== asOf) continue;
      file(this.bySubject, claim.subject, claim);
      // A claim that asks what else an option names has nothing to say of an outcome by itself.
      if (claim.when && leaves(claim.when).some(({ fact }) => fact === names)) continue;
      if (claim.limit) file(this.byQuantity, claim.limit.fact, claim);
      for (const object of claim.objects) file(this.byObject, object, claim);
      // The act alone is enough for a claim on any object, and once for each subject.
      const doing = `${claim.subject} ${claim.act} ${claim.asOf}`;
      if (claim.objects.length === 0 || (!claim.negative && !doings.has(doing))) {
        file(this.byAct, claim.act, claim);
        doings.add(doing);
      }
    }
  }

  /** Rules that hold for an option, on its facts and those of the question. */
  forOption(facts: Facts): Rule[] {
    const subjects = new Set(facts.members(names).keys());
    for (const step of facts.stepValues()) subjects.add(step.slice(0, step.indexOf(' ')));
    const found: Rule[] = [];
    for (const subject of subjects) {
      for (const claim of this.bySubject.get(subject) ?? []) {
        for (const rule of this.base.rulesOf(claim)) if (holds(rule, facts)) found.push(rule);
      }
    }
    return found;
  }

  /** Claims that could speak of some outcome, with every outcome taken as named. */
  claimsSpokenOf(facts: Facts): Set<Claim> {
    const claims = new Set<Claim>();
    const add = (found: readonly Claim[] = []) => {
      for (const claim of found)
        if (claim.with.every((thing) => facts.has('about', thing))) claims.add(claim);
    };
    for (const object of facts.members('about').keys()) add(this.byObject.get(object));
    for (const [act, found] of this.byAct) if (facts.has(`need.${act}`, anything)) add(found);
    for (const [quantity, found] of this.byQuantity) if (facts.value(quantity) !== undefined) add(found);
    return claims;
  }

  /** Those rules of the claims that hold, with every outcome taken as named. */
  forAny(claims: Iterable<Claim>, facts: Facts): Rule[] {
    const found: Rule[] = [];
    for (const claim of claims) {
      for (const rule of this.base.rulesOf(claim)) if (holds(rule, facts, names)) found.push(rule);
    }
    return found;
  }
}

function file(index: Map<string, Claim[]>, key: string, claim: Claim): void {
  const before = index.get(key);
  if (before) before.push(claim);
  else index.set(key, [claim]);
}
