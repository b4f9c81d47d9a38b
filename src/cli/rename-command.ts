/**
 * `criterio rename KIND OLD NEW`: one name in place of another in rules, scenarios, known failures and reviews.
 */
import { type RenameKind, renameKinds, renaming } from '../keeping/renaming.ts';
import { foldersOf } from '../keeping/trial.ts';
import { writeWhole } from '../keeping/whole-files.ts';
import { rulesFolder } from '../knowledge/loader.ts';
import { type Command, UsageError } from './command.ts';

/** Characters shown of a changed line. */
const lineShown = 140;

export const renameCommand: Command = {
  name: 'rename',
  summary: 'another name for a concept, act, outcome, statement, rule or scenario',
  usage: `criterio rename ${renameKinds.join('|')} OLD NEW [--dry-run] [--json]`,
  options: {
    'dry-run': { type: 'boolean', describe: 'show what would change, write nothing' },
    json: { type: 'boolean', describe: 'the changed lines as JSON' },
  },
  async run({ positionals: [kind, old, name, ...rest], values, out }) {
    if (old === undefined || name === undefined || rest.length > 0)
      throw new UsageError('say what is renamed, its old name and its new one');
    const folders = foldersOf(rulesFolder());
    const { changes, lines } = renaming(folders, kindOf(kind), old, name);
    const isDry = values['dry-run'] === true;
    if (!isDry) writeWhole(folders.home, changes);
    if (values.json === true) out(JSON.stringify({ old, name, written: !isDry, lines }, null, 2));
    else {
      for (const { path, line, text } of lines) out(`${path}:${line} ${shortened(text.trim())}`);
      out(`\n${lines.length} lines in ${changes.size} files ${isDry ? 'would change' : 'changed'}`);
    }
    return 0;
  },
};

function kindOf(kind: string | undefined): RenameKind {
  const found = renameKinds.find((each) => each === kind);
  if (!found) throw new UsageError(`what is renamed is one of ${renameKinds.join(', ')}, not ${kind}`);
  return found;
}

function shortened(text: string): string {
  return text.length > lineShown ? `${text.slice(0, lineShown)} …` : text;
}
