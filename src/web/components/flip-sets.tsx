import type { Flips } from '../../explaining/interview-schema.ts';
import { rulePath } from '../addresses.ts';
import type { Session } from '../session.ts';
import { withChanges } from './changes.tsx';
import { useHere } from './context.ts';
import { StateLink } from './state-link.tsx';

/** What would make a rival win: each set of changes with its rule, ready to be tried. */
export function FlipSets({ flips, session }: { flips: Flips; session: Session }) {
  const { t, to, library } = useHere();
  const { name, sets } = flips;
  const plain = { ...session, interview: { asked: session.interview?.asked ?? 0 } };
  return (
    <section aria-labelledby="flips">
      <h3 id="flips">{t.interview.flipsOf(name)}</h3>
      <p class="lead">{sets.length === 0 ? t.interview.noFlips(name) : t.interview.flipsLead}</p>
      <ul class="changes">
        {sets.map(({ changes, rule, sentence }) => {
          const label = changes.map((change) => change.label).join(' + ');
          return (
            <li key={label}>
              <strong>{label}</strong>: <a href={to(rulePath(rule))}>{sentence}</a>{' '}
              <StateLink session={withChanges(plain, changes, library.base)} label={t.result.tryItOf(label)}>
                {t.result.tryIt}
              </StateLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
