/**
 * Reviews: one file for each rule, statement or outcome, `reviews/<kind>s/<section>/<name>.yaml`, with what a reviewer thinks of
 * it and of which state of it. The history of a review is that of its file.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import type { WrittenKnowledge } from '../knowledge/files.ts';
import { type Finding, findingText } from '../knowledge/finding.ts';
import { Source } from '../knowledge/source.ts';

/** An outcome is reviewed for what the catalogue says it does; its id is `catalogue/<outcome>`. */
export const reviewKinds = ['rule', 'statement', 'outcome'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

export const verdicts = ['agree', 'disagree', 'unsure'] as const;
export type ReviewVerdict = (typeof verdicts)[number];

/** Longest remark, in characters. */
export const longestRemark = 4000;

export const reviewSchema = z.strictObject({
  /** `section/name`. */
  of: z.string(),
  kind: z.enum(reviewKinds),
  reviewer: z.string().trim().min(1).max(100),
  date: z.iso.date(),
  verdict: z.enum(verdicts),
  remark: z.string().max(longestRemark).optional(),
  /** Hashes of what was reviewed: the texts and conditions, and what has become of the notes since. */
  reviewed: z.strictObject({ content: z.string(), errata: z.string() }),
});
export type Review = z.infer<typeof reviewSchema>;

/** What of a rule or statement can change under a review. */
export type Reviewed = Review['reviewed'];

/** never: nobody looked at it; changed, erratum: not since it, or what is true today, was written anew. */
export type ReviewStatus = 'never' | 'changed' | 'erratum' | 'reviewed';

export function statusOf(review: Review | undefined, now: Reviewed): ReviewStatus {
  if (!review) return 'never';
  if (review.reviewed.content !== now.content) return 'changed';
  return review.reviewed.errata === now.errata ? 'reviewed' : 'erratum';
}

export function reviewPath(kind: ReviewKind, id: string): string {
  return `reviews/${kind}s/${id}.yaml`;
}

export function reviewText(review: Review): string {
  const { of, kind, reviewer, date, verdict, remark, reviewed } = review;
  return stringify(
    { of, kind, reviewer, date, verdict, ...(remark && { remark }), reviewed },
    { lineWidth: 0 },
  );
}

export interface KeptReviews {
  /** By {@link reviewKey}. */
  reviews: Map<string, Review>;
  /** Files that are no reviews, with the reason. */
  broken: string[];
}

export function reviewKey(kind: ReviewKind, id: string): string {
  return `${kind} ${id}`;
}

/** @param home the folder that holds `reviews/` */
export function readReviews(home: string): KeptReviews {
  const reviews = new Map<string, Review>();
  const broken: string[] = [];
  const folder = join(home, 'reviews');
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  for (const file of files.filter((each) => each.endsWith('.yaml')).sort()) {
    const findings: Finding[] = [];
    const source = new Source(`reviews/${file}`, readFileSync(join(folder, file), 'utf8'));
    const review = source.read(reviewSchema, findings);
    const isPlaced = review !== undefined && reviewPath(review.kind, review.of) === source.file;
    if (isPlaced) reviews.set(reviewKey(review.kind, review.of), review);
    else broken.push(findings[0] ? findingText(findings[0]) : `${source.file} is a review of ${review?.of}`);
  }
  return { reviews, broken };
}

/**
 * The present state of all that can be reviewed, by {@link reviewKey}: rules, principles, statements with claims, and
 * what the catalogue claims.
 */
export function reviewedIn({ sections, principles, catalogue }: WrittenKnowledge): Map<string, Reviewed> {
  const statements = new Map(
    sections.flatMap(({ content }) =>
      Object.entries(content.statements).map(([name, written]) => [`${content.section}/${name}`, written]),
    ),
  );
  const states = new Map<string, Reviewed>();
  for (const [id, { today, ...rest }] of statements) {
    if (rest.claims)
      states.set(reviewKey('statement', id), { content: hashOf(rest), errata: errataOf([today]) });
  }
  for (const { content } of sections) {
    for (const [name, rule] of Object.entries(content.rules ?? {})) {
      const cited = rule.cites.map((id) =>
        statements.get(id.includes('/') ? id : `${content.section}/${id}`),
      );
      // Claims are reviewed with their statement.
      const texts = cited.map((statement) => statement && [statement.lines, statement.en, statement.es]);
      states.set(reviewKey('rule', `${content.section}/${name}`), {
        content: hashOf([{ ...rule, cites: rule.cites.length }, texts]),
        errata: errataOf(cited.map((statement) => statement?.today)),
      });
    }
  }
  for (const [name, principle] of Object.entries(principles.content)) {
    states.set(reviewKey('rule', `principles/${name}`), { content: hashOf(principle), errata: errataOf([]) });
  }
  for (const { content } of catalogue) {
    for (const [id, { does }] of Object.entries(content)) {
      if (does)
        states.set(reviewKey('outcome', `catalogue/${id}`), { content: hashOf(does), errata: errataOf([]) });
    }
  }
  return states;
}

function errataOf(today: readonly unknown[]): string {
  const known = today.filter((each) => each !== undefined);
  return known.length === 0 ? 'none' : hashOf(known);
}

/** Of the content, whatever the order of its keys: the first 16 digits of its SHA-256. */
function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content, sortedKeys)).digest('hex').slice(0, 16);
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
