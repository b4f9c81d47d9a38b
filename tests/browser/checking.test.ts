import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { changesExample } from '../web/changes-example.ts';
import { faultless, serve, visitors } from './served-app.ts';

const { open } = serve();

const folder = mkdtempSync(join(tmpdir(), 'criterio-changes-'));
beforeAll(() => {
  vi.stubEnv('CRITERIO_CHANGES', join(folder, 'changes.json'));
  writeFileSync(join(folder, 'changes.json'), JSON.stringify(changesExample));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

for (const visitor of visitors) {
  describe(`the pages about checking at ${visitor.name}`, () => {
    test.each([
      '/findings',
      '/findings/KB_CONTRADICTION',
      '/findings/KB_CLAIMS_DISAGREE?lang=es',
      '/changes',
      '/rules/secrets/rotation-decides',
    ])('%s has no faults', async (path) => {
      const tab = await open(visitor);
      await tab.page.goto(path);
      expect(await tab.faults()).toEqual(faultless);
      expect(tab.complaints).toEqual([]);
      await tab.close();
    });
  });
}
