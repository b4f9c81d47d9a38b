import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileSchemas } from '../../src/knowledge/json-schemas.ts';

const folder = new URL('../../schemas/', import.meta.url);

test('the schemas for editors are those of the code: run `npm run criterio -- schemas` after a change', () => {
  const committed = Object.fromEntries(
    readdirSync(folder).map((file) => [
      file.replace('.schema.json', ''),
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
    ]),
  );
  expect(committed).toEqual(JSON.parse(JSON.stringify(fileSchemas())));
});
