/**
 * The fewest parts that still do what is asked of them, found by leaving out ever smaller runs of them (Zeller and
 * Hildebrandt 2002, "Simplifying and isolating failure-inducing input", IEEE Trans. Softw. Eng. 28).
 */

/** @param holds true of all the parts together; parts that it stays true without are left out */
export async function shrunk<T>(
  parts: readonly T[],
  holds: (parts: readonly T[]) => Promise<boolean>,
): Promise<T[]> {
  let kept = [...parts];
  for (let run = Math.ceil(kept.length / 2); run >= 1; run = run === 1 ? 0 : Math.ceil(run / 2)) {
    for (let at = 0; at < kept.length; ) {
      const rest = [...kept.slice(0, at), ...kept.slice(at + run)];
      if (rest.length > 0 && (await holds(rest))) kept = rest;
      else at += run;
    }
  }
  return kept;
}
