/**
 * A consultation: facts of a question → rules fired → tallies → conclusion.
 */
import type { AsOf, Basis, KnowledgeBase, Outcome, Rule } from '../knowledge/knowledge-base.ts';
import { filed } from '../knowledge/multimap.ts';
import type { Language } from '../language/stems.ts';
import type { Grain } from '../reading/ask.ts';
import { Facts, type FactValue } from '../reading/facts.ts';
import { Reader, type Reading } from '../reading/reader.ts';
import { AuthoredIndex, type AuthoredMatch } from './authored-index.ts';
import { basisOf } from './basis.ts';
import { byText, choiceOf } from './choice.ts';
import { ClaimIndex, type ClaimMatch } from './claim-index.ts';
import { type AnswerClass, confidenceOf, isDecisive, shareOf } from './confidence.ts';
import { hasRival } from './contrasts.ts';
import { type Evidence, pointsIn, strengthIn, type Tally, tally, weigh } from './evidence.ts';
import { EngineOfRecord } from './record.ts';
import { Resemblance } from './resemblance.ts';
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
  /** Letters the asker chose: explained first, and never part of the judgement. */
  picked?: readonly string[] | undefined;
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
  /**
   * Outcomes judged by themselves, best first: of all those that something speaks for, or where there are options, of
   * those that they name; these are computed when first read.
   */
  readonly ranking: RankedOutcome[];
  /** Points between what is chosen and the best of the rest. */
  lead: number;
  decided: boolean;
  /** No answer to a question still open could change what is chosen. */
  settled: boolean;
  /** The kind of evidence that the lead is made of. */
  basis: Basis;
  /** The lead as a share of the points of what is chosen, 0..1. */
  share: number;
  /** 0..1, the measured hit rate of such answers. */
  confidence: number;
}

/** What the match phase leaves of claims and of authored rules. */
interface Match {
  claims: ClaimMatch;
  authored: AuthoredMatch;
}

/** Outcomes judged without options, as a multiple of those shown. */
const shortlistFactor = 1.5;

export class Advisor {
  readonly base: KnowledgeBase;
  readonly reader: Reader;
  private readonly engine: EngineOfRecord;
  private readonly claims = new Map<AsOf, ClaimIndex>();
  private readonly rules: AuthoredIndex;
  private readonly resemblance: Resemblance;
  private readonly families = new Map<string, ReadonlySet<string>>();
  /** Rules an author wrote, by the outcomes they speak of; claims speak of needs, which are without number. */
  private readonly authored: ReadonlyMap<string, readonly Rule[]>;

  /** @param reader of knowledge with the same words, where there is one already: it takes longest to make */
  constructor(base: KnowledgeBase, reader = new Reader(base)) {
    this.base = base;
    this.reader = reader;
    this.engine = new EngineOfRecord();
    this.rules = new AuthoredIndex([...base.authored, ...base.leanings]);
    this.resemblance = new Resemblance(base);
    this.authored = filed(base.authored, ({ subjects }) => subjects);
  }

  async consult(question: Question): Promise<Conclusion> {
    const { stem, options = {}, asOf = 'exam' } = question;
    const reading = this.reader.readStem(stem, question.lang, Object.keys(options).length === 0);
    const facts = this.corrected(reading.facts, question.corrections ?? []);
    const lettered = Object.entries(options);
    const choose = question.choose ?? Math.min(reading.ask.choose, Math.max(1, lettered.length - 1));
    const match = this.match(facts, asOf);
    const { grain } = reading.ask;
    const judged = await this.judge(lettered, facts, match, reading);
    const named = judged.length > 0 ? this.namedIn(judged, grain) : undefined;
    const rank = () => this.rankingOf(this.likelyForAny(facts, match, grain, named), facts, grain, named);
    // Without options the ranking is the answer and its reasons. With options it is a list of what they name, which
    // few look at: made when it is first asked for.
    let ranking = judged.length > 0 ? undefined : await this.confirmed(rank(), facts);
    const { chosen, last, next, lead } =
      judged.length > 0
        ? choiceOf(judged, choose, reading.ask, this.base.judging.variants)
        : leaderOf(ranking ?? []);
    for (const option of chosen) option.chosen = true;
    const settled = this.settled(judged, ranking ?? [], facts);
    const answered: AnswerClass = {
      basis: basisOf({ answer: last?.tally, rival: next?.tally, lead, settled }),
      choose,
      lead,
      share: shareOf(lead, last?.tally.points ?? 0),
    };
    return {
      question,
      asOf,
      lang: reading.lang,
      reading,
      facts,
      options: judged,
      get ranking() {
        ranking ??= rank();
        return ranking;
      },
      decided: isDecisive(answered, judged.length > 0, this.base.judging),
      settled,
      ...answered,
      confidence: confidenceOf(answered, this.base.judging),
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
    const facts = read.copy();
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
    match: Match,
    stem: Reading,
  ): Promise<JudgedOption[]> {
    const read = lettered.map(([letter, text]) => ({
      letter,
      text,
      reading: this.reader.readOption(text, stem),
    }));
    const liked = this.resemblance.add(
      stem,
      read.map(({ reading }) => reading),
    );
    const judged = await Promise.all(
      read.map(async ({ letter, text, reading }, at) => {
        const rivals = read.filter((other) => other.letter !== letter).map((other) => other.reading.facts);
        const all = facts.with(reading.facts);
        const holding = [...match.claims.rulesForOption(all), ...match.authored.rulesForOption(all)];
        const speaking = holding.filter((rule) => hasRival(rule, reading.facts, rivals));
        const like = liked[at];
        if (like) speaking.push(like);
        const fired = await this.fired(speaking, all);
        return {
          letter,
          text,
          reading,
          tally: tally(fired.flatMap((rule) => this.weigh(rule, all) ?? [])),
          chosen: false,
        };
      }),
    );
    // Any text is like some statement: where no rule has anything to say, that is no reason to say something.
    return judged.some(({ tally: { evidence } }) => evidence.some(({ form }) => form !== 'resembles'))
      ? judged
      : judged.map((option) => ({ ...option, tally: tally([]) }));
  }

  /**
   * Every outcome that some rule speaks for, judged as an option with one step: itself.
   * @param holding rules that hold if every outcome is taken as named
   * @param only outcomes to judge, where not all are wanted
   */
  rankingOf(
    holding: readonly Rule[],
    facts: Facts,
    grain: Grain,
    only?: ReadonlySet<string>,
  ): RankedOutcome[] {
    const evidence = filed(
      holding.flatMap((rule) => this.weigh(rule, facts) ?? []),
      ({ rule }) => rule.subjects,
    );
    const atGrain = new Set([...evidence.keys()].map((id) => this.atGrain(id, grain)));
    const ranked: RankedOutcome[] = [];
    for (const id of atGrain) {
      if (only && !only.has(id)) continue;
      const outcome = this.base.outcomes.get(id);
      if (!outcome || (grain === 'feature' && outcome.kind === 'service')) continue;
      const result = this.best(outcome, grain, evidence, facts);
      const excluded = result.evidence.some(({ form }) => form === 'exceeds' || form === 'excludes');
      const serves = result.evidence.some(({ form }) => form === 'serves' || form === 'recommends');
      ranked.push({
        outcome,
        tally: result,
        standing: excluded ? 'excluded' : serves ? 'serves' : 'possible',
      });
    }
    return ranked.sort(byStanding).slice(0, this.base.judging.shown);
  }

  /** The rules that the ranking rests on: for whoever changes some of them and ranks anew. */
  rulesRanking({ facts, reading, asOf }: Conclusion): Rule[] {
    return this.likelyForAny(facts, this.match(facts, asOf), reading.ask.grain);
  }

  /** What is shown as fired was fired by the judge of record, with every outcome taken as named. */
  private async confirmed(ranking: readonly RankedOutcome[], facts: Facts): Promise<RankedOutcome[]> {
    const rules = new Set(ranking.flatMap(({ tally: { evidence } }) => evidence.map(({ rule }) => rule)));
    const fired = await this.engine.fired(facts, [...rules], { 'option.name': this.base.outcomes });
    return ranking.map((each) => {
      const { points, evidence } = each.tally;
      const shown = evidence.filter(({ rule }) => fired.has(rule.id));
      if (shown.length === evidence.length) return each;
      const lost = evidence.filter((one) => !shown.includes(one)).reduce((sum, one) => sum + one.points, 0);
      return { ...each, tally: { points: points - lost, evidence: shown } };
    });
  }

  /** What the options name in so many words, at the grain asked for. */
  private namedIn(options: readonly JudgedOption[], grain: Grain): Set<string> {
    const named = new Set<string>();
    for (const { reading } of options) {
      for (const [id, said] of reading.facts.members('option.name')) {
        if (said.some(({ distance }) => distance === 0)) named.add(this.atGrain(id, grain));
      }
    }
    return named;
  }

  /**
   * Rules that hold if every outcome is taken as named.
   * @param only outcomes that are wanted; where not given, those that most of the rules speak for
   */
  private likelyForAny(facts: Facts, match: Match, grain: Grain, only?: ReadonlySet<string>): Rule[] {
    const { claims } = match;
    const authored = match.authored.rulesForAny();
    const promising = only ?? this.promising(claims, authored, facts, grain);
    const isPromising = (subject: string) => promising.has(this.atGrain(subject, grain));
    const subjects = [...claims.claims().keys()].filter(isPromising);
    return [
      ...subjects.flatMap((subject) => claims.rulesAbout(subject)),
      ...authored.filter((rule) => rule.subjects.some(isPromising)),
    ];
  }

  /** The outcomes that most speaks for, by a rough count: judging all would take long and change little. */
  private promising(match: ClaimMatch, authored: readonly Rule[], facts: Facts, grain: Grain): Set<string> {
    const { judging } = this.base;
    const promise = new Map<string, number>();
    const add = (subject: string, points: number) => {
      const id = this.atGrain(subject, grain);
      promise.set(id, (promise.get(id) ?? 0) + points);
    };
    for (const [subject, claims] of match.claims()) {
      const weights = claims.map((each) =>
        each.negative ? 0 : (judging.weights[strengthIn(each, facts)] ?? 0),
      );
      add(
        subject,
        weights.reduce((sum, weight) => sum + weight, 0),
      );
    }
    for (const { form, subjects } of authored) {
      for (const subject of subjects) add(subject, judging.weights[form] ?? 0);
    }
    const ordered = [...promise].sort(([, a], [, b]) => b - a);
    return new Set(ordered.slice(0, shortlistFactor * judging.shown).map(([id]) => id));
  }

  /** What the rule says on these facts, if anything. */
  weigh(rule: Rule, facts: Facts): Evidence | undefined {
    return weigh(rule, facts, this.base.judging, this.familyOf);
  }

  /**
   * What speaks for an outcome. A service is as good as with the best one of its features: the sum of what all of
   * them do would only favour the large ones.
   */
  private best(
    outcome: Outcome,
    grain: Grain,
    evidence: ReadonlyMap<string, Evidence[]>,
    facts: Facts,
  ): Tally {
    const own = evidence.get(outcome.id) ?? [];
    const features = grain === 'service' ? outcome.descendants.filter((id) => evidence.has(id)) : [];
    const { named } = this.base.judging;
    const isNamed = (id: string) => facts.said('about', id).some(({ distance }) => distance === 0);
    // The answer is seldom what the question itself names; often it is a feature of that.
    const given = isNamed(outcome.id)
      ? named.itself
      : outcome.family.slice(1).some(isNamed)
        ? named.feature
        : 0;
    const sides = [[], ...features.map((id) => evidence.get(id) ?? [])].map((more) => {
      // A rule about a service and its feature is one piece of evidence.
      const spoken = [...new Set([...own, ...more])].filter(
        ({ rule: { over } }) => over.length === 0 || over.some((rival) => evidence.has(rival)),
      );
      return { spoken, points: pointsIn(spoken) };
    });
    const { spoken } = sides.reduce((a, b) => (b.points > a.points ? b : a));
    const best = tally(spoken);
    return { ...best, points: best.points + given };
  }

  /** An outcome with its parents and features; asked for with every piece of evidence, so made once for each. */
  private readonly familyOf = (id: string): ReadonlySet<string> => {
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

  /** Made at first use: few ask for both points in time. */
  private claimsAt(asOf: AsOf): ClaimIndex {
    let index = this.claims.get(asOf);
    if (!index) {
      index = new ClaimIndex(this.base, asOf);
      this.claims.set(asOf, index);
    }
    return index;
  }

  /** What the scenario speaks of, looked up once. */
  private match(facts: Facts, asOf: AsOf): Match {
    return { claims: this.claimsAt(asOf).match(facts), authored: this.rules.match(facts) };
  }

  /** The engine is asked only of rules that hold; that it agrees is what the oracle test is for. */
  private async fired(holding: readonly Rule[], facts: Facts): Promise<Rule[]> {
    const fired = await this.engine.fired(facts, holding);
    return holding.filter(({ id }) => fired.has(id));
  }
}

/** The order of a ranking: by points, then by name. */
export function byStanding(a: RankedOutcome, b: RankedOutcome): number {
  return b.tally.points - a.tally.points || byText(a.outcome.name, b.outcome.name);
}

/** Without options the first of the ranking stands against the second. */
function leaderOf([last, next]: readonly RankedOutcome[]) {
  return { chosen: [], last, next, lead: (last?.tally.points ?? 0) - (next?.tally.points ?? 0) };
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
