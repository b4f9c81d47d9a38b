import type { Session } from '../session.ts';
import { linkOf } from '../session.ts';
import { useHere } from './context.ts';
import { swapsResult } from './state-link.tsx';

/** Works as a plain form; with htmx the result appears below it. */
export function QuestionForm({ session }: { session?: Session | undefined }) {
  const { t, visit, to } = useHere();
  const asOf = session?.asOf ?? 'exam';
  const example = (text: string) =>
    linkOf({ text, asOf: 'exam', settings: [], ...(visit.chosen && { lang: visit.lang }) });
  return (
    <form class="question" method="post" action={to('/advise')} hx-post={to('/advise')} {...swapsResult}>
      <label for="q">{t.form.label}</label>
      <textarea id="q" name="q" rows={session ? 4 : 8} required aria-describedby="q-hint">
        {session?.text ?? ''}
      </textarea>
      <small id="q-hint">{t.form.hint}</small>
      <div class="form-row">
        <fieldset id="as-of" class="as-of">
          <legend>{t.form.asOf}</legend>
          <label class="as-of-choice">
            <input type="radio" name="asOf" value="exam" checked={asOf === 'exam'} title={t.form.examHint} />{' '}
            {t.form.exam}
          </label>
          <label class="as-of-choice">
            <input type="radio" name="asOf" value="today" checked={asOf === 'today'} /> {t.form.today}
          </label>
        </fieldset>
        <button type="submit">{t.form.submit}</button>
      </div>
      <p class="examples">
        {t.form.examples} <a href={example(t.form.scenarioText)}>{t.form.scenario}</a> ·{' '}
        <a href={example(t.form.questionText)}>{t.form.question}</a>
      </p>
    </form>
  );
}
