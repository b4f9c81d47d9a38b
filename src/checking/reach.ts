/**
 * What is cut off: facts that no rule reads or that no text can say, outcomes that nothing speaks for, contrasts
 * that only ever fall one way, rules that wait for a denial.
 */
import { type Condition, type Leaf, leaves } from '../knowledge/condition.ts';
import type { KnowledgeBase, Outcome, Rule } from '../knowledge/knowledge-base.ts';
import { filed } from '../knowledge/multimap.ts';
import type { Places } from '../knowledge/places.ts';
import type { Proof } from './proof.ts';
import { unitIdOf } from './units.ts';

export function reachFindings(base: KnowledgeBase, places: Places): Proof[] {
  const read = leavesRead(base);
  return [
    ...unread(base, read, places),
    ...unsayable(base, read, places),
    ...unrecommended(base, places),
    ...oneSided(base, places),
    ...waitingForDenial(base, places),
  ];
}

interface Read {
  /** Facts and, for sets, each value that some rule tests. */
  facts: ReadonlySet<string>;
  values: ReadonlySet<string>;
  leaves: { leaf: Leaf; rule: Rule }[];
}

function leavesRead({ rules }: KnowledgeBase): Read {
  const of = (condition: Condition | undefined) => (condition ? leaves(condition) : []);
  const all = rules.flatMap((rule) =>
    [...of(rule.condition), ...of(rule.unless)].map((leaf) => ({ leaf, rule })),
  );
  const values = all.flatMap(({ leaf }) =>
    leaf.fact.startsWith('step.') ? String(leaf.value).split(' ') : [String(leaf.value)],
  );
  return { facts: new Set(all.map(({ leaf }) => leaf.fact)), values: new Set(values), leaves: all };
}

/** A concept is read where a rule asks for it or for something that it is. */
function unread(base: KnowledgeBase, { facts, values }: Read, places: Places): Proof[] {
  const quantities = [...base.facts.values()];
  const used = new Set(
    quantities.flatMap((fact) =>
      fact.kind === 'choice' ? Object.values(fact.values).flatMap(({ from }) => from) : fact.near,
    ),
  );
  const isRead = (closure: ReadonlyMap<string, number>) =>
    [...closure.keys()].some((id) => values.has(id) || used.has(id));
  const concepts = [...base.concepts.values()].filter(({ closure }) => !isRead(closure));
  const acts = [...base.acts.values()].filter(
    ({ id }) => !used.has(id) && !['need', 'must-not', 'step'].some((prefix) => facts.has(`${prefix}.${id}`)),
  );
  return [
    ...quantities
      .filter(({ id }) => !facts.has(id))
      .map(({ id }) => ({ id, at: places.ofFact(id), what: 'the fact' })),
    ...concepts.map(({ id }) => ({ id, at: places.ofConcept(id), what: 'the concept' })),
    ...acts.map(({ id }) => ({ id, at: places.ofAct(id), what: 'the act' })),
  ].map(({ id, at, what }) => ({
    code: 'KB_UNREAD',
    at,
    about: [id],
    message: () => `no rule asks for ${what} ${id}`,
  }));
}

/** A rule waits for what has no words, in either language, nor anything under it that has. */
function unsayable(base: KnowledgeBase, { leaves: read }: Read, places: Places): Proof[] {
  const said = new Set<string>();
  for (const { words, closure } of base.concepts.values()) {
    if (words.en.length + words.es.length > 0) for (const id of closure.keys()) said.add(id);
  }
  for (const { closure } of base.outcomes.values()) for (const id of closure.keys()) said.add(id);
  const traits = new Set([...base.outcomes.values()].flatMap((outcome) => outcome.traits));
  const acts = new Set(
    [...base.acts.values()].filter(({ words }) => words.en.length + words.es.length > 0).map(({ id }) => id),
  );
  const isSaid = ({ fact, operator, value }: Leaf) => {
    const [prefix = '', act = ''] = fact.split(/\.(.*)/);
    if (prefix === 'need' || prefix === 'must-not' || prefix === 'step') {
      // A prohibition and a symptom call for acts of their own.
      const isCalledFor =
        act === 'is' || base.cues.symptomWants.includes(act) || base.cues.forbidWants.includes(act);
      if (!acts.has(act) && !isCalledFor) return false;
    }
    if (fact.endsWith('.trait')) return traits.has(String(value));
    const choice = base.facts.get(fact);
    if (choice?.kind === 'choice')
      return operator === 'differs' || (choice.values[String(value)]?.from.length ?? 0) > 0;
    if (choice || value === '*' || fact === 'option.steps') return true;
    return String(value)
      .split(' ')
      .every((id) => id === '*' || said.has(id));
  };
  const found = new Map<string, { leaf: Leaf; rule: Rule }>();
  for (const each of read) {
    const key = `${unitIdOf(each.rule)} ${each.leaf.value}`;
    if (!found.has(key) && !isSaid(each.leaf)) found.set(key, each);
  }
  return [...found.values()].map(({ leaf: { fact, value }, rule }) => {
    const id = unitIdOf(rule);
    const message = () => `${id} waits for ${fact} ${value}, which no text can say`;
    return { code: 'KB_UNSAYABLE', at: places.of(id), about: [id, String(value)], message };
  });
}

/**
 * Neither itself, nor a feature of it, nor the feature it is a form of has anything that speaks for it; and nothing
 * speaks against it either, as it does against what is there only to be recognised as wrong. What is said of a whole
 * service says nothing of a feature.
 */
function unrecommended({ outcomes, rules }: KnowledgeBase, places: Places): Proof[] {
  const spokenOf = new Set(rules.flatMap(({ subjects, over }) => [...subjects, ...over]));
  const isMute = ({ id, family, descendants }: Outcome) => {
    const parents = family.filter((each) => outcomes.get(each)?.kind !== 'service');
    return ![id, ...parents, ...descendants].some((each) => spokenOf.has(each));
  };
  return [...outcomes.values()].filter(isMute).map(({ id }) => ({
    code: 'KB_UNRECOMMENDED',
    at: places.ofOutcome(id),
    about: [id],
    message: () => `nothing speaks for ${id} or for a feature of it, nor against it`,
  }));
}

/**
 * A contrast between rivals that only ever falls one way: the loser does some of what the winner does, and nothing is
 * claimed of it that is not also claimed of the winner, nor does any rule prefer or recommend it.
 */
function oneSided({ rules, outcomes, claims }: KnowledgeBase, places: Places): Proof[] {
  const contrasts = rules.filter(({ over }) => over.length > 0);
  const chosen = new Set(
    rules
      .filter(({ form }) => form === 'recommends' || form === 'prefers')
      .flatMap(({ subjects }) => subjects),
  );
  const merits = filed(
    claims.filter(({ negative, limit, asOf }) => !negative && !limit && asOf !== 'notes'),
    ({ subject }) => [subject],
  );
  const meritsOf = (id: string) =>
    (merits.get(id) ?? []).flatMap(({ act, objects }) => objects.map((object) => `${act} ${object}`));
  const isMatched = (loser: string, winners: readonly string[]) => {
    const won = new Set(winners.flatMap(meritsOf));
    const own = meritsOf(loser);
    return own.length > 0 && own.every((merit) => won.has(merit));
  };
  const isOpen = (id: string) => ['active', 'renamed'].includes(outcomes.get(id)?.status.is ?? 'active');
  return contrasts.flatMap(({ id, subjects, over, unless }) => {
    const lost = over.filter((each) => isOpen(each) && !chosen.has(each) && isMatched(each, subjects));
    if (unless || lost.length === 0) return [];
    const message = () =>
      `${id} has no reverse case: ${lost.join(' and ')} can do nothing that ${subjects.join(' and ')} can not`;
    return [{ code: 'KB_ONE_SIDED' as const, at: places.of(id), about: [id], message }];
  });
}

/**
 * Rules that hold only where something is denied in so many words. Nearly always the author meant that nobody speaks
 * of it, which is an exception: a text denies little, and an option nothing.
 */
function waitingForDenial({ authored, claims }: KnowledgeBase, places: Places): Proof[] {
  const asking = [
    ...authored.map(({ id, condition }) => ({ id, condition })),
    ...claims.flatMap(({ id, when }) => (when ? [{ id, condition: when }] : [])),
  ];
  return asking.flatMap(({ id, condition }) => {
    const denied = leaves(condition).filter(({ operator }) => operator === 'lacks');
    if (denied.length === 0) return [];
    const things = denied.map(({ fact, value }) => `${fact} ${value}`).join(' and ');
    const message = () => `${id} holds only where it is denied: ${things}`;
    return [{ code: 'KB_WAITS_FOR_DENIAL' as const, at: places.of(id), about: [id], message }];
  });
}
