/**
 * The zod schemas of the knowledge files as JSON Schema, so that editors complete and check what is written.
 */
import { z } from 'zod';
import {
  catalogueFileSchema,
  conceptsFileSchema,
  cuesSchema,
  factsFileSchema,
  headingsSchema,
  judgingSchema,
  principlesFileSchema,
  scenariosFileSchema,
  sectionSchema,
} from './schema.ts';

const files = {
  section: sectionSchema,
  concepts: conceptsFileSchema,
  catalogue: catalogueFileSchema,
  cues: cuesSchema,
  facts: factsFileSchema,
  headings: headingsSchema,
  judging: judgingSchema,
  principles: principlesFileSchema,
  scenarios: scenariosFileSchema,
};

/** JSON Schema (draft 2020-12) by kind of file. */
export function fileSchemas(): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(files).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]),
  );
}
