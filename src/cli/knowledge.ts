/**
 * The advisor of a command: the knowledge loaded once, or the findings that keep it from starting.
 */
import { loadKnowledge } from '../knowledge/loader.ts';
import { Advisor } from '../reasoning/consultation.ts';

export function loadAdvisor(): Advisor {
  return new Advisor(loadKnowledge());
}
