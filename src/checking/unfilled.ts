/**
 * Places that `criterio new` left open and nobody has filled in yet.
 */
import type { Finding } from '../knowledge/finding.ts';
import type { Source } from '../knowledge/source.ts';

/** What `criterio new` leaves where its author still has to write. */
export const fillInMark = 'FILL IN';

/** Every place of a file that is still to be filled in. */
export function unfilled({ file, text }: Pick<Source, 'file' | 'text'>): Finding[] {
  if (!text.includes(fillInMark)) return [];
  return text.split('\n').flatMap((excerpt, at): Finding[] => {
    const column = excerpt.indexOf(fillInMark) + 1;
    if (column === 0) return [];
    const message = excerpt.slice(column - 1).replace(/["'}]+$/, '');
    return [{ code: 'KB_FILL_IN', file, line: at + 1, column, message, excerpt }];
  });
}
