/**
 * Transitive closures of is-a and parent links.
 */

/** Itself and all that `links` lead to, nearest first; `undefined` where the links form a circle through `id`. */
export function closureOf(id: string, links: (id: string) => readonly string[]): string[] | undefined {
  const reached = new Set([id]);
  let frontier = [id];
  while (frontier.length > 0) {
    const next: string[] = [];
    for (const from of frontier) {
      for (const to of links(from)) {
        if (to === id) return undefined;
        if (!reached.has(to)) {
          reached.add(to);
          next.push(to);
        }
      }
    }
    frontier = next;
  }
  return [...reached];
}
