import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { texts } from '../../src/web/texts.ts';
import { foreign, hiddenField, type KeeperApp, keeperApp, ownPage } from './keeper-app.ts';
import { linesOf, linkTo, textareaOf } from './reading-pages.ts';

// Each starts processes or runs scenarios, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const rule = '/review/rules/secrets/rotation-decides';
const statement = '/review/statements/secrets/price';
const file = 'reviews/rules/secrets/rotation-decides.yaml';

let keeper: KeeperApp;
const open = async (edit: boolean) => {
  keeper = await keeperApp(edit);
};
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T12:00:00Z') });
});
afterEach(async () => {
  vi.useRealTimers();
  await keeper.close();
});

const get = async (url: string) => (await keeper.app.inject({ url })).body;
const send = async (url: string, fields: Record<string, string>, headers: Record<string, string> = ownPage) =>
  keeper.app.inject({
    method: 'POST',
    url,
    headers,
    body: new URLSearchParams({ seen: hiddenField(await get(url), 'seen'), ...fields }).toString(),
  });
const disagree = { reviewer: 'Ana', verdict: 'disagree', remark: 'Not always.\r\nSee line 12.' };
const queue = async (query = '') => linesOf(await get(`/review${query}`), 'id="queue"', '</section>');
const written = (content: string, errata: string) =>
  [
    'of: secrets/rotation-decides',
    'kind: rule',
    'reviewer: Ana',
    'date: 2026-11-22',
    'verdict: disagree',
    'remark: |-',
    '  Not always.',
    '  See line 12.',
    'reviewed:',
    `  content: ${content}`,
    `  errata: ${errata}`,
    '',
  ].join('\n');

describe('what the catalogue claims', () => {
  const rds = '/review/outcomes/catalogue/rds';

  test('waits, is shown with its claims and its place, and is reviewed as rules are', async () => {
    await open(true);
    expect((await queue()).slice(-2)).toEqual(['Amazon RDS', 'Catalogue catalogue/rds never reviewed']);
    const lines = linesOf(await get(rds));
    expect(lines.slice(0, 6)).toEqual([
      'Review · Catalogue catalogue/rds',
      'Amazon RDS',
      'never reviewed',
      'What the catalogue claims',
      texts.en.result.catalogue,
      'Amazon RDS can not store: credential.',
    ]);
    expect(lines).toContain('rules/catalogue/all.yaml:38 Open in the editor');
    expect(linkTo(await get('/rules/catalogue/rds/1'), 'Review this')).toBe(rds);
    expect((await send(rds, disagree)).statusCode).toBe(303);
    expect(keeper.home.read('reviews/outcomes/catalogue/rds.yaml')).toContain(
      'of: catalogue/rds\nkind: outcome\nreviewer: Ana',
    );
    expect((await queue('?which=disagree')).slice(1)).toEqual([
      'Amazon RDS',
      'Catalogue catalogue/rds reviewed Ana on 2026-11-22: disagrees.',
    ]);
  });

  test('comes back when it changes, and not when the outcome is named otherwise', async () => {
    await open(true);
    await send(rds, disagree);
    keeper.home.edit(
      'rules/catalogue/all.yaml',
      'name: Amazon RDS',
      'name: Amazon Relational Database Service',
    );
    keeper.reload();
    expect((await queue('?which=changed'))[0]).toBe('Nothing waits here.');
    keeper.home.edit(
      'rules/catalogue/all.yaml',
      'object: credential, not: true}]',
      'object: password, not: true}]',
    );
    keeper.reload();
    expect((await queue('?which=changed'))[0]).toBe('1 found');
  });

  test('is told in Spanish', async () => {
    await open(false);
    const lines = linesOf(await get(`${rds}?lang=es`));
    expect(lines.slice(0, 4)).toEqual([
      'Revisión · Catálogo catalogue/rds',
      'Amazon RDS',
      'nunca revisada',
      'Lo que afirma el catálogo',
    ]);
  });

  test('is not there for an outcome of which the catalogue claims nothing', async () => {
    await open(false);
    const answer = await keeper.app.inject({ url: '/review/outcomes/catalogue/lambda' });
    expect(answer.statusCode).toBe(404);
  });
});

describe('the queue', () => {
  test('holds every rule and every statement that claims something, as never reviewed', async () => {
    await open(false);
    const lines = linesOf(await get('/review'));
    expect(lines.slice(0, 3)).toEqual([
      'Review',
      'Every rule, every statement and what the catalogue claims waits here until someone has looked at it. What changes afterwards comes back.',
      '11 wait, 0 are reviewed.',
    ]);
    expect((await queue()).slice(0, 5)).toEqual([
      '11 found',
      "What runs longer than a function may is a container's work.",
      'Rule functions/long-runs-leave-lambda never reviewed',
      'Both keep secrets, but only Secrets Manager changes them on a schedule.',
      'Rule secrets/rotation-decides never reviewed',
    ]);
    expect((await queue('?heading=functions')).filter((line) => /^(Rule|Statement) /.test(line))).toEqual([
      'Rule functions/long-runs-leave-lambda never reviewed',
      'Statement functions/fifteen-minutes never reviewed',
      'Statement functions/opsworks-runs never reviewed',
    ]);
  });

  test('puts first what decides most misses', async () => {
    await open(false);
    keeper.home.edit('scenarios/secrets.yaml', 'key: [B]', 'key: [A]');
    keeper.reload();
    expect(await queue('?which=misses')).toEqual([
      '2 found',
      'Without rotation, a parameter keeps a secret at no charge.',
      'Rule secrets/parameters-are-cheaper never reviewed decides 1 miss',
      'Standard parameters cost nothing.',
      'Statement secrets/price never reviewed decides 1 miss',
    ]);
    expect((await queue())[1]).toBe('Without rotation, a parameter keeps a secret at no charge.');
  });

  test('lets go of what is reviewed, and takes back what changes: the rule, its statement, or an erratum', async () => {
    await open(true);
    const changed = async () => (await queue('?which=changed'))[0];
    expect((await send(rule, disagree)).statusCode).toBe(303);
    expect(linesOf(await get('/review'))[2]).toBe('10 wait, 1 are reviewed.');
    expect((await queue('?which=disagree')).slice(1)).toEqual([
      'Both keep secrets, but only Secrets Manager changes them on a schedule.',
      'Rule secrets/rotation-decides reviewed Ana on 2026-11-22: disagrees.',
    ]);
    const section = 'rules/sections/secrets.yaml';
    keeper.home.edit(section, 'by itself.', 'all by itself.');
    keeper.reload();
    expect((await queue('?which=changed')).slice(1)).toEqual([
      'Both keep secrets, but only Secrets Manager changes them on a schedule.',
      'Rule secrets/rotation-decides changed since review Ana on 2026-11-22: disagrees.',
    ]);
    keeper.home.edit(section, 'all by itself.', 'by itself. # a comment');
    keeper.home.edit(section, '    cites: [rotates]', '    cites:\n      - secrets/rotates');
    keeper.reload();
    expect(await changed()).toBe('Nothing waits here.');
    keeper.home.edit(section, 'Some secrets rotate', 'Many secrets rotate');
    keeper.reload();
    expect((await queue('?which=erratum')).slice(2)).toEqual([
      'Rule secrets/rotation-decides erratum since review Ana on 2026-11-22: disagrees.',
    ]);
    keeper.home.edit(section, 'value: credential}]}', 'value: password}]}');
    keeper.reload();
    expect(await changed()).toBe('1 found');
  });

  test('names files that are no reviews, and reviews of what has gone', async () => {
    await open(false);
    const folder = join(keeper.home.folder, 'reviews/rules/secrets');
    mkdirSync(folder, { recursive: true });
    const gone = written('0123456789abcdef', 'none').replace('rotation-decides', 'gone');
    writeFileSync(join(folder, 'gone.yaml'), gone);
    writeFileSync(join(folder, 'moved.yaml'), gone);
    writeFileSync(join(folder, 'torn.yaml'), 'of: secrets/rotates\nverdict: maybe\n');
    const lines = linesOf(await get('/review'));
    const told = lines.slice(lines.indexOf('Files in reviews/ that are no reviews'));
    expect(told).toEqual([
      'Files in reviews/ that are no reviews',
      'reviews/rules/secrets/moved.yaml is a review of secrets/gone',
      expect.stringContaining('reviews/rules/secrets/torn.yaml:'),
      'of: secrets/rotates',
      '^',
      '→ Give the field the form that rules/README.md shows.',
      'Reviews of what is no longer there under that name',
      'Rule secrets/gone. Ana on 2026-11-22: disagrees.',
    ]);
  });
});

describe('the page of a review', () => {
  test('shows the rule beside its statement, its claims, its scenarios and what a user sees', async () => {
    await open(true);
    expect(linesOf(await get(rule))).toEqual([
      'Review · Rule secrets/rotation-decides',
      'Both keep secrets, but only Secrets Manager changes them on a schedule.',
      'never reviewed',
      'The rule',
      '+2 the better of the two',
      'In English',
      'Both keep secrets, but only Secrets Manager changes them on a schedule.',
      'In Spanish',
      'Ambos guardan secretos, pero solo Secrets Manager los cambia cada cierto tiempo.',
      'Speaks for',
      'AWS Secrets Manager',
      'Beats',
      'Parameter Store',
      'When',
      'wanted: rotate credential',
      'The statement',
      'Secrets Manager changes the credentials it keeps by itself. Keeping secrets, lines 10–11, 14 of the notes',
      'Changed since 2022-12-22 imprecise Some secrets rotate without a function now.',
      'secrets/rotates Review this',
      'What it claims',
      'AWS Secrets Manager can rotate: credential.',
      'AWS Secrets Manager can store: credential.',
      'Parameter Store can store: credential.',
      'Parameter Store can not rotate: credential.',
      'Scenarios that need it',
      'Practice scenarios in which it fired, those it counts for most first.',
      'The password must be changed every month by itself. Which service should keep it?',
      'secrets/rotate-every-month passes +2 points',
      'As a user sees it',
      'In the scenario secrets/rotate-every-month:',
      'AWS Secrets Manager: Both keep secrets, but only Secrets Manager changes them on a schedule. Rather than AWS Systems Manager: no rule speaks for it.',
      'AWS Secrets Manager',
      '+2 points the better of the two',
      'Both keep secrets, but only Secrets Manager changes them on a schedule.',
      'wanted: rotate credential “password” “changed”',
      'Secrets Manager changes the credentials it keeps by itself. Keeping secrets, lines 10–11, 14 of the notes',
      'Changed since 2022-12-22 imprecise Some secrets rotate without a function now.',
      'Rule secrets/rotation-decides',
      'The whole answer',
      'Your review',
      'Verdict',
      'I agree',
      'I disagree',
      'I am unsure',
      'Remark',
      'What is wrong or missing, and what should be said instead.',
      'Your name',
      'Save in reviews/rules/secrets/rotation-decides.yaml',
      'Next in the queue · Back to the queue',
      'Change it',
      'The rules are files. Change this one, look at the difference, keep a scenario that shows it.',
      'Where it is written',
      'rules/sections/secrets.yaml:31 Open in the editor',
      'See what your change does',
      'npm run --silent criterio -- diff HEAD which answers, reasons and verdicts flip',
      'npm run --silent criterio -- check whether the rules still hold together',
      'Ask a question that shows it, and keep the question as a scenario',
      'As written',
      'rotation-decides:',
      'prefer: secrets-manager',
      'over: parameter-store',
      'when: {all: [{fact: need.rotate, operator: contains, value: credential}]}',
      'because:',
      'en: Both keep secrets, but only Secrets Manager changes them on a schedule.',
      'es: Ambos guardan secretos, pero solo Secrets Manager los cambia cada cierto tiempo.',
      'cites: [rotates]',
    ]);
  });

  test('shows a statement beside its claims and the rules on it, in Spanish too', async () => {
    await open(false);
    const lines = linesOf(await get(`${statement}?lang=es`));
    expect(lines.slice(0, 20)).toEqual([
      'Revisión · Afirmación secrets/price',
      'Los parámetros estándar no cuestan nada.',
      'nunca revisada',
      'La afirmación',
      'En inglés',
      'Standard parameters cost nothing.',
      'En español',
      'Los parámetros estándar no cuestan nada.',
      'Guardar secretos, línea 15 de los apuntes',
      'Lo que sostiene',
      'Parameter Store: menor coste.',
      'Reglas que se apoyan en ella',
      'Sin rotación, un parámetro guarda el secreto sin coste.',
      'A favor de Parameter Store Cuando: se menciona: menor coste',
      'Escenarios que la necesitan',
      'Escenarios de práctica en los que se ha disparado; primero, aquellos en los que más cuenta.',
      'A secret that never changes must be kept at the lowest cost. Which of these should keep it?',
      'secrets/keep-at-no-cost acierta +1 punto',
      'Como la ve quien pregunta',
      'En el escenario secrets/keep-at-no-cost:',
    ]);
    expect(lines.slice(lines.indexOf('La respuesta entera'))).toEqual([
      'La respuesta entera',
      'Tu revisión',
      'Veredicto',
      'Estoy de acuerdo',
      'No estoy de acuerdo',
      'Tengo dudas',
      'Observación',
      'Qué está mal o falta, y qué debería decir.',
      'Tu nombre',
      'Descargar la revisión',
      'Este servidor no escribe nada. Pon el archivo en reviews/statements/secrets/price.yaml.',
      'Siguiente de la cola · Volver a la cola',
      'Cambiarla',
      'Las reglas son archivos. Cambia esta, mira la diferencia y guarda un escenario que la muestre.',
      'Dónde está escrita',
      'rules/sections/secrets.yaml:19',
      'Mira qué hace tu cambio',
      'npm run --silent criterio -- diff HEAD qué respuestas, razones y veredictos cambian',
      'npm run --silent criterio -- check si las reglas siguen siendo coherentes',
      'Haz una pregunta que lo muestre y guárdala como escenario',
      'Tal como está escrito',
      'price:',
      'lines: [15]',
      'en: Standard parameters cost nothing.',
      'es: Los parámetros estándar no cuestan nada.',
      'claims:',
      '- {subject: parameter-store, act: is, object: least-cost}',
    ]);
  });

  test('quotes the notes only where the user has them', async () => {
    await open(false);
    const notes = join(keeper.home.folder, 'notes.txt');
    writeFileSync(notes, `${'\n'.repeat(14)}parámetros gratis\n`);
    expect(await get(statement)).not.toContain('parámetros gratis');
    vi.stubEnv('CRITERIO_NOTES', notes);
    expect(linesOf(await get(statement))).toContain('parámetros gratis');
    vi.unstubAllEnvs();
  });

  test.each([
    '/review/rules/secrets/price',
    '/review/things/secrets/price',
    '/review/rules/..%2f..%2fx/y',
    '/review/statements/secrets/history',
  ])('%s is none', async (url) => {
    await open(true);
    expect((await keeper.app.inject({ url })).statusCode).toBe(404);
    expect((await keeper.app.inject({ method: 'POST', url, headers: ownPage, body: '' })).statusCode).toBe(
      404,
    );
  });
});

describe('a verdict', () => {
  test('is written into its file by a server that may, and stands on the page', async () => {
    await open(true);
    const { statusCode, headers } = await send(`${rule}?which=never`, disagree);
    expect([statusCode, headers.location]).toEqual([303, `${rule}?which=never&by=Ana`]);
    const [content = '', errata = ''] = hiddenField(await get(rule), 'seen').split(' ');
    expect([content, errata]).toEqual([
      expect.stringMatching(/^[0-9a-f]{16}$/),
      expect.stringMatching(/^[0-9a-f]{16}$/),
    ]);
    expect(keeper.home.read(file)).toBe(written(content, errata));
    const page = await get(headers.location ?? '');
    expect(linesOf(page)).toEqual(
      expect.arrayContaining(['reviewed Ana on 2026-11-22: disagrees.', 'Not always.', 'See line 12.']),
    );
    expect(linkTo(page, 'Next in the queue')).toBe(
      '/review/rules/secrets/parameters-are-cheaper?which=never&by=Ana',
    );
  });

  test('is a file to download where the server may not write', async () => {
    await open(false);
    const before = keeper.home.files();
    const { statusCode, headers, body } = await send(rule, disagree, {
      'content-type': ownPage['content-type'],
    });
    expect([statusCode, headers['content-disposition'], headers['content-type']]).toEqual([
      200,
      'attachment; filename="rotation-decides.yaml"',
      'application/yaml; charset=utf-8',
    ]);
    const [content = '', errata = ''] = hiddenField(await get(rule), 'seen').split(' ');
    expect(body).toBe(written(content, errata));
    expect(keeper.home.files()).toEqual(before);
    expect(linesOf(await get(rule))).toContain(`This server writes nothing. Put the file at ${file}.`);
  });

  test.each(foreign)('is not written for a request %s', async (_name, headers, from) => {
    await open(true);
    const before = keeper.home.files();
    const { statusCode, body } = await send(rule, disagree, headers);
    expect(statusCode).toBe(403);
    expect(linesOf(body)).toContain(
      `The request came from ${from}, not from a page of this server, so nothing was written. Open the page here and send it again.`,
    );
    expect(keeper.home.files()).toEqual(before);
  });

  test.each([
    ['no name', { ...disagree, reviewer: ' ' }, 'The review lacks the name of the reviewer.'],
    ['no verdict', { ...disagree, verdict: 'maybe' }, 'The review lacks a verdict.'],
    ['too long a remark', { ...disagree, remark: 'x'.repeat(4001) }, 'The review lacks a shorter remark.'],
  ])('with %s is asked for again, with what was said kept', async (_name, fields, message) => {
    await open(true);
    const { statusCode, body } = await send(rule, fields);
    expect([statusCode, keeper.home.has('reviews')]).toEqual([422, false]);
    expect(linesOf(body)).toContain(message);
    expect(textareaOf(body)).toBe(fields.remark);
  });

  test('of what has changed while it was read is not written', async () => {
    await open(true);
    const seen = hiddenField(await get(rule), 'seen');
    keeper.home.edit('rules/sections/secrets.yaml', 'on a schedule', 'every month');
    keeper.reload();
    const { statusCode, body } = await send(rule, { ...disagree, seen });
    expect([statusCode, keeper.home.has('reviews')]).toEqual([409, false]);
    expect(linesOf(body)).toContain(
      'This has changed while you were reading it, so nothing was written. Look at it again; your remark is kept below.',
    );
  });
});
