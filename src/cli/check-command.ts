/**
 * `criterio check`: all findings on the knowledge base.
 */

import { checkKnowledge, type KnowledgeCheck } from '../checking/knowledge-check.ts';
import { guideTo } from '../explaining/findings/guide.ts';
import { type FindingCode, findingKinds, findingText } from '../knowledge/finding.ts';
import { rulesFolder } from '../knowledge/loader.ts';
import { suggestion } from '../knowledge/nearest.ts';
import { type Command, UsageError } from './command.ts';

export const checkCommand: Command = {
  name: 'check',
  summary: 'findings on the knowledge base',
  usage:
    'criterio check [--only FILE] [--advice] [--strict] [--proposals] [--json] | criterio check --explain CODE',
  options: {
    only: { type: 'string', describe: 'only findings on files whose path contains this' },
    advice: { type: 'boolean', describe: 'list advice too; otherwise it is counted' },
    strict: { type: 'boolean', describe: 'advice fails the check as errors do' },
    proposals: { type: 'boolean', describe: 'take what sections propose as if it were merged' },
    json: { type: 'boolean', describe: 'findings as JSON' },
    explain: { type: 'string', describe: 'what a code means, why it matters, how to fix it, and an example' },
  },
  async run({ values, out }) {
    if (typeof values.explain === 'string') {
      for (const line of explanation(values.explain)) out(line);
      return 0;
    }
    const checked = checkKnowledge(rulesFolder(), {
      proposals: values.proposals === true,
      advice: values.advice === true,
    });
    const { findings, summary, advice } = checked;
    const only = values.only;
    const shown = findings.filter(({ file }) => typeof only !== 'string' || file.includes(only));
    if (values.json === true) {
      out(
        JSON.stringify(
          shown.map((finding) => ({ ...finding, ...findingKinds[finding.code] })),
          null,
          2,
        ),
      );
    } else {
      for (const finding of shown) out(`${findingText(finding)}\n`);
      for (const line of adviceLines(advice, values.advice === true)) out(line);
      out(`${errorsIn(shown)} findings${summary ? `; ${summary}` : ''}`);
    }
    const counted = values.strict === true ? Object.keys(advice).length : 0;
    return errorsIn(shown) + counted > 0 ? 1 : 0;
  },
};

function errorsIn(findings: KnowledgeCheck['findings']): number {
  return findings.filter(({ code }) => findingKinds[code].severity === 'error').length;
}

function adviceLines(advice: KnowledgeCheck['advice'], listed: boolean): string[] {
  const rows = Object.entries(advice).map(
    ([code, count]) =>
      `${String(count).padStart(5)} ${code.padEnd(19)} ${guideTo(code as FindingCode, 'en').what}`,
  );
  if (rows.length === 0) return [];
  return [`advice${listed ? '' : ' (--advice lists it, --explain CODE says what it means)'}`, ...rows, ''];
}

function explanation(wanted: string): string[] {
  const code = wanted.toUpperCase();
  if (!(code in findingKinds)) {
    throw new UsageError(`no finding has the code ${wanted}${suggestion(code, Object.keys(findingKinds))}`);
  }
  const known = code as FindingCode;
  const { what, why, fix, example } = guideTo(known, 'en');
  const raised = example.split('\n').map((line) => `    ${line}`);
  return [
    `${known} (${findingKinds[known].severity})`,
    what,
    '',
    `Why it matters: ${why}`,
    `How to fix it: ${fix}`,
    '',
    'Example that raises it:',
    ...raised,
  ];
}
