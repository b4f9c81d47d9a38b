/**
 * A piece of evidence as a reason a reader can check: a sentence, the words it rests on, the statements behind it.
 */
import type { KnowledgeBase, Lang, Rule, Statement } from '../knowledge/knowledge-base.ts';
import { fold } from '../language/tokens.ts';
import type { Reading } from '../reading/reader.ts';
import type { JudgedOption } from '../reasoning/consultation.ts';
import type { Evidence } from '../reasoning/evidence.ts';
import type { Premise, Reason, Source } from './explanation-schema.ts';
import { notesLines } from './notes.ts';
import { spansOf } from './spans.ts';
import { touched, type Wording } from './wording.ts';

/** What reasons are worded with. */
export interface ReasonContext {
  base: KnowledgeBase;
  lang: Lang;
  wording: Wording;
  /** The question's stem as read. */
  stem: Reading;
  /** The option that the reasons speak of; none where outcomes are judged. */
  option?: JudgedOption | undefined;
}

/** A piece of evidence as a reason: its sentence, the words it rests on, and its sources. */
export function reasonOf(
  { rule, form, points, premises, assumed }: Evidence,
  context: ReasonContext,
): Reason {
  const { base, lang, wording } = context;
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
    premises: premises.map((premise) => premiseOf(premise, context)),
    ...(rule.lacking
      ? { lacking: wording.condition(rule.lacking) }
      : assumed && rule.unless && { assuming: wording.condition(rule.unless) }),
    sources: sources.map((statement) => sourceOf(statement, base, lang)),
  };
}

/**
 * The statement's own text, where it speaks of the subject that the claim is about. Where the notes are wrong, what
 * is true is the reason; what they say stands beside it.
 */
function statementFor(
  { claim }: Rule,
  [statement]: Statement[],
  { base, lang }: ReasonContext,
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
export function joined(reasons: Reason[]): Reason[] {
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

/** The words of a premise stand in the option where it says something of the option, else in the stem. */
export function premiseOf(
  { fact, value, compared, said }: Evidence['premises'][number],
  { wording, stem, option }: ReasonContext,
): Premise {
  const spans = spansOf([{ fact, value, said }], stem, option);
  const isOfOption = spans.option.length > 0;
  const [text, own] = isOfOption ? [option?.text ?? '', spans.option] : [stem.text, spans.stem];
  return {
    fact,
    value,
    label: wording.fact(fact, compared),
    in: isOfOption ? 'option' : 'stem',
    words: [...new Set(own.map(([start, end]) => text.slice(start, end)))],
    spans: own,
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
