import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from '../../src/keeping/whole-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'criterio-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const all = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

test('files are written with their folders, and others removed', () => {
  writeFileSync(join(folder, 'old.yaml'), 'old');
  writeWhole(
    folder,
    new Map([
      ['a/b/new.yaml', 'new'],
      ['old.yaml', undefined],
    ]),
  );
  expect(all()).toEqual(['a', 'a/b', 'a/b/new.yaml']);
  expect(readFileSync(join(folder, 'a/b/new.yaml'), 'utf8')).toBe('new');
});

test('where one can not be written none is, and nothing half-written stays', () => {
  writeFileSync(join(folder, 'one.yaml'), 'before');
  mkdirSync(join(folder, 'two.yaml/in-the-way'), { recursive: true });
  const changes = new Map<string, string | undefined>([
    ['zero.yaml', 'new'],
    ['one.yaml', 'after'],
    ['two.yaml', 'after'],
  ]);
  expect(() => writeWhole(folder, changes)).toThrow();
  expect(all()).toEqual(['one.yaml', 'two.yaml', 'two.yaml/in-the-way']);
  expect(readFileSync(join(folder, 'one.yaml'), 'utf8')).toBe('before');
});

test.each([
  '../out.yaml',
  'a/../../out.yaml',
  '/out.yaml',
  'elsewhere/out.yaml',
  'elsewhere/deeper/out.yaml',
])('%s leads out of the folder and is refused', (path) => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'criterio-elsewhere-'));
  symlinkSync(elsewhere, join(folder, 'elsewhere'));
  expect(() => writeWhole(folder, new Map([[path, 'x']]))).toThrow(
    `${path} leads out of the folder, so nothing was written.`,
  );
  expect([readdirSync(folder), readdirSync(elsewhere)]).toEqual([['elsewhere'], []]);
  rmSync(elsewhere, { recursive: true });
});
