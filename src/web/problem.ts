/**
 * What can go wrong for a visitor. One table: each code with its status; its words are in texts/.
 */
import type { Session } from './session.ts';

export const problemStatus = {
  EMPTY_TEXT: 422,
  NO_STEM: 422,
  REPEATED_OPTION: 422,
  TEXT_TOO_LONG: 413,
  NOT_TEXT: 400,
  UNKNOWN_FACT: 400,
  UNKNOWN_VALUE: 400,
  BAD_CHOOSE: 400,
  BAD_SETTING: 400,
  NO_NUMBER: 400,
  BAD_REQUEST: 400,
  BAD_QUESTION: 400,
  BAD_JSON: 400,
  NOT_FOUND: 404,
  WRONG_METHOD: 405,
  ADDRESS_TOO_LONG: 431,
  WRONG_TYPE: 415,
  TOO_MANY_REQUESTS: 429,
  OVERLOADED: 503,
  INTERNAL: 500,
} as const;
export type ProblemCode = keyof typeof problemStatus;

export interface ProblemDetail {
  /** The thing that is wrong, as sent. */
  got?: string;
  /** What it was sent for: the fact of an unknown value. */
  of?: string;
  /** The nearest that is known. */
  near?: string;
  /** The question as far as it was understood, so that nothing typed is lost. */
  session?: Session;
  /** The session with the nearest known in place of what was sent. */
  mended?: Session;
  /** The session without what was sent. */
  without?: Session;
}

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly statusCode: number;
  readonly detail: ProblemDetail;
  constructor(code: ProblemCode, detail: ProblemDetail = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.statusCode = problemStatus[code];
    this.detail = detail;
  }
}

const codesOfFastify: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'TEXT_TOO_LONG',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'WRONG_TYPE',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'BAD_JSON',
  FST_ERR_CTP_INVALID_JSON_BODY: 'BAD_JSON',
  FST_ERR_BAD_URL: 'NOT_FOUND',
  FST_UNDER_PRESSURE: 'OVERLOADED',
};

/** Any error as a problem; what nobody foresaw is INTERNAL. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code = '', statusCode } = error as { code?: string; statusCode?: number };
  const known = codesOfFastify[code];
  if (known) return new Problem(known);
  const sameStatus = (['WRONG_TYPE', 'TOO_MANY_REQUESTS', 'TEXT_TOO_LONG', 'NOT_FOUND'] as const).find(
    (each) => problemStatus[each] === statusCode,
  );
  if (sameStatus) return new Problem(sameStatus);
  return new Problem(
    statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? 'BAD_REQUEST' : 'INTERNAL',
  );
}
