/**
 * The app on the fixture knowledge, listening, with a browser to visit it.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { fixtureApp } from '../web/fixture-app.ts';
import { launchChromium } from './chromium.ts';

export interface Visitor {
  name: string;
  javaScript: boolean;
  width: number;
  scheme: 'light' | 'dark';
}

export interface Tab {
  page: Page;
  /** What the browser complained of: scripts, the policy, missing files. */
  complaints: string[];
  /** Findings of axe on what the page shows, and how much wider it is than the window. */
  faults(): Promise<{ violations: unknown[]; wider: number }>;
  close(): Promise<void>;
}

export const visitors: Visitor[] = [
  { name: 'desktop', javaScript: true, width: 1280, scheme: 'light' },
  { name: 'desktop, dark, without JavaScript', javaScript: false, width: 1280, scheme: 'dark' },
  { name: '390 px, dark', javaScript: true, width: 390, scheme: 'dark' },
  { name: '390 px, without JavaScript', javaScript: false, width: 390, scheme: 'light' },
];

/**
 * Starts both for the file of tests that calls it.
 * @param make the app to serve; the fixture's by default
 */
export function serve(make: () => Promise<FastifyInstance> = fixtureApp): {
  open: (visitor: Visitor) => Promise<Tab>;
} {
  let app: FastifyInstance;
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    [app, browser] = await Promise.all([make(), launchChromium()]);
    address = await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  return {
    open: async ({ javaScript, width, scheme }) => {
      const context: BrowserContext = await browser.newContext({
        baseURL: address,
        javaScriptEnabled: javaScript,
        viewport: { width, height: 900 },
        colorScheme: scheme,
        locale: 'en-GB',
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      // axe is a script itself: for who runs none, it looks at the same address in a tab that does.
      const faults = async () => {
        if (javaScript) return faultsOf(page);
        const twin = await browser.newContext({
          viewport: { width, height: 900 },
          colorScheme: scheme,
          locale: 'en-GB',
        });
        const tab = await twin.newPage();
        await tab.goto(page.url());
        const found = await faultsOf(tab);
        await twin.close();
        return found;
      };
      return { page, complaints, faults, close: () => context.close() };
    },
  };
}

async function faultsOf(page: Page): Promise<{ violations: unknown[]; wider: number }> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return {
    violations: violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    wider: Math.max(0, wider),
  };
}

export const faultless = { violations: [], wider: 0 };
