/**
 * A session is a link: the text, the answers and corrections beside it, and nothing is kept on the server.
 *
 *     /advise?q=<text>&need.rotate=credential&need.rotate=~password&job.duration=20&data.latency=?
 */
import { isText, longestText } from '../explaining/answer-schema.ts';
import { type Setting, unknownMark } from '../interviewing/answers.ts';
import { keyOf } from '../interviewing/likelihoods.ts';
import type { AsOf, Lang } from '../knowledge/knowledge-base.ts';
import { Problem } from './problem.ts';
import { isLang } from './visit.ts';

export interface Session {
  text: string;
  asOf: AsOf;
  choose?: number;
  /** Letters the visitor chose, to be told why not those. */
  picked?: readonly string[];
  lang?: Lang;
  settings: readonly Setting[];
  /** In an interview: questions asked, a setting looked at before it is taken, a rival asked about. */
  interview?: { asked: number; trying?: Setting; rival?: string };
}

export { type Setting, unknownMark };

export function isUnknown(value: string): boolean {
  return value.startsWith(unknownMark);
}

/** Longest text kept in a link, in bytes, and longest link: proxies and mail programs cut what is longer. */
const longestInLink = 6 * 1024;
const longestLink = 8000;

/** A form may hand over all but the text as one field, so that a single button can change any of it. */
const bundle = 'state';

/** Names in a link that are no facts. */
const reserved = ['q', 'asOf', 'choose', 'picked', 'lang', 'asked', 'try', 'rival'];

/** @param isInterview an interview needs no text */
export function sessionOf(params: URLSearchParams, isInterview = false): Session {
  const all = [...params].flatMap(([key, value]) =>
    key === bundle ? [...new URLSearchParams(value)] : [[key, value] as [string, string]],
  );
  const last = (key: string) => all.findLast(([name]) => name === key)?.[1];
  const lang = last('lang');
  const settings = all.filter(([key]) => !reserved.includes(key)).map(([fact, value]) => ({ fact, value }));
  const picked = lettersOf(last('picked') ?? '');
  const session: Session = {
    text: (last('q') ?? '').replace(/\r\n?/g, '\n').trim(),
    asOf: last('asOf') === 'today' ? 'today' : 'exam',
    settings: distinct(settings),
    ...(picked.length > 0 && { picked }),
    ...(isLang(lang) && { lang }),
    ...(isInterview && { interview: interviewOf(last('asked'), last('try'), last('rival')) }),
  };
  checkText(session);
  const asOf = last('asOf');
  if (asOf !== undefined && asOf !== 'today' && asOf !== 'exam') {
    throw new Problem('BAD_SETTING', { got: `asOf=${asOf}`, of: 'exam, today', session, without: session });
  }
  if (lang !== undefined && !isLang(lang)) {
    throw new Problem('BAD_SETTING', { got: `lang=${lang}`, of: 'en, es', session, without: session });
  }
  const choose = last('choose');
  if (choose === undefined) return session;
  if (!/^[1-9]\d?$/.test(choose)) throw new Problem('BAD_CHOOSE', { got: choose, session, without: session });
  return { ...session, choose: Number(choose) };
}

/** A number of questions that is none counts as none: it decides nothing but when to stop. */
function interviewOf(asked = '', trying = '', rival?: string): NonNullable<Session['interview']> {
  const [, fact, value] = /^([^=]+)=(.+)$/.exec(trying) ?? [];
  return {
    asked: /^\d{1,3}$/.test(asked) ? Number(asked) : 0,
    ...(fact !== undefined && value !== undefined && { trying: { fact, value } }),
    ...(rival !== undefined && { rival }),
  };
}

function checkText(session: Session): void {
  const { text } = session;
  if (text.length > longestText) throw new Problem('TEXT_TOO_LONG');
  if (!isText(text)) throw new Problem('NOT_TEXT');
  // Answers say enough without a text.
  if (session.interview || session.settings.length > 0) return;
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Problem('EMPTY_TEXT', { session });
}

/** `A,C`; what is no letter of an option is found once the options are known. */
function lettersOf(value: string): string[] {
  return [...new Set(value.toUpperCase().split(/[\s,]+/))].filter((letter) => letter !== '');
}

function distinct(settings: readonly Setting[]): Setting[] {
  return [...new Map(settings.map((setting) => [`${setting.fact}=${setting.value}`, setting])).values()];
}

/** All but the text, as a query string. */
export function stateOf({ asOf, choose, picked, lang, settings, interview }: Session): string {
  const params = new URLSearchParams();
  if (asOf === 'today') params.set('asOf', asOf);
  if (choose !== undefined) params.set('choose', String(choose));
  if (picked !== undefined) params.set('picked', picked.join(','));
  for (const { fact, value } of settings) params.append(fact, value);
  if (lang !== undefined) params.set('lang', lang);
  if (interview && interview.asked > 0) params.set('asked', String(interview.asked));
  if (interview?.trying) params.set('try', keyOf(interview.trying.fact, interview.trying.value));
  if (interview?.rival !== undefined) params.set('rival', interview.rival);
  // Readable where it may be: `~`, `?`, `/`, `,` and `*` need no escape in a query.
  return params
    .toString()
    .replace(/%7E/g, '~')
    .replace(/%3F/g, '?')
    .replace(/%2F/g, '/')
    .replace(/%2C/g, ',');
}

/** @param path the page that the session is for; its own by default */
export function linkOf(session: Session, path = pathOf(session)): string {
  const text = session.text === '' ? '' : new URLSearchParams({ q: session.text }).toString();
  const query = [text, stateOf(session)].filter((part) => part !== '').join('&');
  return query === '' ? path : `${path}?${query}`;
}

/** The page that the session is on. */
export function pathOf({ interview }: Session): string {
  return interview ? '/interview' : '/advise';
}

export function fitsLink(session: Session): boolean {
  return Buffer.byteLength(session.text) <= longestInLink && linkOf(session).length <= longestLink;
}

/** The session with one more setting; what it contradicts goes. */
export function withSetting(session: Session, fact: string, value: string): Session {
  const plain = value.replace(/^[~?]/, '');
  const settings = session.settings.filter(
    (other) => other.fact !== fact || other.value.replace(/^[~?]/, '') !== plain,
  );
  return { ...session, settings: [...settings, { fact, value }] };
}

export function withoutFact(session: Session, fact: string): Session {
  return { ...session, settings: session.settings.filter((setting) => setting.fact !== fact) };
}

export function withoutSetting(session: Session, fact: string, value: string): Session {
  return {
    ...session,
    settings: session.settings.filter((other) => other.fact !== fact || other.value !== value),
  };
}

export function hasSetting({ settings }: Session, fact: string, value: string): boolean {
  return settings.some((setting) => setting.fact === fact && setting.value === value);
}
