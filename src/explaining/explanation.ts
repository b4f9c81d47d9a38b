/**
 * Conclusion → explanation: why this, what speaks against it, why not the rivals, what is open, what would change it.
 */
import type { Lang, Rule } from '../knowledge/knowledge-base.ts';
import { changesOf } from '../reasoning/changes.ts';
import type { Advisor, Conclusion } from '../reasoning/consultation.ts';
import { contendersOf, type Judged, losesBy } from '../reasoning/contenders.ts';
import type { Evidence } from '../reasoning/evidence.ts';
import { openFacts } from '../reasoning/open-facts.ts';
import { verdictOf } from './answer.ts';
import type { Contender, Explanation } from './explanation-schema.ts';
import { headlineOf, standingOf, whyNot } from './headline.ts';
import { markedText } from './marked-text.ts';
import { pickExplained } from './pick.ts';
import { joined, premiseOf, type ReasonContext, reasonOf } from './reason.ts';
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
  const context = { base, lang, wording, stem: conclusion.reading };
  const contenders = judged.map((each) => contenderOf(each, needs, judged, context));
  const picked = pickExplained(conclusion, context);
  const changes = await changesOf(advisor, conclusion);
  return {
    lang,
    asOf: conclusion.asOf,
    stem,
    ...(picked && { picked }),
    headline: headlineOf(contenders, conclusion, lang),
    standing: standingOf(conclusion, lang),
    decided: conclusion.decided,
    settled: conclusion.settled,
    confidence: conclusion.confidence,
    basis: conclusion.basis,
    text: markedText(conclusion.reading, wording),
    facts: factsOf(conclusion, context),
    contenders,
    caveats: caveatsOf(contenders, lang),
    open: openFacts(base, conclusion).map(({ fact, values }) => ({
      fact,
      question: wording.question(fact, values[0] ?? ''),
      ...(base.facts.get(fact) && { help: base.facts.get(fact)?.help[lang] ?? '' }),
      answers: values.map((value) => ({ fact, value, label: wording.fact(fact, value) })),
    })),
    changes: changes.map(({ winner, corrections }) => {
      const labelled = corrections.map((correction) => wording.change(correction));
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

function contenderOf(
  judged: Judged,
  needs: ReadonlyMap<string, Need>,
  all: Judged[],
  shared: Omit<ReasonContext, 'option'>,
): Contender {
  const context: ReasonContext = { ...shared, option: judged.option };
  const reasons = joined(
    tellingFirst(judged, all)
      .filter(({ points }) => points !== 0)
      .map((evidence) => reasonOf(evidence, context)),
  );
  const met = needsMet([judged]);
  const unmet = [...needs].filter(([key]) => !met.has(key)).map(([, need]) => need);
  return {
    kind: judged.option ? 'option' : 'outcome',
    id: judged.id,
    name: judged.name,
    points: judged.tally.points,
    chosen: judged.chosen,
    verdict: judged.option ? verdictOf(judged.option) : judged.chosen ? 'chosen' : 'possible',
    why: judged.chosen
      ? ''
      : whyNot(
          judged,
          all,
          { lang: context.lang, except: context.stem.ask.except },
          (evidence) => reasonOf(evidence, context).sentence,
        ),
    for: reasons.filter(({ points }) => points > 0),
    against: reasons.filter(({ points }) => points < 0),
    unmet: judged.chosen ? [] : unmet.map(({ fact, value }) => context.wording.fact(fact, value)),
  };
}

/** Of evidence with equal points, what parts the answer from its nearest rival is told first. */
function tellingFirst({ chosen, tally: { evidence } }: Judged, all: readonly Judged[]): readonly Evidence[] {
  const rival = chosen ? all.find((each) => !each.chosen) : undefined;
  if (!rival) return evidence;
  const telling = new Set(evidence.filter((each) => losesBy(rival, each)));
  return [...evidence].sort(
    (a, b) => Math.abs(b.points) - Math.abs(a.points) || Number(telling.has(b)) - Number(telling.has(a)),
  );
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

function factsOf({ facts }: Conclusion, context: ReasonContext): Explanation['facts'] {
  const found: Explanation['facts'] = [];
  for (const { fact, value, said } of facts.entries()) {
    const text = String(value);
    const first = said[0];
    // What is true of a thing because of what it is adds nothing for the reader.
    const isImplied = first?.by === 'read' && first.leaf !== text.replace('~', '');
    const isTelling = first && text !== '*' && fact !== 'need.is' && !isImplied;
    if (!isTelling && typeof value !== 'number') continue;
    found.push({
      ...premiseOf({ fact, value: text, compared: text, said }, context),
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
