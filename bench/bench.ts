/**
 * `npm run bench`: what one consultation costs, as ratios measured in one run. Speed is never asserted in a test.
 */
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { answerOf } from '../src/explaining/answer.ts';
import { Interviewer, type InterviewSoFar } from '../src/interviewing/interview.ts';
import { questionsFor } from '../src/interviewing/questions.ts';
import type { Claim, Rule } from '../src/knowledge/knowledge-base.ts';
import { loadKnowledge } from '../src/knowledge/loader.ts';
import { Facts } from '../src/reading/facts.ts';
import { Advisor, type Correction } from '../src/reasoning/consultation.ts';
import { Evaluator } from '../src/reasoning/evaluator.ts';
import { EngineOfRecord } from '../src/reasoning/record.ts';
import { RuleIndex } from '../src/reasoning/rule-index.ts';

const question =
  'A company runs a fleet of EC2 instances. The database password in RDS must be rotated every month with the least operational overhead. Which AWS service should be used?';

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`);

const started = performance.now();
const base = loadKnowledge();
const advisor = new Advisor(base);
console.log(
  `base of ${base.rules.length} rules loaded and indexed in ${(performance.now() - started).toFixed(0)} ms`,
);

await compare('today’s base', base.rules, (await advisor.consult({ stem: question })).facts);
for (const size of [1000, 5000]) await compare(`generated, ${size} rules`, generated(size), generatedFacts());
for (const size of [1000, 5000]) await explored(size);
for (const size of [1000, 5000, Number.POSITIVE_INFINITY]) await nextQuestion(size);
await consultation();
await concurrency();

async function compare(name: string, rules: readonly Rule[], facts: Facts): Promise<void> {
  const engine = new EngineOfRecord();
  const index = new RuleIndex(rules);
  const all = await milliseconds(rules.length > 2000 ? 5 : 20, () => engine.fired(facts, rules));
  const indexed = await milliseconds(500, () => engine.fired(facts, index.candidates(facts)));
  const same = equal(await engine.fired(facts, rules), await engine.fired(facts, index.candidates(facts)));
  console.log(
    `${name}: json-rules-engine over all ${all.toFixed(2)} ms, ours of record ${indexed.toFixed(3)} ms, ratio ${(all / indexed).toFixed(0)}; ${same ? 'the same rules fired' : 'DIFFERENT RULES FIRED'}`,
  );
}

/** One fact more, and which rules fire then: the evaluator against the engine over all rules. */
async function explored(size: number): Promise<void> {
  const rules = generated(size);
  const facts = generatedFacts();
  const evaluator = new Evaluator(rules);
  const world = evaluator.world(facts);
  const more = [{ fact: 'need.act-1', value: 'thing-1' }];
  const changed = facts.copy();
  changed.add('need.act-1', 'thing-1', { leaf: 'thing-1', by: 'answered' });
  const engine = new EngineOfRecord();
  const all = await milliseconds(size > 2000 ? 5 : 20, () => engine.fired(changed, rules));
  const whole = await microseconds(() => evaluator.fired(evaluator.worldWith(world, more)));
  const touched = await microseconds(() => evaluator.changed(world, more));
  const ids = new Set(evaluator.fired(evaluator.worldWith(world, more)).map(({ id }) => id));
  const same = equal(await engine.fired(changed, rules), ids);
  console.log(
    `explored run at ${size} rules: ${whole.toFixed(1)} µs, what changes alone ${touched.toFixed(1)} µs; json-rules-engine over all ${all.toFixed(2)} ms, ratio ${((1000 * all) / whole).toFixed(0)}; ${same ? 'the same rules fired' : 'DIFFERENT RULES FIRED'}`,
  );
}

/** The next question of an interview over as many of today's claims as make so many rules. */
async function nextQuestion(size: number): Promise<void> {
  const claims: Claim[] = [];
  let rules = 0;
  for (const claim of base.claims) {
    if (rules >= size) break;
    claims.push(claim);
    rules += base.rulesOf(claim).length;
  }
  const authored = size === Number.POSITIVE_INFINITY ? base.authored : [];
  const interviewer = new Interviewer(new Advisor({ ...base, claims, authored }));
  const corrections = ['need.store=*', 'need.encrypt=*', 'about=log'].map((text): Correction => {
    const [fact = '', value = ''] = text.split('=');
    return { kind: 'affirm', fact, value };
  });
  const conclusion = await interviewer.advisor.consult({ stem: '', corrections });
  const soFar: InterviewSoFar = {
    question: conclusion.question,
    progress: { setAside: new Set(), isFirst: false },
    asked: 0,
  };
  const likelihoods = interviewer.likelihoodsAt('exam');
  const chosen = await milliseconds(50, async () =>
    questionsFor(interviewer.advisor.base, likelihoods, conclusion, soFar.progress),
  );
  const whole = await milliseconds(50, () => interviewer.next(conclusion, soFar));
  console.log(
    `next question at ${rules} rules of claims: chosen in ${chosen.toFixed(2)} ms, ${whole.toFixed(2)} ms with the runs that show it matters`,
  );
}

async function consultation(): Promise<void> {
  const spent = await milliseconds(50, () => advisor.consult({ stem: question }));
  console.log(`one whole consultation, from text to ranking: ${spent.toFixed(2)} ms`);
}

async function concurrency(): Promise<void> {
  const stems = Array.from(
    { length: 200 },
    (_, i) => `${question} It serves ${i + 2} teams${i % 2 === 0 ? ' in real time' : ''}.`,
  );
  const single: string[] = [];
  for (const stem of stems) single.push(JSON.stringify(answerOf(await advisor.consult({ stem }))));
  const begun = performance.now();
  const together = await Promise.all(
    stems.map(async (stem) => JSON.stringify(answerOf(await advisor.consult({ stem })))),
  );
  const spent = performance.now() - begun;
  const same = together.every((answer, i) => answer === single[i]);
  console.log(
    `200 consultations at once: ${spent.toFixed(0)} ms; ${same ? 'the same answers as one by one' : 'DIFFERENT ANSWERS'}`,
  );
}

/** Median of the time of one call, after a warm-up. */
async function milliseconds(times: number, run: () => Promise<unknown>): Promise<number> {
  for (let i = 0; i < Math.min(times, 20); i++) await run();
  const spent: number[] = [];
  for (let i = 0; i < times; i++) {
    const begun = performance.now();
    await run();
    spent.push(performance.now() - begun);
  }
  return spent.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

/** Of runs too short for the clock: the median of a hundred batches. */
async function microseconds(run: () => unknown): Promise<number> {
  const batch = 200;
  const spent = await milliseconds(100, async () => {
    for (let i = 0; i < batch; i++) run();
  });
  return (1000 * spent) / batch;
}

/** Rules as claims make them: a need and a name, some with a third condition. */
function generated(size: number): Rule[] {
  return Array.from({ length: size }, (_, i) => ({
    id: `generated/${i}`,
    form: 'serves',
    subjects: [`outcome-${i % 300}`],
    over: [],
    condition: {
      all: [
        { fact: `need.act-${i % 40}`, operator: 'contains', value: `thing-${i % 400}` },
        { fact: 'option.name', operator: 'contains', value: `outcome-${i % 300}` },
        ...(i % 3 === 0
          ? [{ fact: 'about', operator: 'contains' as const, value: `thing-${(i * 7) % 400}` }]
          : []),
      ],
    },
    specificity: 2,
    statements: [],
  }));
}

/** 120 facts, of which a few rules can fire. */
function generatedFacts(): Facts {
  const facts = new Facts();
  for (let i = 0; i < 40; i++) {
    facts.add(`need.act-${i}`, `thing-${i * 10}`, { leaf: `thing-${i * 10}`, by: 'read' });
    facts.add('about', `thing-${i * 10}`, { leaf: `thing-${i * 10}`, by: 'read' });
    facts.add('option.name', `outcome-${i * 7}`, { leaf: `outcome-${i * 7}`, by: 'read' });
  }
  return facts;
}

function equal(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}
