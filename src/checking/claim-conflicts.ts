/**
 * Claims held against each other: one says that a thing does what another says it does not.
 */
import type { Operand } from 'logic-solver';
import { type Leaf, ways } from '../knowledge/condition.ts';
import type { Claim, Rule } from '../knowledge/knowledge-base.ts';
import { fileUnder } from '../knowledge/multimap.ts';
import type { Places } from '../knowledge/places.ts';
import type { Proof } from './proof.ts';
import type { Unit } from './units.ts';
import { scenarioText, type Worlds } from './worlds.ts';

/** A rule made of a claim that says whether its subject meets one need. */
interface Saying {
  claim: Claim;
  rule: Rule;
}

export function claimFindings(units: Iterable<Unit>, worlds: Worlds, places: Places): Proof[] {
  const said = new Map<string, Saying[]>();
  for (const { rules } of units) {
    for (const rule of rules) {
      const { claim, about, form } = rule;
      if (!claim || !about || (form !== 'serves' && form !== 'cannot')) continue;
      fileUnder(said, `${claim.subject} ${claim.act} ${about.value}`, { claim, rule });
    }
  }
  return [...said.values()].flatMap((sayings) => {
    const yes = sayings.filter(({ rule }) => rule.form === 'serves');
    const no = sayings.filter(({ rule }) => rule.form === 'cannot');
    return no.flatMap((denied) => yes.flatMap((claimed) => disagreement(denied, claimed, worlds, places)));
  });
}

function disagreement(denied: Saying, claimed: Saying, worlds: Worlds, places: Places): Proof[] {
  if (!isAtOneTime(denied.claim, claimed.claim)) return [];
  const both = [worlds.ofRule(denied.rule), worlds.ofRule(claimed.rule)];
  if (!worlds.together(both)) return [];
  if (!ways(claimed.rule.condition).some((way) => isDenied(way, denied, both, worlds))) return [];
  const [no, yes] = [denied.claim.id, claimed.claim.id];
  const message = () => {
    const shown = worlds.smallest([denied.rule.condition, claimed.rule.condition], both);
    return `${no} denies what ${yes} claims: ${scenarioText(shown)}`;
  };
  return [
    { code: 'KB_CLAIMS_DISAGREE', at: places.of(no), other: places.of(yes), about: [no, yes], message },
  ];
}

/**
 * What is just enough for the claim, its object wanted with its act, is enough to deny it. A denial that asks for more
 * than the claim is the exception to it: it takes back what the claim gives.
 */
function isDenied(way: readonly Leaf[], denied: Saying, both: readonly Operand[], worlds: Worlds): boolean {
  const { about } = denied.rule;
  const wanted: Leaf[] = about ? [{ ...about, operator: 'contains' }] : [];
  const enough = worlds.of({ all: [...way, ...wanted] });
  if (!worlds.together([enough, ...both])) return false;
  return worlds.implies(enough, worlds.of(denied.rule.condition));
}

/** What only the notes say is never used to answer. */
function isAtOneTime({ asOf: a }: Claim, { asOf: b }: Claim): boolean {
  if (a === 'notes' || b === 'notes') return false;
  return a === undefined || b === undefined || a === b;
}
