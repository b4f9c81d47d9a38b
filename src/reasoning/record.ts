/**
 * The judge of record: json-rules-engine decides which rules fire. Everything shown as fired was fired here.
 */
import {
  type ConditionProperties,
  Engine,
  Rule as JsonRule,
  type NestedCondition,
  type TopLevelCondition,
} from 'json-rules-engine';
import type { Condition, Leaf } from '../knowledge/condition.ts';
import type { Rule } from '../knowledge/knowledge-base.ts';
import { denial, type Facts } from '../reading/facts.ts';

/** Facts as the engine looks them up: numbers, words, and sets by `has`. */
export type EngineFacts = ReturnType<Facts['forEngine']>;

/** The engine's rules live on it: a run borrows them through an object of its own. */
interface EngineRun extends Engine {
  rules: unknown[];
  prioritizedRules: unknown;
}

/**
 * Exceptions are negated weakly: the rule fires unless the exception is known to hold. These operators are true
 * where the strict one is not, on unknown facts too.
 */
const weak = 'unless:';

export class EngineOfRecord {
  private readonly engine: Engine;
  private readonly records = new Map<string, JsonRule>();

  constructor() {
    this.engine = new Engine([], { allowUndefinedFacts: true });
    addOperators(this.engine);
  }

  /**
   * Ids of those of the candidates that fire on the facts.
   * @param assumed facts put in place of those of the same name, such as every outcome as named
   */
  async fired(facts: Facts, candidates: readonly Rule[], assumed: EngineFacts = {}): Promise<Set<string>> {
    if (candidates.length === 0) return new Set();
    // One engine is not safe for runs that overlap: its status lives on it. An heir with rules of its own is.
    const run = Object.create(this.engine) as EngineRun;
    run.rules = candidates.map((rule) => this.recordOf(rule));
    run.prioritizedRules = null;
    const { events } = await run.run({ ...facts.forEngine(), ...assumed });
    return new Set(events.map(({ type }) => type));
  }

  /** Made at first use: of tens of thousands of rules a process meets few. */
  private recordOf(rule: Rule): JsonRule {
    let record = this.records.get(rule.id);
    if (!record) {
      record = new JsonRule({ name: rule.id, conditions: conditionsOf(rule), event: { type: rule.id } });
      this.engine.addRule(record);
      this.records.set(rule.id, record);
    }
    return record;
  }
}

/** The conditions of a rule, its exception included, as the bare library takes them. */
export function conditionsOf(rule: Rule): TopLevelCondition {
  const unless = rule.unless ? [weaklyNegated(rule.unless)] : [];
  return { all: [asRecord(rule.condition), ...unless] };
}

function asRecord(condition: Condition): NestedCondition {
  if ('all' in condition) return { all: condition.all.map(asRecord) };
  if ('any' in condition) return { any: condition.any.map(asRecord) };
  return leafRecord(condition, condition.operator);
}

function weaklyNegated(condition: Condition): NestedCondition {
  if ('all' in condition) return { any: condition.all.map(weaklyNegated) };
  if ('any' in condition) return { all: condition.any.map(weaklyNegated) };
  return leafRecord(condition, weak + condition.operator);
}

function leafRecord({ fact, value }: Leaf, operator: string): ConditionProperties {
  return { fact, operator, value };
}

/** Every operator is false on an unknown fact; its weak negation is then true. */
export function addOperators(engine: Engine): void {
  const has = (known: unknown, member: string) =>
    Array.isArray(known)
      ? known.includes(member)
      : typeof known === 'object' && known !== null && (known as ReadonlySet<string>).has(member);
  const both = (known: unknown, value: unknown): [number, number] | undefined =>
    typeof known === 'number' && typeof value === 'number' ? [known, value] : undefined;
  const compare = (known: unknown, value: unknown, holds: (a: number, b: number) => boolean) => {
    const pair = both(known, value);
    return pair !== undefined && holds(...pair);
  };
  const operators: Record<Leaf['operator'], (known: unknown, value: unknown) => boolean> = {
    contains: (known, value) => has(known, String(value)),
    lacks: (known, value) => has(known, denial + String(value)),
    equal: (known, value) => known !== undefined && known === value,
    differs: (known, value) => known !== undefined && known !== value,
    greaterThan: (known, value) => compare(known, value, (a, b) => a > b),
    greaterThanInclusive: (known, value) => compare(known, value, (a, b) => a >= b),
    lessThan: (known, value) => compare(known, value, (a, b) => a < b),
    lessThanInclusive: (known, value) => compare(known, value, (a, b) => a <= b),
  };
  for (const [name, holds] of Object.entries(operators)) {
    engine.addOperator(name, holds);
    engine.addOperator(weak + name, (known: unknown, value: unknown) => !holds(known, value));
  }
}
