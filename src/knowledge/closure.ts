/**
 * Transitive closures of is-a and parent links.
 */

/**
 * Itself and all that `links` lead to with the number of steps, nearest first; `undefined` where the links form a
 * circle through `id`.
 */
export function closureOf(
  id: string,
  links: (id: string) => readonly string[],
): Map<string, number> | undefined {
  const reached = new Map([[id, 0]]);
  let frontier = [id];
  for (let steps = 1; frontier.length > 0; steps++) {
    const next: string[] = [];
    for (const from of frontier) {
      for (const to of links(from)) {
        if (to === id) return undefined;
        if (!reached.has(to)) {
          reached.set(to, steps);
          next.push(to);
        }
      }
    }
    frontier = next;
  }
  return reached;
}
