import { anything } from '../../knowledge/claim-rules.ts';
import { denial } from '../../reading/facts.ts';
import type { Conclusion } from '../../reasoning/consultation.ts';
import {
  isUnknown,
  type Session,
  type Setting,
  unknownMark,
  withoutSetting,
  withSetting,
} from '../session.ts';
import { useHere } from './context.ts';
import { StateLink } from './state-link.tsx';

interface ToldProps {
  conclusion: Conclusion;
  session: Session;
}

/** All that is known, read or answered: each can be taken back, or looked at without it first. */
export function Told({ conclusion, session }: ToldProps) {
  const { t } = useHere();
  const { settings } = session;
  const answered = settings.filter(({ value }) => !value.startsWith(denial) && !isUnknown(value));
  const denied = settings.filter(({ value }) => value.startsWith(denial));
  const aside = settings.filter(({ value }) => isUnknown(value));
  const said = [...readIn(conclusion), ...answered];
  return (
    <section aria-labelledby="told">
      <h2 id="told">{t.interview.told}</h2>
      {said.length === 0 && <p>{t.interview.toldNothing}</p>}
      <ul class="facts">
        {said.map((setting) => (
          <SaidItem key={`${setting.fact}=${setting.value}`} setting={setting} session={session} />
        ))}
      </ul>
      <Folded title={t.interview.notSo(denied.length)} settings={denied} session={session} />
      <Folded title={t.interview.setAside(aside.length)} settings={aside} session={session} />
    </section>
  );
}

/** What the text says: the things themselves, not what follows from them. */
function readIn({ facts }: Conclusion): Setting[] {
  return [...facts.entries()]
    .filter(({ fact, value, said: [first] }) => {
      const isTold = first?.by === 'read' && (first.leaf === value || typeof value === 'number');
      return isTold && fact !== 'need.is' && fact !== 'about.trait' && !String(value).startsWith(denial);
    })
    .map(({ fact, value }) => ({ fact, value: String(value) }));
}

function SaidItem({ setting, session }: { setting: Setting; session: Session }) {
  const { t } = useHere();
  const { fact, value } = setting;
  const label = useLabel(setting);
  const isAnswer = session.settings.some((each) => each.fact === fact && each.value === value);
  const without = isAnswer
    ? withoutSetting(session, fact, value)
    : withSetting(session, fact, denial + value);
  const trying = { asked: session.interview?.asked ?? 0, trying: { fact, value: denial + value } };
  return (
    <li>
      <span class="fact">
        <span class="label">{label}</span>{' '}
        <span class="by">{t.result.by[isAnswer ? 'answered' : 'read']}</span>
      </span>
      <span>
        <StateLink
          class="chip quiet"
          session={{ ...session, interview: trying }}
          label={t.interview.whatIfOf(label)}
        >
          {t.interview.whatIf}
        </StateLink>
        <StateLink session={without} label={t.interview.withdrawOf(label)}>
          {t.interview.withdraw}
        </StateLink>
      </span>
    </li>
  );
}

interface FoldedProps {
  title: string;
  settings: readonly Setting[];
  session: Session;
}

function Folded({ title, settings, session }: FoldedProps) {
  const { t } = useHere();
  if (settings.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul class="facts">
        {settings.map((setting) => (
          <FoldedItem key={`${setting.fact}=${setting.value}`} setting={setting} session={session}>
            {t.interview.withdraw}
          </FoldedItem>
        ))}
      </ul>
    </details>
  );
}

function FoldedItem({
  setting,
  session,
  children,
}: {
  setting: Setting;
  session: Session;
  children: string;
}) {
  const { t } = useHere();
  const { fact, value } = setting;
  const label = useLabel(setting);
  return (
    <li>
      <span class="label">{label}</span>
      <StateLink session={withoutSetting(session, fact, value)} label={t.interview.withdrawOf(label)}>
        {children}
      </StateLink>
    </li>
  );
}

function useLabel({ fact, value }: Setting): string {
  const { wording, library, visit } = useHere();
  const known = library.base.facts.get(fact);
  if (known && isUnknown(value)) return known.name[visit.lang];
  const plain = value.startsWith(unknownMark) ? value.slice(unknownMark.length) : value;
  return wording.fact(fact, plain === '' || plain === denial + anything ? anything : plain);
}
