import type { Candidate } from '../../keeping/scenario-draft.ts';
import { askKinds, rulesExpected } from '../../keeping/scenario-draft.ts';
import { Choice } from '../components/choice.tsx';
import { useHere } from '../components/context.ts';
import { Layout } from '../components/layout.tsx';
import { SectionChoice } from '../components/section-choice.tsx';
import { fitsLink, linkOf, type Session, stateOf } from '../session.ts';

/** What the form says. */
export interface KeepForm {
  /** Keys of candidates, and the name of another outcome. */
  keys: readonly string[];
  other: string;
  /** `key|id` of what is expected to count. */
  rules: readonly string[];
  section: string;
  name: string;
  asks: string;
}

/** The scenario as it stands in its file, and what the rules say of it. */
export interface Drafted {
  yaml: string;
  path: string;
  /** Where it was written, if it was. */
  place?: string | undefined;
  section: string;
  passed: boolean;
  chosen: readonly string[];
  missing: readonly string[];
}

export interface KeepPageProps {
  session: Session;
  stem: string;
  isOpen: boolean;
  candidates: readonly Candidate[];
  form: KeepForm;
  edit: boolean;
  drafted?: Drafted | undefined;
  problem?: string | undefined;
}

export function KeepPage(props: KeepPageProps) {
  const { t } = useHere();
  const words = t.keeper.keep;
  const { session, stem, drafted, problem } = props;
  return (
    <Layout title={words.title} under="review">
      <div class="intro">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      {problem !== undefined && (
        <p class="problem" role="alert" id="result">
          {problem}
        </p>
      )}
      {drafted && <DraftedScenario drafted={drafted} />}
      {drafted?.place === undefined && (
        <>
          <blockquote class="asked">{stem}</blockquote>
          {session.settings.length > 0 && <p class="hint">{words.corrected}</p>}
          <p>{words.ownWords}</p>
          <KeepQuestion {...props} />
        </>
      )}
      {fitsLink(session) && (
        <p>
          <a href={linkOf(session)}>{words.again}</a>
        </p>
      )}
    </Layout>
  );
}

function DraftedScenario({ drafted }: { drafted: Drafted }) {
  const { t } = useHere();
  const words = t.keeper.keep;
  const { yaml, path, place, section, passed, chosen, missing } = drafted;
  const command =
    place === undefined
      ? `npm run --silent criterio -- new scenario --from ${path.split('/').at(-1)}`
      : `npm run --silent criterio -- test --section ${section}`;
  return (
    <section id="result" class={passed ? 'verdict decided' : 'verdict'} aria-labelledby="result-title">
      <h2 id="result-title" tabIndex={-1}>
        {place === undefined ? words.draft : words.keptIn(place)}
      </h2>
      <p role="status">
        {passed ? words.passes : words.fails(chosen.join(', ') || words.nothing)}{' '}
        {missing.length > 0 && words.without(missing.join(', '))}
      </p>
      <pre>
        <code>{yaml}</code>
      </pre>
      <p>
        {place === undefined ? words.place(path) : `${words.run}:`} <code>{command}</code>
      </p>
    </section>
  );
}

/** A plain form: it is sent once, for a file or a page. */
function KeepQuestion({ session, isOpen, candidates, form, edit }: KeepPageProps) {
  const { t, to } = useHere();
  const words = t.keeper.keep;
  return (
    <form class="keep" method="post" action={to('/keep/scenario')}>
      <input type="hidden" name="q" value={session.text} />
      <input type="hidden" name="state" value={stateOf(session)} />
      <fieldset>
        <legend>{words.right}</legend>
        {candidates.map((candidate) => (
          <CandidateChoice key={candidate.key} candidate={candidate} isOpen={isOpen} form={form} />
        ))}
        {isOpen && (
          <label>
            {words.other}
            <input name="other" value={form.other} />
          </label>
        )}
      </fieldset>
      <SectionChoice name="section" label={words.section} chosen={form.section} />
      <label for="name">{words.name}</label>
      <input id="name" name="name" required maxLength={80} value={form.name} aria-describedby="name-hint" />
      <small id="name-hint">{words.nameHint}</small>
      <Choice
        name="asks"
        label={words.asks}
        chosen={form.asks}
        values={askKinds.map((kind) => [kind, words.kinds[kind]])}
      />
      <div class="form-row">
        <button type="submit" name="to" value={edit ? 'folder' : 'file'}>
          {edit ? words.write : words.download}
        </button>
        <button type="submit" name="to" value="page" class="secondary">
          {words.preview}
        </button>
      </div>
    </form>
  );
}

function CandidateChoice({
  candidate,
  isOpen,
  form,
}: {
  candidate: Candidate;
  isOpen: boolean;
  form: KeepForm;
}) {
  const { t, visit, library } = useHere();
  const words = t.keeper.keep;
  const { key, text, chosen, deciders } = candidate;
  const said = (id: string) =>
    library.rule(id)?.because?.[visit.lang] ?? library.base.statements.get(id)?.text[visit.lang] ?? id;
  return (
    <div class="candidate">
      <label>
        <input type="checkbox" name="key" value={key} checked={form.keys.includes(key)} />{' '}
        {isOpen ? text : `${key}. ${text}`} {chosen && <span class="tag">{words.chosen}</span>}
      </label>
      {deciders.length > 0 && (
        <details open={form.keys.includes(key)}>
          <summary>
            {words.rules} ({deciders.length})
          </summary>
          {deciders.map((id) => (
            <label key={id}>
              <input
                type="checkbox"
                name="rule"
                value={`${key}|${id}`}
                checked={form.rules.includes(`${key}|${id}`)}
              />{' '}
              {said(id)} <code>{id}</code>
            </label>
          ))}
        </details>
      )}
    </div>
  );
}

/** The form as first shown: the present answer with the rules that count for it most. */
export function proposedForm(
  candidates: readonly Candidate[],
  rest: Omit<KeepForm, 'keys' | 'other' | 'rules'>,
): KeepForm {
  const chosen = candidates.filter((each) => each.chosen);
  return {
    ...rest,
    keys: chosen.map(({ key }) => key),
    other: '',
    rules: chosen.flatMap(({ key, deciders }) =>
      deciders.slice(0, rulesExpected).map((id) => `${key}|${id}`),
    ),
  };
}
