/**
 * Questions with keys turned around: what do the rules say of the key?
 */
import type { KnowledgeBase, Rule } from '../knowledge/knowledge-base.ts';
import type { Advisor, Correction, JudgedOption } from '../reasoning/consultation.ts';
import { chosenLetters } from '../reasoning/contenders.ts';
import { decidersOf } from '../reasoning/deciders.ts';
import type { Evidence } from '../reasoning/evidence.ts';
import { openFacts } from '../reasoning/open-facts.ts';
import { type Sitting, sameLetters } from './exam.ts';

/**
 * agrees: decided for the key; disputed: decided for something else; outdated: decided by what no longer holds;
 * undecided: not far enough ahead; silent: no rule counts for or against any option.
 */
export const auditResults = ['disputed', 'outdated', 'undecided', 'silent', 'agrees'] as const;
export type AuditResult = (typeof auditResults)[number];

export interface Audit {
  sitting: Sitting;
  result: AuditResult;
  /** What parts the answer from the key, or where they agree from the best of the rest; the most telling first. */
  deciders: Decided[];
  /** The answer as of today, where it is another than for the exam. */
  today?: string[];
  /** Undecided: answers to what is open with which it would be decided. */
  separating: Separating[];
}

/** All that one source says for the answer, or against its rival. */
export interface Decided {
  /** Statement that it rests on, or the rule where it rests on none. */
  source: string;
  /** The option it speaks for or against. */
  option: JudgedOption;
  /** Strongest first. */
  evidence: Evidence[];
  /** Points it adds to the lead, above 0. */
  gain: number;
}

export interface Separating {
  fact: string;
  value: string;
  /** What would be the answer then. */
  answer: string[];
  lead: number;
}

/** Statuses of statements that what was true of the exam is not true of today. */
const outdatedStatuses = ['outdated', 'wrong', 'retired'];

/** Runs of record spent on one question that is undecided. */
const mostRuns = 12;

export async function audit(advisor: Advisor, sitting: Sitting): Promise<Audit> {
  const { conclusion, right } = sitting;
  const { options, decided, question } = conclusion;
  if (options.every(({ tally }) => tally.evidence.every(({ points }) => points === 0)))
    return { sitting, result: 'silent', deciders: [], separating: [] };
  const deciders = decidedBy(sitting);
  if (!decided)
    return { sitting, result: 'undecided', deciders, separating: await separatingFacts(advisor, sitting) };
  const today = chosenLetters(await advisor.consult({ ...question, asOf: 'today' })).sort();
  const hasChanged = !sameLetters(today, sitting.chosen);
  // A key that the rules agree with is outdated once they would no longer agree; they may disagree for an old reason.
  const isOutdated = hasChanged || (!right && isOutdatedIn(advisor.base, deciders[0]));
  const result = isOutdated ? 'outdated' : right ? 'agrees' : 'disputed';
  return { sitting, result, deciders, ...(hasChanged && { today }), separating: [] };
}

/** Is what the source says no longer true? */
function isOutdatedIn({ statements }: KnowledgeBase, decided: Decided | undefined): boolean {
  return outdatedStatuses.includes(statements.get(decided?.source ?? '')?.today?.status ?? '');
}

/** The weakest of the answer against the strongest of what it stands against. */
function decidedBy({ conclusion, question, right }: Sitting): Decided[] {
  const { options, reading } = conclusion;
  const sign = reading.ask.except ? -1 : 1;
  const byPoints = (of: JudgedOption[]) =>
    of.sort((a, b) => sign * (b.tally.points - a.tally.points) || (a.text < b.text ? -1 : 1));
  const isKeyed = ({ letter }: JudgedOption) => question.answer.includes(letter);
  const answer = byPoints(options.filter((option) => option.chosen && (right || !isKeyed(option)))).at(-1);
  const rival = byPoints(options.filter((option) => !option.chosen && (right || isKeyed(option))))[0];
  if (!answer || !rival) return [];
  const bySource = new Map<string, Decided>();
  for (const { evidence, of, gain } of decidersOf(answer.tally, rival.tally)) {
    const source = originOf(evidence.rule);
    const key = `${of} ${source}`;
    const before = bySource.get(key);
    if (before) {
      before.gain += gain;
      before.evidence.push(evidence);
    } else
      bySource.set(key, { source, option: of === 'answer' ? answer : rival, evidence: [evidence], gain });
  }
  return [...bySource.values()].sort((a, b) => b.gain - a.gain || (a.source < b.source ? -1 : 1));
}

function originOf({ id, statements, claim }: Rule): string {
  return statements[0] ?? claim?.id ?? id;
}

/** Each answer to an open question is tried in a run of record. */
async function separatingFacts(advisor: Advisor, { conclusion }: Sitting): Promise<Separating[]> {
  const { question, asOf } = conclusion;
  const tried = openFacts(advisor.base, conclusion)
    .flatMap(({ fact, values }) => values.map((value) => ({ fact, value })))
    .slice(0, mostRuns);
  const found: Separating[] = [];
  for (const { fact, value } of tried) {
    const isAmount = advisor.base.facts.get(fact)?.kind === 'quantity';
    const correction: Correction = { kind: 'affirm', fact, value: isAmount ? Number(value) : value };
    const corrections = [...(question.corrections ?? []), correction];
    const then = await advisor.consult({ ...question, asOf, corrections });
    if (then.decided) found.push({ fact, value, answer: chosenLetters(then).sort(), lead: then.lead });
  }
  return found;
}

/** What a verdict is kept for: the same answer against the same key, decided by the same note or rule. */
export interface AuditConclusion {
  result: AuditResult;
  answer: string[];
  key: string[];
  /** Source of the most telling evidence. */
  by: string;
}

export function conclusionOf({ sitting, result, deciders }: Audit): AuditConclusion {
  return {
    result,
    answer: [...sitting.chosen].sort(),
    key: [...sitting.question.answer].sort(),
    by: deciders[0]?.source ?? '',
  };
}

export function sameConclusion(a: AuditConclusion, b: AuditConclusion): boolean {
  return (
    a.result === b.result && a.by === b.by && sameLetters(a.answer, b.answer) && sameLetters(a.key, b.key)
  );
}
