/**
 * JSONL from a file or from standard input, line by line, so that input of any length streams.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { UsageError } from './command.ts';

export interface Line {
  /** 1-based. */
  number: number;
  text: string;
}

/** Lines that are not empty; `-` is standard input. */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  if (file !== '-' && !(existsSync(file) && statSync(file).isFile())) {
    throw new UsageError(`there is no file ${file}: name a JSONL file, or - for standard input`);
  }
  const input = file === '-' ? process.stdin : createReadStream(file, 'utf8');
  let number = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (text.trim() !== '') yield { number, text };
  }
}

/** The line's JSON, or undefined where it is none. */
export function parseLine(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
