/**
 * What each finding of `check` means: shown at /findings/<code> and printed by `criterio check --explain CODE`.
 */
import type { FindingCode } from '../../knowledge/finding.ts';
import type { Lang } from '../../knowledge/knowledge-base.ts';
import { guideEn } from './guide-en.ts';
import { guideEs } from './guide-es.ts';

export interface FindingGuide {
  what: string;
  why: string;
  /** How to fix it. */
  fix: string;
}

/** Knowledge that raises the finding, as an author would write it; the same in every language. */
const examples: Record<FindingCode, string> = {
  KB_YAML: 'title: {en: "Keeping secrets, es: Guardar secretos}',
  KB_SHAPE: 'because: {en: Only one of them rotates.}   # es is missing',
  KB_UNKNOWN_KEY: 'when: {alll: [{fact: need.rotate, operator: contains, value: credential}]}',
  KB_UNKNOWN_CONCEPT: '- {subject: secrets-manager, act: rotate, object: credentil}',
  KB_UNKNOWN_ACT: '- {subject: secrets-manager, act: rotat, object: credential}',
  KB_UNKNOWN_OUTCOME: 'prefer: secrets-manger',
  KB_UNKNOWN_STATEMENT: 'cites: [rotates-by-itself]   # the statement is called rotates',
  KB_UNKNOWN_FACT: '{fact: nead.rotate, operator: contains, value: credential}',
  KB_UNKNOWN_SECTION: 'section: secrets   # in the file secret.yaml',
  KB_TYPE: '{fact: job.duration, operator: greaterThan, value: long}',
  KB_CYCLE: 'ring: {is: [loop], ...}\nloop: {is: [ring], ...}',
  KB_SAME_WORDS: 'credential: {en: [secret], ...}\nsensitive-value: {en: [secrets], ...}   # the same stem',
  KB_SHRUNK: 'access: {en: [the], ...}',
  KB_SAME_ID: 'lambda: {kind: service, ...}   # in two files of the catalogue',
  KB_NO_VERDICT: 'rotation-decides: {prefer: secrets-manager, when: ...}   # over what?',
  KB_NO_POSITIVE: 'when: {not: {fact: need.rotate, operator: contains, value: credential}}',
  KB_NO_CLAIM: 'price: {lines: [15], en: Standard parameters cost nothing., es: ...}',
  KB_NO_LINES: 'price: {en: Standard parameters cost nothing., es: ..., claims: [...]}   # in sections/',
  KB_LINE_TWICE: 'silent: [{line: 15, why: a heading}]\nstatements: {price: {lines: [15], ...}}',
  KB_LINE_LOST: 'silent: []\nstatements: {price: {lines: [15], ...}}   # and line 16 states something too',
  KB_LINE_ELSEWHERE: 'section: secrets   # lines 1 to 16\nstatements: {price: {lines: [51], ...}}',
  KB_SAME_CLAIM:
    '- {subject: secrets-manager, act: rotate, object: credential}\n- {subject: secrets-manager, act: rotate, object: [credential, token]}',
  KB_AMOUNT_UNSAID:
    'en: A function runs for fifteen minutes at most.\nclaims: [{subject: lambda, act: run, object: job, amount: {atMost: 5 minutes}}]',
  KB_PROPOSES: 'proposes: {concepts: {rotation-window: ...}}',
  KB_NEVER:
    'when:\n  all:\n    - {fact: job.duration, operator: greaterThan, value: 15}\n    - {fact: job.duration, operator: lessThan, value: 10}',
  KB_CONTRADICTION:
    'general: {prefer: a, over: b, when: {fact: about, operator: contains, value: credential}}\nspecial: {prefer: b, over: a, when: {fact: about, operator: contains, value: password}}   # a password is a credential',
  KB_CONFLICT:
    'one: {prefer: a, over: b, when: {fact: need.rotate, operator: contains, value: credential}}\nother:\n  prefer: b\n  over: a\n  when:\n    any:\n      - {fact: about, operator: contains, value: least-cost}\n      - {fact: need.rotate, operator: contains, value: password}   # fires both: a password is a credential',
  KB_SUBSUMED:
    'general: {prefer: a, over: [b, c], when: {fact: about, operator: contains, value: credential}}\nspecial: {prefer: a, over: b, when: {fact: about, operator: contains, value: password}}',
  KB_CLAIMS_DISAGREE:
    '- {subject: parameter-store, act: rotate, object: credential}\n- {subject: parameter-store, act: rotate, object: credential, not: true}',
  KB_UNREAD: 'rotation-window: {en: [rotation window], es: [ventana de rotación]}   # no claim, no rule',
  KB_UNSAYABLE:
    'rotation-window: {en: [], es: []}\nwhen: {fact: about, operator: contains, value: rotation-window}',
  KB_UNRECOMMENDED: 'drift-in-sync: {kind: value, name: IN_SYNC}   # nothing is claimed of it or denied',
  KB_ONE_SIDED:
    'rotation-decides: {prefer: secrets-manager, over: parameter-store, when: ...}   # and when is it the parameter?',
  KB_WAITS_FOR_DENIAL:
    'when: {all: [{fact: need.rotate, operator: contains, value: credential}, {not: {fact: about, operator: contains, value: batch}}]}   # unless: {fact: about, operator: contains, value: batch}',
  KB_IDLE_SUPPRESSION:
    '- {code: KB_ONE_SIDED, about: [secrets/rotation-decides], why: ...}   # the reverse case has been written',
  KB_SCENARIO_KEY: 'options: {A: AWS Lambda, B: AWS Batch}\nkey: [C]',
  KB_FILL_IN: 'because: {en: FILL IN, es: FILL IN}',
  KB_SCENARIO_RULE: 'rules: [secrets/no-such-rule]',
};

export function guideTo(code: FindingCode, lang: Lang): FindingGuide & { example: string } {
  return { ...(lang === 'es' ? guideEs : guideEn)[code], example: examples[code] };
}
