import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkKnowledge } from '../../src/checking/knowledge-check.ts';
import { type FindingCode, findingKinds } from '../../src/knowledge/finding.ts';

const fixture = new URL('../fixtures/rules', import.meta.url).pathname;
const statement = 'sections/mistake.yaml';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'criterio-'));
  cpSync(fixture, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A section with one good statement and claim, into which a mistake is put. */
const section = `section: mistake
title: {en: Mistake, es: Error}
silent: []
statements:
  one:
    lines: [1]
    en: A statement.
    es: Una afirmación.
    claims:
      - {subject: secrets-manager, act: rotate, object: credential}
rules:
  contrast:
    prefer: secrets-manager
    over: parameter-store
    when: {all: [{fact: need.rotate, operator: contains, value: credential}]}
    because: {en: Because., es: Porque.}
    cites: [one]
`;

function findingsWith(from: string, to: string) {
  expect(section).toContain(from);
  writeFileSync(join(folder, statement), section.replace(from, to));
  return checkKnowledge(folder).findings.map(({ code, file, line, column, message }) => ({
    code,
    at: `${file}:${line}:${column}`,
    message,
  }));
}

describe('a mistake in a section is found where it stands, with the nearest known name', () => {
  test('the section without a mistake has none', () => {
    writeFileSync(join(folder, statement), section);
    expect(checkKnowledge(folder).findings.filter(({ file }) => file === statement)).toEqual([]);
  });

  const mistakes: [name: string, from: string, to: string, code: FindingCode, at: string, message: string][] =
    [
      [
        'unknown outcome',
        'subject: secrets-manager',
        'subject: secrets-manger',
        'KB_UNKNOWN_OUTCOME',
        '10:10',
        'unknown secrets-manger (did you mean secrets-manager?)',
      ],
      [
        'unknown act',
        'act: rotate',
        'act: rotat',
        'KB_UNKNOWN_ACT',
        '10:36',
        'unknown rotat (did you mean rotate?)',
      ],
      [
        'unknown concept',
        'object: credential}',
        'object: credentil}',
        'KB_UNKNOWN_CONCEPT',
        '10:9',
        'unknown credentil (did you mean credential?)',
      ],
      [
        'unknown fact',
        'fact: need.rotate',
        'fact: nead.rotate',
        'KB_UNKNOWN_FACT',
        '15:19',
        'unknown nead.rotate (did you mean need.rotate?)',
      ],
      [
        'unknown act of a fact',
        'fact: need.rotate',
        'fact: need.rotatee',
        'KB_UNKNOWN_ACT',
        '15:19',
        'unknown rotatee (did you mean rotate?)',
      ],
      [
        'misspelt key of a condition',
        '{all: [',
        '{alll: [',
        'KB_UNKNOWN_KEY',
        '15:12',
        'unknown key alll (did you mean all?)',
      ],
      [
        'wrong operator for a set',
        'operator: contains',
        'operator: equal',
        'KB_TYPE',
        '15:19',
        'need.rotate is a set: operator contains',
      ],
      [
        'dangling citation',
        'cites: [one]',
        'cites: [two]',
        'KB_UNKNOWN_STATEMENT',
        '17:13',
        'unknown mistake/two (did you mean mistake/one?)',
      ],
      [
        'no verdict',
        '    over: parameter-store\n',
        '',
        'KB_NO_VERDICT',
        '12:3',
        'contrast has no single verdict',
      ],
      [
        'nothing positive',
        '{all: [{fact: need.rotate, operator: contains, value: credential}]}',
        '{not: {fact: need.rotate, operator: contains, value: credential}}',
        'KB_NO_POSITIVE',
        '15:5',
        'contrast could fire on nothing known',
      ],
      [
        'neither claim nor reason',
        '    claims:\n      - {subject: secrets-manager, act: rotate, object: credential}\n',
        '',
        'KB_NO_CLAIM',
        '5:3',
        'one has neither claims nor a reason for none',
      ],
      [
        'line both silent and stated',
        'silent: []',
        'silent: [{line: 1, why: a heading}]',
        'KB_LINE_TWICE',
        '6:5',
        'line 1 is listed as silent too',
      ],
      [
        'file and section disagree',
        'section: mistake',
        'section: mistaken',
        'KB_UNKNOWN_SECTION',
        '1:1',
        'mistaken stands in mistake.yaml',
      ],
      [
        'proposals left in',
        'rules:',
        'proposes: {concepts: {}}\nrules:',
        'KB_PROPOSES',
        '11:1',
        'this file still proposes additions',
      ],
    ];
  test.each(mistakes)('%s', (_, from, to, code, at, message) => {
    expect(findingsWith(from, to)).toContainEqual({ code, at: `${statement}:${at}`, message });
  });

  test('a missing language names the field', () => {
    const [finding] = findingsWith(', es: Porque.}', '}');
    expect(finding).toMatchObject({ code: 'KB_SHAPE', at: `${statement}:16:5` });
    expect(finding?.message).toContain('rules.contrast.because.es');
  });

  test('an empty any is refused', () => {
    expect(
      findingsWith('{all: [{fact: need.rotate, operator: contains, value: credential}]}', '{any: []}')[0]
        ?.code,
    ).toBe('KB_SHAPE');
  });

  test('broken YAML is told with its line', () => {
    expect(findingsWith('title: {en: Mistake', 'title: {en: "Mistake')[0]?.code).toBe('KB_YAML');
  });

  test('all mistakes come at once', () => {
    writeFileSync(
      join(folder, statement),
      section.replace('act: rotate', 'act: rotat').replace('cites: [one]', 'cites: [two]'),
    );
    expect(checkKnowledge(folder).findings.map(({ code }) => code)).toEqual([
      'KB_UNKNOWN_ACT',
      'KB_UNKNOWN_STATEMENT',
    ]);
  });
});

describe('a mistake in the lexicon', () => {
  function withConcept(yaml: string): string[] {
    writeFileSync(join(folder, 'lexicon/concepts-more.yaml'), yaml);
    return checkKnowledge(folder).findings.map(({ code, message }) => `${code} ${message}`);
  }

  test('a circle of is-a', () => {
    const yaml =
      'ring: {name: {en: r, es: r}, is: [loop], en: [ring], es: [anillo]}\nloop: {name: {en: l, es: l}, is: [ring], en: [loop], es: [lazo]}\n';
    expect(withConcept(yaml)).toContain('KB_CYCLE ring is, in the end, itself');
  });

  test('two concepts with the same word, by stem', () => {
    const yaml = 'secretive: {name: {en: s, es: s}, en: [credentials], es: []}\n';
    expect(withConcept(yaml).filter((finding) => finding.startsWith('KB_SAME_WORDS'))).toHaveLength(1);
  });

  test('the same id twice', () => {
    const yaml = 'credential: {name: {en: s, es: s}, en: [unheard], es: []}\n';
    expect(withConcept(yaml)[0]).toMatch(/^KB_SAME_ID credential stands in lexicon\/concepts-/);
  });
});

test('every code of the table is raised somewhere in the sources, and no other', () => {
  const files = [
    'knowledge/assembly.ts',
    'knowledge/references.ts',
    'knowledge/taxonomy.ts',
    'knowledge/files.ts',
    'knowledge/source.ts',
    'checking/knowledge-check.ts',
    'checking/verdict-conflicts.ts',
    'checking/claim-conflicts.ts',
    'checking/reach.ts',
    'checking/statement-findings.ts',
    'checking/suppressions.ts',
    'checking/scenarios.ts',
    'checking/unfilled.ts',
  ];
  const sources = files
    .map((file) => readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8'))
    .join('\n');
  const raised = new Set(sources.match(/KB_[A-Z_]+/g));
  expect([...raised].sort()).toEqual(Object.keys(findingKinds).sort());
});
