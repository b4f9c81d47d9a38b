import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultless, serve, type Tab, visitors } from './served-app.ts';

const { open } = serve();

const question = [
  'We must rotate the password. Which service should be used?',
  'A. AWS Lambda',
  'B. AWS Secrets Manager',
  'C. Parameter Store',
].join('\n');
const headline =
  /^Option B: Both keep secrets, but only Secrets Manager changes them on a schedule\. Rather than Option [ACD]: no rule speaks for it\.$/;

async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your scenario or question').fill(text);
  await page.getByRole('button', { name: 'Advise me' }).click();
}

for (const visitor of visitors) {
  describe(`a question pasted at ${visitor.name}`, () => {
    let tab: Tab;
    beforeEach(async () => {
      tab = await open(visitor);
      await tab.page.goto('/');
    });
    afterEach(async () => {
      expect(tab.complaints).toEqual([]);
      await tab.close();
    });

    test('is answered with its reasons, on a page without faults', async () => {
      const { page } = tab;
      expect(await tab.faults()).toEqual(faultless);
      await paste(page, question);
      const title = page.locator('#result-title');
      await title.waitFor();
      expect(await title.textContent()).toMatch(headline);
      expect(await page.locator('#result h2').allTextContents()).toEqual(
        expect.arrayContaining([
          expect.stringMatching(headline),
          'What was understood',
          'Why',
          'Why not the others',
        ]),
      );
      expect(await page.getByLabel('Your scenario or question').inputValue()).toBe(question);
      expect(new URL(page.url()).searchParams.get('q')).toBe(question);
      for (const summary of await page.locator('#result summary').all()) await summary.click();
      expect(await tab.faults()).toEqual(faultless);
    });

    test('has a link that gives the same result to whoever opens it', async () => {
      const { page } = tab;
      await paste(page, question);
      await page.locator('#result-title').waitFor();
      const result = await page.locator('#result').innerText();
      await page.goto(page.url());
      expect(await page.locator('#result').innerText()).toBe(result);
    });

    test('takes corrections and answers one click away, and the way back', async () => {
      const { page } = tab;
      await paste(page, question);
      await page.getByText('Facts (2)').click();
      await page.getByRole('link', { name: 'Not so: wanted: rotate password' }).click();
      await page.waitForURL(/need\.rotate=~password/);
      await page.getByText('withdrawn').waitFor();
      expect(await tab.faults()).toEqual(faultless);
      await page.goBack();
      await page.waitForURL((url) => !url.search.includes('need.rotate'));
      await page.getByText(headline).first().waitFor();
      await page.goto('/advise?q=We+must+store+the+password+at+the+lowest+cost.');
      await page.getByRole('link', { name: 'Yes: Is this wanted: rotate – credential?' }).click();
      await page.waitForURL(/need\.rotate=credential/);
      await page.getByText('your answer').first().waitFor();
    });

    test('answers a pick first, one click away, on a page without faults', async () => {
      const { page } = tab;
      await paste(page, question);
      await page.getByRole('link', { name: 'I chose C: why not?' }).click();
      await page.waitForURL(/picked=C/);
      const title = page.locator('#result-title');
      await page.getByText('Your pick').waitFor();
      expect(await title.textContent()).toMatch(/^You picked C; the rules take B, \d+ points ahead\./);
      for (const summary of await page.locator('#result summary').all()) await summary.click();
      expect(await page.locator('.weighs-for').count()).toBeGreaterThan(0);
      expect(await tab.faults()).toEqual(faultless);
      await page.getByRole('link', { name: 'Forget my pick' }).click();
      await page.waitForURL((url) => !url.searchParams.has('picked'));
      expect(await title.textContent()).toMatch(headline);
    });

    test('that is empty of words is asked for again', async () => {
      const { page } = tab;
      await paste(page, '...');
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect((await alert.innerText()).split(/\n+/)).toEqual([
        'That did not work',
        'There is no text to read. Describe a scenario or paste a question.',
      ]);
      expect(await tab.faults()).toEqual(faultless);
      // The browser itself tells of every status from 400 on.
      expect(tab.complaints.splice(0)).toEqual([expect.stringContaining('status of 422')]);
    });

    test('too long for a link is answered all the same, with its corrections', async () => {
      const { page } = tab;
      const long = `${'Nothing else is known. '.repeat(400)}\n${question}`;
      await paste(page, long);
      await page.locator('#result-title').waitFor();
      expect(await page.locator('#result-title').textContent()).toMatch(headline);
      await page.getByText('Facts (2)').click();
      await page.getByRole('button', { name: 'Not so: wanted: rotate password' }).click();
      await page.getByText('withdrawn').waitFor();
      await page.getByRole('button', { name: 'Español' }).click();
      await page.getByText('retirado').waitFor();
    });
  });
}

/** The statement that speaks of it, and the claim it makes. */
const opsworks = ['OpsWorks runs code with recipes.', 'AWS OpsWorks can run: code.'];

const [withScript, withoutScript] = visitors;

describe('with JavaScript', () => {
  test('the result appears below the form without leaving the page, and is where the keyboard goes', async () => {
    if (!withScript) throw new Error('There is no such visitor.');
    const { page, close } = await open(withScript);
    await page.goto('/');
    await page.evaluate(() => Object.assign(window, { stayed: true }));
    await paste(page, question);
    await page.waitForURL(/q=We/);
    await page.waitForFunction(() => document.activeElement?.id === 'result-title');
    await page.getByRole('link', { name: 'Show the answer as of today' }).click();
    await page.waitForURL(/asOf=today/);
    expect(await page.getByRole('radio', { name: 'as of today' }).isChecked()).toBe(true);
    expect(await page.evaluate(() => Reflect.get(window, 'stayed'))).toBe(true);
    await page.getByRole('link', { name: 'Español' }).click();
    await page.getByText('para el examen').first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe(question);
    await close();
  });

  test('rules are found as one types', async () => {
    if (!withScript) throw new Error('There is no such visitor.');
    const { page, close } = await open(withScript);
    await page.goto('/rules');
    await page.getByRole('searchbox').pressSequentially('opsw');
    await page.getByText('1 found').waitFor();
    expect(await page.locator('#hits .entry').allTextContents()).toEqual(opsworks);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    expect(new URL(page.url()).searchParams.get('q')).toBe('opsw');
    await page.getByRole('searchbox').fill('');
    await page.getByLabel('Service').selectOption('AWS OpsWorks');
    await page.waitForURL(/service=opsworks/);
    expect(await page.locator('#hits .entry').allTextContents()).toEqual(opsworks);
    await close();
  });
});

describe('without JavaScript', () => {
  test('rules are found by the button', async () => {
    if (!withoutScript) throw new Error('There is no such visitor.');
    const { page, close } = await open(withoutScript);
    await page.goto('/rules');
    await page.getByRole('searchbox').fill('opsw');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL(/q=opsw/);
    expect(await page.locator('#hits .entry').allTextContents()).toEqual(opsworks);
    await close();
  });
});

describe('every other page', () => {
  const pages = [
    '/rules',
    '/rules/secrets/rotates/4',
    '/rules/secrets/parameters-are-cheaper',
    '/sections',
    '/sections/secrets',
    '/outcomes',
    '/outcomes/opsworks',
    '/coverage',
    '/sections/practice',
    '/rules/practice/idle-is-free',
    '/compare',
    '/compare/secrets-manager/systems-manager',
    '/advise?q=rotate&need.rotat=x',
    '/advise?q=rotate+the+password&about=?least-cost&lang=es',
    '/advise?q=run+code+for+20+minutes&job.duration=~20',
    '/nowhere',
  ];
  for (const visitor of visitors.slice(1, 3)) {
    test.each(pages)(`%s has no faults at ${visitor.name}`, async (path) => {
      const { page, faults, close } = await open(visitor);
      await page.goto(path);
      expect(await faults()).toEqual(faultless);
      await close();
    });
  }

  test('the documentation of the API renders under the policy', async () => {
    if (!withScript) throw new Error('There is no such visitor.');
    const { page, complaints, close } = await open(withScript);
    await page.goto('/api/docs');
    await page.getByText('Answer a question, with options or without').waitFor();
    // swagger-ui tries one inline style, which the policy refuses; nothing else is amiss.
    expect(complaints.filter((complaint) => !complaint.startsWith('Applying inline style violates'))).toEqual(
      [],
    );
    await close();
  });
});
