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
import { answerCommand } from './answer-command.ts';
import { askCommand } from './ask-command.ts';
import { auditCommand } from './audit-command.ts';
import { checkCommand } from './check-command.ts';
import { type Command, UsageError } from './command.ts';
import { coverageCommand } from './coverage-command.ts';
import { diffCommand } from './diff-command.ts';
import { examCommand } from './exam-command.ts';
import { exportCommand } from './export-command.ts';
import { interviewCommand } from './interview-command.ts';
import { mutantsCommand } from './mutants-command.ts';
import { newCommand } from './new-command.ts';
import { principlesCommand } from './principles-command.ts';
import { renameCommand } from './rename-command.ts';
import { schemasCommand } from './schemas-command.ts';
import { systemErrorText } from './system-error.ts';
import { testCommand } from './test-command.ts';

const commands: Command[] = [
  answerCommand,
  askCommand,
  interviewCommand,
  checkCommand,
  testCommand,
  examCommand,
  principlesCommand,
  auditCommand,
  coverageCommand,
  diffCommand,
  mutantsCommand,
  schemasCommand,
  newCommand,
  renameCommand,
  exportCommand,
];

const out = (text: string) => process.stdout.write(`${text}\n`);
const log = (text: string) => process.stderr.write(`${text}\n`);

async function main([name = '--help', ...rest]: string[]): Promise<number> {
  if (name === '--help' || name === 'help' || name === '-h') {
    out(overview());
    return 0;
  }
  const command = commands.find((each) => each.name === name);
  if (!command) {
    log(
      `unknown command ${name}${suggestion(
        name,
        commands.map((each) => each.name),
      )}\n\n${overview()}`,
    );
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

function overview(): string {
  const list = commands.map(({ name: each, summary }) => `  ${each.padEnd(10)} ${summary}`);
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
