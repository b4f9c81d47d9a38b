#!/usr/bin/env node
/**
 * The command line: `criterio <command>`. Data on stdout, logs on stderr; exit 0, 1 or 2.
 */
import { parseArgs } from 'node:util';
import { BaselineError } from '../checking/baseline.ts';
import { CalibrationError } from '../checking/calibration.ts';
import { HistoryError } from '../checking/history.ts';
import { VerdictsError } from '../checking/verdicts.ts';
import { Refusal } from '../keeping/keeping-error.ts';
import { KnowledgeError } from '../knowledge/finding.ts';
import { suggestion } from '../knowledge/nearest.ts';
import { type Command, UsageError } from './command.ts';
import { systemErrorText } from './system-error.ts';

/** Each read when it is called: the solver that `check` brings takes longer to load than a question to answer. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map(
  Object.entries({
    answer: async () => (await import('./answer-command.ts')).answerCommand,
    ask: async () => (await import('./ask-command.ts')).askCommand,
    interview: async () => (await import('./interview-command.ts')).interviewCommand,
    check: async () => (await import('./check-command.ts')).checkCommand,
    test: async () => (await import('./test-command.ts')).testCommand,
    exam: async () => (await import('./exam-command.ts')).examCommand,
    principles: async () => (await import('./principles-command.ts')).principlesCommand,
    audit: async () => (await import('./audit-command.ts')).auditCommand,
    coverage: async () => (await import('./coverage-command.ts')).coverageCommand,
    diff: async () => (await import('./diff-command.ts')).diffCommand,
    mutants: async () => (await import('./mutants-command.ts')).mutantsCommand,
    schemas: async () => (await import('./schemas-command.ts')).schemasCommand,
    new: async () => (await import('./new-command.ts')).newCommand,
    rename: async () => (await import('./rename-command.ts')).renameCommand,
    export: async () => (await import('./export-command.ts')).exportCommand,
  }),
);

const out = (text: string) => process.stdout.write(`${text}\n`);
const log = (text: string) => process.stderr.write(`${text}\n`);

async function main([name = '--help', ...rest]: string[]): Promise<number> {
  if (name === '--help' || name === 'help' || name === '-h') {
    out(await overview());
    return 0;
  }
  const command = await commands.get(name)?.();
  if (!command) {
    log(`unknown command ${name}${suggestion(name, [...commands.keys()])}\n\n${await overview()}`);
    return 2;
  }
  try {
    const { values, positionals } = parse(command, rest);
    if (values.help === true) {
      out(help(command));
      return 0;
    }
    return await command.run({ values, positionals, out, log });
  } catch (error) {
    if (error instanceof UsageError) log(`${error.message}\n\n${help(command)}`);
    else if (isTold(error)) log(error.message);
    else {
      const refused = systemErrorText(error);
      if (refused === undefined) throw error;
      log(refused);
    }
    return 2;
  }
}

/** Errors that say themselves what was wrong and what to do. */
function isTold(error: unknown): error is Error {
  return [KnowledgeError, BaselineError, CalibrationError, HistoryError, VerdictsError, Refusal].some(
    (kind) => error instanceof kind,
  );
}

function parse(command: Command, args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { help: { type: 'boolean' }, ...command.options },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function overview(): Promise<string> {
  const all = await Promise.all([...commands.values()].map((load) => load()));
  const list = all.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`);
  return ['criterio <command> [--help]', '', ...list].join('\n');
}

function help({ usage, summary, options }: Command): string {
  const list = Object.entries(options).map(([name, { describe }]) => `  --${name.padEnd(12)} ${describe}`);
  return [usage, `  ${summary}`, '', ...list].join('\n');
}

// A pipe closed by its reader (| head) is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

process.exitCode = await main(process.argv.slice(2));
