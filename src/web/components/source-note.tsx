import type { Source } from '../../explaining/explanation-schema.ts';
import { lineRanges, statementPath } from '../addresses.ts';
import { useHere } from './context.ts';

interface SourceNoteProps {
  source: Source;
  /** Its place alone: the rest stands above. */
  short?: boolean;
  /** What is said already, and not to be said again. */
  said?: string;
}

/** A statement with where it stands in the notes and what has changed since. */
export function SourceNote({ source, short = false, said }: SourceNoteProps) {
  const { t, to } = useHere();
  const { text, heading, lines, statement, today, notes } = source;
  const place = (
    <a class="cite" href={to(statementPath(statement))}>
      {lines.length === 0
        ? t.result.general(heading)
        : t.result.source(heading, lineRanges(lines), lines.length)}
    </a>
  );
  if (short) return <p class="source">{place}</p>;
  return (
    <div class="source">
      <p>
        {text !== said && text} {place}
      </p>
      {today && <Today {...today} />}
      {notes && notes.length > 0 && (
        <blockquote lang="es">
          {notes.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <footer>{t.result.ownNotes}</footer>
        </blockquote>
      )}
    </div>
  );
}

/** What is true today where the notes are not. */
export function Today({ status, since, text }: { status: string; since?: string | undefined; text: string }) {
  const { t } = useHere();
  const names: Record<string, string> = t.browse.statuses;
  return (
    <p class="today">
      <strong>{since === undefined ? t.result.sinceExam : t.result.since(since)}</strong>{' '}
      <span class="tag">{names[status] ?? status}</span> {text}
    </p>
  );
}
