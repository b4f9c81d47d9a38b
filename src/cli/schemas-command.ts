/**
 * `criterio schemas DIR`: JSON Schemas of the knowledge files, for editors.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSchemas } from '../knowledge/json-schemas.ts';
import type { Command } from './command.ts';

export const schemasCommand: Command = {
  name: 'schemas',
  summary: 'JSON Schemas of the knowledge files, for editors',
  usage: 'criterio schemas [DIR]',
  options: {},
  async run({ positionals: [folder = 'schemas'], out }) {
    mkdirSync(folder, { recursive: true });
    for (const [name, schema] of Object.entries(fileSchemas())) {
      writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
      out(join(folder, `${name}.schema.json`));
    }
    return 0;
  },
};
