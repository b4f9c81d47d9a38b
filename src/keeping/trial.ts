/**
 * Changes to the knowledge tried on a copy before anything is written: what the checks would say of it.
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { checkKnowledge } from '../checking/knowledge-check.ts';
import { readScenarios } from '../checking/scenarios.ts';
import type { WrittenKnowledge } from '../knowledge/files.ts';
import { readFiles } from '../knowledge/files.ts';
import { type Finding, KnowledgeError } from '../knowledge/finding.ts';
import { loadKnowledge, parseCache } from '../knowledge/loader.ts';
import { Advisor } from '../reasoning/consultation.ts';
import { type Changes, writeWhole } from './whole-files.ts';

/** The folder of the knowledge, and the one it stands in beside `scenarios/` and `reviews/`. */
export interface Folders {
  rules: string;
  home: string;
}

export function foldersOf(rules: string): Folders {
  return { rules: resolve(rules), home: dirname(resolve(rules)) };
}

/** Path of a file of the knowledge, relative to the home. */
export function rulesPath({ rules }: Folders, file: string): string {
  return `${basename(rules)}/${file}`;
}

export interface Trial {
  /** All that would be found on the knowledge and its scenarios. */
  findings: Finding[];
  written?: WrittenKnowledge | undefined;
}

/** @param changes paths relative to the home */
export function tryChanges({ rules, home }: Folders, changes: Changes): Trial {
  const copy = mkdtempSync(join(tmpdir(), 'criterio-trial-'));
  try {
    const copied = join(copy, basename(rules));
    cpSync(rules, copied, { recursive: true });
    const scenarios = join(home, 'scenarios');
    if (existsSync(scenarios)) cpSync(scenarios, join(copy, 'scenarios'), { recursive: true });
    writeWhole(copy, changes);
    // A line that has no statement yet is no reason against a change: nothing here takes one away.
    const findings = checkKnowledge(copied).findings.filter(({ code }) => code !== 'KB_LINE_LOST');
    if (findings.every(({ code }) => code === 'KB_FILL_IN')) findings.push(...scenarioFindings(copy, copied));
    return { findings, written: readFiles(copied, [], parseCache()) };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function scenarioFindings(home: string, rules: string): Finding[] {
  const findings: Finding[] = [];
  try {
    readScenarios(join(home, 'scenarios'), new Advisor(loadKnowledge(rules)), findings);
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    findings.push(...error.findings);
  }
  return findings;
}
