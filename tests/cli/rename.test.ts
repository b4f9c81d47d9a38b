import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type RenameKind, renaming } from '../../src/keeping/renaming.ts';
import { reviewedIn, reviewKey } from '../../src/keeping/reviews.ts';
import { foldersOf } from '../../src/keeping/trial.ts';
import { writeWhole } from '../../src/keeping/whole-files.ts';
import { readFiles } from '../../src/knowledge/files.ts';
import { loadKnowledge } from '../../src/knowledge/loader.ts';
import { fixtureHome, type Home } from '../fixture-home.ts';
import { criterio } from './run.ts';

// Each starts processes or runs scenarios, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let home: Home;
beforeEach(() => {
  home = fixtureHome();
  home.edit(
    'scenarios/secrets.yaml',
    'key: [B]',
    'key: [B]\n    rules: [secrets/price, secrets/parameters-are-cheaper]',
  );
  writeFileSync(join(home.folder, 'scenarios/known-failures.json'), '["secrets/keep-at-no-cost"]\n');
});
afterEach(() => home.remove());

const rename = (...args: string[]) => criterio(['rename', ...args], { rules: home.rules });

/** The present state of what is reviewed. */
function reviewStates() {
  const written = readFiles(home.rules, []);
  if (!written) throw new Error('The fixture can not be read.');
  const states = reviewedIn(written);
  return { states: (id: string) => states.get(reviewKey('statement', id))?.content ?? '' };
}

/** Lines that differ from those before, as path, line and text. */
function differences(before: Record<string, string>): string[] {
  const now = home.files();
  return Object.keys(now).flatMap((path) => {
    const old = (before[path] ?? '').split('\n');
    return (now[path] ?? '')
      .split('\n')
      .flatMap((line, at) => (line === old[at] ? [] : [`${path}:${at + 1} ${line.trim()}`]));
  });
}

describe('criterio rename', () => {
  test('act changes claims and the facts of conditions, and nothing that only looks like it', () => {
    const before = home.files();
    const ran = rename('act', 'rotate', 'renew');
    const changed = [
      'rules/lexicon/acts.yaml:13 renew:',
      'rules/sections/secrets.yaml:15 - {subject: secrets-manager, act: renew, object: credential}',
      'rules/sections/secrets.yaml:18 - {subject: parameter-store, act: renew, object: credential, not: true}',
      'rules/sections/secrets.yaml:34 when: {all: [{fact: need.renew, operator: contains, value: credential}]}',
      'rules/sections/secrets.yaml:43 unless: {fact: need.renew, operator: contains, value: credential}',
    ];
    expect(ran).toEqual({ code: 0, out: `${changed.join('\n')}\n\n5 lines in 2 files changed\n`, err: '' });
    expect(differences(before).sort()).toEqual(changed);
    expect(criterio(['test'], { rules: home.rules }).out).toContain('2 of 2 scenarios pass');
  });

  test('statement and rule change what cites and what expects them', () => {
    const before = home.files();
    expect(rename('statement', 'secrets/price', 'secrets/no-charge').code).toBe(0);
    expect(rename('rule', 'secrets/parameters-are-cheaper', 'secrets/cheap').code).toBe(0);
    expect(differences(before).sort()).toEqual([
      'rules/sections/secrets.yaml:19 no-charge:',
      'rules/sections/secrets.yaml:39 cheap:',
      'rules/sections/secrets.yaml:47 cites: [no-charge, rotates]',
      'scenarios/secrets.yaml:16 rules: [secrets/no-charge, secrets/cheap]',
    ]);
  });

  test('scenario changes the known failures', () => {
    const before = home.files();
    expect(rename('scenario', 'secrets/keep-at-no-cost', 'secrets/for-free').code).toBe(0);
    expect(differences(before).sort()).toEqual([
      'scenarios/known-failures.json:1 [',
      'scenarios/known-failures.json:2 "secrets/for-free"',
      'scenarios/known-failures.json:3 ]',
      'scenarios/known-failures.json:4 ',
      'scenarios/secrets.yaml:9 for-free:',
    ]);
  });

  test('moves the review of what is renamed; a review stays one of the present state', () => {
    const path = (name: string) => `reviews/statements/secrets/${name}.yaml`;
    mkdirSync(join(home.folder, 'reviews/statements/secrets'), { recursive: true });
    const { states } = reviewStates();
    const review = (name: string, content: string) =>
      `of: secrets/${name}\nkind: statement\nreviewer: Ana\ndate: 2026-11-22\nverdict: agree\nreviewed:\n  content: ${content}\n  errata: none\n`;
    writeFileSync(join(home.folder, path('price')), review('price', states('secrets/price')));
    writeFileSync(join(home.folder, path('rotates')), review('rotates', '0123456789abcdef'));
    const stale = home.read(path('rotates'));
    expect(rename('outcome', 'parameter-store', 'ssm-parameters').code).toBe(0);
    const current = reviewStates().states('secrets/price');
    expect(current).not.toBe(states('secrets/price'));
    expect([home.read(path('price')), home.read(path('rotates'))]).toEqual([review('price', current), stale]);
    expect(rename('statement', 'secrets/price', 'secrets/no-charge').code).toBe(0);
    expect([home.has(path('price')), home.read(path('no-charge'))]).toEqual([
      false,
      review('no-charge', current),
    ]);
  });

  test('--dry-run shows the same and writes nothing', () => {
    const before = home.files();
    const ran = rename('concept', 'least-cost', 'cheapest', '--dry-run', '--json');
    expect(JSON.parse(ran.out)).toMatchObject({ old: 'least-cost', name: 'cheapest', written: false });
    expect(JSON.parse(ran.out).lines.map(({ path }: { path: string }) => path)).toContain(
      'rules/principles.yaml',
    );
    expect(home.files()).toEqual(before);
  });

  const refused: [name: string, args: string[], message: string][] = [
    ['nothing to rename', ['act', 'run'], 'say what is renamed, its old name and its new one'],
    [
      'an unknown kind',
      ['word', 'a', 'b'],
      'one of concept, act, outcome, statement, rule, scenario, not word',
    ],
    [
      'an unknown name',
      ['concept', 'credental', 'login'],
      'there is no concept credental (did you mean credential?)',
    ],
    ['a name that is taken', ['concept', 'credential', 'password'], 'there is a concept password already'],
    [
      'a concept named as an outcome',
      ['concept', 'credential', 'lambda'],
      'there is an outcome lambda already',
    ],
    [
      'an outcome named as a concept',
      ['outcome', 'lambda', 'password'],
      'there is a concept password already',
    ],
    [
      'a rule named as a statement',
      ['rule', 'secrets/rotation-decides', 'secrets/price'],
      'there is a statement secrets/price already',
    ],
    ['a bad name', ['act', 'run', 'Run it'], '“Run it” is no name'],
    [
      'another section',
      ['rule', 'secrets/rotation-decides', 'functions/x'],
      'stays in its section: name it secrets/',
    ],
    ['the act of being', ['act', 'is', 'be'], 'it keeps its name'],
  ];
  test.each(refused)('with %s writes nothing and says why', (_name, args, message) => {
    const before = home.files();
    expect(rename(...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
    expect(home.files()).toEqual(before);
  });

  test('of knowledge with findings is refused with the findings', () => {
    home.edit('rules/sections/secrets.yaml', 'subject: secrets-manager', 'subject: secrets-manger');
    const before = home.files();
    expect(rename('act', 'run', 'execute')).toMatchObject({
      code: 2,
      err: expect.stringContaining('secrets-manger'),
    });
    expect(home.files()).toEqual(before);
  });
});

test('every name of the fixture there and back leaves every file as it was, and in between nothing mentions it', () => {
  const base = loadKnowledge(home.rules);
  const names: [RenameKind, string[]][] = [
    ['concept', [...base.concepts.keys()]],
    ['act', [...base.acts.keys()].filter((id) => id !== 'is')],
    ['outcome', [...base.outcomes.keys()]],
    ['statement', [...base.statements.keys()]],
    ['rule', base.rules.filter(({ claim }) => !claim).map(({ id }) => id)],
    ['scenario', ['secrets/rotate-every-month', 'secrets/keep-at-no-cost']],
  ];
  // The form of the file is ours: it is written anew once.
  writeFileSync(join(home.folder, 'scenarios/known-failures.json'), '[\n  "secrets/keep-at-no-cost"\n]\n');
  const before = home.files();
  const folders = foldersOf(home.rules);
  for (const [kind, ids] of names) {
    for (const id of ids) {
      const other = `${id}-renamed`;
      writeWhole(home.folder, renaming(folders, kind, id, other).changes);
      expect([id, home.files()]).not.toEqual([id, before]);
      writeWhole(home.folder, renaming(folders, kind, other, id).changes);
      expect([id, home.files()]).toEqual([id, before]);
    }
  }
}, 120_000);
