/**
 * Where the files of the knowledge name concepts, acts, outcomes, statements, rules and scenarios: the format of
 * rules/README.md read as places of names. Only the text of a name is touched by whoever changes one.
 */
import { isMap, isPair, isScalar, isSeq, parseDocument, type Scalar, type YAMLMap } from 'yaml';

/**
 * thing: a concept or an outcome, which never share an id; near: a thing or an act; fact: with an act in its name;
 * step: two things; term: a thing or an act that words are added to; statement, rule, scenario: the name where it is
 * defined; cited: a statement, with or without its section; kept: a rule or statement with its section.
 */
export type Role =
  | 'thing'
  | 'act'
  | 'near'
  | 'fact'
  | 'step'
  | 'term'
  | 'statement'
  | 'rule'
  | 'scenario'
  | 'cited'
  | 'kept';

export interface Mention {
  role: Role;
  name: string;
  node: Scalar;
}

/** Facts whose values name no concept or outcome. */
const freeFacts = ['about.trait', 'option.trait'];
const setFacts = ['about', 'setting', 'symptom', 'option', 'option.name'];
const actFacts = /^(need|must-not|step)\./;

/** @param file path within the folder of the knowledge, or `scenarios/...` */
export function mentionsIn(file: string, text: string): Mention[] {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) return [];
  const found = new Finder();
  if (file.startsWith('scenarios/')) found.scenarios(contents);
  else if (file === 'lexicon/acts.yaml') found.terms(contents, 'act');
  else if (file === 'lexicon/cues.yaml') found.cues(contents);
  else if (file.startsWith('lexicon/')) found.terms(contents, 'thing');
  else if (file.startsWith('catalogue/')) found.catalogue(contents);
  else if (file === 'facts.yaml') found.facts(contents);
  else if (file === 'principles.yaml') found.authored(contents, 'rule');
  else if (/^(sections|spanning|general)\//.test(file)) found.section(contents);
  return found.mentions;
}

class Finder {
  readonly mentions: Mention[] = [];

  section(section: YAMLMap): void {
    for (const [name, statement] of entriesOf(section, 'statements')) {
      this.note('statement', name);
      for (const claim of itemsOf(statement, 'claims')) this.claim(claim);
    }
    const rules = section.get('rules');
    if (isMap(rules)) this.authored(rules, 'rule');
    const proposes = section.get('proposes');
    if (!isMap(proposes)) return;
    for (const [role, key] of [
      ['thing', 'concepts'],
      ['act', 'acts'],
    ] as const) {
      const terms = proposes.get(key);
      if (isMap(terms)) this.terms(terms, role);
    }
    for (const [name] of entriesOf(proposes, 'words')) this.note('term', name);
    const outcomes = proposes.get('outcomes');
    if (isMap(outcomes)) this.catalogue(outcomes);
  }

  /** Rules or principles by name. */
  authored(rules: YAMLMap, role: Role): void {
    for (const [name, rule] of entriesIn(rules)) {
      this.note(role, name);
      for (const key of ['prefer', 'over', 'recommend', 'exclude']) this.all('thing', rule, key);
      this.all('cited', rule, 'cites');
      this.conditions(rule);
    }
  }

  terms(terms: YAMLMap, role: 'thing' | 'act'): void {
    for (const [id, term] of entriesIn(terms)) {
      this.note(role, id);
      this.all(role, term, 'is');
    }
  }

  catalogue(outcomes: YAMLMap): void {
    for (const [id, outcome] of entriesIn(outcomes)) {
      this.note('thing', id);
      this.all('thing', outcome, 'parent');
      this.all('thing', outcome, 'is');
      for (const claim of itemsOf(outcome, 'does')) this.claim(claim);
    }
  }

  facts(file: YAMLMap): void {
    for (const [, fact] of entriesOf(file, 'facts')) {
      this.all('near', fact, 'near');
      for (const [, value] of entriesOf(fact, 'values')) this.all('thing', value, 'from');
    }
  }

  cues(file: YAMLMap): void {
    this.all('act', file, 'symptomWants');
    this.all('act', file, 'forbidWants');
  }

  scenarios(file: YAMLMap): void {
    for (const [name, scenario] of entriesOf(file, 'scenarios')) {
      this.note('scenario', name);
      this.all('kept', scenario, 'rules');
    }
  }

  private claim(claim: unknown): void {
    for (const key of ['subject', 'object', 'with']) this.all('thing', claim, key);
    this.all('act', claim, 'act');
    this.conditions(claim);
  }

  private conditions(of: unknown): void {
    if (!isMap(of)) return;
    this.condition(of.get('when'));
    this.condition(of.get('unless'));
  }

  private condition(condition: unknown): void {
    if (!isMap(condition)) return;
    for (const key of ['all', 'any']) for (const part of itemsOf(condition, key)) this.condition(part);
    this.condition(condition.get('not'));
    const fact = condition.get('fact', true);
    const value = condition.get('value', true);
    if (!isScalar(fact)) return;
    const name = String(fact.value);
    const isOfAct = actFacts.test(name);
    if (isOfAct) this.note('fact', fact);
    if (!isScalar(value) || freeFacts.includes(name)) return;
    if (name.startsWith('step.')) this.note('step', value);
    else if (isOfAct || setFacts.includes(name)) this.note('thing', value);
  }

  /** What stands under the key: one name or a list of them. */
  private all(role: Role, of: unknown, key: string): void {
    if (!isMap(of)) return;
    const under = of.get(key, true);
    for (const node of isSeq(under) ? under.items : [under]) this.note(role, node);
  }

  private note(role: Role, node: unknown): void {
    if (isScalar(node)) this.mentions.push({ role, name: String(node.value), node });
  }
}

function entriesIn(map: YAMLMap): [Scalar, unknown][] {
  return map.items.flatMap((pair): [Scalar, unknown][] =>
    isPair(pair) && isScalar(pair.key) ? [[pair.key, pair.value]] : [],
  );
}

function entriesOf(map: unknown, key: string): [Scalar, unknown][] {
  const under = isMap(map) ? map.get(key) : undefined;
  return isMap(under) ? entriesIn(under) : [];
}

function itemsOf(map: unknown, key: string): unknown[] {
  const under = isMap(map) ? map.get(key) : undefined;
  return isSeq(under) ? under.items : [];
}
