import type { Change } from '../../explaining/explanation-schema.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { denial } from '../../reading/facts.ts';
import { type Session, withoutFact, withSetting } from '../session.ts';
import { useHere } from './context.ts';
import { StateLink } from './state-link.tsx';

/** The smallest changes that make a rival win, each ready to be tried. */
export function Changes({ changes, session }: { changes: readonly Change[]; session: Session }) {
  const { t, library } = useHere();
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t.result.changes}</h2>
      <ul class="changes">
        {changes.map(({ winner, sentence, name, changes: steps }) => (
          <li key={`${winner} ${sentence}`}>
            {sentence}{' '}
            <StateLink session={withChanges(session, steps, library.base)} label={t.result.tryItOf(name)}>
              {t.result.tryIt}
            </StateLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The session with every change made. */
export function withChanges(session: Session, steps: Change['changes'], { facts }: KnowledgeBase): Session {
  return steps.reduce((made, { kind, fact, value }) => {
    const before = facts.has(fact) ? withoutFact(made, fact) : made;
    return withSetting(before, fact, kind === 'deny' ? denial + value : value);
  }, session);
}
