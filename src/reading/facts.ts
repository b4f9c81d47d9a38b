/**
 * What is known of a scenario, each value with the words it comes from.
 */

/** Where a value comes from. */
export interface Said {
  /** Character span in the text read; absent when answered or derived. */
  span?: [number, number];
  /** The thing as mentioned; the value itself may be what that thing is (a password is a credential). */
  leaf: string;
  /** Number of is-a steps from the thing as mentioned to the value. */
  distance?: number;
  /** How much an option reads like a statement: about 1 where it says much the same. */
  closeness?: number;
  by: 'read' | 'answered' | 'derived';
}

export type FactValue = string | number;

/** A value that is known not to hold is kept with this mark, in sets as in links. */
export const denial = '~';

/** A fact of an option, which nobody can be asked about, and not of the scenario. */
export function isOfOption(fact: string): boolean {
  return fact.startsWith('option') || fact.startsWith('step');
}

/** Mentions of one value that are kept. */
const mostMentions = 12;

export class Facts {
  private readonly sets = new Map<string, Map<string, Said[]>>();
  private readonly single = new Map<string, { value: FactValue; said: Said }>();

  /** Adds a member to a set; more than one mention of it is kept. */
  add(fact: string, value: string, said: Said): void {
    let members = this.sets.get(fact);
    if (!members) {
      members = new Map();
      this.sets.set(fact, members);
    }
    const before = members.get(value);
    if (!before) members.set(value, [said]);
    // A long text may say a thing a thousand times; the first mentions prove it.
    else if (before.length < mostMentions) before.push(said);
  }

  /** Sets a choice or a quantity; the first word on it stays. */
  set(fact: string, value: FactValue, said: Said): void {
    if (!this.single.has(fact)) this.single.set(fact, { value, said });
  }

  /**
   * A correction: the value no longer holds and is known not to, and with it goes what was only true because of it
   * (a password is a credential). What is no longer mentioned at all is gone from every fact.
   */
  deny(fact: string, value: string): void {
    const sets = fact === 'about' ? [...this.sets.values()] : [this.sets.get(fact)];
    for (const members of sets) {
      for (const [member, said] of members ?? []) {
        if (member === value || said.every(({ leaf }) => leaf === value)) members?.delete(member);
      }
    }
    this.add(fact, denial + value, { leaf: value, by: 'answered' });
  }

  withdraw(fact: string): void {
    this.single.delete(fact);
  }

  has(fact: string, value: string): boolean {
    return this.sets.get(fact)?.has(value) ?? false;
  }

  members(fact: string): ReadonlyMap<string, readonly Said[]> {
    return this.sets.get(fact) ?? new Map();
  }

  /** Every step said, whatever its act. */
  *steps(): Generator<{ fact: string; value: string }> {
    for (const [fact, members] of this.sets) {
      if (fact.startsWith('step.')) for (const value of members.keys()) yield { fact, value };
    }
  }

  value(fact: string): FactValue | undefined {
    return this.single.get(fact)?.value;
  }

  said(fact: string, value: string): readonly Said[] {
    const one = this.single.get(fact);
    return one ? [one.said] : (this.sets.get(fact)?.get(value) ?? []);
  }

  /** One that can be changed without changing this. */
  copy(): Facts {
    const copied = new Facts();
    for (const [fact, members] of this.sets) {
      copied.sets.set(fact, new Map([...members].map(([value, said]) => [value, [...said]])));
    }
    for (const [fact, { value, said }] of this.single) copied.set(fact, value, said);
    return copied;
  }

  /**
   * Both together; sets are united, this one's choices and quantities win. What only one of them speaks of is shared,
   * not copied: it is to be read, or copied before it is changed.
   */
  with(other: Facts): Facts {
    const both = new Facts();
    for (const [fact, members] of this.sets) {
      if (!other.sets.has(fact)) both.sets.set(fact, members);
      else for (const [value, said] of members) for (const one of said) both.add(fact, value, one);
    }
    for (const [fact, members] of other.sets) {
      if (!this.sets.has(fact)) both.sets.set(fact, members);
      else for (const [value, said] of members) for (const one of said) both.add(fact, value, one);
    }
    for (const facts of [this, other]) {
      for (const [fact, { value, said }] of facts.single) both.set(fact, value, said);
    }
    return both;
  }

  /** As plain data: flat, sets as arrays. */
  record(): Record<string, FactValue | string[]> {
    const record: Record<string, FactValue | string[]> = {};
    for (const [fact, members] of this.sets) record[fact] = [...members.keys()];
    for (const [fact, { value }] of this.single) record[fact] = value;
    return record;
  }

  /** As the engine of record takes them: sets are looked up, not searched. */
  forEngine(): Record<string, FactValue | { has(member: string): boolean }> {
    const record: Record<string, FactValue | { has(member: string): boolean }> = {};
    for (const [fact, members] of this.sets) record[fact] = members;
    for (const [fact, { value }] of this.single) record[fact] = value;
    return record;
  }

  /** Every fact and value, for what must look at all of them (the index, the page). */
  *entries(): Generator<{ fact: string; value: FactValue; said: readonly Said[] }> {
    for (const [fact, members] of this.sets) {
      for (const [value, said] of members) yield { fact, value, said };
    }
    for (const [fact, { value, said }] of this.single) yield { fact, value, said: [said] };
  }
}
