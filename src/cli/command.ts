/**
 * What a command of the CLI is made of.
 */
import type { Lang } from '../knowledge/knowledge-base.ts';

export interface Invocation {
  positionals: string[];
  values: Record<string, string | boolean | undefined>;
  /** Data, to standard output. */
  out: (text: string) => void;
  /** Logs, to standard error. */
  log: (text: string) => void;
}

export interface Command {
  name: string;
  summary: string;
  usage: string;
  options: Record<string, { type: 'string' | 'boolean'; describe: string }>;
  /** @returns exit code: 0 fine, 1 findings or bad lines, 2 usage or broken base */
  run(invocation: Invocation): Promise<number>;
}

/** What was asked of the command line makes no sense: told with the usage, exit 2. */
export class UsageError extends Error {}

/** The value of an option that takes one of a few; undefined where it is not given. */
export function oneOf<T extends string>(name: string, value: unknown, known: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = known.find((each) => each === value);
  if (!found) throw new UsageError(`--${name} is ${known.join(' or ')}, not ${String(value)}`);
  return found;
}

/** The language of what is printed, where a command has it chosen. */
export const langOption: Command['options'] = {
  lang: { type: 'string', describe: 'language of what is printed: en (default) or es' },
};

export function langOf({ lang }: Invocation['values']): Lang {
  return oneOf('lang', lang, ['en', 'es'] as const) ?? 'en';
}

/**
 * The one file that a command is about.
 * @param what it holds, for whoever has not named it
 * @throws UsageError where it is not named, or where more are: the others would be passed over
 */
export function oneFile([file, ...more]: readonly string[], what: string): string {
  if (file === undefined) throw new UsageError(`name a ${what}`);
  if (more.length > 0) throw new UsageError(`name one ${what}: ${more.join(' ')} is too much`);
  return file;
}

/**
 * The whole number that an option gives.
 * @throws UsageError where it gives something else
 */
export function wholeNumber({ values }: Pick<Invocation, 'values'>, option: string, usually: number): number {
  const given = values[option];
  if (given === undefined) return usually;
  const number = Number(given);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new UsageError(`--${option} takes a whole number, not ${given}`);
}
