import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { fixtureRules } from './fixture-app.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let running: ChildProcess | undefined;

function start(env: Record<string, string>): ChildProcess {
  running = spawn(process.execPath, ['--import', 'tsx', 'src/web/server.ts'], {
    cwd: root,
    env: { ...process.env, PORT: '0', CRITERIO_RULES: fixtureRules, ...env },
  });
  return running;
}

/** Log lines up to the one that says where it listens. */
async function listening(
  child: ChildProcess,
): Promise<{ address: string; log: { msg: string; req?: unknown }[] }> {
  const log: { msg: string }[] = [];
  if (!child.stdout) throw new Error('The server has no standard output.');
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      log.push(JSON.parse(line));
      const address = /http:\/\/\S+/.exec(log.at(-1)?.msg ?? '')?.[0];
      if (address) resolve({ address, log });
    });
    lines.on('close', () => reject(new Error('The server ended before it listened.')));
  });
}

afterEach(() => {
  if (running?.exitCode === null) running.kill('SIGKILL');
});

describe('the server as it is started', () => {
  test('answers, keeps what is asked out of its log, and closes gracefully', {
    timeout: 20_000,
  }, async () => {
    const child = start({});
    const { address, log } = await listening(child);
    const health = await fetch(`${address}/healthz`);
    expect([health.status, await health.json()]).toEqual([
      200,
      { status: 'ok', claims: expect.any(Number), rules: expect.any(Number) },
    ]);
    const page = await fetch(`${address}/advise?q=We+must+rotate+the+password`);
    expect([page.status, (await page.text()).includes('AWS Secrets Manager')]).toEqual([200, true]);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(log.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['SIGTERM received, closing']));
    expect(log.find(({ req }) => JSON.stringify(req)?.includes('/advise'))?.req).toEqual({
      method: 'GET',
      path: '/advise',
      ip: '127.0.0.1',
    });
    expect(JSON.stringify(log)).not.toContain('password');
  });

  test('does not start on broken knowledge, and says what is broken', { timeout: 20_000 }, async () => {
    const child = start({ CRITERIO_RULES: `${fixtureRules}/sections` });
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(said).toContain('lexicon/acts.yaml KB_YAML the file is missing');
  });

  test('says so when its port is taken', { timeout: 20_000 }, async () => {
    const first = start({});
    const { address } = await listening(first);
    const second = start({ PORT: new URL(address).port });
    expect(await once(second, 'exit')).toEqual([1, null]);
    first.kill('SIGTERM');
    await once(first, 'exit');
  });
});
