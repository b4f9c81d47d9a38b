/**
 * What is asked: how many to choose, at which grain, and whether the odd one out is wanted.
 */
import { fold, type Token } from '../language/tokens.ts';
import type { Amounts } from './amounts.ts';
import type { Clause } from './clauses.ts';
import type { PlacedCue } from './vocabulary.ts';

export type Grain = 'service' | 'feature' | 'any';

export interface Ask {
  /** Number of options to choose. */
  choose: number;
  grain: Grain;
  /** NOT or EXCEPT: the option that does not fit is wanted. */
  except: boolean;
  /** What is chosen has to do the work together: a combination of steps. */
  together: boolean;
}

/** Words between the asking word and the kind of thing asked for. */
const grainReach = 5;

export function askOf(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  cues: readonly PlacedCue[],
  amounts: Amounts,
): Ask {
  const asking = clauses.filter(({ role }) => role === 'ask');
  const within = ({ from }: PlacedCue) => asking.some((clause) => from >= clause.from && from < clause.to);
  const asked = cues.filter(within);
  return {
    choose: chooseOf(tokens, cues, amounts),
    grain: grainOf(asked),
    // Exams shout it: NOT, EXCEPT. A single word in lower case is any negation.
    except: asked.some((cue) => cue.cue === 'except' && (cue.to - cue.from > 1 || shouted(tokens, cue))),
    together: asked.some(({ cue }) => cue === 'together'),
  };
}

/** "Which AWS service", "what deployment setting": the kind of thing named soon after the asking word. */
function grainOf(asked: readonly PlacedCue[]): Grain {
  const starts = asked.filter(({ cue }) => cue === 'ask').map(({ to }) => to);
  const isNear = ({ from }: PlacedCue) => starts.some((to) => from >= to && from <= to + grainReach);
  const kinds = new Set(asked.filter(isNear).map(({ cue }) => cue));
  if (kinds.has('service') === kinds.has('feature')) return 'any';
  return kinds.has('service') ? 'service' : 'feature';
}

/** "Select TWO", "(Choose 3.)", "which two": a number right after a word of choosing. */
function chooseOf(tokens: readonly Token[], cues: readonly PlacedCue[], amounts: Amounts): number {
  for (const { cue, to } of cues) {
    if (cue !== 'choose') continue;
    const number = amounts.number(fold(tokens[to]?.text ?? ''));
    if (number !== undefined && Number.isInteger(number) && number > 0 && number < 7) return number;
  }
  return 1;
}

function shouted(tokens: readonly Token[], { from, to }: PlacedCue): boolean {
  return tokens.slice(from, to).every(({ text }) => text.length > 1 && text === text.toUpperCase());
}
