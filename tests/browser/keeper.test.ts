/**
 * The walk of someone who disagrees with a rule: from the answer to the review, the changed file and the scenario kept.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { type KeeperApp, keeperApp } from '../web/keeper-app.ts';
import { faultless, serve, visitors } from './served-app.ts';

let keeper: KeeperApp;
const { open } = serve(async () => {
  keeper = await keeperApp(true);
  return keeper.app;
});
afterAll(() => keeper?.close());

const question = [
  'We must rotate the password. Which service should be used?',
  'A. AWS Lambda',
  'B. AWS Secrets Manager',
  'C. Parameter Store',
].join('\n');
const rule = 'secrets/rotation-decides';
const file = `reviews/rules/${rule}.yaml`;

describe.each(visitors)('a rule one disagrees with, at $name', (visitor) => {
  test('is reviewed, and the question that shows it kept', { timeout: 120_000 }, async () => {
    const name = `walk-${visitors.indexOf(visitor)}`;
    const { page, complaints, faults, close } = await open(visitor);
    await page.goto('/');
    await page.getByLabel('Your scenario or question').fill(question);
    await page.getByRole('button', { name: 'Advise me' }).click();
    await page
      .getByRole('link', { name: `Rule ${rule}` })
      .first()
      .click();
    await page.getByRole('link', { name: 'Review this' }).click();
    await page.getByRole('heading', { name: 'Scenarios that need it' }).waitFor();
    expect(await faults()).toEqual(faultless);
    expect(await page.getByRole('link', { name: 'Open in the editor' }).getAttribute('href')).toBe(
      `vscode://file${keeper.home.folder}/rules/sections/secrets.yaml:31`,
    );

    await page.getByLabel('I disagree').check();
    await page.getByLabel('Remark').fill(`Not always (${name}).`);
    await page.getByLabel('Your name').fill('Ana');
    await page.getByRole('button', { name: `Save in ${file}` }).click();
    await page.getByText(`Not always (${name}).`).first().waitFor();
    expect(keeper.home.read(file)).toContain(`remark: Not always (${name}).`);
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ana');
    expect(await faults()).toEqual(faultless);

    await page.goto(`/advise?q=${encodeURIComponent(question)}`);
    await page.getByRole('link', { name: 'Keep as a scenario' }).click();
    await page.getByRole('heading', { name: 'Keep as a scenario' }).waitFor();
    expect(await faults()).toEqual(faultless);
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Write it into scenarios/' }).click();
    await page.getByText('It passes with the rules as they are.').waitFor();
    expect(keeper.home.read('scenarios/secrets.yaml')).toContain(`  ${name}:\n    lines: [10, 11, 14]\n`);
    await page.goto('/review?which=disagree');
    await page.getByText('Ana on').waitFor();
    expect(await faults()).toEqual(faultless);
    expect(complaints).toEqual([]);
    await close();
  });
});

test('a server that writes nothing gives the files to download', async () => {
  const [visitor] = visitors;
  if (!visitor) throw new Error('There is no visitor.');
  const reader = await keeperApp(false);
  const address = await reader.app.listen({ host: '127.0.0.1', port: 0 });
  const { page, close } = await open(visitor);
  await page.goto(`${address}/review/rules/${rule}?by=Ana`);
  await page.getByLabel('I agree').check();
  const [review] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the review' }).click(),
  ]);
  await page.goto(`${address}/keep?q=${encodeURIComponent(question)}`);
  const [scenario] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the scenario' }).click(),
  ]);
  expect([review.suggestedFilename(), scenario.suggestedFilename()]).toEqual([
    'rotation-decides.yaml',
    'secrets.yaml',
  ]);
  await close();
  await reader.close();
});

test('a page of another site can not write here', async () => {
  const [visitor] = visitors;
  if (!visitor) throw new Error('There is no visitor.');
  const other = await keeperApp(true);
  const address = await other.app.listen({ host: '127.0.0.1', port: 0 });
  const before = other.home.files();
  const evil = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(
      `<form method="post" action="${address}/review/rules/${rule}"><input name="verdict" value="agree"><input name="reviewer" value="Eve"><button>Win</button></form>`,
    );
  });
  await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
  const { page, close } = await open(visitor);
  await page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`);
  const refused = page.waitForResponse((response) => response.url().startsWith(address));
  await page.getByRole('button', { name: 'Win' }).click();
  expect((await refused).status()).toBe(403);
  expect(other.home.files()).toEqual(before);
  await close();
  evil.close();
  await other.close();
});
