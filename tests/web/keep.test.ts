import { afterEach, describe, expect, test, vi } from 'vitest';
import { foreign, hiddenField, type KeeperApp, keeperApp, ownPage } from './keeper-app.ts';
import { linesOf, linkTo, resultOf } from './reading-pages.ts';

// Each starts processes or runs scenarios, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const question = [
  'The password must be rotated. Which service should be used?',
  'A. AWS Lambda',
  'B. AWS Secrets Manager',
  'C. Parameter Store',
].join('\n');
const path = 'scenarios/secrets.yaml';
const entry = [
  '  monthly:',
  '    lines: [10, 11, 14]',
  '    lang: en',
  '    asks: step',
  '    stem: The password must be rotated. Which service should be used?',
  '    options:',
  '      A: AWS Lambda',
  '      B: AWS Secrets Manager',
  '      C: Parameter Store',
  '    key: [B]',
  '    rules: [secrets/rotation-decides]',
  '',
].join('\n');

let keeper: KeeperApp;
const open = async (edit: boolean) => {
  keeper = await keeperApp(edit);
};
afterEach(() => keeper.close());

type Fields = [string, string][];
const filled: Fields = [
  ['key', 'B'],
  ['rule', 'B|secrets/rotation-decides'],
  ['rule', 'C|secrets/parameters-are-cheaper'],
  ['section', 'secrets'],
  ['name', 'monthly'],
  ['asks', 'step'],
];
const post = (url: string, fields: Fields, headers: Record<string, string> = ownPage) =>
  keeper.app.inject({
    method: 'POST',
    url,
    headers,
    body: new URLSearchParams([['q', question], ['state', ''], ...fields]).toString(),
  });
const keep = (to: string, fields = filled, headers?: Record<string, string>) =>
  post('/keep/scenario', [...fields, ['to', to]], headers);
const page = async (text = question, more = '') =>
  (await keeper.app.inject({ url: `/keep?q=${encodeURIComponent(text)}${more}` })).body;
const wherever = { 'content-type': ownPage['content-type'] };

describe('keeping a question', () => {
  test('starts at its answer, with the answer and the rules that count for it proposed', async () => {
    await open(false);
    const answer = await keeper.app.inject({ url: `/advise?q=${encodeURIComponent(question)}` });
    const { body } = await keeper.app.inject({ url: linkTo(answer.body, 'Keep as a scenario') });
    expect(
      linesOf(body).filter((line) => !['Keeping secrets', 'Running code', 'Common practice'].includes(line)),
    ).toEqual([
      'Keep as a scenario',
      'Say what is right and which rules should decide it. From then on the question is tested with every change of the rules.',
      'The password must be rotated. Which service should be used?',
      'Keep questions in your own words only, never those of an exam.',
      'What is right?',
      'A. AWS Lambda',
      'B. AWS Secrets Manager the answer now',
      'Expected to count (2)',
      'Secrets Manager changes the credentials it keeps by itself. secrets/rotates',
      'Both keep secrets, but only Secrets Manager changes them on a schedule. secrets/rotation-decides',
      'C. Parameter Store',
      'Expected to count (1)',
      'Secrets Manager changes the credentials it keeps by itself. secrets/rotates',
      'Section',
      'Name',
      'Lower-case words joined by hyphens.',
      'It asks for',
      'a service',
      'a setting',
      'a cause',
      'a limit',
      'what to do',
      'a comparison',
      'Download the scenarioShow it first',
      'Back to the answer',
    ]);
    const checked = [...body.matchAll(/<input type="checkbox" name="(\w+)" value="([^"]*)" checked/g)];
    expect(checked.map(([, name, value]) => [name, value])).toEqual([
      ['key', 'B'],
      ['rule', 'B|secrets/rotates'],
      ['rule', 'B|secrets/rotation-decides'],
    ]);
    expect(hiddenField(body, 'q')).toBe(question);
    expect(/name="name"[^>]*value="([^"]*)"/.exec(body)?.[1]).toBe('the-password-must-be-rotated-which');
  });

  test('gives the scenario to download, as criterio test reads it', async () => {
    await open(false);
    const before = keeper.home.files();
    const { statusCode, headers, body } = await keep('file', filled, wherever);
    expect([statusCode, headers['content-disposition'], headers['content-type']]).toEqual([
      200,
      'attachment; filename="secrets.yaml"',
      'application/yaml; charset=utf-8',
    ]);
    expect(body).toBe(`section: secrets\nscenarios:\n${entry}`);
    expect(keeper.home.files()).toEqual(before);
  });

  test('shows it first, with what the rules say of it now', async () => {
    await open(false);
    const { body } = await keep('page', filled, wherever);
    expect(resultOf(body).slice(0, 3)).toEqual([
      'The scenario',
      'It passes with the rules as they are.',
      'section: secrets',
    ]);
    expect(resultOf(body)).toContain(
      'Downloaded, it is put in its place by this command, or by hand in scenarios/secrets.yaml: npm run --silent criterio -- new scenario --from secrets.yaml',
    );
    const other = await keep('page', [...filled.slice(2), ['key', 'C']], wherever);
    expect(resultOf(other.body)[1]).toBe(
      'It fails with the rules as they are: they choose B. These do not count for it: secrets/parameters-are-cheaper.',
    );
  });

  test('writes it into scenarios/ where the server may, and it is counted from then on', async () => {
    await open(true);
    const before = keeper.home.read(path);
    expect(linesOf(await page())).toContain('Write it into scenarios/Show it first');
    const { statusCode, body } = await keep('folder');
    expect([statusCode, ...resultOf(body).slice(0, 2)]).toEqual([
      200,
      'Kept in scenarios/secrets.yaml:16',
      'It passes with the rules as they are.',
    ]);
    expect(resultOf(body)).toContain('Run it: npm run --silent criterio -- test --section secrets');
    expect(keeper.home.read(path)).toBe(before + entry);
    expect(linesOf((await keeper.app.inject({ url: '/coverage' })).body)).toContain(
      'Lines that state something and are accounted for: 7 of 9. Practice scenarios answered rightly: 3 of 3, all that are not recorded as failures.',
    );
    expect(
      linesOf((await keeper.app.inject({ url: '/review/rules/secrets/rotation-decides' })).body),
    ).toContain('secrets/monthly passes +2 points');
    const again = await keep('folder');
    expect([again.statusCode, linesOf(again.body)[2]]).toEqual([
      409,
      'monthly is taken in scenarios/secrets.yaml: choose another name.',
    ]);
    expect(keeper.home.read(path)).toBe(before + entry);
  });

  test('without options takes an outcome, or another by its name', async () => {
    await open(true);
    const q = ['q', 'We must run code for 20 minutes.'] as [string, string];
    const fields: Fields = [['section', 'functions'], ['asks', 'service'], ['to', 'folder'], q];
    const one = await post('/keep/scenario', [...fields, ['name', 'one'], ['key', 'AWS Fargate']]);
    expect(resultOf(one.body)[1]).toBe('It passes with the rules as they are.');
    const other = await post('/keep/scenario', [...fields, ['name', 'other'], ['other', 'Lambda']]);
    expect(resultOf(other.body)[1]).toBe('It fails with the rules as they are: they choose fargate.');
    expect(keeper.home.read('scenarios/functions.yaml').match(/key: .*/g)).toEqual([
      'key: [AWS Fargate]',
      'key: [Lambda]',
    ]);
  });

  test('says that facts beside the text are no part of it', async () => {
    await open(false);
    const told =
      'Facts that you answered or withdrew are not part of a scenario. Write into the text what it should say, and ask again.';
    expect(linesOf(await page(question, '&need.rotate=~password'))).toContain(told);
    expect(linesOf(await page())).not.toContain(told);
  });

  test('takes a text too long for a link', async () => {
    await open(false);
    const long = `${'Nothing else is known. '.repeat(400)}\n${question}`;
    const { statusCode, body } = await keeper.app.inject({
      method: 'POST',
      url: '/keep',
      headers: wherever,
      body: new URLSearchParams({ q: long, state: 'lang=es' }).toString(),
    });
    expect([statusCode, linesOf(body)[0], hiddenField(body, 'q')]).toEqual([
      200,
      'Guardar como escenario',
      long,
    ]);
  });
});

describe('nothing is written', () => {
  test('by a server that may not', async () => {
    await open(false);
    const before = keeper.home.files();
    const { statusCode, body } = await keep('folder');
    expect([statusCode, linesOf(body)[2]]).toEqual([
      403,
      'This server writes nothing: it was started without --edit. Download the file and put it in place yourself.',
    ]);
    expect(keeper.home.files()).toEqual(before);
  });

  test.each(foreign)('for a request %s', async (_name, headers, from) => {
    await open(true);
    const before = keeper.home.files();
    const { statusCode, body } = await keep('folder', filled, headers);
    expect([statusCode, linesOf(body)[2]]).toEqual([
      403,
      `The request came from ${from}, not from a page of this server, so nothing was written. Open the page here and send it again.`,
    ]);
    expect(keeper.home.files()).toEqual(before);
  });

  const wrong: [name: string, change: Fields, message: string][] = [
    ['without a key', [['key', '']], 'Say what is right (the advisor says B).'],
    ['with an unknown key', [['key', 'F']], '“F” is no answer to this question: it is one of A, B, C.'],
    [
      'with a name that is a path',
      [['name', '../../evil']],
      '“../../evil” is no name: use lower-case letters and digits joined by hyphens, such as rotate-every-month.',
    ],
    [
      'with a section that is a path',
      [['section', '../rules/sections/secrets']],
      'There is no section ../rules/sections/secrets.',
    ],
    ['with an unknown rule', [['rule', 'B|secrets/nothing']], 'scenarios/secrets.yaml can not be added to:'],
  ];
  test.each(wrong)('%s, and the form is kept', async (_name, change, message) => {
    await open(true);
    const before = keeper.home.files();
    const names = change.map(([name]) => name);
    const { statusCode, body } = await keep('folder', [
      ...filled.filter(([name]) => !names.includes(name)),
      ...change,
    ]);
    expect([statusCode >= 400, statusCode < 500]).toEqual([true, true]);
    expect(linesOf(body)[2]).toContain(message);
    expect(keeper.home.files()).toEqual(before);
    const [given = ['', '']] = change;
    if (given[0] === 'name') expect(body).toContain('value="../../evil"');
  });

  test('to a file that can not be read', async () => {
    await open(true);
    keeper.home.edit(path, 'scenarios:', 'scenarios: [');
    const { statusCode, body } = await keep('folder');
    expect([statusCode, linesOf(body)[2]]).toEqual([
      409,
      expect.stringContaining(`${path} can not be added to: `),
    ]);
  });
});
