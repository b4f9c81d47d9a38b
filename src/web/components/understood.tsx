import type { Explanation } from '../../explaining/explanation-schema.ts';
import { useHere } from './context.ts';

const roles = ['need', 'ask', 'must-not', 'symptom', 'setting'] as const;

/** The text with what was understood underlined: each role has a line of its own, named in the legend. */
export function Understood({ text }: { text: Explanation['text'] }) {
  const { t, wording } = useHere();
  const roleOf = (named: string | undefined) =>
    roles.find((role) => wording.role(role) === named || role === named);
  const present = roles.filter((role) => text.some((piece) => roleOf(piece.role) === role));
  if (present.length === 0) return <p>{t.result.nothingRead}</p>;
  return (
    <>
      <p class="marked">
        {text.map(({ text: words, role, meanings }) => {
          const known = roleOf(role);
          if (known === undefined || meanings.length === 0) return words;
          const title = `${wording.role(known)}: ${meanings.join(', ')}`;
          return (
            <mark class={`role-${known}`} title={title}>
              {words}
            </mark>
          );
        })}
      </p>
      <ul class="legend" aria-label={t.result.legend}>
        {present.map((role) => (
          <li key={role}>
            <mark class={`role-${role}`}>{wording.role(role)}</mark>
          </li>
        ))}
      </ul>
    </>
  );
}
