import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkKnowledge } from '../../src/checking/knowledge-check.ts';
import { guideTo } from '../../src/explaining/findings/guide.ts';
import { type FindingCode, findingKinds, findingText } from '../../src/knowledge/finding.ts';
import { fixtureRules } from '../web/fixture-app.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'criterio-analysis-'));
  cpSync(fixtureRules, folder, { recursive: true });
  // The fixture leaves two lines out, for the tests of coverage.
  edit(
    'sections/secrets.yaml',
    'why: a heading}',
    'why: a heading}, {line: 12, why: an example}, {line: 13, why: an example}',
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const because = 'because: {en: Because., es: Porque.}, cites: [secrets/rotates]';

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(folder, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(join(folder, file), text.replace(from, to));
}

/** Rules in a file of their own beside the fixture's. */
function withRules(rules: string, claims = ''): void {
  writeFileSync(
    join(folder, 'general/planted.yaml'),
    `section: planted
title: {en: Planted, es: Plantado}
silent: []
statements:
  one:
    en: A statement.
    es: Una afirmación.
    ${claims === '' ? 'unclaimed: nobody is asked for it' : `claims: [${claims}]`}
rules:
${rules}
`,
  );
}

/** What is found on the planted file, advice included. */
function planted(): string[] {
  const { findings } = checkKnowledge(folder, { advice: true });
  return findings.filter(({ about = [] }) => about.some((id) => id.startsWith('planted/'))).map(findingText);
}

describe('what is found in statements', () => {
  const found = () =>
    checkKnowledge(folder, { advice: true }).findings.map(
      ({ code, file, message }) => `${file} ${code} ${message}`,
    );

  test('a line of the notes that no statement accounts for', () => {
    edit('sections/secrets.yaml', ', {line: 13, why: an example}', '');
    expect(found()).toContain(
      'sections/secrets.yaml KB_LINE_LOST line 13 of the notes is in no statement of secrets and not among its silent ones',
    );
  });

  test('a line of another heading', () => {
    edit('sections/secrets.yaml', 'lines: [15]', 'lines: [15, 20]');
    expect(found()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^sections\/secrets\.yaml KB_LINE_ELSEWHERE secrets\/.* gives line 20, which is not of the heading secrets$/,
        ),
      ]),
    );
  });

  test('a claim copied and left as it was', () => {
    withRules(
      `  plain: {recommend: lambda, when: {fact: need.run, operator: contains, value: code}, ${because}}`,
      '{subject: lambda, act: run, object: code}, {subject: lambda, act: run, object: [code, password]}',
    );
    expect(found()).toContain(
      'general/planted.yaml KB_SAME_CLAIM planted/one#2 claims again what planted/one#1 claims: lambda run code',
    );
  });

  test('an amount that the statement does not say', () => {
    withRules(
      `  plain: {recommend: lambda, when: {fact: need.run, operator: contains, value: code}, ${because}}`,
      '{subject: lambda, act: run, of: job.duration, amount: {atMost: 5 minutes}}',
    );
    expect(found()).toContain(
      'general/planted.yaml KB_AMOUNT_UNSAID planted/one#1 strikes by 5 minutes, which planted/one does not say',
    );
    edit('general/planted.yaml', 'A statement.', 'A run takes 5 minutes.');
    expect(found().filter((each) => each.includes('KB_AMOUNT_UNSAID'))).toEqual([]);
  });
});

describe('what is proved of the rules', () => {
  test('a thing that would have to be denied, where an exception was meant', () => {
    withRules(
      `  plain: {recommend: lambda, when: {all: [{fact: need.run, operator: contains, value: code}, {not: {fact: about, operator: contains, value: password}}]}, ${because}}`,
    );
    expect(planted()).toContainEqual(
      expect.stringMatching(
        /^general\/planted\.yaml:10:3 KB_WAITS_FOR_DENIAL planted\/plain holds only where it is denied: about password\n/,
      ),
    );
  });

  test('conditions that exclude each other', () => {
    withRules(
      `  never: {recommend: lambda, when: {all: [{fact: job.duration, operator: greaterThan, value: 15}, {fact: job.duration, operator: lessThan, value: 10}]}, ${because}}`,
    );
    expect(planted()).toEqual([
      expect.stringMatching(
        /^general\/planted\.yaml:10:3 KB_NEVER planted\/never can never fire: its conditions exclude each other\n/,
      ),
    ]);
  });

  test('a condition that what it means excludes: a password is a credential', () => {
    withRules(
      `  never: {recommend: lambda, when: {all: [{fact: about, operator: contains, value: password}, {fact: need.run, operator: contains, value: code}]}, unless: {fact: about, operator: contains, value: credential}, ${because}}`,
    );
    expect(planted()[0]).toContain('KB_NEVER');
  });

  test('contrary verdicts wherever the more special rule fires: an error, with both places and the scenario', () => {
    withRules(
      `  passwords: {prefer: parameter-store, over: secrets-manager, when: {fact: need.rotate, operator: contains, value: password}, ${because}}`,
    );
    expect(planted()).toEqual([
      [
        'general/planted.yaml:10:3 KB_CONTRADICTION planted/passwords and secrets/rotation-decides say the contrary of secrets-manager and parameter-store where need.rotate credential, need.rotate password (whenever planted/passwords fires)',
        `      passwords: {prefer: parameter-store, over: secrets-manager, when: {fact: need.rotate, operator: contains, value: password}, ${because}}`,
        '      ^',
        '  sections/secrets.yaml:31:3',
        '      rotation-decides:',
        '      ^',
        '    → Give the general rule an unless, or withdraw one of the two.',
      ].join('\n'),
    ]);
    expect(checkKnowledge(folder).findings.map(({ code }) => code)).toEqual(['KB_CONTRADICTION']);
  });

  const codesOrPasswords = (unless = '') =>
    withRules(
      `  codes: {prefer: parameter-store, over: secrets-manager, when: {any: [{fact: about, operator: contains, value: code}, {fact: need.rotate, operator: contains, value: password}]}, ${unless}${because}}`,
    );

  test('one of the ways to fire a rule fires a contrary one too: advice, counted where it is not listed', () => {
    codesOrPasswords();
    expect(planted()[0]).toContain(
      'KB_CONFLICT planted/codes and secrets/rotation-decides say the contrary of secrets-manager and parameter-store where need.rotate credential, need.rotate password',
    );
    const { findings, advice } = checkKnowledge(folder);
    expect([findings, advice]).toEqual([[], { KB_CONFLICT: 1, KB_UNREAD: 1 }]);
  });

  test('an exception settles that way', () => {
    codesOrPasswords('unless: {fact: need.rotate, operator: contains, value: password}, ');
    expect(planted()).toEqual([]);
  });

  test('contrary verdicts on needs of their own are weighed against each other: no finding', () => {
    withRules(
      `  codes: {prefer: parameter-store, over: secrets-manager, when: {fact: about, operator: contains, value: code}, ${because}}`,
    );
    expect(planted()).toEqual([]);
  });

  test.each([
    ['reaches into', 'lessThan, value: 30', 1],
    ['ends before', 'lessThanInclusive, value: 15', 0],
  ])('a range that %s the one of a contrary rule on the same need', (_, range, conflicts) => {
    withRules(
      `  short: {prefer: lambda, over: fargate, when: {all: [{fact: need.run, operator: contains, value: code}, {fact: job.duration, operator: ${range}}]}, ${because}}`,
    );
    expect(planted().filter((text) => text.includes('KB_CONFLICT'))).toHaveLength(conflicts);
  });

  test('a recommendation that an exclusion always takes back, and an exclusion that is its exception', () => {
    const codes = (form: string, and = '') =>
      `{${form}: lambda, when: {any: [{fact: about, operator: contains, value: least-cost}, {all: [{fact: about, operator: contains, value: code}${and}]}]}, ${because}}`;
    const always = `{exclude: lambda, when: {any: [{fact: about, operator: contains, value: code}, {fact: about, operator: contains, value: password}]}, ${because}}`;
    withRules(`  fits: ${codes('recommend')}\n  out: ${always}`);
    expect(planted()[0]).toContain('KB_CONFLICT planted/fits and planted/out say the contrary of lambda');
    const and = ', {fact: about, operator: contains, value: password}';
    withRules(`  out: ${codes('exclude', and)}\n  fits: ${always.replace('exclude', 'recommend')}`);
    expect(planted()).toEqual([]);
  });

  test('an exception parts contrary verdicts', () => {
    withRules(
      `  codes: {prefer: parameter-store, over: secrets-manager, when: {fact: about, operator: contains, value: code}, unless: {fact: need.rotate, operator: contains, value: credential}, ${because}}`,
    );
    expect(planted()).toEqual([]);
  });

  test('a rule that another one says already', () => {
    withRules(
      `  again: {prefer: secrets-manager, over: parameter-store, when: {fact: need.rotate, operator: contains, value: password}, ${because}}`,
    );
    expect(planted()[0]).toContain(
      'KB_SUBSUMED planted/again says nothing that secrets/rotation-decides does not say whenever it fires',
    );
  });

  test('a claim that another one denies, unless they hold at different times', () => {
    const rule = `  some: {recommend: lambda, when: {fact: about, operator: contains, value: on-demand-pay}, ${because}}`;
    withRules(rule, '{subject: parameter-store, act: rotate, object: credential}');
    expect(planted()).toContainEqual(
      expect.stringContaining(
        'KB_CLAIMS_DISAGREE secrets/rotates#4 denies what planted/one#1 claims: need.rotate credential, option.name parameter-store',
      ),
    );
    withRules(rule, '{subject: parameter-store, act: rotate, object: credential, asOf: notes}');
    expect(planted().filter((text) => text.includes('KB_CLAIMS_DISAGREE'))).toEqual([]);
  });

  test('a denial that asks for more than the claim is its exception', () => {
    const rule = `  some: {recommend: lambda, when: {fact: about, operator: contains, value: on-demand-pay}, ${because}}`;
    withRules(rule, '{subject: lambda, act: run, object: code, with: password, not: true}');
    expect(planted().filter((text) => text.includes('KB_CLAIMS_DISAGREE'))).toEqual([]);
  });

  const rivals = `  jobs: {prefer: secrets-manager, over: rds, when: {fact: need.rotate, operator: contains, value: code}, ${because}}`;

  test('a contrast whose loser does nothing that the winner does not', () => {
    withRules(rivals, '{subject: rds, act: rotate, object: credential}');
    expect(planted()).toEqual([
      expect.stringContaining(
        'KB_ONE_SIDED planted/jobs has no reverse case: rds can do nothing that secrets-manager can not',
      ),
    ]);
  });

  test('a loser with a merit of its own, or with none at all, is no rival that lacks its case', () => {
    withRules(rivals, '{subject: rds, act: rotate, object: [credential, code]}');
    expect(planted()).toEqual([]);
    withRules(rivals);
    expect(planted()).toEqual([]);
  });

  test('nobody needs a case for what can no longer be chosen', () => {
    withRules(
      `  jobs: {prefer: fargate, over: opsworks, when: {fact: need.run, operator: contains, value: code}, ${because}}`,
    );
    expect(planted()).toEqual([]);
  });

  test('an outcome that nothing speaks of; a form of a feature is spoken of with it', () => {
    edit(
      'catalogue/all.yaml',
      'rds:\n',
      'lost: {kind: service, name: Lost}\nsecure: {kind: value, parent: parameter-store, name: Secure}\nrds:\n',
    );
    withRules(rivals);
    const { findings } = checkKnowledge(folder, { advice: true });
    expect(findings.map(({ message }) => message).filter((each) => each.startsWith('nothing'))).toEqual([
      'nothing speaks for lost or for a feature of it, nor against it',
    ]);
  });

  test('a rule that waits for what has no words, and a concept that nothing reads', () => {
    writeFileSync(
      join(folder, 'lexicon/concepts-more.yaml'),
      'silence: {name: {en: silence, es: silencio}, en: [], es: []}\nnoise: {name: {en: noise, es: ruido}, en: [noise], es: [ruido]}\n',
    );
    withRules(
      `  quiet: {recommend: lambda, when: {fact: about, operator: contains, value: silence}, ${because}}`,
    );
    const { findings } = checkKnowledge(folder, { advice: true });
    expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual(
      expect.arrayContaining([
        'KB_UNSAYABLE planted/quiet waits for about silence, which no text can say',
        'KB_UNREAD no rule asks for the concept noise',
      ]),
    );
  });
});

describe('a suppression', () => {
  const rule = `  jobs: {prefer: secrets-manager, over: rds, when: {fact: need.rotate, operator: contains, value: code}, ${because}}`;
  const rival = '{subject: rds, act: rotate, object: credential}';

  test('with a reason lets a finding stay', () => {
    withRules(rule, rival);
    writeFileSync(
      join(folder, 'suppressions.yaml'),
      '- {code: KB_ONE_SIDED, about: [planted/jobs], why: It is so.}\n',
    );
    expect(planted()).toEqual([]);
  });

  test('without a reason is refused', () => {
    withRules(rule, rival);
    writeFileSync(join(folder, 'suppressions.yaml'), '- {code: KB_ONE_SIDED, about: [planted/jobs]}\n');
    expect(checkKnowledge(folder).findings.map(({ code }) => code)).toEqual(['KB_SHAPE']);
  });

  test('that suppresses nothing any more is a finding', () => {
    writeFileSync(
      join(folder, 'suppressions.yaml'),
      '- {code: KB_ONE_SIDED, about: [secrets/gone], why: It was so.}\n',
    );
    expect(checkKnowledge(folder).findings).toEqual([
      {
        code: 'KB_IDLE_SUPPRESSION',
        file: 'suppressions.yaml',
        line: 1,
        column: 3,
        message: 'no finding KB_ONE_SIDED is about secrets/gone any more',
        excerpt: '- {code: KB_ONE_SIDED, about: [secrets/gone], why: It was so.}',
      },
    ]);
  });
});

test('every code has a guide in both languages, and no two say the same', () => {
  const codes = Object.keys(findingKinds) as FindingCode[];
  for (const lang of ['en', 'es'] as const) {
    const said = codes.map((code) => Object.values(guideTo(code, lang)).join(' '));
    expect(new Set(said).size).toBe(codes.length);
  }
});
