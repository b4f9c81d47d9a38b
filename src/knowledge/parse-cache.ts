/**
 * Files already parsed and checked, kept by the hash of their content: parsing the YAML is most of a start.
 * A cache that can not be read or written is no cache, never an error.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeWholeFile } from './whole-file.ts';

export class ParseCache {
  private readonly path: string;
  private readonly version: string;
  private readonly before: Map<string, unknown>;
  private readonly used = new Map<string, unknown>();
  private changed = false;

  /** @param version whatever else the parsed form depends on, such as the code that checks it */
  constructor(path: string, version: string) {
    this.path = path;
    this.version = version;
    this.before = readEntries(path);
  }

  /** The parsed content of the text, from the cache or by `parse`; undefined results are not kept. */
  get<T>(text: string, parse: () => T | undefined): T | undefined {
    const key = createHash('sha1').update(this.version).update(text).digest('hex');
    if (this.before.has(key)) {
      const content = this.before.get(key);
      this.used.set(key, content);
      return content as T;
    }
    const content = parse();
    if (content !== undefined) {
      this.used.set(key, content);
      this.changed = true;
    }
    return content;
  }

  /** Keeps what was used. */
  save(): void {
    if (!this.changed && this.used.size === this.before.size) return;
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      writeWholeFile(this.path, JSON.stringify([...this.used]));
    } catch {
      // A read-only installation starts a little slower.
    }
  }
}

function readEntries(path: string): Map<string, unknown> {
  try {
    return new Map(JSON.parse(readFileSync(path, 'utf8')) as [string, unknown][]);
  } catch {
    return new Map();
  }
}
