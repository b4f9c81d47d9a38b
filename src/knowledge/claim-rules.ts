/**
 * Claims become rules of a few named forms, made when first asked for: of tens of thousands a process meets few.
 * Ids derive from the claim's, so that a fired rule leads to its statement and its lines.
 */
import type { Condition } from './condition.ts';
import { leaves } from './condition.ts';
import type { Claim, Form, Outcome, Rule, RulePart } from './knowledge-base.ts';

const nothing: string[] = [];

/** Stands in a set of needs for "whatever its object". */
export const anything = '*';

/** A step's subject and object as one value of the fact `step.<act>`. */
export function stepValue(subject: string, object: string): string {
  return `${subject} ${object}`;
}

export class ClaimRules {
  private readonly outcomes: ReadonlyMap<string, Outcome>;
  private readonly scenarioRules = new Map<Claim, readonly Rule[]>();
  private readonly stepRules = new Map<Claim, readonly Rule[]>();
  /** Services that claim an act, an object, or both together: what nearly all do tells little. */
  private readonly sharers = new Map<string, Set<string>>();
  /** Claims that are the first of their subject to name the act: that it does such things is said once. */
  private readonly first = new Set<Claim>();

  constructor(claims: readonly Claim[], outcomes: ReadonlyMap<string, Outcome>) {
    this.outcomes = outcomes;
    const acts = new Set<string>();
    for (const claim of claims) {
      const { subject, act, objects, negative, asOf = '' } = claim;
      if (negative || claim.limit) continue;
      const service = outcomes.get(subject)?.family.at(-1) ?? subject;
      for (const key of [keyOf(act, ''), ...objects.flatMap((each) => [keyOf('', each), keyOf(act, each)])]) {
        const sharers = this.sharers.get(key);
        if (sharers) sharers.add(service);
        else this.sharers.set(key, new Set([service]));
      }
      const doing = `${subject} ${act} ${asOf}`;
      if (act !== 'is' && !acts.has(doing)) this.first.add(claim);
      acts.add(doing);
    }
  }

  /** @param part where not all are wanted; apart, because most claims that are spoken of are never done */
  of(claim: Claim, part?: RulePart): readonly Rule[] {
    if (part === 'scenario') return remembered(this.scenarioRules, claim, () => this.aboutScenario(claim));
    if (part === 'step') return remembered(this.stepRules, claim, () => this.aboutStep(claim));
    return [...this.of(claim, 'scenario'), ...this.of(claim, 'step')];
  }

  private aboutScenario(claim: Claim): Rule[] {
    if (claim.limit) return this.limits(claim, claim.limit);
    const { subject, act } = claim;
    const named = nameLeaf(subject);
    const rules = objectsOf(claim).flatMap(({ object, suffix }) => {
      const need = { fact: `need.${act}`, value: object };
      if (claim.negative) return [this.rule(claim, 'cannot', need, [contains(need), named], { suffix })];
      // How strongly it serves, the facts say: wanted with this act, with any act, or only spoken of.
      const spoken = object === anything ? need : { fact: 'about', value: object };
      const shared = {
        ...(act === 'is' && { serves: this.sharedBy(act, object) }),
        meets: this.sharedBy(act, object),
        fits: this.sharedBy('', object),
      };
      return [
        this.rule(claim, 'serves', spoken, [contains(spoken), named], { suffix, shared }),
        ...(claim.only ? [this.rule(claim, 'alone', need, [contains(need), named], { suffix })] : []),
      ];
    });
    if (!this.first.has(claim)) return rules;
    const doing = { fact: `need.${act}`, value: anything };
    const shared = { does: this.sharedBy(act, '') };
    return [...rules, this.rule(claim, 'does', doing, [contains(doing), named], { shared })];
  }

  private aboutStep(claim: Claim): Rule[] {
    if (claim.limit) return [];
    const { subject, act, negative } = claim;
    return objectsOf(claim).map(({ object, suffix }) => {
      const step = { fact: `step.${act}`, value: stepValue(subject, object) };
      if (negative) return this.rule(claim, 'contradicts', step, [contains(step)], { suffix });
      const shared = { supports: this.sharedBy(act, object) };
      return this.rule(claim, 'supports', step, [contains(step)], { suffix, shared });
    });
  }

  private limits(claim: Claim, { fact, atMost, atLeast }: NonNullable<Claim['limit']>): Rule[] {
    const beyond: Condition[] = [];
    if (atMost !== undefined) beyond.push({ fact, operator: 'greaterThan', value: atMost });
    if (atLeast !== undefined) beyond.push({ fact, operator: 'lessThan', value: atLeast });
    const about = { fact, value: claim.act };
    return beyond.map((leaf, i) =>
      this.rule(claim, 'exceeds', about, [leaf, nameLeaf(claim.subject)], { suffix: i > 0 ? '2' : '' }),
    );
  }

  private rule(
    claim: Claim,
    form: Form,
    about: NonNullable<Rule['about']>,
    conditions: Condition[],
    { suffix = '', shared }: { suffix?: string; shared?: Rule['shared'] } = {},
  ): Rule {
    // That its subject does such things at all holds without the conditions of the claim.
    const isBare = form === 'does';
    const others = isBare ? nothing : claim.with;
    const all = [
      ...conditions,
      ...others.map((value) => contains({ fact: 'about', value })),
      ...(claim.when && !isBare ? [claim.when] : []),
    ];
    const condition = { all };
    return {
      id: `${claim.id}:${form}${suffix}`,
      form,
      subjects: [claim.subject],
      over: nothing,
      condition,
      ...(claim.unless && !isBare && { unless: claim.unless }),
      about,
      specificity: leaves(condition).length,
      ...(shared && { shared }),
      claim,
      statements: claim.statement === undefined ? nothing : [claim.statement],
      ...(claim.asOf && { asOf: claim.asOf }),
      ...(this.outcomes.get(claim.subject)?.kind === 'service' && { whole: true }),
    };
  }

  private sharedBy(act: string, object: string): number {
    return this.sharers.get(keyOf(act, object))?.size ?? 0;
  }
}

/** What it is claimed of, each with the suffix of its rules' ids. */
function objectsOf({ objects }: Claim): { object: string; suffix: string }[] {
  if (objects.length === 0) return [{ object: anything, suffix: '' }];
  return objects.map((object, i) => ({ object, suffix: objects.length > 1 ? `.${i + 1}` : '' }));
}

function remembered(made: Map<Claim, readonly Rule[]>, claim: Claim, make: () => Rule[]): readonly Rule[] {
  let rules = made.get(claim);
  if (!rules) {
    rules = make();
    made.set(claim, rules);
  }
  return rules;
}

function keyOf(act: string, object: string): string {
  return `${act} ${object}`;
}

function nameLeaf(subject: string): Condition {
  return contains({ fact: 'option.name', value: subject });
}

function contains({ fact, value }: { fact: string; value: string }): Condition {
  return { fact, operator: 'contains', value };
}
