import { sourceOf } from '../../explaining/reason.ts';
import type { Statement } from '../../knowledge/knowledge-base.ts';
import { useHere } from './context.ts';
import { SourceNote } from './source-note.tsx';

export function StatementNotes({ statements }: { statements: readonly Statement[] }) {
  const { library, visit } = useHere();
  return (
    <>
      {statements.map((statement) => (
        <SourceNote key={statement.id} source={sourceOf(statement, library.base, visit.lang)} />
      ))}
    </>
  );
}
