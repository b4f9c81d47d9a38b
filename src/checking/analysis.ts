/**
 * Static analysis: what can be proved of the rules without a question at hand, exactly, over all scenarios there
 * can be.
 */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Places } from '../knowledge/places.ts';
import { claimFindings } from './claim-conflicts.ts';
import type { Proof } from './proof.ts';
import { reachFindings } from './reach.ts';
import { statementFindings } from './statement-findings.ts';
import { unitsOf } from './units.ts';
import { ruleFindings } from './verdict-conflicts.ts';
import { Worlds } from './worlds.ts';

export function analyse(base: KnowledgeBase, places: Places): Proof[] {
  const worlds = new Worlds(base);
  return [
    ...ruleFindings(base.authored, worlds, places),
    ...claimFindings(unitsOf(base).values(), worlds, places),
    ...reachFindings(base, places),
    ...statementFindings(base, places),
  ];
}
