/**
 * `criterio ask --keep FILE`: the question answered, as a scenario in a file or on standard output.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  askKinds,
  candidatesOf,
  draftFile,
  draftScenario,
  tryDraft,
  withDraft,
} from '../keeping/scenario-draft.ts';
import { writeWhole } from '../keeping/whole-files.ts';
import type { Advisor, Conclusion } from '../reasoning/consultation.ts';
import { type Command, type Invocation, UsageError } from './command.ts';

export const keepOptions: Command['options'] = {
  keep: {
    type: 'string',
    describe: 'keep it as a scenario: a file or folder of scenarios, or - for standard output',
  },
  key: {
    type: 'string',
    describe: 'with --keep, what is right: letters as B or B,D, or the name of a service',
  },
  name: { type: 'string', describe: 'with --keep, the name of the scenario; its first words when absent' },
  section: { type: 'string', describe: 'with --keep, the section; that of the rules expected when absent' },
  asks: {
    type: 'string',
    describe: 'with --keep, what it asks for: service, setting, cause, limit, step, comparison',
  },
  rules: { type: 'string', describe: 'with --keep, rules and statements expected to count, or none' },
};

/** Keeps what was concluded; with `-` the scenario is all that is printed. */
export async function keepScenario(
  advisor: Advisor,
  conclusion: Conclusion,
  to: string,
  { values, out, log }: Pick<Invocation, 'values' | 'out' | 'log'>,
): Promise<void> {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  const isFile = to !== '-' && !(existsSync(to) && statSync(to).isDirectory());
  const key = text('key');
  if (key === undefined) {
    const chosen = candidatesOf(conclusion).filter((each) => each.chosen);
    throw new UsageError(
      `confirm what is right with --key (the advisor says ${chosen.map((each) => each.key).join(',') || 'nothing'})`,
    );
  }
  const draft = draftScenario(advisor, conclusion, {
    key: conclusion.options.length > 0 ? key.toUpperCase().split(/[\s,]+/) : key.split(';'),
    rules: text('rules') === 'none' ? [] : text('rules')?.split(/[\s,]+/),
    section: text('section') ?? (isFile ? basename(to, '.yaml') : undefined),
    name: text('name'),
    asks: asksFrom(text('asks')),
  });
  const run = await tryDraft(advisor, draft);
  if (to === '-') out(draftFile(draft).trimEnd());
  else {
    const file = isFile ? to : join(to, `${draft.section}.yaml`);
    if (basename(file) !== `${draft.section}.yaml`)
      throw new UsageError(`a file of scenarios is named after its section: ${draft.section}.yaml`);
    const existing = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    const kept = withDraft(existing, draft);
    writeWhole(dirname(file), new Map([[basename(file), kept.text]]));
    log(`kept ${draft.section}/${draft.name} in ${file}:${kept.line}`);
  }
  const without = run.missing.length > 0 ? `, without ${run.missing.join(', ')}` : '';
  log(run.passed ? 'it passes now' : `it fails now: chose ${run.chosen.join(', ') || 'nothing'}${without}`);
}

export function asksFrom(text: string | undefined): (typeof askKinds)[number] | undefined {
  const found = askKinds.find((kind) => kind === text);
  if (text !== undefined && !found) throw new UsageError(`--asks is ${askKinds.join(', ')}, not ${text}`);
  return found;
}
