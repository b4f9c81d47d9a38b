/**
 * An audited question as plain data: the proof, the suspects of a dispute, and what is missing where nothing is decided.
 */
import type { Reason } from '../explaining/explanation-schema.ts';
import { reasonOf } from '../explaining/reason.ts';
import { Wording } from '../explaining/wording.ts';
import type { KnowledgeBase, Lang } from '../knowledge/knowledge-base.ts';
import type { Reading } from '../reading/reader.ts';
import { type Audit, type AuditResult, conclusionOf, type Decided, sameConclusion } from './audit.ts';
import type { KeptVerdict } from './verdicts.ts';

/** One step of a proof. */
interface Proof {
  option: string;
  /** Does it speak for that option, or against it? */
  side: 'for' | 'against';
  /** Points it adds to the lead, above 0. */
  gain: number;
  rule: string;
  sentence: string;
  /** Words of the stem and of the option that it rests on. */
  words: string[];
  sources: Source[];
}

interface Source {
  statement: string;
  heading: string;
  /** Lines of the notes; none for general knowledge. */
  lines: number[];
  text: string;
  today?: { status: string; text: string };
}

/** A dispute has three who may be wrong. */
interface Suspects {
  key: string[];
  rule: string;
  /** The statement with its lines; none where all of the proof is principles and catalogue. */
  note?: Source;
}

export interface AuditReport {
  id: string;
  /** First words of the stem. */
  start: string;
  result: AuditResult;
  key: string[];
  answer: string[];
  /** The answer as of today, where it is another. */
  today?: string[];
  lead: number;
  basis: Audit['sitting']['conclusion']['basis'];
  confidence: number;
  proof: Proof[];
  suspects?: Suspects;
  /** Undecided: what would decide it, in words, and for which answer. */
  separating: { fact: string; value: string; label: string; answer: string[]; lead: number }[];
  /** A verdict given before, and whether it still fits what the rules conclude. */
  kept?: { suspect: KeptVerdict['suspect']; reason: string; holds: boolean };
}

/** Steps of a proof that are given; the rest adds points and no insight. */
const proofGiven = 3;
const charactersShown = 90;

export function auditReport(
  audit: Audit,
  base: KnowledgeBase,
  kept: KeptVerdict | undefined,
  lang: Lang,
): AuditReport {
  const { sitting, result, deciders, today, separating } = audit;
  const { question, conclusion } = sitting;
  const wording = new Wording(base, lang);
  const proof = deciders
    .slice(0, proofGiven)
    .map((decided) => proofOf(decided, { base, lang, wording, stem: conclusion.reading }));
  const { key, answer } = conclusionOf(audit);
  const isRaised = result === 'disputed' || result === 'outdated';
  const three = isRaised ? suspectsOf(key, proof) : undefined;
  return {
    id: question.id,
    start: question.stem.replace(/\s+/g, ' ').slice(0, charactersShown),
    result,
    key,
    answer,
    ...(today && { today }),
    lead: conclusion.lead,
    basis: conclusion.basis,
    confidence: conclusion.confidence,
    proof,
    ...(three && { suspects: three }),
    separating: separating.map((each) => ({ ...each, label: wording.fact(each.fact, each.value) })),
    ...(kept && {
      kept: {
        suspect: kept.suspect,
        reason: kept.reason,
        holds: sameConclusion(kept.conclusion, conclusionOf(audit)),
      },
    }),
  };
}

/** A finding: raised, and no verdict given before still covers it. */
export function isOpen({ result, kept }: AuditReport): boolean {
  return (result === 'disputed' || result === 'outdated') && kept?.holds !== true;
}

/** The strongest rule, and the strongest of the notes that the proof rests on. */
function suspectsOf(key: string[], proof: readonly Proof[]): Suspects | undefined {
  const [first] = proof;
  const note = proof.flatMap(({ sources }) => sources).find(({ lines }) => lines.length > 0);
  const known = note ?? proof.flatMap(({ sources }) => sources)[0];
  return first && { key, rule: first.rule, ...(known && { note: known }) };
}

function proofOf(
  { evidence, option, gain }: Decided,
  told: { base: KnowledgeBase; lang: Lang; wording: Wording; stem: Reading },
): Proof {
  const reasons = evidence.map((each) => reasonOf(each, { ...told, option }));
  const [{ rule, points, sentence, sources }] = reasons as [Reason];
  return {
    option: option.letter,
    side: points > 0 ? 'for' : 'against',
    gain,
    rule,
    sentence,
    words: [...new Set(reasons.flatMap(({ premises }) => premises.flatMap(({ words }) => words)))],
    sources: sources.map(({ statement, heading, lines, text, today }) => ({
      statement,
      heading,
      lines,
      text,
      ...(today && { today: { status: today.status, text: today.text } }),
    })),
  };
}
