/**
 * `criterio ask "TEXT"`: one scenario or pasted question, answered as readable text with its reasons.
 */
import { stemSchema } from '../explaining/answer-schema.ts';
import { explain } from '../explaining/explanation.ts';
import { explanationText } from '../explaining/text.ts';
import { splitPick } from '../reading/pick.ts';
import { type PastedQuestion, repeatedLetter, splitQuestion } from '../reading/question.ts';
import { type Command, oneOf, UsageError } from './command.ts';
import { keepOptions, keepScenario } from './keep-scenario.ts';
import { loadAdvisor } from './knowledge.ts';

export const askCommand: Command = {
  name: 'ask',
  summary: 'one scenario or question, answered with its reasons',
  usage:
    'criterio ask "TEXT" [--picked LETTERS] [--lang en|es] [--as-of exam|today] [--json] [--keep FILE|- --key ANSWER [--name NAME] [--section SLUG] [--asks KIND] [--rules IDS]]',
  options: {
    picked: { type: 'string', describe: 'letters you chose: why not those is answered first' },
    lang: { type: 'string', describe: 'language of the text and the answer; detected when absent' },
    'as-of': { type: 'string', describe: 'exam (retired services may be right) or today' },
    json: { type: 'boolean', describe: 'the explanation as JSON' },
    ...keepOptions,
  },
  async run({ positionals, values, out, log }) {
    const text = positionals.join(' ').trim();
    if (!/[\p{L}\p{N}]/u.test(text)) throw new UsageError('say what you want to know: criterio ask "TEXT"');
    const lang = oneOf('lang', values.lang, ['en', 'es'] as const);
    const asOf = oneOf('as-of', values['as-of'], ['exam', 'today'] as const);
    const said = splitPick(text);
    const question = splitQuestion(said.text);
    checkQuestion(question, said.text);
    const picked = pickedAmong(Object.keys(question.options ?? {}), values.picked) ?? said.picked;
    const advisor = loadAdvisor();
    const conclusion = await advisor.consult({ ...question, lang, asOf, picked });
    if (typeof values.keep === 'string')
      await keepScenario(advisor, conclusion, values.keep, { values, out, log });
    if (values.keep === '-') return 0;
    const explanation = await explain(advisor, conclusion, { lang });
    out(values.json === true ? JSON.stringify(explanation, null, 2) : explanationText(explanation));
    return 0;
  },
};

function checkQuestion({ stem, options }: PastedQuestion, text: string): void {
  const repeated = repeatedLetter(text);
  if (repeated !== undefined)
    throw new UsageError(`option ${repeated} stands twice: give each a letter of its own, in order from A`);
  const checked = stemSchema.safeParse(stem);
  if (checked.success) return;
  throw new UsageError(
    options && stem === ''
      ? 'there are options, but no question before them'
      : `the text can not be read: ${checked.error.issues[0]?.message}`,
  );
}

/** `C`, `A,C` or `AC`; undefined where the flag is absent. */
function pickedAmong(letters: readonly string[], value: unknown): string[] | undefined {
  if (value === undefined) return undefined;
  const picked = [...new Set(String(value).toUpperCase().match(/[A-Z]/g))];
  const unknown = picked.find((letter) => !letters.includes(letter));
  if (picked.length > 0 && unknown === undefined) return picked;
  const known = letters.length === 0 ? 'the text has no options' : `the options are ${letters.join(', ')}`;
  throw new UsageError(`--picked ${String(value)} is no option: ${known}`);
}
