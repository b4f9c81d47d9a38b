/**
 * Everything that can be said against the knowledge base without a question at hand.
 */
import { type AssemblyOptions, assemble } from '../knowledge/assembly.ts';
import { readFiles } from '../knowledge/files.ts';
import type { Finding } from '../knowledge/finding.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { parseCache } from '../knowledge/loader.ts';
import { Vocabulary } from '../reading/vocabulary.ts';

export interface KnowledgeCheck {
  findings: Finding[];
  /** Counts of the base, in words; absent where it could not be assembled. */
  summary?: string;
}

export function checkKnowledge(root: string, options: AssemblyOptions = {}): KnowledgeCheck {
  const findings: Finding[] = [];
  const written = readFiles(root, findings, parseCache());
  const base = written && assemble(written, findings, options);
  if (!base) return { findings };
  findings.push(...wordFindings(base));
  return { findings, summary: summaryOf(base) };
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
