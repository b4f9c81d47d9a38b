/**
 * `criterio interview`: asked question by question in the terminal, by lines alone, so that it works over ssh and
 * reads from a pipe. It starts anywhere a link leads, and ends with the link that goes on from there.
 */
import { createInterface } from 'node:readline';
import { interviewState } from '../explaining/interview.ts';
import type { InterviewQuestion, InterviewState } from '../explaining/interview-schema.ts';
import {
  effectLine,
  flipsText,
  interviewLabels,
  interviewText,
  whyText,
} from '../explaining/interview-text.ts';
import { Wording } from '../explaining/wording.ts';
import { chosen, type Setting, ticked, unknown } from '../interviewing/answers.ts';
import { type Interview, Interviewer } from '../interviewing/interview.ts';
import { difference } from '../interviewing/what-if.ts';
import type { Lang } from '../knowledge/knowledge-base.ts';
import { denial } from '../reading/facts.ts';
import type { Advisor } from '../reasoning/consultation.ts';
import { soFarOf, withAnswers } from '../web/interview-session.ts';
import { Problem } from '../web/problem.ts';
import { isUnknown, linkOf, type Session, sessionOf, withoutSetting } from '../web/session.ts';
import { texts } from '../web/texts.ts';
import { type Command, oneOf, UsageError } from './command.ts';
import { simulationLines } from './interview-simulation.ts';
import { loadAdvisor } from './knowledge.ts';

export const interviewCommand: Command = {
  name: 'interview',
  summary: 'asked question by question; or measured with a simulated visitor',
  usage: 'criterio interview ["LINK OR QUERY"] [--lang en|es] [--as-of exam|today] [--json] | --simulate',
  options: {
    lang: { type: 'string', describe: 'language of the questions: en or es' },
    'as-of': { type: 'string', describe: 'exam (retired services may be right) or today' },
    json: { type: 'boolean', describe: 'where the interview stands as JSON, without asking' },
    simulate: { type: 'boolean', describe: 'a visitor who knows the scenarios without options, counted' },
    every: { type: 'string', describe: 'with --simulate: only every so manieth scenario' },
  },
  async run({ positionals, values, out }) {
    const lang = oneOf('lang', values.lang, ['en', 'es'] as const);
    const asOf = oneOf('as-of', values['as-of'], ['exam', 'today'] as const);
    const advisor = loadAdvisor();
    if (values.simulate === true) {
      for await (const line of simulationLines(advisor, countOf(values.every))) out(line);
      return 0;
    }
    const started = sessionAt(positionals.join(' '));
    const session = { ...started, ...(lang && { lang }), ...(asOf && { asOf }) };
    const talk = new Talk(advisor, session, out);
    return values.json === true ? talk.json() : talk.hold();
  },
};

function countOf(every: unknown): number {
  if (every === undefined) return 1;
  if (/^[1-9]\d*$/.test(String(every))) return Number(every);
  throw new UsageError(`--every is a whole number from 1, not ${String(every)}`);
}

/** A whole link, its path with the query, or the query alone. */
function sessionAt(link: string): Session {
  const query = link.includes('?') && !/^[^?]*=/.test(link) ? link.slice(link.indexOf('?') + 1) : link;
  if (query !== '' && !query.includes('=')) {
    throw new UsageError(
      `"${link}" is no link of Criterio: give /interview?... or its query, or nothing to begin`,
    );
  }
  return explained('en', () => sessionOf(new URLSearchParams(query), true));
}

/** What is wrong with a link, as an error of usage. */
function explained<T>(lang: Lang, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { got = '', of = '', near } = error.detail;
    const nearest = near === undefined ? '' : ` ${texts[lang].problem.nearest(near)}`;
    throw new UsageError(texts[lang].problems[error.code](got, of) + nearest);
  }
}

type Found = { interview: Interview; state: InterviewState };

/** One conversation. Every answer makes a session; going back is the session before. */
class Talk {
  private readonly advisor: Advisor;
  private readonly interviewer: Interviewer;
  private readonly out: (text: string) => void;
  private readonly before: Session[] = [];
  private session: Session;

  constructor(advisor: Advisor, session: Session, out: (text: string) => void) {
    this.advisor = advisor;
    this.interviewer = new Interviewer(advisor);
    this.session = session;
    this.out = out;
  }

  private get lang(): Lang {
    return this.session.lang ?? 'en';
  }

  async json(): Promise<number> {
    this.out(JSON.stringify((await this.look()).state, null, 2));
    return 0;
  }

  async hold(): Promise<number> {
    let found = await this.look();
    this.out(interviewText(found.state));
    if (found.state.question) {
      for await (const line of createInterface({ input: process.stdin })) {
        const said = line.trim();
        if (said === '.') break;
        if (!(await this.hear(said, found))) continue;
        found = await this.look();
        this.out(`\n${interviewText(found.state)}`);
        if (!found.state.question) break;
      }
    }
    this.end(found);
    return 0;
  }

  private end({ state }: Found): void {
    const words = interviewLabels(this.lang);
    const { interview: _, ...advice } = this.session;
    if (state.question) this.out(`\n${state.proof}`);
    this.out(`${words.reasons}: ${linkOf(advice)}`);
    this.out(`${words.go}: criterio interview "${linkOf(this.session)}"`);
  }

  private async look(): Promise<Found> {
    const soFar = explained(this.lang, () => soFarOf(this.advisor.base, this.session));
    const interview = await this.interviewer.interview(soFar);
    return {
      interview,
      state: await interviewState(this.advisor, interview, soFar, {
        lang: this.lang,
        rival: this.session.interview?.rival,
      }),
    };
  }

  /** @returns whether the session is another now */
  private async hear(said: string, found: Found): Promise<boolean> {
    const words = interviewLabels(this.lang);
    const { question } = found.state;
    const [, sign, place] = /^([x~^])\s*(\d+)$/.exec(said) ?? [];
    const setting = sign === undefined ? undefined : this.said()[Number(place) - 1];
    if (said === '!' && question) this.out(whyText(question, this.lang));
    else if (said === '=') this.out(this.saidText());
    else if (said === '<') return this.back();
    else if (sign === '~' && setting) await this.lookWithout(setting, found);
    else if (sign === '^') await this.lookAtRival(Number(place), found);
    else if (sign === 'x' && setting)
      return this.turn(withoutSetting(this.session, setting.fact, setting.value));
    else {
      const answers = question && found.interview.next ? answersOf(this.advisor, said, question) : undefined;
      if (answers) return this.turn(withAnswers(this.advisor.base, this.session, answers));
      this.out(words.notUnderstood);
    }
    return false;
  }

  private turn(session: Session): true {
    this.before.push(this.session);
    this.session = session;
    return true;
  }

  private back(): boolean {
    const session = this.before.pop();
    if (session) this.session = session;
    else this.out(interviewLabels(this.lang).noBack);
    return session !== undefined;
  }

  /** What was affirmed; what was left in a list is not said again. */
  private said(): Setting[] {
    return this.session.settings.filter(({ value }) => !value.startsWith(denial) && !isUnknown(value));
  }

  private saidText(): string {
    const words = interviewLabels(this.lang);
    const wording = new Wording(this.advisor.base, this.lang);
    const said = this.said().map(
      ({ fact, value }, i) => `${String(i + 1).padStart(3)} ${wording.fact(fact, value)}`,
    );
    return said.length === 0 ? words.nothing : [words.said, ...said].join('\n');
  }

  /** What would make the contender win that stands at a place of the ranking. */
  private async lookAtRival(place: number, { interview, state }: Found): Promise<void> {
    const rival = state.contenders[place - 1];
    const soFar = { asked: state.asked };
    const asked = { ...interview, next: undefined };
    const found =
      rival && (await interviewState(this.advisor, asked, soFar, { lang: this.lang, rival: rival.id }));
    this.out(found?.flips ? flipsText(found.flips, this.lang) : interviewLabels(this.lang).notUnderstood);
  }

  private async lookWithout({ fact, value }: Setting, { interview }: Found): Promise<void> {
    const words = interviewLabels(this.lang);
    const { effects } = await difference(this.advisor, interview.conclusion, { fact, value: denial + value });
    const wording = new Wording(this.advisor.base, this.lang);
    const lines = effects.map(({ evidence: { rule }, ...effect }) =>
      effectLine({ ...effect, rule: rule.id, sentence: wording.rule(rule) }, this.lang),
    );
    this.out([`${words.without}:`, ...(lines.length === 0 ? [`    ${words.same}`] : lines)].join('\n'));
  }
}

/** What a line answers, or undefined where it is no answer to the question. */
function answersOf({ base }: Advisor, said: string, question: InterviewQuestion): Setting[] | undefined {
  const { kind, topic, options } = question;
  const asked = { topic, kind, options: options.map(({ fact, value }) => ({ fact, value })), bits: 0 };
  if (said === '?') return unknown(asked);
  if (kind === 'amount') return /^\d+(\.\d+)?$/.test(said) ? [{ fact: topic, value: said }] : undefined;
  if (said === '-' && kind === 'several' && topic !== 'act') return ticked(base, asked, () => false);
  if (!/^\d+([\s,]+\d+)*$/.test(said)) return undefined;
  const picked = said.split(/[\s,]+/).map((number) => asked.options[Number(number) - 1]);
  const known = picked.filter((option) => option !== undefined);
  if (known.length < picked.length || (kind === 'one' && known.length > 1)) return undefined;
  if (kind === 'one') return known.flatMap((option) => chosen(base, option));
  return ticked(base, asked, (option) =>
    known.some(({ fact, value }) => fact === option.fact && value === option.value),
  );
}
