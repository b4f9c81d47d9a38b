/**
 * A scenario that would kill a mutant: facts, options and a key that the rules prove. The wording is the author's.
 */
import type { Condition, Leaf } from '../knowledge/condition.ts';
import type { KnowledgeBase, Rule } from '../knowledge/knowledge-base.ts';
import type { Advisor, Correction } from '../reasoning/consultation.ts';
import type { Mutant } from './mutation.ts';
import { type Difference, differenceOf } from './ruling.ts';
import { Trial } from './trials.ts';

export interface Draft {
  /** What the stem has to say, or (denied) must say that it is not so. */
  facts: Correction[];
  /** Names of outcomes by letter; absent where the question is open. */
  options?: Record<string, string>;
  /** Letters, or the name of the outcome. */
  key: string[];
  /** How the mutant would be noticed. */
  by: Difference;
  /** Lines of the statements that the rule rests on. */
  lines: number[];
}

/** Outcomes tried as the other option. */
const mostRivals = 6;

/** The first of a few likely scenarios that the mutant fails; undefined where none of them does. */
export async function draftFor(advisor: Advisor, mutant: Mutant): Promise<Draft | undefined> {
  const { base } = advisor;
  for (const facts of situations(mutant, base)) {
    for (const options of optionSets(mutant, base)) {
      const conclusion = await advisor.consult({ stem: '', corrections: facts, options, choose: 1 });
      const trial = Trial.of(advisor, conclusion);
      const by = differenceOf(trial.ruling, trial.rulingWith(mutant));
      // A key that only the alphabet decides is none.
      if (!by || conclusion.lead <= 0) continue;
      const { answer } = trial.ruling;
      return {
        facts,
        ...(options && { options }),
        key: options ? answer : answer.map((id) => base.outcomes.get(id)?.name ?? id),
        by,
        lines: [...new Set(mutant.unit.statements.flatMap((id) => base.statements.get(id)?.lines ?? []))],
      };
    }
  }
  return undefined;
}

/** Facts under which the rule fires, and under which only the mutant does. */
function situations({ without, added }: Mutant, base: KnowledgeBase): Correction[][] {
  const rules = [...without.filter(isAboutStem).slice(0, 2), ...added.filter(isAboutStem).slice(0, 2)];
  const found = rules.flatMap(({ condition, unless }) => {
    const held = satisfying(condition).map((leaves) => corrections(leaves, base));
    const excepted = unless ? satisfying(unless).map((leaves) => corrections(leaves, base)) : [];
    return [...held, ...held.flatMap((facts) => excepted.map((more) => [...facts, ...more]))];
  });
  return [...new Map(found.map((facts) => [JSON.stringify(facts), facts])).values()].filter(
    (facts) => facts.length > 0,
  );
}

/** What a step of an option says can not be told as a fact of the stem. */
function isAboutStem({ form, condition }: Rule): boolean {
  return !['supports', 'contradicts'].includes(form) && !JSON.stringify(condition).includes('"option.trait"');
}

/** Ways to satisfy a condition: one for each alternative, not for each combination of them. */
function satisfying(condition: Condition): Leaf[][] {
  if ('any' in condition) return condition.any.flatMap(satisfying);
  if ('fact' in condition) return [condition.fact.startsWith('option') ? [] : [condition]];
  return condition.all.map(satisfying).reduce<Leaf[][]>(
    (ways, more) => {
      const [first = []] = ways;
      const [added = []] = more;
      // Each way of one part with the first way of the others.
      return [...ways.map((way) => [...way, ...added]), ...more.slice(1).map((way) => [...first, ...way])];
    },
    [[]],
  );
}

/** One amount on the right side of each limit: between two of them where a quantity has both. */
function corrections(leaves: readonly Leaf[], { facts, concepts, outcomes }: KnowledgeBase): Correction[] {
  return leaves.flatMap(({ fact, operator, value }): Correction[] => {
    if (operator === 'lacks') return [{ kind: 'deny', fact, value: String(value) }];
    if (operator === 'differs') {
      const choice = facts.get(fact);
      const other = choice?.kind === 'choice' && Object.keys(choice.values).find((each) => each !== value);
      return other ? [{ kind: 'affirm', fact, value: other }] : [];
    }
    if (typeof value !== 'number') {
      const isThing = concepts.has(String(value)) || outcomes.has(String(value)) || facts.has(fact);
      return isThing || value === '*' ? [{ kind: 'affirm', fact, value: String(value) }] : [];
    }
    const near = operator.startsWith('greater') ? value * 1.2 : value * 0.8;
    return [{ kind: 'affirm', fact, value: near }];
  });
}

/** The outcome against one it may be confused with, and the open question. */
function optionSets({ without, added }: Mutant, base: KnowledgeBase): (Record<string, string> | undefined)[] {
  const [rule] = without.length > 0 ? without : added;
  const [subject] = rule?.subjects ?? [];
  if (!rule || subject === undefined) return [undefined];
  const nameOf = (id: string) => base.outcomes.get(id)?.name ?? id;
  const rivals = rule.over.length > 0 ? rule.over : rivalsOf(subject, base);
  const sets = rivals.slice(0, mostRivals).map((rival) => ({ A: nameOf(subject), B: nameOf(rival) }));
  return [...sets, undefined];
}

/** What authored contrasts set it against; else another service that the notes speak of. */
function rivalsOf(subject: string, { rules, outcomes }: KnowledgeBase): string[] {
  const family = new Set(outcomes.get(subject)?.family);
  const contrasted = rules.flatMap(({ subjects, over }) => {
    if (subjects.includes(subject)) return over;
    return over.includes(subject) ? subjects : [];
  });
  const [other] = [...outcomes.values()].filter(
    ({ id, kind, outside, descendants }) =>
      kind === 'service' && !outside && !family.has(id) && !descendants.includes(subject),
  );
  return [...new Set([...contrasted.slice(0, mostRivals - 1), ...(other ? [other.id] : [])])];
}
