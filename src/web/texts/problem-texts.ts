/**
 * The words of every problem in the table, in one language.
 */
import type { ProblemCode } from '../problem.ts';

/** What was got, and what it was got for. */
export type ProblemTexts = Record<ProblemCode, (got: string, of: string) => string>;
