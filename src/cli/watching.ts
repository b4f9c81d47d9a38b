/**
 * `criterio test --watch`: after each save of a rule file, what it has changed.
 */
import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { isWorse } from '../checking/differences.ts';
import { type Effect, WatchedScenarios } from '../checking/watching.ts';
import { KnowledgeError } from '../knowledge/finding.ts';
import { rulesFolder } from '../knowledge/loader.ts';
import type { Invocation } from './command.ts';
import { differenceLines } from './difference-lines.ts';
import { loadAdvisor } from './knowledge.ts';

/** An editor saves in several writes; the last of them counts. Milliseconds. */
const quiet = 50;

/** Runs until the process is told to stop. */
export async function watchScenarios({ out, log }: Pick<Invocation, 'out' | 'log'>): Promise<number> {
  const watched = await WatchedScenarios.start(loadAdvisor());
  log(`${watched.passing} of ${watched.count} scenarios pass; watching ${rulesFolder()}`);
  const saved = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  // One save after the other: each is compared with the state that the one before it left.
  let turn = Promise.resolve();
  const report = async () => {
    const files = [...saved];
    saved.clear();
    for (const file of files) await tell(watched, file, out, log);
    await watched.settle();
  };
  const changed = (file: string) => {
    if (!file.endsWith('.yaml')) return;
    saved.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      turn = turn.then(report);
    }, quiet);
  };
  // Folder by folder: a recursive watch loses files that an editor replaces by renaming.
  const folders = readdirSync(rulesFolder(), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const folder of ['', ...folders.map(({ name }) => `${name}/`)]) {
    watch(join(rulesFolder(), folder), (_event, name) => changed(`${folder}${name}`));
  }
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve(0));
  }).then((code) => {
    process.exit(code as number);
  });
}

async function tell(
  watched: WatchedScenarios,
  file: string,
  out: (text: string) => void,
  log: (text: string) => void,
): Promise<void> {
  const start = performance.now();
  try {
    const effect = await watched.saved(file);
    for (const line of effectLines(file, effect, performance.now() - start)) out(line);
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    log(error.message);
  }
}

function effectLines(file: string, { touched, affected, differences }: Effect, took: number): string[] {
  const count = (fate: string) => touched.filter(({ is }) => is === fate).length;
  const worse = differences.filter(isWorse).length;
  return [
    ...differences.flatMap(differenceLines),
    `${file}: ${count('new')} new, ${count('changed')} changed, ${count('gone')} gone; ${affected} scenarios touched, ${differences.length} differ, ${worse} no longer right (${(took / 1000).toFixed(1)} s)`,
  ];
}
