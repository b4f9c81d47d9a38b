/**
 * A consultation: facts of a question → rules fired → tallies → conclusion.
 */
import { leaves } from '../knowledge/condition.ts';
import type { AsOf, KnowledgeBase, Outcome, Rule } from '../knowledge/knowledge-base.ts';
import type { Language } from '../language/stems.ts';
import { fold } from '../language/tokens.ts';
import type { Grain } from '../reading/ask.ts';
import { Facts, type FactValue } from '../reading/facts.ts';
import { Reader, type Reading } from '../reading/reader.ts';
import { type Tally, tally } from './evidence.ts';
import { EngineOfRecord } from './record.ts';
import { RuleIndex } from './rule-index.ts';
import { isSettled } from './settled.ts';

export interface Question {
  stem: string;
  options?: Record<string, string> | undefined;
  /** Number of options to choose; read from the stem when absent. */
  choose?: number | undefined;
  lang?: Language | undefined;
  asOf?: AsOf | undefined;
  /** Answers and corrections that stand beside the text. */
  corrections?: readonly Correction[] | undefined;
}

export type Correction =
  | { kind: 'affirm'; fact: string; value: FactValue }
  | { kind: 'deny'; fact: string; value: string };

export interface JudgedOption {
  letter: string;
  text: string;
  reading: Reading;
  tally: Tally;
  chosen: boolean;
}

export interface RankedOutcome {
  outcome: Outcome;
  tally: Tally;
  standing: 'serves' | 'possible' | 'excluded';
}

export interface Conclusion {
  question: Question;
  asOf: AsOf;
  lang: Language;
  reading: Reading;
  facts: Facts;
  choose: number;
  options: JudgedOption[];
  ranking: RankedOutcome[];
  /** Points between what is chosen and the best of the rest. */
  lead: number;
  decided: boolean;
  /** No answer to a question still open could change what is chosen. */
  settled: boolean;
  /** 0..1, the measured hit rate of answers with such a lead. */
  confidence: number;
}

/** Outcomes judged without options, as a multiple of those shown. */
const shortlistFactor = 3;

export class Advisor {
  readonly base: KnowledgeBase;
  readonly reader: Reader;
  private readonly engine: EngineOfRecord;
  private readonly indexes = new Map<string, RuleIndex>();
  private readonly families = new Map<string, ReadonlySet<string>>();
  /** Rules an author wrote about outcomes; claims speak of needs, which are without number. */
  private readonly authored: readonly Rule[];

  /** @param reader of knowledge with the same words, where there is one already: it takes longest to make */
  constructor(base: KnowledgeBase, reader = new Reader(base)) {
    this.base = base;
    this.reader = reader;
    this.engine = new EngineOfRecord();
    this.authored = base.rules.filter(({ claim, subjects }) => claim === undefined && subjects.length > 0);
  }

  async consult(question: Question): Promise<Conclusion> {
    const { stem, options = {}, asOf = 'exam' } = question;
    const reading = this.reader.readStem(stem, question.lang);
    const facts = this.corrected(reading.facts, question.corrections ?? []);
    const lettered = Object.entries(options);
    const choose = question.choose ?? Math.min(reading.ask.choose, Math.max(1, lettered.length - 1));
    const { grain, except } = reading.ask;
    const ranking = this.rankingOf(await this.firedForAny(facts, grain, asOf), facts, grain);
    const judged = await this.judge(lettered, facts, reading, asOf);
    const sign = except ? -1 : 1;
    const order = inOrder(judged, except);
    for (const option of order.slice(0, choose)) option.chosen = true;
    const points =
      judged.length > 0
        ? order.map((each) => sign * each.tally.points)
        : ranking.map((each) => each.tally.points);
    const lead = (points[choose - 1] ?? 0) - (points[choose] ?? 0);
    return {
      question,
      asOf,
      lang: reading.lang,
      reading,
      facts,
      choose,
      options: judged,
      ranking,
      lead,
      decided: lead >= this.base.judging.decisiveLead,
      settled: this.settled(judged, ranking, facts),
      confidence: this.confidenceOf(lead),
    };
  }

  private settled(
    options: readonly JudgedOption[],
    ranking: readonly RankedOutcome[],
    facts: Facts,
  ): boolean {
    const firedOf = ({ evidence }: Tally) => new Set(evidence.map(({ rule }) => rule.id));
    const contenders =
      options.length > 0
        ? options.map(({ chosen, tally: own, reading }) => ({
            chosen,
            points: own.points,
            facts: facts.with(reading.facts),
            fired: firedOf(own),
            assumed: assumedIn(own),
          }))
        : ranking.map(({ outcome, tally: own }, place) => ({
            chosen: place === 0,
            points: own.points,
            facts: facts.with(namesAsFacts(outcome.family)),
            fired: firedOf(own),
            assumed: assumedIn(own),
          }));
    return isSettled(contenders, this.authored, this.base.judging);
  }

  private corrected(read: Facts, corrections: readonly Correction[]): Facts {
    const facts = new Facts().with(read);
    for (const { kind, fact, value } of corrections) {
      if (kind === 'deny' && this.base.facts.has(fact)) facts.withdraw(fact);
      else if (kind === 'deny') facts.deny(fact, String(value));
      else if (this.base.facts.has(fact)) {
        facts.withdraw(fact);
        facts.set(fact, value, { leaf: String(value), by: 'answered' });
      } else {
        const entry = this.base.concepts.get(String(value)) ?? this.base.outcomes.get(String(value));
        for (const [member, distance] of entry?.closure ?? [[String(value), 0] as const]) {
          const said = { leaf: String(value), distance, by: 'answered' as const };
          facts.add(fact, member, said);
          if (fact !== 'about') facts.add('about', member, said);
        }
      }
    }
    return facts;
  }

  private async judge(
    lettered: [string, string][],
    facts: Facts,
    stem: Reading,
    asOf: AsOf,
  ): Promise<JudgedOption[]> {
    const read = lettered.map(([letter, text]) => ({
      letter,
      text,
      reading: this.reader.readOption(text, stem),
    }));
    return Promise.all(
      read.map(async ({ letter, text, reading }) => {
        const rivals = read.filter((other) => other.letter !== letter).map((other) => other.reading.facts);
        const all = facts.with(reading.facts);
        const fired = (await this.fire(all, asOf)).filter((rule) => hasRival(rule, reading.facts, rivals));
        return {
          letter,
          text,
          reading,
          tally: tally(fired, all, this.base.judging, this.familyOf),
          chosen: false,
        };
      }),
    );
  }

  /**
   * Every outcome that some rule speaks for, judged as an option with one step: itself.
   * @param fired rules that fire if every outcome is taken as named
   * @param only outcomes to judge, where not all are wanted
   */
  rankingOf(fired: readonly Rule[], facts: Facts, grain: Grain, only?: ReadonlySet<string>): RankedOutcome[] {
    const bySubject = this.bySubject(fired);
    const atGrain = new Set([...bySubject.keys()].map((id) => this.atGrain(id, grain)));
    const ranked: RankedOutcome[] = [];
    for (const id of atGrain) {
      if (only && !only.has(id)) continue;
      const outcome = this.base.outcomes.get(id);
      if (!outcome || (grain === 'feature' && outcome.kind === 'service')) continue;
      const result = this.best(outcome, grain, bySubject, facts);
      const excluded = result.evidence.some(
        ({ rule }) => rule.form === 'exceeds' || rule.form === 'excludes',
      );
      const serves = result.evidence.some(({ rule }) => rule.form === 'serves' || rule.form === 'recommends');
      ranked.push({
        outcome,
        tally: result,
        standing: excluded ? 'excluded' : serves ? 'serves' : 'possible',
      });
    }
    return ranked
      .sort((a, b) => b.tally.points - a.tally.points || byText(a.outcome.name, b.outcome.name))
      .slice(0, this.base.judging.shown);
  }

  /** Rules that fire if every outcome is taken as named, for the outcomes that have most of them. */
  async firedForAny(facts: Facts, grain: Grain, asOf: AsOf): Promise<Rule[]> {
    const { judging } = this.base;
    const candidates = this.indexFor('open', asOf).candidates(facts).filter(isAboutNamesAlone);
    const promise = new Map<string, number>();
    for (const { form, subjects } of candidates) {
      for (const subject of new Set(subjects.map((id) => this.atGrain(id, grain)))) {
        promise.set(subject, (promise.get(subject) ?? 0) + (judging.weights[form] ?? 0));
      }
    }
    const shortlist = new Set(
      [...promise]
        .sort(([, a], [, b]) => b - a)
        .slice(0, shortlistFactor * judging.shown)
        .map(([id]) => id),
    );
    const likely = candidates.filter(({ subjects }) =>
      subjects.some((id) => shortlist.has(this.atGrain(id, grain))),
    );
    const fired = await this.engine.fired(facts, likely, { 'option.name': this.base.outcomes });
    return likely.filter(({ id }) => fired.has(id));
  }

  private bySubject(rules: readonly Rule[]): Map<string, Rule[]> {
    const found = new Map<string, Rule[]>();
    for (const rule of rules) {
      for (const subject of rule.subjects) {
        const before = found.get(subject);
        if (before) before.push(rule);
        else found.set(subject, [rule]);
      }
    }
    return found;
  }

  /**
   * What speaks for an outcome. A service is as good as with the best one of its features: the sum of what all of
   * them do would only favour the large ones.
   */
  private best(outcome: Outcome, grain: Grain, bySubject: ReadonlyMap<string, Rule[]>, facts: Facts): Tally {
    const own = bySubject.get(outcome.id) ?? [];
    const features = grain === 'service' ? outcome.descendants.filter((id) => bySubject.has(id)) : [];
    const { named } = this.base.judging;
    const isNamed = (id: string) => facts.said('about', id).some(({ distance }) => distance === 0);
    // The answer is seldom what the question itself names; often it is a feature of that.
    const given = isNamed(outcome.id)
      ? named.itself
      : outcome.family.slice(1).some(isNamed)
        ? named.feature
        : 0;
    const tallies = [[], ...features.map((id) => bySubject.get(id) ?? [])].map((more) => {
      const rules = [...own, ...more].filter(
        ({ over }) => over.length === 0 || over.some((rival) => bySubject.has(rival)),
      );
      return tally(rules, facts, this.base.judging, this.familyOf);
    });
    const best = tallies.reduce((a, b) => (b.points > a.points ? b : a));
    return { ...best, points: best.points + given };
  }

  /** An outcome with its parents and features; asked for with every piece of evidence, so made once for each. */
  readonly familyOf = (id: string): ReadonlySet<string> => {
    let family = this.families.get(id);
    if (!family) {
      const outcome = this.base.outcomes.get(id);
      family = new Set(outcome ? [...outcome.family, ...outcome.descendants] : [id]);
      this.families.set(id, family);
    }
    return family;
  };

  /** The outcome that it counts for: at the grain of services, a feature counts for its service. */
  atGrain(id: string, grain: Grain): string {
    if (grain !== 'service') return id;
    const family = this.base.outcomes.get(id)?.family ?? [id];
    return family.find((member) => this.base.outcomes.get(member)?.kind === 'service') ?? id;
  }

  /**
   * Made at first use: few ask for both points in time, or with and without options.
   * @param kind for an option that names its outcomes, or for a question where every outcome may be named
   */
  private indexFor(kind: 'options' | 'open', asOf: AsOf): RuleIndex {
    const key = `${kind} ${asOf}`;
    let index = this.indexes.get(key);
    if (!index) {
      const rules = this.base.rules.filter((rule) => rule.asOf === undefined || rule.asOf === asOf);
      index = new RuleIndex(rules, kind === 'open' ? 'option.name' : undefined);
      this.indexes.set(key, index);
    }
    return index;
  }

  private async fire(facts: Facts, asOf: AsOf): Promise<Rule[]> {
    const candidates = this.indexFor('options', asOf).candidates(facts);
    const fired = await this.engine.fired(facts, candidates);
    return candidates.filter(({ id }) => fired.has(id));
  }

  private confidenceOf(lead: number): number {
    const classes = [...this.base.judging.confidence].sort((a, b) => b.from - a.from);
    return (classes.find(({ from }) => lead >= from) ?? classes.at(-1))?.rate ?? 0;
  }
}

/** A rule that asks what else an option names has nothing to say of an outcome by itself. */
export function isAboutNamesAlone({ condition, subjects, over }: Rule): boolean {
  return leaves(condition).every(
    ({ fact, value }) =>
      fact !== 'option.name' || subjects.includes(String(value)) || over.includes(String(value)),
  );
}

/** A contrast speaks only where another option names the side that loses, and this one does not. */
export function hasRival(rule: Rule, own: Facts, rivals: readonly Facts[]): boolean {
  if (rule.over.length === 0) return true;
  return rule.over.some((loser) => !names(own, loser) && rivals.some((rival) => names(rival, loser)));
}

/** Named in so many words, not only as one of the features of a service. */
function names(option: Facts, outcome: string): boolean {
  return option.said('option.name', outcome).some(({ distance = 0 }) => distance === 0);
}

/** Points that an exception, were it to hold, would take back. */
function assumedIn({ evidence }: Tally): { gained: number; lost: number } {
  const points = evidence.filter(({ assumed }) => assumed).map((each) => each.points);
  const sum = (of: number[]) => of.reduce((total, each) => total + Math.abs(each), 0);
  return { gained: sum(points.filter((each) => each > 0)), lost: sum(points.filter((each) => each < 0)) };
}

function namesAsFacts(ids: Iterable<string>): Facts {
  const facts = new Facts();
  for (const id of ids) facts.add('option.name', id, { leaf: id, by: 'derived' });
  return facts;
}

/** Options with the best first; where the odd one out is asked for, with the worst. */
export function inOrder<T extends { text: string; tally: Tally }>(
  options: readonly T[],
  except: boolean,
): T[] {
  const sign = except ? -1 : 1;
  return [...options].sort((a, b) => sign * (b.tally.points - a.tally.points) || byText(a.text, b.text));
}

/** Ties break by what an option says, never by its letter or place. */
function byText(a: string, b: string): number {
  const [x, y] = [fold(a), fold(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
