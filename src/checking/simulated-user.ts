/**
 * The interview measured: a simulated visitor who knows what the text of a scenario says, and says it only when asked.
 */
import { chosen, type Setting, ticked, unknown } from '../interviewing/answers.ts';
import { type Decision, decisionOf } from '../interviewing/decision.ts';
import type { Interviewer, InterviewSoFar } from '../interviewing/interview.ts';
import { type Asked, mostOptions, openTopics } from '../interviewing/questions.ts';
import { correctionOf, progressOf } from '../interviewing/so-far.ts';
import type { Facts } from '../reading/facts.ts';
import type { Advisor, Conclusion, Correction } from '../reasoning/consultation.ts';
import { isAnsweredBy, type Scenario } from './scenarios.ts';

/** By what tells most, by chance, or always in the same order. */
export const orders = ['information', 'random', 'fixed'] as const;
export type Order = (typeof orders)[number];

/** Whether the right outcome is first, and is decided. */
interface Reached {
  right: boolean;
  decided: boolean;
}

export interface SimulatedInterview {
  scenario: Scenario;
  /** What the whole text leads to; and all that it says, told without the text, which is all that answers can tell. */
  text: Reached;
  told: Reached;
  /** Questions until the right outcome is first and stays so, its service is decided, itself, settled; absent if never. */
  first?: number;
  service?: number;
  decided?: number;
  settled?: number;
  /** Questions whose every answer would have left all contenders as they were. */
  idle: number;
  asked: number;
}

export interface SimulationOptions {
  order: Order;
  /** Share of the answers that are "I don't know", 0..1. */
  unknownShare: number;
  seed: number;
  /** Questions after which the visitor gives up. */
  most: number;
}

export async function simulate(
  interviewer: Interviewer,
  scenario: Scenario,
  { order, unknownShare, seed, most }: SimulationOptions,
): Promise<SimulatedInterview> {
  const { advisor } = interviewer;
  const { stem, lang } = scenario;
  const whole = await advisor.consult({ stem, lang });
  const isRight = (conclusion: Conclusion) =>
    isAnsweredBy(conclusion.ranking[0]?.outcome, scenario, advisor.base, conclusion);
  const reached = (conclusion: Conclusion): Reached => ({
    right: isRight(conclusion),
    decided: isRight(conclusion) && conclusion.decided,
  });
  const random = randomFrom(seed, scenario.id);
  const run: SimulatedInterview = {
    scenario,
    text: reached(whole),
    told: reached(await advisor.consult({ stem: '', corrections: toldBy(whole.facts) })),
    idle: 0,
    asked: 0,
  };
  let settings: Setting[] = [];
  for (;;) {
    const soFar = soFarOf(advisor, settings);
    const conclusion = await advisor.consult(soFar.question);
    note(run, conclusion, decisionOf(advisor.base, conclusion), isRight(conclusion));
    if (run.asked >= most || run.settled !== undefined) break;
    const asked = await nextIn(order, interviewer, conclusion, soFar, random);
    if (!asked) break;
    run.asked++;
    if (!(await interviewer.matters(asked, conclusion))) run.idle++;
    settings = [...settings, ...answer(advisor, asked, whole.facts, random() < unknownShare)];
  }
  return run;
}

function toldBy(facts: Facts): Correction[] {
  return [...facts.entries()].map(({ fact, value }) => ({ kind: 'affirm', fact, value }));
}

function note(run: SimulatedInterview, conclusion: Conclusion, decision: Decision, right: boolean): void {
  const { decided, settled } = conclusion;
  if (!right) delete run.first;
  else run.first ??= run.asked;
  if (right && decision !== 'open') run.service ??= run.asked;
  if (right && decided) run.decided ??= run.asked;
  if (right && decided && settled) run.settled ??= run.asked;
}

/** The dozen is not enforced here: the visitor says when to stop. */
function soFarOf({ base }: Advisor, settings: readonly Setting[]): InterviewSoFar {
  const corrections = settings.flatMap((setting) => correctionOf(base, setting) ?? []);
  return { question: { stem: '', corrections }, progress: progressOf(base, settings, false), asked: 0 };
}

/** What the visitor says, who knows the facts and nothing else. */
function answer({ base }: Advisor, asked: Asked, facts: Facts, isUnknown: boolean): Setting[] {
  if (isUnknown) return unknown(asked);
  if (asked.kind === 'several') return ticked(base, asked, ({ fact, value }) => facts.has(fact, value));
  const value = facts.value(asked.topic);
  if (value === undefined) return unknown(asked);
  return chosen(base, { fact: asked.topic, value: String(value) });
}

async function nextIn(
  order: Order,
  interviewer: Interviewer,
  conclusion: Conclusion,
  soFar: InterviewSoFar,
  random: () => number,
): Promise<Asked | undefined> {
  if (order === 'information') return (await interviewer.next(conclusion, soFar)).next;
  const { base } = interviewer.advisor;
  const topics = [
    ...openTopics(base, interviewer.likelihoodsAt(conclusion.asOf), conclusion, soFar.progress),
  ];
  topics.sort(([a], [b]) => (a < b ? -1 : 1));
  const [topic, askables = []] = topics[order === 'fixed' ? 0 : Math.floor(random() * topics.length)] ?? [];
  if (topic === undefined) return undefined;
  const options = askables.map(({ fact, value }) => ({
    fact,
    value,
    place: order === 'fixed' ? 0 : random(),
  }));
  options.sort((a, b) => a.place - b.place || (a.value < b.value ? -1 : 1));
  // Every order starts with what must be done, in one list.
  return {
    topic,
    kind: 'several',
    options: options.slice(0, topic === 'act' ? undefined : mostOptions),
    bits: 0,
  };
}

/** A small generator (mulberry32): the same visitor says the same in every run. */
function randomFrom(seed: number, text: string): () => number {
  let state = [...text].reduce(
    (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619),
    seed ^ 2166136261,
  );
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
