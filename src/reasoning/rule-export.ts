/**
 * All rules as plain json-rules-engine JSON, each leading back to its statements, sections and lines.
 */
import type { Condition } from '../knowledge/condition.ts';
import type { KnowledgeBase, Rule } from '../knowledge/knowledge-base.ts';
import { conditionsOf } from './record.ts';

/** What an operator says of what is known, for who reads the file. */
const operators: Record<Extract<Condition, { fact: string }>['operator'], string> = {
  contains: 'the set (an array) holds the value',
  lacks: 'the set holds the value marked as denied: "~value"',
  equal: 'the fact is known and is the value',
  differs: 'the fact is known and is another value',
  greaterThan: 'the fact is a number above the value',
  greaterThanInclusive: 'the fact is a number not below the value',
  lessThan: 'the fact is a number below the value',
  lessThanInclusive: 'the fact is a number not above the value',
};

/** The export but for its rules, which are tens of thousands. */
export function exportHead(base: KnowledgeBase): Record<string, unknown> {
  return {
    format: 'criterio-rules/1',
    engine: {
      name: 'json-rules-engine',
      options: { allowUndefinedFacts: true },
      operators: 'criterio/operators',
    },
    operators: {
      ...operators,
      'unless:*': 'any of the above does not hold, or the fact is unknown: the exception of a rule',
    },
    facts: {
      'need.<act>, must-not.<act>, step.<act>': 'sets',
      'about, about.trait, setting, symptom, option, option.name, option.trait, option.like': 'sets',
      ...Object.fromEntries(
        [...base.facts.values()].map((fact) => [
          fact.id,
          fact.kind === 'quantity' ? fact.unit : Object.keys(fact.values),
        ]),
      ),
    },
    weights: base.judging.weights,
    statements: Object.fromEntries(
      [...base.statements.values()].map((statement) => [
        statement.id,
        {
          section: statement.section,
          lines: statement.lines,
          ...statement.text,
          ...(statement.today && { today: statement.today }),
        },
      ]),
    ),
    sections: Object.fromEntries([...base.sections.values()].map(({ slug, title }) => [slug, title])),
  };
}

/** One rule as the bare library takes it: its event is its id, with what it speaks of and rests on. */
export function exportedRule(rule: Rule): Record<string, unknown> {
  const { id, form, subjects, over, statements, because, asOf, points } = rule;
  const params = {
    form,
    subjects,
    ...(over.length > 0 && { over }),
    statements,
    ...(because && { because }),
    ...(asOf && { asOf }),
    ...(points !== undefined && { points }),
  };
  return { name: id, conditions: conditionsOf(rule), event: { type: id, params } };
}
