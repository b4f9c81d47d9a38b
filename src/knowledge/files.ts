/**
 * The knowledge as written: every file read and checked for its form, before anything is connected.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { Finding } from './finding.ts';
import type { ParseCache } from './parse-cache.ts';
import {
  catalogueFileSchema,
  conceptsFileSchema,
  cuesSchema,
  factsFileSchema,
  headingsSchema,
  judgingSchema,
  principlesFileSchema,
  sectionSchema,
} from './schema.ts';
import { Source } from './source.ts';

/** A part of the knowledge with the file it stands in, for findings. */
export interface Written<T> {
  source: Source;
  content: T;
}

export interface WrittenKnowledge {
  concepts: Written<z.output<typeof conceptsFileSchema>>[];
  acts: Written<z.output<typeof conceptsFileSchema>>;
  cues: Written<z.output<typeof cuesSchema>>;
  facts: Written<z.output<typeof factsFileSchema>>;
  judging: Written<z.output<typeof judgingSchema>>;
  headings: Written<z.output<typeof headingsSchema>>;
  principles: Written<z.output<typeof principlesFileSchema>>;
  catalogue: Written<z.output<typeof catalogueFileSchema>>[];
  sections: Written<z.output<typeof sectionSchema>>[];
}

/** Reads all files under `root`; undefined when one of the files everything needs is missing or malformed. */
export function readFiles(
  root: string,
  findings: Finding[],
  cache?: ParseCache,
): WrittenKnowledge | undefined {
  const read = <T extends z.ZodType>(schema: T, file: string): Written<z.output<T>> | undefined => {
    const path = join(root, file);
    if (!existsSync(path)) {
      findings.push({ code: 'KB_YAML', file, message: 'the file is missing' });
      return undefined;
    }
    const source = new Source(file, readFileSync(path, 'utf8'));
    const content = cache
      ? cache.get(source.text, () => source.read(schema, findings))
      : source.read(schema, findings);
    return content === undefined ? undefined : { source, content };
  };
  const readAll = <T extends z.ZodType>(schema: T, folder: string, prefix = ''): Written<z.output<T>>[] =>
    yamlFiles(join(root, folder), prefix)
      .map((file) => read(schema, `${folder}/${file}`))
      .filter((written) => written !== undefined);

  const concepts = readAll(conceptsFileSchema, 'lexicon', 'concepts');
  const catalogue = readAll(catalogueFileSchema, 'catalogue');
  const sections = ['sections', 'spanning', 'general'].flatMap((folder) => readAll(sectionSchema, folder));
  for (const { source, content } of sections) {
    const named = basename(source.file, '.yaml');
    if (named !== content.section) {
      findings.push(
        source.finding('KB_UNKNOWN_SECTION', ['section'], `${content.section} stands in ${named}.yaml`),
      );
    }
  }
  const acts = read(conceptsFileSchema, 'lexicon/acts.yaml');
  const cues = read(cuesSchema, 'lexicon/cues.yaml');
  const facts = read(factsFileSchema, 'facts.yaml');
  const judging = read(judgingSchema, 'judging.yaml');
  const headings = read(headingsSchema, 'headings.yaml');
  const principles = read(principlesFileSchema, 'principles.yaml');
  cache?.save();
  if (!acts || !cues || !facts || !judging || !headings || !principles) return undefined;
  return { concepts, acts, cues, facts, judging, headings, principles, catalogue, sections };
}

function yamlFiles(folder: string, prefix: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml') && file.startsWith(prefix))
    .sort();
}
