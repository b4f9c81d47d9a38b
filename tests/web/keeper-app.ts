/**
 * The app on a copy of the fixture knowledge, with or without leave to write.
 */
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { readScenarios } from '../../src/checking/scenarios.ts';
import { loadKnowledge } from '../../src/knowledge/loader.ts';
import { Library } from '../../src/web/library.ts';
import { fixtureHome, type Home } from '../fixture-home.ts';
import { fixtureApp } from './fixture-app.ts';

export interface KeeperApp {
  app: FastifyInstance;
  home: Home;
  library: () => Library;
  /** As the server does once a rule file is saved. */
  reload: () => void;
  close: () => Promise<void>;
}

export async function keeperApp(edit: boolean): Promise<KeeperApp> {
  const home = fixtureHome();
  const open = () =>
    new Library(
      loadKnowledge(home.rules),
      {
        scenarios: (advisor) => readScenarios(join(home.folder, 'scenarios'), advisor, []),
        failing: () => new Set(),
      },
      home.rules,
    );
  let library = open();
  const app = await fixtureApp({ library: () => library, edit });
  return {
    app,
    home,
    library: () => library,
    reload: () => {
      library = open();
    },
    close: async () => {
      await app.close();
      home.remove();
    },
  };
}

/** What a browser sends with a form of a page of this server. */
export const ownPage = {
  host: '127.0.0.1:3000',
  origin: 'http://127.0.0.1:3000',
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
};

/** Headers of requests that are none of a page of this server, each with what is said of it. */
export const foreign: [name: string, headers: Record<string, string>, from: string][] = [
  [
    'of another site',
    { ...ownPage, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    'https://evil.example',
  ],
  [
    'of another port',
    { ...ownPage, origin: 'http://127.0.0.1:4000', 'sec-fetch-site': 'same-site' },
    'http://127.0.0.1:4000',
  ],
  ['of nowhere', { host: ownPage.host, 'content-type': ownPage['content-type'] }, '?'],
  ['of a frame without origin', { ...ownPage, origin: 'null' }, 'null'],
  [
    'to a name that leads here from outside',
    { ...ownPage, host: 'evil.example:3000', origin: 'http://evil.example:3000' },
    'evil.example:3000',
  ],
  ['that another site made look like ours', { ...ownPage, 'sec-fetch-site': 'cross-site' }, 'cross-site'],
];

/** The value of the hidden field. */
export function hiddenField(html: string, name: string): string {
  const found = new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (found === undefined) throw new Error(`There is no field ${name}.`);
  return found.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
}
