/**
 * The CLI as a process, on the fixture knowledge.
 */
import { spawnSync } from 'node:child_process';

const root = new URL('../..', import.meta.url).pathname;

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

export interface RunOptions {
  input?: string;
  rules?: string;
  env?: Record<string, string>;
}

export function criterio(
  args: string[],
  { input = '', rules = 'tests/fixtures/rules', env = {} }: RunOptions = {},
): Ran {
  const ran = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/criterio.ts', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    env: { ...process.env, CRITERIO_RULES: rules, NO_COLOR: '1', ...env },
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

export function jsonLines(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
