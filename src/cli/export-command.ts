/**
 * `criterio export [FILE]`: all rules as plain json-rules-engine JSON, for whoever runs them without Criterio.
 */
import { basename, dirname } from 'node:path';
import { writeWhole } from '../keeping/whole-files.ts';
import { loadKnowledge } from '../knowledge/loader.ts';
import { exportedRule, exportHead } from '../reasoning/rule-export.ts';
import type { Command } from './command.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'all rules as plain json-rules-engine JSON',
  usage: [
    'criterio export [FILE] [--section SLUG] [--authored]',
    '',
    '  {format, engine, operators, facts, weights, statements: {id: {section, lines, en, es}}, sections, rules}',
    '  A rule: {name, conditions, event: {type: name, params: {form, subjects, over?, statements, because?, asOf?, points?}}}.',
    '  Sets are arrays. Load: new Engine(rules, {allowUndefinedFacts: true}); addOperators(engine) from criterio/operators.',
    '  params.asOf "exam" or "today": leave the others out; "notes": never to be used. A rule with over counts only',
    '  where a rival names what it is over. One of the form leans, `contrast~n`, counts only where no contrast for its outcome does,',
    '  and among options only; so does one of the form resembles, `statement:resembles`, for an option that reads like it.',
  ].join('\n'),
  options: {
    section: { type: 'string', describe: 'only the rules of one section' },
    authored: { type: 'boolean', describe: 'only rules that an author wrote, not those made of claims' },
  },
  async run({ positionals: [file], values, out, log }) {
    const base = loadKnowledge();
    const rules = [...base.rules, ...base.leanings, ...base.likenesses].filter(
      ({ id, form, claim }) =>
        (values.section === undefined || id.startsWith(`${values.section}/`)) &&
        (values.authored !== true || !(claim || form === 'leans' || form === 'resembles')),
    );
    const head = JSON.stringify(exportHead(base), null, 1).replace(/\n}$/, ',');
    // A rule a line: what changed between two exports can be read.
    const lines = rules.map((rule) => JSON.stringify(exportedRule(rule)));
    const text = `${head}\n "rules": [\n${lines.join(',\n')}\n ]\n}`;
    if (file === undefined || file === '-') out(text);
    else {
      writeWhole(dirname(file), new Map([[basename(file), `${text}\n`]]));
      log(`${rules.length} rules in ${file}`);
    }
    return 0;
  },
};
