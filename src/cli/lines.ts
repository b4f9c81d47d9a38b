/**
 * JSONL from a file or from standard input, line by line, so that input of any length streams.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { UsageError } from './command.ts';
import { repeatedKey } from './repeated-key.ts';

/** A line longer than this is refused before it is parsed, in bytes. */
const longestLine = 1_000_000;

export interface Line {
  /** 1-based. */
  number: number;
  /** Without its end; of a line that is too long only the start is kept. */
  bytes: Buffer;
  /** Of all of it, in bytes. */
  length: number;
}

/** What keeps a line from being read: its code in the contract, and what to do about it. */
export interface BadLine {
  code: 'LINE_TOO_LONG' | 'NOT_UTF8' | 'BAD_JSON' | 'REPEATED_KEY';
  message: string;
}

/** Lines that are not empty; `-` is standard input. */
export function linesOf(file: string): AsyncGenerator<Line> {
  if (file !== '-' && !existsSync(file)) {
    throw new UsageError(`there is no file ${file}: name a JSONL file, or - for standard input`);
  }
  if (file !== '-' && statSync(file).isDirectory()) {
    throw new UsageError(`${file} is a folder: name a JSONL file, or - for standard input`);
  }
  return split(file === '-' ? process.stdin : createReadStream(file));
}

/**
 * Cut at line ends as bytes: text may hold signs that only look like one (U+2028), and a line without end must not fill
 * the memory.
 */
async function* split(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let number = 0;
  let kept: Buffer[] = [];
  let length = 0;
  const take = (part: Buffer) => {
    if (length <= longestLine) kept.push(part.subarray(0, longestLine + 1 - length));
    length += part.length;
  };
  const end = (): Line => {
    const line = { number: ++number, bytes: Buffer.concat(kept), length };
    kept = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      take(chunk.subarray(from, at));
      from = at + 1;
      const line = end();
      if (!isBlank(line)) yield line;
    }
    take(chunk.subarray(from));
  }
  const last = end();
  if (!isBlank(last)) yield last;
}

const lineFeed = 0x0a;

function isBlank({ number, bytes, length }: Line): boolean {
  return length < 100 && withoutMark(bytes.toString('latin1'), number, latin1Mark).trim() === '';
}

/** The mark that some editors put before the first line of UTF-8, as decoded. */
const mark = '\ufeff';
const latin1Mark = '\u00ef\u00bb\u00bf';

function withoutMark(text: string, number: number, sign: string): string {
  return number === 1 && text.startsWith(sign) ? text.slice(sign.length) : text;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The line's JSON, or why it has none. */
export function parseLine({ number, bytes, length }: Line): { value: unknown } | BadLine {
  if (length > longestLine) {
    return {
      code: 'LINE_TOO_LONG',
      message: `the line has ${length} bytes, at most ${longestLine} are read`,
    };
  }
  let text: string;
  try {
    text = withoutMark(decoder.decode(bytes), number, mark);
  } catch {
    return { code: 'NOT_UTF8', message: 'the line is not UTF-8: save the file as UTF-8' };
  }
  try {
    const value: unknown = JSON.parse(text);
    const repeated = repeatedKey(text);
    if (repeated === undefined) return { value };
    return {
      code: 'REPEATED_KEY',
      message: `${JSON.stringify(repeated)} stands twice in one object: only one of them could be read, so rename or remove the other`,
    };
  } catch {
    return {
      code: 'BAD_JSON',
      message: 'the line is not JSON: give one question as a JSON object on each line',
    };
  }
}
