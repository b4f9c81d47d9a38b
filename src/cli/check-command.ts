/**
 * `criterio check`: all findings on the knowledge base.
 */

import { checkKnowledge } from '../checking/knowledge-check.ts';
import { findingKinds, findingText } from '../knowledge/finding.ts';
import { rulesFolder } from '../knowledge/loader.ts';
import type { Command } from './command.ts';

export const checkCommand: Command = {
  name: 'check',
  summary: 'findings on the knowledge base',
  usage: 'criterio check [--only FILE] [--proposals] [--json]',
  options: {
    only: { type: 'string', describe: 'only findings on files whose path contains this' },
    proposals: { type: 'boolean', describe: 'take what sections propose as if it were merged' },
    json: { type: 'boolean', describe: 'findings as JSON' },
  },
  async run({ values, out }) {
    const { findings, summary } = checkKnowledge(rulesFolder(), { proposals: values.proposals === true });
    const only = values.only;
    const shown = findings.filter(({ file }) => typeof only !== 'string' || file.includes(only));
    if (values.json === true) {
      out(
        JSON.stringify(
          shown.map((finding) => ({ ...finding, todo: findingKinds[finding.code].todo })),
          null,
          2,
        ),
      );
    } else {
      for (const finding of shown) out(`${findingText(finding)}\n`);
      out(`${shown.length} findings${summary ? `; ${summary}` : ''}`);
    }
    return shown.length > 0 ? 1 : 0;
  },
};
