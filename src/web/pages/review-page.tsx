import type { Firing } from '../../checking/firings.ts';
import type { Explanation, Reason } from '../../explaining/explanation-schema.ts';
import { sourceOf } from '../../explaining/reason.ts';
import { idOf, type QueueEntry, type Reviewable, seenMark, titleOf } from '../../keeping/review-desk.ts';
import {
  longestRemark,
  type Review,
  type ReviewStatus,
  type ReviewVerdict,
  reviewPath,
  verdicts,
} from '../../keeping/reviews.ts';
import type { Outcome, Rule, Statement } from '../../knowledge/knowledge-base.ts';
import { outcomePath, reviewPagePath, rulePath, statementPath } from '../addresses.ts';
import { Conditions } from '../components/conditions.tsx';
import { useHere } from '../components/context.ts';
import { Layout } from '../components/layout.tsx';
import { ReasonList } from '../components/reason-item.tsx';
import { ClaimLinks, ClaimsByStatement, OutcomeLinks, RuleLinks } from '../components/rule-links.tsx';
import { SourceNote } from '../components/source-note.tsx';
import { editorLink, type Place } from '../place.ts';
import { linkOf, type Session } from '../session.ts';
import { writtenConditions } from '../written-form.ts';
import { paramsOf, type QueueView } from './review-queue-page.tsx';

/** Scenarios shown at once; the rest folds. */
const scenariosShown = 6;

/** How the item comes out in one scenario. */
export interface Shown {
  scenario: string;
  session: Session;
  explanation: Explanation;
  /** The answer it speaks of, and what it says of it. */
  contender: string;
  reasons: Reason[];
}

export interface ReviewPageProps {
  reviewed: Reviewable;
  status: ReviewStatus;
  review?: Review | undefined;
  place?: Place | undefined;
  shown?: Shown | undefined;
  next?: QueueEntry | undefined;
  view: QueueView;
  /** Writes go to `reviews/`; else the page gives the file. */
  edit: boolean;
  /** What was wrong with a review sent, and what it said. */
  problem?: { message: string; verdict: string; remark: string; reviewer: string } | undefined;
}

export function ReviewPage(props: ReviewPageProps) {
  const { t, to, visit, library } = useHere();
  const { reviewed, status, review, view, problem } = props;
  const words = t.keeper.review;
  const id = idOf(reviewed);
  const misses = library.desk.firings.missesOf(id).length;
  const title = titleOf(reviewed, visit.lang);
  return (
    <Layout title={title} under="review">
      <p class="eyebrow">
        <a href={to('/review', paramsOf(view))}>{words.title}</a> · {words.kinds[reviewed.kind]}{' '}
        <a href={to(pathOf(reviewed))}>
          <code>{id}</code>
        </a>
      </p>
      <h1>{title}</h1>
      {problem && (
        <p class="problem" role="alert" id="result">
          {problem.message}
        </p>
      )}
      <p class="lead">
        <span class="tag">{words.statuses[status]}</span>{' '}
        {misses > 0 && <span class="tag impossible">{words.misses(misses)}</span>}{' '}
        {review && words.last(words.said[review.verdict], review.reviewer, review.date)}
      </p>
      {review?.remark && <p class="remark">{review.remark}</p>}
      <Sides reviewed={reviewed} />
      <Scenarios id={id} />
      {(props.shown || library.desk.firings.isComplete) && <AsShown shown={props.shown} />}
      <ReviewForm {...props} />
      <ChangeIt {...props} />
    </Layout>
  );
}

function pathOf(reviewed: Reviewable): string {
  if (reviewed.kind === 'rule') return rulePath(reviewed.rule.id);
  return reviewed.kind === 'statement'
    ? statementPath(reviewed.statement.id)
    : outcomePath(reviewed.outcome.id);
}

function Sides({ reviewed }: { reviewed: Reviewable }) {
  if (reviewed.kind === 'rule') return <RuleSides rule={reviewed.rule} />;
  return reviewed.kind === 'statement' ? (
    <StatementSides statement={reviewed.statement} />
  ) : (
    <OutcomeSides outcome={reviewed.outcome} />
  );
}

/** What the catalogue says of an outcome beside what statements claim of it. */
function OutcomeSides({ outcome }: { outcome: Outcome }) {
  const { t, library } = useHere();
  const words = t.keeper.review;
  const claims = library.claimsAbout(outcome.id);
  const own = claims.filter(({ statement }) => statement === undefined);
  const stated = claims.filter(({ statement }) => statement !== undefined);
  return (
    <div class="sides">
      <section>
        <h2>{words.outcomeSide}</h2>
        <p>{t.result.catalogue}</p>
        <ClaimLinks claims={own} />
      </section>
      <section>
        <h2>{words.statedSide}</h2>
        {stated.length === 0 ? (
          <p class="meta">{t.browse.noClaims}</p>
        ) : (
          <ClaimsByStatement claims={stated} />
        )}
      </section>
    </div>
  );
}

/** The rule beside the statements it rests on. */
function RuleSides({ rule }: { rule: Rule }) {
  const { t, library, wording } = useHere();
  const words = t.keeper.review;
  const { form, because, subjects, over, statements, points = 1 } = rule;
  const { when, unless } = writtenConditions(rule);
  const cited = library.statementsOf(statements);
  return (
    <div class="sides">
      <section>
        <h2>{words.ruleSide}</h2>
        <p>
          <span class="points">{t.browse.weight((library.base.judging.weights[form] ?? 0) * points)}</span>{' '}
          {wording.kind(form)}
        </p>
        {because && <BothLanguages texts={because} />}
        {subjects.length > 0 && (
          <>
            <h3>{form === 'excludes' ? t.browse.speaksAgainst : t.browse.speaksFor}</h3>
            <OutcomeLinks ids={subjects} />
          </>
        )}
        {over.length > 0 && (
          <>
            <h3>{t.browse.beats}</h3>
            <OutcomeLinks ids={over} />
          </>
        )}
        <h3>{t.browse.when}</h3>
        <Conditions condition={when} />
        {unless && (
          <>
            <h3>{t.browse.unless}</h3>
            <Conditions condition={unless} />
          </>
        )}
      </section>
      <section>
        <h2>{words.statementSide}</h2>
        {cited.length === 0 && <p>{t.browse.principles}</p>}
        {cited.map((statement) => (
          <StatementInFull key={statement.id} statement={statement} />
        ))}
      </section>
    </div>
  );
}

/** The statement beside what it claims. */
function StatementSides({ statement }: { statement: Statement }) {
  const { t, library, visit } = useHere();
  const source = sourceOf(statement, library.base, visit.lang);
  const words = t.keeper.review;
  const resting = library.authored.filter(({ statements }) => statements.includes(statement.id));
  return (
    <div class="sides">
      <section>
        <h2>{words.statementSide}</h2>
        <BothLanguages texts={statement.text} />
        <SourceNote source={source} said={source.text} />
      </section>
      <section>
        <h2>{words.claimsSide}</h2>
        <Claimed statement={statement} />
        {resting.length > 0 && (
          <>
            <h3>{words.restingSide}</h3>
            <RuleLinks rules={resting} />
          </>
        )}
      </section>
    </div>
  );
}

/** A statement that a rule rests on, which is reviewed on a page of its own. */
function StatementInFull({ statement }: { statement: Statement }) {
  const { t, to, library, visit } = useHere();
  const words = t.keeper.review;
  return (
    <>
      <SourceNote source={sourceOf(statement, library.base, visit.lang)} />
      <p class="meta">
        <code>{statement.id}</code>{' '}
        {library.desk.find('statement', statement.id) && (
          <a href={to(reviewPagePath('statement', statement.id))}>{words.link}</a>
        )}
      </p>
      <h3>{words.claimsSide}</h3>
      <Claimed statement={statement} />
    </>
  );
}

function Claimed({ statement }: { statement: Statement }) {
  const { t, library } = useHere();
  const claims = library.claimsOf(statement);
  return claims.length === 0 ? <p class="meta">{t.browse.noClaims}</p> : <ClaimLinks claims={claims} />;
}

function BothLanguages({ texts }: { texts: Record<'en' | 'es', string> }) {
  const { t } = useHere();
  return (
    <dl class="about">
      <dt>{t.keeper.review.inEnglish}</dt>
      <dd lang="en">{texts.en}</dd>
      <dt>{t.keeper.review.inSpanish}</dt>
      <dd lang="es">{texts.es}</dd>
    </dl>
  );
}

function Scenarios({ id }: { id: string }) {
  const { t, library } = useHere();
  const words = t.keeper.review;
  const { firings } = library.desk;
  const found = firings.of(id);
  const rest = found.slice(scenariosShown);
  return (
    <section aria-labelledby="scenarios">
      <h2 id="scenarios">{words.scenarios}</h2>
      {found.length > 0 && <p>{words.scenariosLead}</p>}
      {found.length === 0 && firings.isComplete && <p>{words.noScenarios}</p>}
      {!firings.isComplete && <p class="hint">{words.running(firings.ran, firings.scenarios.length)}</p>}
      {found.length > 0 && <FiringList firings={found.slice(0, scenariosShown)} />}
      {rest.length > 0 && (
        <details>
          <summary>{words.moreScenarios(rest.length)}</summary>
          <FiringList firings={rest} />
        </details>
      )}
    </section>
  );
}

function FiringList({ firings }: { firings: readonly Firing[] }) {
  const { t } = useHere();
  const words = t.keeper.review;
  return (
    <ul class="entries">
      {firings.map(({ scenario, passed, points }) => (
        <li key={scenario.id}>
          <a class="entry" href={linkOf(sessionOfScenario(scenario))} lang={scenario.lang}>
            {scenario.stem}
          </a>
          <p class="meta">
            <code>{scenario.id}</code>{' '}
            <span class={passed ? 'tag' : 'tag impossible'}>{passed ? words.passes : words.fails}</span>{' '}
            <span class="points">{t.result.points(points)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A scenario as if someone had pasted it. */
export function sessionOfScenario({ stem, options = {}, asOf = 'exam' }: Firing['scenario']): Session {
  const lettered = Object.entries(options).map(([letter, text]) => `${letter}. ${text.replace(/\s+/g, ' ')}`);
  return { text: [stem.trim(), ...lettered].join('\n'), asOf, settings: [] };
}

function AsShown({ shown }: { shown: Shown | undefined }) {
  const { t } = useHere();
  const words = t.keeper.review;
  return (
    <section aria-labelledby="shown">
      <h2 id="shown">{words.explanation}</h2>
      {shown === undefined ? (
        <p>{words.noExplanation}</p>
      ) : (
        <>
          <p>{words.explanationOf(shown.scenario)}</p>
          <blockquote>
            <p>
              <strong>{shown.explanation.headline}</strong>
            </p>
            <p>{shown.contender}</p>
            <ReasonList reasons={shown.reasons} />
          </blockquote>
          <p>
            <a href={linkOf(shown.session)}>{words.wholeAnswer}</a>
          </p>
        </>
      )}
    </section>
  );
}

/** A plain form: a verdict is sent once, and what it leads to is a page of its own. */
function ReviewForm({ reviewed, review, view, edit, next, problem }: ReviewPageProps) {
  const { t, to, library } = useHere();
  const words = t.keeper.review;
  const id = idOf(reviewed);
  const path = reviewPath(reviewed.kind, id);
  const said = (problem?.verdict || review?.verdict) as ReviewVerdict | undefined;
  return (
    <section aria-labelledby="yours">
      <h2 id="yours">{words.yours}</h2>
      <form method="post" action={to(reviewPagePath(reviewed.kind, id), paramsOf(view))}>
        <input type="hidden" name="seen" value={seenMark(library.desk.stateOf(reviewed.kind, id))} />
        <fieldset>
          <legend>{words.verdict}</legend>
          {verdicts.map((verdict) => (
            <label key={verdict}>
              <input type="radio" name="verdict" value={verdict} required checked={verdict === said} />{' '}
              {words.verdicts[verdict]}
            </label>
          ))}
        </fieldset>
        <label for="remark">{words.remark}</label>
        <textarea id="remark" name="remark" rows={3} maxLength={longestRemark} aria-describedby="remark-hint">
          {problem?.remark ?? review?.remark ?? ''}
        </textarea>
        <small id="remark-hint">{words.remarkHint}</small>
        <label>
          {words.reviewer}
          <input
            name="reviewer"
            required
            maxLength={100}
            autocomplete="name"
            value={problem?.reviewer || view.by || (review?.reviewer ?? '')}
          />
        </label>
        <button type="submit">{edit ? words.save(path) : words.download}</button>
        {!edit && <p class="meta">{words.downloadHint(path)}</p>}
      </form>
      <p>
        {next && <a href={to(reviewPagePath(next.kind, next.id), paramsOf(view))}>{words.next}</a>}
        {next && ' · '}
        <a href={to('/review', paramsOf(view))}>{words.back}</a>
      </p>
    </section>
  );
}

/** The way from a disagreement to a change that shows. */
function ChangeIt({ place, edit }: ReviewPageProps) {
  const { t, to, library } = useHere();
  const words = t.keeper.review;
  if (!place) return null;
  const where = `${place.file}:${place.line}`;
  return (
    <section aria-labelledby="change">
      <h2 id="change">{words.change}</h2>
      <p>{words.changeLead}</p>
      <dl class="about">
        <dt>{words.place}</dt>
        <dd>
          <code>{where}</code> {edit && <a href={editorLink(library, place)}>{words.openEditor}</a>}
        </dd>
        <dt>{words.see}</dt>
        <dd>
          <code>npm run --silent criterio -- diff HEAD</code> {words.seeDiff}
          <br />
          <code>npm run --silent criterio -- check</code> {words.seeCheck}
        </dd>
      </dl>
      <p>
        <a href={to('/')}>{words.ask}</a>
      </p>
      <h3>{words.asWritten}</h3>
      <pre>
        <code>{place.excerpt}</code>
      </pre>
    </section>
  );
}
