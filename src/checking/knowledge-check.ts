/**
 * Everything that can be said against the knowledge base without a question at hand.
 */
import { type AssemblyOptions, assemble } from '../knowledge/assembly.ts';
import { readFiles } from '../knowledge/files.ts';
import { type Finding, type FindingCode, isAdvice } from '../knowledge/finding.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { parseCache } from '../knowledge/loader.ts';
import { Places } from '../knowledge/places.ts';
import { Vocabulary } from '../reading/vocabulary.ts';
import { analyse } from './analysis.ts';
import { findingOf } from './proof.ts';
import { unsuppressed } from './suppressions.ts';
import { unfilled } from './unfilled.ts';

export interface KnowledgeCheck {
  /** Errors and, where it is asked for, advice. */
  findings: Finding[];
  /** Pieces of advice by code, whether listed or not. */
  advice: Partial<Record<FindingCode, number>>;
  /** Counts of the base, in words; absent where it could not be assembled. */
  summary?: string;
}

export interface CheckOptions extends AssemblyOptions {
  /** List advice too: hundreds of places to look up take seconds. */
  advice?: boolean;
}

export function checkKnowledge(root: string, options: CheckOptions = {}): KnowledgeCheck {
  const findings: Finding[] = [];
  const written = readFiles(root, findings, parseCache());
  const base = written && assemble(written, findings, options);
  if (!base) return { findings, advice: {} };
  findings.push(...written.sections.flatMap(({ source }) => unfilled(source)));
  // What does not hold together is not worth analysing.
  const places = new Places(written);
  const { left, own } = unsuppressed(root, findings.length === 0 ? analyse(base, places) : []);
  const advice: KnowledgeCheck['advice'] = {};
  for (const { code } of left.filter(isAdvice)) advice[code] = (advice[code] ?? 0) + 1;
  const told = left.filter((proof) => options.advice === true || !isAdvice(proof));
  findings.push(...wordFindings(base), ...own, ...told.map((proof) => findingOf(proof, places)));
  return { findings, advice, summary: summaryOf(base) };
}

function wordFindings(base: KnowledgeBase): Finding[] {
  const { collisions, shrunk } = new Vocabulary(base);
  const empty = shrunk.map(
    ({ word, id }): Finding => ({
      code: 'KB_SHRUNK',
      file: 'lexicon',
      message: `of "${word}" (${id}) only a function word is left without articles`,
    }),
  );
  return empty.concat(
    collisions.map(({ word, kind, ids: [one, other] }) => ({
      code: 'KB_SAME_WORDS',
      file: kind === 'outcome' ? 'catalogue' : 'lexicon',
      message: `"${word}" says both the ${kind} ${one} and the ${kind} ${other}`,
    })),
  );
}

function summaryOf({ sections, statements, claims, rules, outcomes, concepts }: KnowledgeBase): string {
  return `${sections.size} sections, ${statements.size} statements, ${claims.length} claims, ${rules.length} rules, ${outcomes.size} outcomes, ${concepts.size} concepts`;
}
