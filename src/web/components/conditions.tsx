import type { Condition } from '../../knowledge/condition.ts';
import { useHere } from './context.ts';

/** A condition as a list: what must all be so; what is one of several stays in one line. */
export function Conditions({ condition }: { condition: Condition }) {
  const { wording } = useHere();
  const parts = 'all' in condition ? condition.all : [condition];
  return (
    <ul class="conditions">
      {parts.map((part) => {
        const words = wording.condition(part);
        return <li key={words}>{words}</li>;
      })}
    </ul>
  );
}
