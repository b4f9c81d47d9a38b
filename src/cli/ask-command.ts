/**
 * `criterio ask "TEXT"`: one scenario or pasted question, answered as readable text with its reasons.
 */
import { explain } from '../explaining/explanation.ts';
import { explanationText } from '../explaining/text.ts';
import { splitQuestion } from '../reading/question.ts';
import { type Command, oneOf, UsageError } from './command.ts';
import { loadAdvisor } from './knowledge.ts';

export const askCommand: Command = {
  name: 'ask',
  summary: 'one scenario or question, answered with its reasons',
  usage: 'criterio ask "TEXT" [--lang en|es] [--as-of exam|today] [--json]',
  options: {
    lang: { type: 'string', describe: 'language of the text and the answer; detected when absent' },
    'as-of': { type: 'string', describe: 'exam (retired services may be right) or today' },
    json: { type: 'boolean', describe: 'the explanation as JSON' },
  },
  async run({ positionals, values, out }) {
    const text = positionals.join(' ').trim();
    if (!/[\p{L}\p{N}]/u.test(text)) throw new UsageError('say what you want to know: criterio ask "TEXT"');
    const lang = oneOf('lang', values.lang, ['en', 'es'] as const);
    const asOf = oneOf('as-of', values['as-of'], ['exam', 'today'] as const);
    const advisor = loadAdvisor();
    const conclusion = await advisor.consult({ ...splitQuestion(text), lang, asOf });
    const explanation = await explain(advisor, conclusion, { lang });
    out(values.json === true ? JSON.stringify(explanation, null, 2) : explanationText(explanation));
    return 0;
  },
};
