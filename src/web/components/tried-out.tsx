import type { Difference } from '../../interviewing/what-if.ts';
import { denial } from '../../reading/facts.ts';
import { contendersOf } from '../../reasoning/contenders.ts';
import { type Session, withoutFact, withSetting } from '../session.ts';
import { useHere } from './context.ts';
import { EffectList } from './interview-question.tsx';
import { StateLink } from './state-link.tsx';

/** A change looked at before it is taken: who would be ahead, and whose points move through which rules. */
export function TriedOut({ tried, session }: { tried: Difference; session: Session }) {
  const { t, wording, library } = useHere();
  const { interview = { asked: 0 } } = session;
  const { trying, ...rest } = interview;
  if (!trying) return null;
  const plain = { ...session, interview: rest };
  const { fact, value } = trying;
  const label = wording.fact(fact, value.replace(denial, ''));
  const [before, after] = [tried.before, tried.after].map((each) => contendersOf(each)[0]);
  const base = library.base.facts.has(fact) ? withoutFact(plain, fact) : plain;
  const outcome =
    tried.effects.length === 0
      ? t.interview.same
      : before?.id === after?.id
        ? t.interview.stays(after?.name ?? '')
        : t.interview.turns(after?.name ?? '');
  return (
    <aside class="tried" aria-labelledby="tried">
      <h2 id="tried">{t.interview.ifNot(label)}</h2>
      <p>{outcome}</p>
      <EffectList
        effects={tried.effects.map(({ evidence: { rule }, ...effect }) => ({
          ...effect,
          rule: rule.id,
          sentence: wording.rule(rule),
        }))}
      />
      <p>
        <StateLink session={withSetting(base, fact, value)}>{t.interview.take}</StateLink>{' '}
        <StateLink class="chip quiet" session={plain}>
          {t.interview.leave}
        </StateLink>
      </p>
    </aside>
  );
}
