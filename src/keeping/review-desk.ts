/**
 * What a reviewer has on the desk: everything that can be reviewed with its state, the reviews there are, and the
 * scenarios that each counts in.
 */
import { join } from 'node:path';
import { Firings } from '../checking/firings.ts';
import type { Scenario } from '../checking/scenarios.ts';
import { readFiles } from '../knowledge/files.ts';
import type { KnowledgeBase, Lang, Outcome, Rule, Statement } from '../knowledge/knowledge-base.ts';
import { parseCache } from '../knowledge/loader.ts';
import { Places } from '../knowledge/places.ts';
import type { Advisor } from '../reasoning/consultation.ts';
import { KeepingError } from './keeping-error.ts';
import {
  type KeptReviews,
  type Review,
  type Reviewed,
  type ReviewKind,
  type ReviewStatus,
  readReviews,
  reviewedIn,
  reviewKey,
  reviewPath,
  reviewText,
  statusOf,
} from './reviews.ts';
import { writeWhole } from './whole-files.ts';

/** A rule (by an author, or a principle), a statement that claims something, or what the catalogue says an outcome does. */
export type Reviewable =
  | { kind: 'rule'; rule: Rule }
  | { kind: 'statement'; statement: Statement }
  | { kind: 'outcome'; outcome: Outcome };

/** The id that its review stands under. */
export function idOf(reviewed: Reviewable): string {
  if (reviewed.kind === 'rule') return reviewed.rule.id;
  return reviewed.kind === 'statement' ? reviewed.statement.id : `catalogue/${reviewed.outcome.id}`;
}

/** What it says, in the words of its author; of an outcome the name. */
export function titleOf(reviewed: Reviewable, lang: Lang): string {
  if (reviewed.kind === 'rule') return reviewed.rule.because?.[lang] ?? reviewed.rule.id;
  return reviewed.kind === 'statement' ? reviewed.statement.text[lang] : reviewed.outcome.name;
}

export interface QueueEntry {
  kind: ReviewKind;
  id: string;
  status: ReviewStatus;
  review?: Review | undefined;
  /** Failing scenarios that it decides. */
  misses: number;
}

/** Why something waits, or what was said of it. */
export const queueWishes = [
  'waiting',
  'never',
  'changed',
  'erratum',
  'misses',
  'disagree',
  'unsure',
  'agree',
] as const;
export type QueueWish = (typeof queueWishes)[number];

export class ReviewDesk {
  readonly home: string;
  readonly firings: Firings;
  private readonly states: ReadonlyMap<string, Reviewed>;
  private readonly reviewables: ReadonlyMap<string, Reviewable>;
  private readonly places: Places | undefined;

  /**
   * @param rules the folder of the knowledge
   * @param home the folder that holds `reviews/`
   */
  constructor(rules: string, home: string, advisor: Advisor, scenarios: readonly Scenario[]) {
    this.home = home;
    const written = readFiles(rules, [], parseCache());
    this.states = written ? reviewedIn(written) : new Map();
    this.places = written && new Places(written);
    this.reviewables = reviewablesOf(advisor.base, this.states);
    this.firings = new Firings(advisor, scenarios);
  }

  find(kind: ReviewKind, id: string): Reviewable | undefined {
    return this.reviewables.get(reviewKey(kind, id));
  }

  /** The file, under the root of the knowledge, that an outcome stands in. */
  fileOfOutcome(id: string): string | undefined {
    return this.places?.ofOutcome(id)?.source.file;
  }

  stateOf(kind: ReviewKind, id: string): Reviewed {
    return this.states.get(reviewKey(kind, id)) ?? { content: 'none', errata: 'none' };
  }

  reviews(): KeptReviews {
    return readReviews(this.home);
  }

  /**
   * Everything, with its state; what decides most misses first, then what changed, then the rest.
   * @param current stands where it stood before it was reviewed
   */
  entries({ reviews }: KeptReviews, current?: Pick<QueueEntry, 'kind' | 'id'>): QueueEntry[] {
    const entries = [...this.reviewables].map(([key, reviewable]): QueueEntry => {
      const { kind } = reviewable;
      const id = idOf(reviewable);
      const review = reviews.get(key);
      const status = statusOf(review, this.stateOf(kind, id));
      return { kind, id, status, review, misses: this.firings.missesOf(id).length };
    });
    const urgency = ({ kind, id, status }: QueueEntry) => {
      const isCurrent = kind === current?.kind && id === current.id;
      return ['changed', 'erratum', 'never', 'reviewed'].indexOf(
        isCurrent && status === 'reviewed' ? 'never' : status,
      );
    };
    return entries.sort((a, b) => b.misses - a.misses || urgency(a) - urgency(b));
  }

  /** Reviews of what is no longer there under that name. */
  stray({ reviews }: KeptReviews): Review[] {
    return [...reviews].filter(([key]) => !this.reviewables.has(key)).map(([, review]) => review);
  }

  /**
   * The review in its place.
   * @param seen the state the reviewer looked at
   * @throws KeepingError CHANGED_SINCE where it is another by now
   */
  write(review: Omit<Review, 'reviewed'>, seen: string): string {
    const path = reviewPath(review.kind, review.of);
    writeWhole(this.home, new Map([[path, this.text(review, seen)]]));
    return join(this.home, path);
  }

  text(review: Omit<Review, 'reviewed'>, seen: string): string {
    const reviewed = this.stateOf(review.kind, review.of);
    if (seen !== seenMark(reviewed)) throw new KeepingError('CHANGED_SINCE');
    return reviewText({ ...review, reviewed });
  }
}

/** The state as a form carries it. */
export function seenMark({ content, errata }: Reviewed): string {
  return `${content} ${errata}`;
}

export function isWished({ status, review, misses }: QueueEntry, wish: QueueWish): boolean {
  if (wish === 'waiting') return status !== 'reviewed';
  if (wish === 'misses') return misses > 0;
  if (wish === 'agree' || wish === 'disagree' || wish === 'unsure') return review?.verdict === wish;
  return status === wish;
}

function reviewablesOf(base: KnowledgeBase, states: ReadonlyMap<string, Reviewed>): Map<string, Reviewable> {
  const rules = base.authored.map((rule): [string, Reviewable] => [
    reviewKey('rule', rule.id),
    { kind: 'rule', rule },
  ]);
  const statements = [...base.statements.values()].map((statement): [string, Reviewable] => [
    reviewKey('statement', statement.id),
    { kind: 'statement', statement },
  ]);
  const outcomes = [...base.outcomes.values()].map((outcome): [string, Reviewable] => {
    const reviewable = { kind: 'outcome' as const, outcome };
    return [reviewKey('outcome', idOf(reviewable)), reviewable];
  });
  return new Map([...rules, ...statements, ...outcomes].filter(([key]) => states.has(key)));
}
