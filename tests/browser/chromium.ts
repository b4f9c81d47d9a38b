/**
 * The browser of the tests: where it is looked for, how it is installed where that is possible, and how it is
 * launched. Works outside vitest too, for screenshots.
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const wellKnownPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const args = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The first of: $CHROMIUM_PATH, Chromium or Chrome on the PATH, in its usual place, playwright's own download. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const chosen = env.CHROMIUM_PATH;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is "${chosen}", which is no executable file. Correct it, or unset it.`);
  }
  const onPath = (env.PATH ?? '').split(delimiter).filter((directory) => directory !== '');
  return [
    ...commands.flatMap((command) => onPath.map((directory) => join(directory, command))),
    ...wellKnownPaths,
    chromium.executablePath(),
  ].find(isExecutable);
}

/** Installs Debian's chromium, as root on Debian only: Ubuntu's package of that name needs snap. */
export function installChromium(): void {
  if (process.getuid?.() !== 0 || !isDebian())
    throw new Error(notFound('it can be installed here by hand only'));
  process.stderr.write('No Chromium or Chrome found: installing the package chromium of Debian ...\n');
  try {
    aptGet('update');
    aptGet('install', '--yes', '--no-install-recommends', 'chromium');
  } catch (error) {
    throw new Error(notFound('apt-get could not install it'), { cause: error });
  }
}

export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(notFound('none was found'));
  return chromium.launch({ executablePath, headless: true, chromiumSandbox: false, args });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function aptGet(...command: string[]): void {
  execFileSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', ...command], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    // What apt-get prints is for people: stdout stays free for the reporters.
    stdio: ['ignore', process.stderr, process.stderr],
  });
}

function notFound(why: string): string {
  return [
    `The browser tests need Chromium or Chrome; ${why}. Do one of these and run the tests again:`,
    '  Debian:        apt-get update && apt-get install -y --no-install-recommends chromium   (as root)',
    '  elsewhere:     npx playwright-core install --with-deps chromium',
    '  one you have:  CHROMIUM_PATH=/path/to/chrome npm test',
  ].join('\n');
}
