/**
 * A copy of the fixture knowledge with its scenarios, for tests that write.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url));

export interface Home {
  folder: string;
  rules: string;
  read: (path: string) => string;
  has: (path: string) => boolean;
  /** Replaces what stands in a file, which it must. */
  edit: (path: string, from: string, to: string) => void;
  /** Every file with its text, by path. */
  files: () => Record<string, string>;
  remove: () => void;
}

export function fixtureHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'criterio-home-'));
  cpSync(join(fixtures, 'rules'), join(folder, 'rules'), { recursive: true });
  cpSync(join(fixtures, 'scenarios'), join(folder, 'scenarios'), { recursive: true });
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  return {
    folder,
    rules: join(folder, 'rules'),
    read,
    has: (path) => existsSync(join(folder, path)),
    edit: (path, from, to) => {
      const text = read(path);
      if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
      writeFileSync(join(folder, path), text.replace(from, to));
    },
    files: () =>
      Object.fromEntries(
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
