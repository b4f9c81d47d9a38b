/**
 * In development the knowledge is reloaded when a file of it is saved. A base with errors never replaces a good one:
 * the last good one goes on serving, and the findings are told.
 */
import { watch } from 'node:fs';
import { KnowledgeError } from '../knowledge/finding.ts';
import { loadKnowledge, rulesFolder } from '../knowledge/loader.ts';
import { Library } from './library.ts';

/** An editor saves in several writes; the last of them counts. Milliseconds. */
const quiet = 150;

export function reloadOnChange(replace: (library: Library) => void, tell: (message: string) => void): void {
  let timer: NodeJS.Timeout | undefined;
  const reload = () => {
    try {
      replace(new Library(loadKnowledge()));
      tell('knowledge reloaded');
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
      tell(`the last good knowledge goes on serving\n${error.message}`);
    }
  };
  watch(rulesFolder(), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(reload, quiet);
  });
}
