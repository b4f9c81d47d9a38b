/**
 * The compiled evaluator: conditions as closures over an index of atoms, in three values. It explores (what if this
 * were so, which fact is still missing); what is shown as fired is fired by the judge of record, and a test holds
 * the two equal.
 *
 * An atom is a member of a set (`need.rotate` contains `credential`), or a choice or quantity as a whole. A world is
 * what is known of all atoms; a copy with one fact more is cheap, and only the rules that the fact touches are run.
 */
import {
  type Condition,
  compares,
  isPositive,
  type Leaf,
  leaves,
  needsNothingBut,
} from '../knowledge/condition.ts';
import type { Rule } from '../knowledge/knowledge-base.ts';
import { denial, type Facts, type FactValue } from '../reading/facts.ts';

/** Kleene's three values; `undefined` is unknown. */
export type Truth = true | false | undefined;

/** What is known, atom by atom. Made by an evaluator, and of use to that one only. */
export interface World {
  /** Of members of sets: 1 it is in, 2 it is known not to be, 0 unknown, 3 both were said. */
  readonly members: Uint8Array;
  /** Of choices and quantities: the value. */
  readonly values: Map<number, FactValue>;
  /** Atoms of which something positive is known, each once. */
  readonly known: number[];
}

/** One thing known: a member of a set (`~` before one that is known not to be in it), a choice, a quantity. */
export interface Known {
  fact: string;
  value: FactValue;
}

/** A rule that waits for one fact alone. */
export interface Waiting {
  rule: Rule;
  /** The leaf that is unknown; every other one that the rule needs holds. */
  missing: Leaf;
}

type Compiled = (world: World) => Truth;

const isIn = 1;
const isOut = 2;

export class Evaluator {
  readonly rules: readonly Rule[];
  private readonly assumed: string | undefined;
  /** Fact → member, or `undefined` for the fact as a whole → atom. */
  private readonly atoms = new Map<string, Map<string | undefined, number>>();
  /** Atom → positions of the rules that can only fire with it. */
  private readonly postings: number[][] = [];
  /** Atom → positions of the rules that speak of it at all, in their exceptions too. */
  private readonly mentions: number[][] = [];
  private readonly conditions: Compiled[] = [];
  private readonly exceptions: (Compiled | undefined)[] = [];
  /** The leaves of a conjunction, each with what it is worth; `undefined` for conditions of another shape. */
  private readonly conjuncts: ({ leaf: Leaf; holds: Compiled }[] | undefined)[] = [];
  /** Rules that can fire on what is assumed alone: no atom leads to them. */
  private readonly always: number[] = [];
  /** Atoms that must be known before a rule is looked at; 1 where one of several will do. */
  private readonly demanded: Uint16Array;
  /** 1 for a conjunction of members without exception: where all are known it fires, and no closure is asked. */
  private readonly isPlain: Uint8Array;
  private readonly counts: Uint16Array;
  /** The run that a count belongs to: counts of earlier runs need no clearing. */
  private readonly stamps: Uint32Array;
  private run = 0;

  /** @param assumed a set taken to hold every member, such as the names an option gives */
  constructor(rules: readonly Rule[], assumed?: string) {
    this.rules = rules;
    this.assumed = assumed;
    this.demanded = new Uint16Array(rules.length);
    this.isPlain = new Uint8Array(rules.length);
    this.counts = new Uint16Array(rules.length);
    this.stamps = new Uint32Array(rules.length);
    for (const [position, rule] of rules.entries()) this.add(rule, position);
  }

  /** What the facts say, atom by atom; what no rule tests is passed over. */
  world(facts: Facts): World {
    const world: World = { members: new Uint8Array(this.postings.length), values: new Map(), known: [] };
    for (const each of facts.entries()) this.tell(world, each);
    return world;
  }

  /** The world with more known of it; the one given stays as it is. */
  worldWith({ members, values, known }: World, more: readonly Known[]): World {
    const world: World = { members: members.slice(), values: new Map(values), known: known.slice() };
    for (const each of more) this.tell(world, each);
    return world;
  }

  /** Rules that fire, in the order given: the condition is true, and the exception not known to be. */
  fired(world: World): Rule[] {
    const found = this.always.filter((position) => this.fires(position, world));
    this.count(world, (position) => {
      if (this.isPlain[position] === 1 || this.fires(position, world)) found.push(position);
    });
    return this.rulesAt(found);
  }

  /** What more knowledge changes: rules that fire then and did not, and the other way round. */
  changed(world: World, more: readonly Known[]): { begun: Rule[]; stopped: Rule[] } {
    const after = this.worldWith(world, more);
    const touched = new Set(
      more.flatMap((each) => this.atomsOf(each)).flatMap((atom) => this.mentions[atom] ?? []),
    );
    const begun: number[] = [];
    const stopped: number[] = [];
    for (const position of touched) {
      const fires = this.fires(position, after);
      if (fires !== this.fires(position, world)) (fires ? begun : stopped).push(position);
    }
    return { begun: this.rulesAt(begun), stopped: this.rulesAt(stopped) };
  }

  /**
   * Rules that one more fact would make fire, each with that fact.
   * @param isAsked which leaves may be the one that is missing
   */
  waiting(world: World, isAsked: (leaf: Leaf) => boolean): Waiting[] {
    const found: Waiting[] = [];
    this.count(world, () => {});
    for (const [position, rule] of this.rules.entries()) {
      const met = this.stamps[position] === this.run ? (this.counts[position] ?? 0) : 0;
      // With two atoms to go, or all there and nothing else to ask, it waits for no single fact.
      if ((this.demanded[position] ?? 0) - met > 1) continue;
      if (this.isPlain[position] === 1 && met === this.demanded[position]) continue;
      for (const missing of this.missing(position, world)) {
        if (isAsked(missing) && this.exceptions[position]?.(world) !== true) found.push({ rule, missing });
      }
    }
    return found;
  }

  /** Whether the condition of a rule and its exception hold, are known not to, or are unknown. */
  truths(position: number, world: World): { condition: Truth; unless: Truth } {
    return { condition: this.conditions[position]?.(world), unless: this.exceptions[position]?.(world) };
  }

  /** Unknown leaves each of which alone would make the condition of the rule true. */
  private missing(position: number, world: World): Leaf[] {
    const conjuncts = this.conjuncts[position];
    if (conjuncts) {
      const unmet = conjuncts.filter(({ holds }) => holds(world) !== true);
      const [only] = unmet;
      return only && unmet.length === 1 && only.holds(world) === undefined ? [only.leaf] : [];
    }
    const { condition } = this.rules[position] as Rule;
    if (this.conditions[position]?.(world) !== undefined) return [];
    return leaves(condition).filter(
      (leaf) =>
        this.compiledLeaf(leaf)(world) === undefined &&
        truthOf(condition, (each) => isSame(each, leaf) || this.compiledLeaf(each)(world)) === true,
    );
  }

  private fires(position: number, world: World): boolean {
    return this.conditions[position]?.(world) === true && this.exceptions[position]?.(world) !== true;
  }

  private rulesAt(positions: number[]): Rule[] {
    return positions.sort((a, b) => a - b).map((position) => this.rules[position] as Rule);
  }

  /** Counts for every rule the atoms known of those it demands; tells of each rule that has all of them. */
  private count({ known }: World, complete: (position: number) => void): void {
    const { counts, stamps, demanded, postings } = this;
    this.run++;
    for (const atom of known) {
      for (const position of postings[atom] as number[]) {
        const met = stamps[position] === this.run ? (counts[position] as number) + 1 : 1;
        stamps[position] = this.run;
        counts[position] = met;
        if (met === demanded[position]) complete(position);
      }
    }
  }

  private tell(world: World, known: Known): void {
    const { fact, value } = known;
    const denied = isDenied(value);
    for (const atom of this.atomsOf(known)) {
      const isMember = this.atoms.get(fact)?.get(undefined) !== atom;
      const before = isMember ? (world.members[atom] ?? 0) & isIn : world.values.has(atom);
      if (isMember) world.members[atom] = (world.members[atom] ?? 0) | (denied ? isOut : isIn);
      else world.values.set(atom, value);
      if (!before && !(isMember && denied)) world.known.push(atom);
    }
  }

  /** The atoms that a thing known speaks of: the member, and the fact as a whole where rules compare it. */
  private atomsOf({ fact, value }: Known): number[] {
    const ofFact = this.atoms.get(fact);
    if (!ofFact) return [];
    const member = isDenied(value) ? value.slice(denial.length) : String(value);
    return [ofFact.get(member), ofFact.get(undefined)].filter((atom) => atom !== undefined);
  }

  private add({ condition, unless }: Rule, position: number): void {
    this.conditions.push(this.compiled(condition));
    this.exceptions.push(unless && this.compiled(unless));
    const needed = conjunctsOf(condition)?.filter(
      (leaf, i, all) => all.findIndex((each) => isSame(each, leaf)) === i,
    );
    const own = (needed ?? leaves(condition)).filter(({ fact }) => fact !== this.assumed);
    const atoms = new Set(own.filter(isPositive).map((leaf) => this.atomOf(leaf)));
    if (this.assumed !== undefined && needsNothingBut(this.assumed, condition)) this.always.push(position);
    else for (const atom of atoms) this.postings[atom]?.push(position);
    for (const leaf of [...leaves(condition), ...(unless ? leaves(unless) : [])]) {
      const mentions = this.mentions[this.atomOf(leaf)];
      if (mentions?.at(-1) !== position) mentions?.push(position);
    }
    this.conjuncts.push(needed?.map((leaf) => ({ leaf, holds: this.compiledLeaf(leaf) })));
    this.demanded[position] = needed ? atoms.size : 1;
    this.isPlain[position] =
      needed && !unless && own.every(({ operator }) => operator === 'contains') ? 1 : 0;
  }

  private atomOf({ fact, operator, value }: Leaf): number {
    const member = operator === 'contains' || operator === 'lacks' ? String(value) : undefined;
    let ofFact = this.atoms.get(fact);
    if (!ofFact) {
      ofFact = new Map();
      this.atoms.set(fact, ofFact);
    }
    const known = ofFact.get(member);
    if (known !== undefined) return known;
    ofFact.set(member, this.postings.length);
    this.mentions.push([]);
    return this.postings.push([]) - 1;
  }

  private compiled(condition: Condition): Compiled {
    if ('all' in condition) {
      const parts = condition.all.map((part) => this.compiled(part));
      return (world) => conjunction(parts, world);
    }
    if ('any' in condition) {
      const parts = condition.any.map((part) => this.compiled(part));
      return (world) => disjunction(parts, world);
    }
    return this.compiledLeaf(condition);
  }

  private compiledLeaf(leaf: Leaf): Compiled {
    const { fact, operator, value } = leaf;
    if (fact === this.assumed) return () => operator === 'contains';
    const atom = this.atomOf(leaf);
    if (operator === 'contains') return ({ members }) => seen(members[atom], isIn, isOut);
    if (operator === 'lacks') return ({ members }) => seen(members[atom], isOut, isIn);
    const compare = compares[operator];
    return ({ values }) => {
      const known = values.get(atom);
      return known === undefined ? undefined : compare(known, value);
    };
  }
}

/** Where a thing was both said and denied, whoever asks for either finds it: as the judge of record does. */
function seen(state = 0, wanted: number, contrary: number): Truth {
  if ((state & wanted) !== 0) return true;
  return (state & contrary) !== 0 ? false : undefined;
}

function conjunction(parts: readonly Compiled[], world: World): Truth {
  let truth: Truth = true;
  for (const part of parts) {
    const value = part(world);
    if (value === false) return false;
    if (value === undefined) truth = undefined;
  }
  return truth;
}

function disjunction(parts: readonly Compiled[], world: World): Truth {
  let truth: Truth = false;
  for (const part of parts) {
    const value = part(world);
    if (value) return true;
    if (value === undefined) truth = undefined;
  }
  return truth;
}

/** The truth of a condition whose leaves are as told. */
function truthOf(condition: Condition, holds: (leaf: Leaf) => Truth): Truth {
  if ('fact' in condition) return holds(condition);
  const truths = ('all' in condition ? condition.all : condition.any).map((part) => truthOf(part, holds));
  const ruling = 'any' in condition;
  if (truths.includes(ruling)) return ruling;
  return truths.includes(undefined) ? undefined : !ruling;
}

/** The leaves of which all must hold; `undefined` where the condition offers alternatives. */
function conjunctsOf(condition: Condition): Leaf[] | undefined {
  if ('any' in condition)
    return condition.any.length === 1 ? conjunctsOf(condition.any[0] as Condition) : undefined;
  if (!('all' in condition)) return [condition];
  const parts = condition.all.map(conjunctsOf);
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

function isSame(a: Leaf, b: Leaf): boolean {
  return a.fact === b.fact && a.operator === b.operator && a.value === b.value;
}

function isDenied(value: FactValue): value is string {
  return typeof value === 'string' && value.startsWith(denial);
}
