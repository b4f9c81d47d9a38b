/**
 * Text → clauses, each with its role: what is (setting), what is wanted (need), what must not be, what goes wrong
 * (symptom), what is asked.
 */
import type { Token } from '../language/tokens.ts';
import type { Cue, Mention, PlacedCue } from './vocabulary.ts';

export type Role = 'setting' | 'need' | 'must-not' | 'symptom' | 'ask';

export interface Clause {
  role: Role;
  /** Tokens of the clause: index of the first, and of the one after the last. */
  from: number;
  to: number;
  /** Index of the sentence it belongs to. */
  sentence: number;
  mentions: Mention[];
  /** From this token on, up to the other, what is said is forbidden or denied. */
  forbiddenFrom: number;
  forbiddenTo: number;
  /** Cues of the clause. */
  cues: Set<Cue>;
}

/** Words that one clause may have. */
const longestClause = 60;

/** Words that an item of an enumeration has at most. */
const longestItem = 4;

/** What parts two thoughts within a sentence as a full stop would. */
const pause = /:\s|\s[-–—]\s/;

export function clausesOf(
  text: string,
  tokens: readonly Token[],
  cues: readonly PlacedCue[],
  mentions: readonly Mention[],
): Clause[] {
  const inMention = new Set<number>();
  for (const { from, to, scattered } of mentions)
    if (!scattered) for (let at = from + 1; at < to; at++) inMention.add(at);
  const breaks = new Set(
    cues.filter(({ cue, from }) => cue === 'breaks' && !inMention.has(from)).map(({ from }) => from),
  );

  const clauses: Clause[] = [];
  let sentence = 0;
  let from = 0;
  const close = (to: number) => {
    if (to > from) clauses.push(clause(text, tokens, from, to, sentence, cues, mentions));
    from = to;
  };
  for (let at = 1; at < tokens.length; at++) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    const ends = token?.sentence !== before?.sentence || pause.test(text.slice(before?.end, token?.start));
    // What runs on without a stop is no clause: its ends have nothing to do with each other.
    if (ends || breaks.has(at) || at - from >= longestClause) close(at);
    if (ends) sentence++;
  }
  close(tokens.length);
  return withRoles(clauses, text, tokens);
}

function clause(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  sentence: number,
  cues: readonly PlacedCue[],
  mentions: readonly Mention[],
): Clause {
  const own = cues.filter((cue) => cue.from >= from && cue.from < to);
  const forbid = own.find(({ cue }) => cue === 'forbid');
  // A phrase such as "without downtime" is one concept: it is wanted, not forbidden.
  const isOneConcept = mentions.some(
    (mention) => forbid && !mention.scattered && mention.from <= forbid.from && mention.to > forbid.from,
  );
  const forbiddenFrom = forbid && !isOneConcept ? forbid.from : Number.POSITIVE_INFINITY;
  return {
    role: 'setting',
    from,
    to,
    sentence,
    mentions: mentions.filter((mention) => mention.from >= from && mention.from < to),
    forbiddenFrom,
    forbiddenTo: endOfPart(text, tokens, forbiddenFrom, to),
    cues: new Set(own.map(({ cue }) => cue)),
  };
}

/** The first comma after which the sentence goes on with another thought: what is enumerated is only a few words long. */
function endOfPart(text: string, tokens: readonly Token[], from: number, to: number): number {
  const commas: number[] = [];
  for (let at = from + 1; at < to; at++) {
    if (text.slice(tokens[at - 1]?.end, tokens[at]?.start).includes(',')) commas.push(at);
  }
  return commas.find((comma, nth) => (commas[nth + 1] ?? to) - comma > longestItem) ?? to;
}

function withRoles(clauses: Clause[], text: string, tokens: readonly Token[]): Clause[] {
  // The last clause of each sentence: a question mark after it asks for the whole of it.
  const lastOf = new Map(clauses.map((each) => [each.sentence, each]));
  let wanted = false;
  let sentence = -1;
  for (const each of clauses) {
    if (each.sentence !== sentence) {
      sentence = each.sentence;
      wanted = false;
    }
    const last = lastOf.get(each.sentence) ?? each;
    const tail = text.slice(tokens[last.to - 1]?.end, tokens[last.to]?.start ?? text.length);
    if (/[?]/.test(tail) || (each.cues.has('ask') && tokens[each.from]?.opens)) each.role = 'ask';
    else if (each.cues.has('need')) each.role = 'need';
    else if (each.cues.has('symptom')) each.role = 'symptom';
    else if (each.cues.has('setting')) each.role = 'setting';
    else if (wanted) each.role = 'need';
    wanted ||= each.role === 'need';
  }
  return clauses;
}

/** The role of one mention: what follows "without" or "must not" in a clause is forbidden. */
export function roleOf({ from }: Mention, { role, forbiddenFrom, forbiddenTo }: Clause): Role {
  return from >= forbiddenFrom && from < forbiddenTo ? 'must-not' : role;
}
