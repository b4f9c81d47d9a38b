/**
 * `criterio audit FILE`: what the rules say of the keys of questions, and whom to suspect where they disagree.
 */
import { type AuditResult, audit, auditResults, conclusionOf } from '../checking/audit.ts';
import { type AuditReport, auditReport, isOpen } from '../checking/audit-report.ts';
import type { Sitting } from '../checking/exam.ts';
import {
  type KeptVerdict,
  readVerdicts,
  suspects,
  verdictsFile,
  writeVerdicts,
} from '../checking/verdicts.ts';
import type { Lang } from '../knowledge/knowledge-base.ts';
import type { Advisor } from '../reasoning/consultation.ts';
import { type AuditSums, keptLine, reportLines, sumLines } from './audit-text.ts';
import { type Command, type Invocation, langOf, langOption, oneFile, UsageError } from './command.ts';
import { loadAdvisor } from './knowledge.ts';
import { linesOf } from './lines.ts';
import { questionsFile, sitAll } from './sittings.ts';

export const auditCommand: Command = {
  name: 'audit',
  summary: 'what the rules say of the keys of questions, and whom to suspect in a dispute',
  usage:
    'criterio audit FILE [--sums] [--all] [--json] [--lang en|es] [--verdicts FILE] [--keep ID --suspect key|rule|note --reason TEXT]',
  options: {
    sums: { type: 'boolean', describe: 'sums only: no question is printed' },
    all: { type: 'boolean', describe: 'list the questions that agree, and disputes with a verdict, too' },
    json: { type: 'boolean', describe: 'one audited question a line as JSON; with --sums the sums' },
    ...langOption,
    verdicts: { type: 'string', describe: 'file of the verdicts kept; audit/verdicts.json by default' },
    keep: { type: 'string', describe: 'keep a verdict on the question of this id' },
    suspect: { type: 'string', describe: 'with --keep: who is wrong: key, rule or note' },
    reason: { type: 'string', describe: 'with --keep: why' },
  },
  async run({ positionals, values, out, log }) {
    const file = oneFile(positionals, questionsFile);
    const lang = langOf(values);
    const wanted = keepOf(values);
    const path = typeof values.verdicts === 'string' ? values.verdicts : verdictsFile();
    const verdicts = readVerdicts(path);
    const lines = linesOf(file);
    const advisor = loadAdvisor();
    const { sittings, bad } = await sitAll(advisor, lines, log);
    if (wanted) {
      const verdict = await verdictOn(wanted, advisor, sittings);
      verdicts.set(wanted.id, verdict);
      writeVerdicts(path, verdicts);
      out(keptLine(wanted.id, verdict, lang));
      return bad > 0 ? 1 : 0;
    }
    const reports: AuditReport[] = [];
    for (const sitting of sittings) {
      const kept = verdicts.get(sitting.question.id);
      reports.push(auditReport(await audit(advisor, sitting), advisor.base, kept, lang));
    }
    for (const line of values.json === true ? jsonOf(reports, values) : textOf(reports, values, lang))
      out(line);
    return bad > 0 || reports.some(isOpen) ? 1 : 0;
  },
};

interface Keep {
  id: string;
  suspect: KeptVerdict['suspect'];
  reason: string;
}

function keepOf({ keep, suspect, reason }: Invocation['values']): Keep | undefined {
  if (keep === undefined) {
    if (suspect === undefined && reason === undefined) return undefined;
    throw new UsageError('--suspect and --reason belong to a verdict: name the question with --keep ID');
  }
  const known = suspects.find((each) => each === suspect);
  if (!known) throw new UsageError(`--suspect is ${suspects.join(', ')}, not ${String(suspect ?? 'absent')}`);
  if (typeof reason !== 'string' || reason.trim() === '')
    throw new UsageError('a verdict needs its --reason: whoever reads it later was not there');
  return { id: String(keep), suspect: known, reason: reason.trim() };
}

async function verdictOn(
  { id, suspect, reason }: Keep,
  advisor: Advisor,
  sittings: readonly Sitting[],
): Promise<KeptVerdict> {
  const sitting = sittings.find(({ question }) => question.id === id);
  if (!sitting) throw new UsageError(`--keep ${id}: the file has no question of that id`);
  const audited = await audit(advisor, sitting);
  if (audited.result !== 'disputed' && audited.result !== 'outdated')
    throw new UsageError(
      `--keep ${id}: the question is ${audited.result === 'agrees' ? 'agreed upon' : audited.result}, so there is nothing to give a verdict on`,
    );
  return { suspect, reason, conclusion: conclusionOf(audited) };
}

function jsonOf(reports: readonly AuditReport[], { sums }: Invocation['values']): string[] {
  return sums === true
    ? [JSON.stringify(sumsOf(reports), null, 2)]
    : reports.map((report) => JSON.stringify(report));
}

/** What there is to look into first. */
function textOf(reports: readonly AuditReport[], { sums, all }: Invocation['values'], lang: Lang): string[] {
  const listed = auditResults
    .flatMap((result) => reports.filter((report) => report.result === result))
    .filter((report) => sums !== true && (all === true || isListed(report)));
  return [...listed.flatMap((report) => reportLines(report, lang)), ...sumLines(sumsOf(reports), lang)];
}

function isListed(report: AuditReport): boolean {
  return report.result !== 'agrees' && report.kept?.holds !== true;
}

function sumsOf(reports: readonly AuditReport[]): AuditSums {
  const count = (result: AuditResult) => reports.filter((report) => report.result === result).length;
  return {
    asked: reports.length,
    results: Object.fromEntries(
      auditResults.map((result) => [result, count(result)]),
    ) as AuditSums['results'],
    open: reports.filter(isOpen).length,
    kept: reports.filter(({ kept }) => kept?.holds === true).length,
  };
}
