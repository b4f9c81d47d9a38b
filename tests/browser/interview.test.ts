import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultless, serve, type Tab, visitors } from './served-app.ts';

const { open } = serve();

/** Presses Tab until the focus is on what has the name; a page where that takes long is no page for the keyboard. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const { activeElement: element } = document;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : undefined;
      return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
    });
    if (focused === name) return;
  }
  throw new Error(`The keyboard does not reach “${name}”.`);
}

async function questionIs(page: Page, number: number): Promise<void> {
  await page.getByText(`Question ${number}`, { exact: true }).waitFor();
}

for (const visitor of visitors) {
  describe(`an interview at ${visitor.name}`, () => {
    let tab: Tab;
    beforeEach(async () => {
      tab = await open(visitor);
    });
    afterEach(async () => {
      expect(tab.complaints).toEqual([]);
      await tab.close();
    });

    test('leads by the keyboard alone from the first page to an answer, on pages without faults', async () => {
      const { page } = tab;
      await page.goto('/');
      await tabTo(page, 'No text at hand? Be asked instead');
      await page.keyboard.press('Enter');
      await questionIs(page, 1);
      expect(await tab.faults()).toEqual(faultless);
      await tabTo(page, 'rotate');
      await page.keyboard.press('Space');
      await tabTo(page, 'Answer');
      await page.keyboard.press('Enter');
      await questionIs(page, 2);
      await tabTo(page, 'credential');
      await page.keyboard.press('Space');
      await tabTo(page, 'Answer');
      await page.keyboard.press('Enter');
      await page.waitForURL(/credential.*asked=2/);
      await page.locator('.standing').getByText('AWS Secrets Manager').waitFor();
      for (const summary of await page.locator('#result summary').all()) await summary.click();
      expect(await tab.faults()).toEqual(faultless);
    });

    test('says why, before anything is answered', async () => {
      const { page } = tab;
      await page.goto('/interview?need.rotate=*&asked=1');
      await page.getByText('Why this question').click();
      await page.getByText('What each answer would do').waitFor();
      await page.getByRole('link', { name: 'AWS Secrets Manager can store: credential.' }).first().waitFor();
    });

    test('takes back an answer, goes back and forward, and shows what would be without a fact', async () => {
      const { page } = tab;
      await page.goto('/interview?need.rotate=*&need.rotate=credential&need.store=*&asked=2');
      await page.getByRole('link', { name: 'What if not: wanted: rotate credential' }).click();
      await page.getByText('If not “wanted: rotate credential”').waitFor();
      expect(await tab.faults()).toEqual(faultless);
      await page.getByRole('link', { name: 'Leave it as it is' }).click();
      await page.waitForURL((url) => !url.searchParams.has('try'));
      await page.getByRole('link', { name: 'Withdraw: wanted: rotate credential' }).click();
      await page.waitForURL((url) => !url.search.includes('credential'));
      await page.goBack();
      await page.getByRole('link', { name: 'Withdraw: wanted: rotate credential' }).waitFor();
      await page.goForward();
      await page.waitForURL((url) => !url.search.includes('credential'));
    });

    test('tells what would make a rival win, each way ready to be tried', async () => {
      const { page } = tab;
      await page.goto(
        '/interview?need.rotate=*&need.rotate=credential&need.store=*&need.store=credential&asked=3',
      );
      await page.getByRole('link', { name: 'What would make Parameter Store win?' }).click();
      await page.getByRole('heading', { name: 'What would make Parameter Store win?' }).waitFor();
      expect(await tab.faults()).toEqual(faultless);
      await page
        .getByRole('link', { name: /^Try it/ })
        .first()
        .click();
      await page.locator('.standing li').first().getByText('Parameter Store').waitFor();
    });

    test('goes on in Spanish where it was in English', async () => {
      const { page } = tab;
      await page.goto('/interview?need.rotate=*&asked=1');
      await page.getByRole('link', { name: 'Español' }).click();
      await page.getByText('Pregunta 2', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'No lo sé' }).click();
      await page.waitForURL(/=\?.*lang=es.*asked=2/);
      await page
        .getByText(/que no sabes/)
        .first()
        .waitFor();
      expect(await tab.faults()).toEqual(faultless);
    });

    test('can be begun from an answer that leaves things open', async () => {
      const { page } = tab;
      await page.goto('/advise?q=We+must+store+the+password+at+the+lowest+cost.');
      await page.getByRole('link', { name: 'Be asked what is still open' }).click();
      await page.getByText('Settled: whatever the one fact is').waitFor();
      await page.getByRole('link', { name: 'The answer with all its reasons' }).click();
      await page.getByLabel('Your scenario or question').waitFor();
    });
  });
}
