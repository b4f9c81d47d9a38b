/**
 * A multimap: a key with all that is filed under it, in the order it came.
 */

export function fileUnder<K, T>(index: Map<K, T[]>, key: K, one: T): void {
  const before = index.get(key);
  if (before) before.push(one);
  else index.set(key, [one]);
}

/** @param keysOf the keys that one is filed under */
export function filed<K, T>(all: Iterable<T>, keysOf: (one: T) => readonly K[]): Map<K, T[]> {
  const index = new Map<K, T[]>();
  for (const one of all) for (const key of keysOf(one)) fileUnder(index, key, one);
  return index;
}
