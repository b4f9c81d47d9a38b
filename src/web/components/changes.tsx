import type { Change } from '../../explaining/explanation-schema.ts';
import { denial } from '../../reading/facts.ts';
import { type Session, withoutFact, withSetting } from '../session.ts';
import { useHere } from './context.ts';
import { StateLink } from './state-link.tsx';

/** The smallest changes that make a rival win, each ready to be tried. */
export function Changes({ changes, session }: { changes: readonly Change[]; session: Session }) {
  const { t, library } = useHere();
  if (changes.length === 0) return null;
  const changed = (steps: Change['changes']) =>
    steps.reduce((made, { kind, fact, value }) => {
      const before = library.base.facts.has(fact) ? withoutFact(made, fact) : made;
      return withSetting(before, fact, kind === 'deny' ? denial + value : value);
    }, session);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t.result.changes}</h2>
      <ul class="changes">
        {changes.map(({ winner, sentence, name, changes: steps }) => (
          <li key={`${winner} ${sentence}`}>
            {sentence}{' '}
            <StateLink session={changed(steps)} label={t.result.tryItOf(name)}>
              {t.result.tryIt}
            </StateLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
