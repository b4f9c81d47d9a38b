/**
 * A key that stands twice in one object of a JSON text: `JSON.parse` keeps the last and says nothing of the others.
 */

/** Strings, with the colon that makes them keys, and what opens and closes objects and lists. */
const parts = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g;

/** @param text JSON that parses */
export function repeatedKey(text: string): string | undefined {
  const open: Set<string>[] = [];
  for (const [part, string, colon] of text.matchAll(parts)) {
    if (part === '{' || part === '[') open.push(new Set());
    else if (part === '}' || part === ']') open.pop();
    else if (string !== undefined && colon !== undefined) {
      const key = JSON.parse(string) as string;
      if (open.at(-1)?.has(key)) return key;
      open.at(-1)?.add(key);
    }
  }
  return undefined;
}
