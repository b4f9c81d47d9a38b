/**
 * YAML as its author wrote it, with an entry more: positions come from the parsed document, and everything else stays
 * as it is, byte for byte. (Writing the document anew would fold lines and move comments that nobody touched.)
 */
import {
  Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  parseDocument,
  type Scalar,
  stringify,
  visit,
  type YAMLMap,
} from 'yaml';
import { KeepingError } from './keeping-error.ts';

/** A stretch of a text, and what shall stand there. */
export interface Replacement {
  start: number;
  end: number;
  text: string;
}

/**
 * The text with `key: value` as the last entry of the top-level map `under`; the map is made after the entry `after`
 * where it is missing.
 * @param written the entry's value; lists and maps of its second level stand in one line, as authors write them
 * @throws KeepingError where the text can not be added to, or has the key
 */
export function withEntry(
  text: string,
  { file, under, after, key, written }: NewEntry,
): { text: string; line: number } {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error)
    throw new KeepingError('BROKEN_FILE', { got: file, of: error.message.split('\n')[0] ?? 'not YAML' });
  if (!isMap(document.contents)) throw new KeepingError('BROKEN_FILE', { got: file, of: 'it holds no map' });
  if (document.hasIn([under, key])) throw new KeepingError('NAME_TAKEN', { got: key, of: file });
  const entry = entryText(key, written);
  const map = document.get(under);
  if (isMap(map) && map.items.length > 0 && !map.flow) {
    return inserted(text, endOf(map, text), indented(entry, indentOf(map, text)));
  }
  if (isMap(map) && map.items.length > 0) {
    throw new KeepingError('BROKEN_FILE', {
      got: file,
      of: `${under} stands in one line; write it in several`,
    });
  }
  const head = `${under}:\n${indented(entry, 2)}`;
  const pair = document.contents.items.find(({ key: name }) => isScalar(name) && name.value === under);
  if (pair && isScalar(pair.key)) {
    const start = pair.key.range?.[0] ?? 0;
    const end = isNode(pair.value) ? (pair.value.range?.[1] ?? start) : start + under.length + 1;
    const stop = lineEnd(text, end);
    return inserted(text.slice(0, start) + text.slice(stop), start, head);
  }
  const before = document.get(after);
  return inserted(text, isCollection(before) ? endOf(before, text) : text.length, head);
}

export interface NewEntry {
  /** For messages. */
  file: string;
  under: string;
  after: string;
  key: string;
  written: Record<string, unknown>;
}

/** The text with all replacements made; they must not overlap. */
export function replaced(text: string, replacements: readonly Replacement[]): string {
  const inOrder = [...replacements].sort((a, b) => b.start - a.start);
  return inOrder.reduce(
    (whole, { start, end, text: by }) => whole.slice(0, start) + by + whole.slice(end),
    text,
  );
}

/** What shall stand for a scalar: the new value, in quotes only where YAML needs them. */
export function replacementOf({ range }: Scalar, value: string): Replacement {
  const [start, end] = range ?? [0, 0];
  return { start, end, text: stringify(value).trim() };
}

/** `key: value` as an author would write it: the value's fields in lines of their own, what they hold in one line. */
export function entryText(key: string, written: Record<string, unknown>): string {
  const document = new Document({ [key]: written });
  visit(document, {
    Collection(_, node, path) {
      const isListOfMaps = 'items' in node && !isMap(node) && node.items.some((item) => isMap(item));
      // The document's map, the entry, its fields: what is deeper is in one line; a list of maps has one on each.
      const depth = path.filter(isCollection).length;
      if (depth >= 2 && !isListOfMaps && !isTextField(path.at(-1))) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** The entry that starts at the line: it, and those below that are indented deeper. */
export function entryLines(text: string, line: number): string[] {
  const depth = (each: string) => each.search(/\S/);
  const [first = '', ...rest] = text.split('\n').slice(line - 1);
  const end = rest.findIndex((each) => depth(each) >= 0 && depth(each) <= depth(first));
  return [first, ...rest.slice(0, end < 0 ? undefined : end)];
}

/** Fields with long texts: each of them on a line of its own. */
const textFields = ['because', 'options', 'today'];

function isTextField(parent: unknown): boolean {
  return isPair(parent) && isScalar(parent.key) && textFields.includes(String(parent.key.value));
}

function indentOf(map: YAMLMap, text: string): number {
  const first = map.items[0]?.key;
  const at = isNode(first) ? (first.range?.[0] ?? 0) : 0;
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

/** The start of the line after the last value of a collection; a comment on that line stays with it. */
function endOf(collection: { range?: [number, number, number] | null }, text: string): number {
  const end = collection.range?.[1] ?? text.length;
  const trimmed = text.slice(0, end).trimEnd().length;
  return lineEnd(text, trimmed);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

function indented(entry: string, by: number): string {
  return entry.replace(/^(?=.)/gm, ' '.repeat(by));
}

function inserted(text: string, at: number, entry: string): { text: string; line: number } {
  const before = text.slice(0, at);
  const parted = before === '' || before.endsWith('\n') ? before : `${before}\n`;
  return { text: parted + entry + text.slice(at), line: parted.split('\n').length };
}
