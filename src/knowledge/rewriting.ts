/**
 * Measured figures written into a YAML file of the knowledge: one value is replaced, and everything around it, comments
 * included, stays as its author wrote it.
 */
import { readFileSync } from 'node:fs';
import { isNode, parseDocument } from 'yaml';
import { writeWholeFile } from './whole-file.ts';

/**
 * @param path keys that lead to the value
 * @param value the new value as YAML; of a list in lines of their own, with their indent
 * @throws Error where the path leads to nothing: the file is not the one that was loaded
 */
export function withValue(text: string, path: readonly string[], value: string): string {
  const node = parseDocument(text).getIn(path, true);
  const range = isNode(node) ? node.range : undefined;
  if (!range) throw new Error(`there is no ${path.join('.')} in the file`);
  const [from, to] = range;
  // A list in lines of its own ends with the line end before whatever comes next.
  const end = from + text.slice(from, to).trimEnd().length;
  return text.slice(0, from) + value + text.slice(end);
}

export function rewrite(file: string, change: (text: string) => string): void {
  writeWholeFile(file, change(readFileSync(file, 'utf8')));
}
