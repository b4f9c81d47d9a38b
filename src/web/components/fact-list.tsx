import type { Explanation } from '../../explaining/explanation-schema.ts';
import { denial } from '../../reading/facts.ts';
import { hasSetting, type Session, withoutSetting, withSetting } from '../session.ts';
import { type Here, useHere } from './context.ts';
import { StateLink } from './state-link.tsx';

type Fact = Explanation['facts'][number];

/** Choices and quantities the visitor took back: nothing is known of them, so the explanation is silent on them. */
export function withdrawnOf({ settings }: Session, { library, wording }: Here): Fact[] {
  return settings
    .filter(({ fact, value }) => value.startsWith(denial) && library.base.facts.has(fact))
    .map(({ fact, value }) => ({
      fact,
      value,
      label: wording.fact(fact, value.slice(denial.length)),
      in: 'stem',
      words: [],
      spans: [],
      by: 'answered',
      denied: true,
    }));
}

/** Every fact with the words it comes from, and a way to take it back. */
export function FactList({ facts, session }: { facts: Explanation['facts']; session: Session }) {
  const { t } = useHere();
  return (
    <ul class="facts">
      {facts.map((fact) => (
        <li key={`${fact.fact}=${fact.value}`} class={fact.denied ? 'denied' : fact.by}>
          <span class="fact">
            <span class="label">{fact.label}</span>{' '}
            {fact.words.map((words) => (
              <q key={words}>{words}</q>
            ))}{' '}
            <span class="by">{fact.denied ? t.result.denied : t.result.by[fact.by]}</span>
          </span>{' '}
          <Control fact={fact} session={session} />
        </li>
      ))}
    </ul>
  );
}

function Control({ fact, session }: { fact: Fact; session: Session }) {
  const { t } = useHere();
  const value = fact.value.startsWith(denial) ? fact.value.slice(denial.length) : fact.value;
  if (fact.denied) {
    return (
      <StateLink
        session={withoutSetting(session, fact.fact, denial + value)}
        label={t.result.restoreOf(fact.label)}
      >
        {t.result.restore}
      </StateLink>
    );
  }
  const next = hasSetting(session, fact.fact, value)
    ? withoutSetting(session, fact.fact, value)
    : withSetting(session, fact.fact, denial + value);
  return (
    <StateLink session={next} label={t.result.withdrawOf(fact.label)}>
      {t.result.withdraw}
    </StateLink>
  );
}
