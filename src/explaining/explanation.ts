/**
 * Conclusion → explanation: why this, what speaks against it, why not the rivals, what is open, what would change it.
 */
import type { Claim, KnowledgeBase, Lang, Rule, Statement } from '../knowledge/knowledge-base.ts';
import { fold } from '../language/tokens.ts';
import { changesOf } from '../reasoning/changes.ts';
import type { Advisor, Conclusion } from '../reasoning/consultation.ts';
import { contendersOf, type Judged } from '../reasoning/contenders.ts';
import type { Evidence } from '../reasoning/evidence.ts';
import { openFacts } from '../reasoning/open-facts.ts';
import { verdictOf } from './answer.ts';
import type { Contender, Explanation, Premise, Reason, Source } from './explanation-schema.ts';
import { headlineOf, standingOf, whyNot } from './headline.ts';
import { markedText } from './marked-text.ts';
import { notesLines } from './notes.ts';
import { Wording } from './wording.ts';

/** Contenders explained where no options are given. */
const openContenders = 6;

export interface ExplainOptions {
  /** Language of the explanation; the question's own by default. */
  lang?: Lang | undefined;
}

export async function explain(
  advisor: Advisor,
  conclusion: Conclusion,
  { lang = conclusion.lang }: ExplainOptions = {},
): Promise<Explanation> {
  const { base } = advisor;
  const wording = new Wording(base, lang);
  const { stem } = conclusion.question;
  const judged = contendersOf(conclusion).slice(
    0,
    conclusion.options.length > 0 ? undefined : openContenders,
  );
  const needs = needsMet(judged);
  const contenders = judged.map((each) => contenderOf(each, needs, judged, { base, lang, wording, stem }));
  const changes = await changesOf(advisor, conclusion);
  return {
    lang,
    asOf: conclusion.asOf,
    stem,
    headline: headlineOf(contenders, conclusion, lang),
    standing: standingOf(conclusion, lang),
    decided: conclusion.decided,
    settled: conclusion.settled,
    confidence: conclusion.confidence,
    text: markedText(conclusion.reading, wording),
    facts: factsOf(conclusion, wording, stem),
    contenders,
    caveats: caveatsOf(contenders, lang),
    open: openFacts(base, conclusion).map(({ fact, values }) => ({
      fact,
      question: wording.question(fact, values[0] ?? ''),
      ...(base.facts.get(fact) && { help: base.facts.get(fact)?.help[lang] ?? '' }),
      answers: values.map((value) => ({ fact, value, label: wording.fact(fact, value) })),
    })),
    changes: changes.map(({ winner, corrections }) => {
      const labelled = corrections.map(({ kind, fact, value }) => ({
        kind,
        fact,
        value: String(value),
        label: wording.fact(fact, kind === 'deny' ? `~${value}` : String(value)),
      }));
      const name = contenders.find(({ id }) => id === winner)?.name ?? wording.name(winner);
      const facts = labelled.map(({ label }) => label).join(' + ');
      return {
        winner,
        name,
        changes: labelled,
        sentence: lang === 'es' ? `Con «${facts}» ganaría ${name}.` : `With “${facts}”, ${name} would win.`,
      };
    }),
  };
}

interface Context {
  base: KnowledgeBase;
  lang: Lang;
  wording: Wording;
  stem: string;
}

function contenderOf(
  judged: Judged,
  needs: ReadonlyMap<string, Need>,
  all: Judged[],
  context: Context,
): Contender {
  const reasons = joined(
    judged.tally.evidence.filter(({ points }) => points !== 0).map((evidence) => reasonOf(evidence, context)),
  );
  const met = needsMet([judged]);
  const unmet = [...needs].filter(([key]) => !met.has(key)).map(([, need]) => need);
  return {
    id: judged.id,
    name: judged.name,
    points: judged.tally.points,
    chosen: judged.chosen,
    verdict: judged.option ? verdictOf(judged.option) : judged.chosen ? 'chosen' : 'possible',
    why: judged.chosen
      ? ''
      : whyNot(judged, all, context.lang, (evidence) => reasonOf(evidence, context).sentence),
    for: reasons.filter(({ points }) => points > 0),
    against: reasons.filter(({ points }) => points < 0),
    unmet: judged.chosen ? [] : unmet.map(({ fact, value }) => context.wording.fact(fact, value)),
  };
}

type Need = NonNullable<Rule['about']>;

/** Needs that at least one of them meets: only these can tell contenders apart. */
function needsMet(judged: readonly Judged[]): Map<string, Need> {
  const needs = judged
    .flatMap(({ tally }) => tally.evidence)
    .filter(({ form, points }) => form === 'serves' && points > 0)
    .flatMap(({ about }) => about ?? []);
  return new Map(needs.map((need) => [`${need.fact}=${need.value}`, need]));
}

function reasonOf({ rule, form, points, premises, assumed }: Evidence, context: Context): Reason {
  const { base, lang, wording, stem } = context;
  const sources = rule.statements.map((id) => base.statements.get(id)).filter((found) => found !== undefined);
  const sentence =
    rule.because?.[lang] ??
    statementFor(rule, sources, context) ??
    (rule.claim ? wording.claim(touched(rule.claim, rule)) : rule.id);
  return {
    rule: rule.id,
    form,
    kind: wording.kind(form),
    points,
    sentence,
    premises: premises.map(({ fact, value, said, compared }) =>
      premiseOf(fact, compared, said, wording, stem, value),
    ),
    ...(assumed &&
      rule.unless && {
        assuming: wording.condition(rule.unless),
      }),
    sources: sources.map((statement) => sourceOf(statement, base, lang)),
  };
}

/** The claim with only the object that the question or the option spoke of. */
function touched(claim: Claim, { about }: Rule): Claim {
  const object = about?.value.split(' ').at(-1);
  return object !== undefined && claim.objects.includes(object) ? { ...claim, objects: [object] } : claim;
}

/**
 * The statement's own text, where it speaks of the subject that the claim is about. Where the notes are wrong, what
 * is true is the reason; what they say stands beside it.
 */
function statementFor(
  { claim }: Rule,
  [statement]: Statement[],
  { base, lang }: Context,
): string | undefined {
  if (!statement) return undefined;
  const { text, today } = statement;
  const said = today?.status === 'wrong' ? today.text[lang] : text[lang];
  const outcome = base.outcomes.get(claim?.subject ?? '');
  if (!outcome) return said;
  const names = [outcome.name, ...outcome.aliases].map((name) => fold(name));
  const short = names.map((name) => name.split(' ').at(-1) ?? name);
  return [...names, ...short].some((name) => fold(said).includes(name)) ? said : undefined;
}

/** One statement is one reason, however many of its claims the question touches. */
function joined(reasons: Reason[]): Reason[] {
  const bySentence = new Map<string, Reason>();
  // Reasons come strongest first: where a statement gathers many small points it stays behind a strong one.
  for (const reason of reasons) {
    const key = `${Math.sign(reason.points)} ${reason.sentence}`;
    const before = bySentence.get(key);
    if (!before) {
      bySentence.set(key, { ...reason, premises: [...reason.premises] });
      continue;
    }
    before.points += reason.points;
    const labels = new Set(before.premises.map(({ label }) => label));
    before.premises.push(...reason.premises.filter(({ label }) => !labels.has(label)));
  }
  return [...bySentence.values()];
}

function premiseOf(
  fact: string,
  shown: string,
  said: Evidence['premises'][number]['said'],
  wording: Wording,
  stem: string,
  value = shown,
): Premise {
  const ofOption = fact.startsWith('option') || fact.startsWith('step');
  const spans = ofOption ? [] : said.flatMap(({ span }) => (span ? [span] : []));
  const unique = [...new Map(spans.map((span) => [span.join('-'), span])).values()];
  return {
    fact,
    value,
    label: wording.fact(fact, shown),
    words: [...new Set(unique.map(([start, end]) => stem.slice(start, end)))],
    spans: unique,
  };
}

export function sourceOf(statement: Statement, base: KnowledgeBase, lang: Lang): Source {
  const section = base.sections.get(statement.section);
  const notes = notesLines(statement.lines);
  return {
    statement: statement.id,
    section: statement.section,
    heading: section?.title[lang] ?? statement.section,
    lines: statement.lines,
    text: statement.text[lang],
    ...(statement.today && {
      today: {
        status: statement.today.status,
        ...(statement.today.since !== undefined && { since: statement.today.since }),
        text: statement.today.text[lang],
      },
    }),
    ...(notes && { notes }),
  };
}

function factsOf({ facts }: Conclusion, wording: Wording, stem: string): Explanation['facts'] {
  const found: Explanation['facts'] = [];
  for (const { fact, value, said } of facts.entries()) {
    const text = String(value);
    const first = said[0];
    // What is true of a thing because of what it is adds nothing for the reader.
    const isImplied = first?.by === 'read' && first.leaf !== text.replace('~', '');
    const isTelling = first && text !== '*' && fact !== 'need.is' && !isImplied;
    if (!isTelling && typeof value !== 'number') continue;
    found.push({
      ...premiseOf(fact, text, said, wording, stem),
      by: first?.by ?? 'read',
      denied: text.startsWith('~'),
    });
  }
  return found;
}

function caveatsOf(contenders: Contender[], lang: Lang): string[] {
  const winner = contenders.find(({ chosen }) => chosen);
  if (!winner) return [];
  const assumptions = winner.for
    .filter(({ assuming }) => assuming !== undefined)
    .map(({ assuming }) => (lang === 'es' ? `Se supone que no: ${assuming}.` : `Assuming not: ${assuming}.`));
  const outdated = winner.for
    .flatMap(({ sources }) => sources)
    .filter(({ today }) => today?.status === 'wrong' || today?.status === 'retired')
    .map(({ heading, today }) => `${heading}: ${today?.text}`);
  return [...new Set([...assumptions, ...outdated])];
}
