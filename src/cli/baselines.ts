/**
 * `--save` and `--baseline`, as `test` and `exam` take them.
 */
import {
  compareSnapshots,
  flipLines,
  isRegression,
  readBaseline,
  type Snapshot,
  writeBaseline,
} from '../checking/baseline.ts';
import { type Command, type Invocation, langOf } from './command.ts';

export const baselineOptions: Command['options'] = {
  baseline: { type: 'string', describe: 'answers saved before: what flipped since, through which rules' },
  strict: {
    type: 'boolean',
    describe: 'with --baseline: fail on any difference, not only where right turned wrong',
  },
  save: { type: 'string', describe: 'save the answers as a baseline' },
};

/** @throws BaselineError before anything is run */
export function baselineIn({ baseline }: Invocation['values']): Snapshot[] | undefined {
  return typeof baseline === 'string' ? readBaseline(baseline) : undefined;
}

/**
 * Saves and compares as asked.
 * @param summed only the numbers: no question is named
 * @returns whether what was right no longer is (with --strict: whether anything differs); undefined without a baseline
 */
export function settleBaseline(
  { values, out, log }: Pick<Invocation, 'values' | 'out' | 'log'>,
  baseline: readonly Snapshot[] | undefined,
  snapshots: readonly Snapshot[],
  summed = false,
): boolean | undefined {
  if (typeof values.save === 'string') writeBaseline(values.save, snapshots);
  if (!baseline) return undefined;
  const flips = compareSnapshots(baseline, snapshots);
  const lines = flipLines(flips, langOf(values));
  for (const line of summed ? lines.slice(-1) : lines) (values.json === true ? log : out)(line);
  return isRegression(flips, values.strict === true);
}
