import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { KeepingError } from '../../keeping/keeping-error.ts';
import {
  askKinds,
  candidatesOf,
  draftFile,
  draftScenario,
  type ScenarioDraft,
  scenarioPath,
  tryDraft,
  withDraft,
} from '../../keeping/scenario-draft.ts';
import { writeWhole } from '../../keeping/whole-files.ts';
import { splitQuestion } from '../../reading/question.ts';
import type { Conclusion } from '../../reasoning/consultation.ts';
import type { Library } from '../library.ts';
import { type Drafted, type KeepForm, KeepPage, proposedForm } from '../pages/keep-page.tsx';
import { formOf } from '../plugins/formbody.ts';
import { sendPage } from '../render.tsx';
import { checkSameOrigin } from '../same-origin.ts';
import { type Session, sessionOf } from '../session.ts';
import { visitOf } from '../visit.ts';
import { checkChoose, longestForm } from './advise.tsx';
import { sendFile } from './review.tsx';

const hidden = { schema: { hide: true } };

/** @param edit scenarios are written into `scenarios/`; else whoever keeps one gets the file */
export function keepRoutes(app: FastifyInstance, library: () => Library, edit: boolean): void {
  const start = async (session: Session, request: FastifyRequest, reply: FastifyReply) => {
    const keeping = await keepingOf(library(), session);
    return sendKeep(keeping, edit, request, reply, proposed(keeping));
  };
  app.get('/keep', hidden, (request, reply) => start(sessionOf(visitOf(request.url).params), request, reply));
  app.post('/keep', { ...hidden, bodyLimit: longestForm }, (request, reply) =>
    start(sessionOf(questionIn(formOf(request.body))), request, reply),
  );
  app.post('/keep/scenario', { ...hidden, bodyLimit: longestForm }, async (request, reply) => {
    const fields = formOf(request.body);
    const keeping = await keepingOf(library(), sessionOf(questionIn(fields)));
    const form = formFrom(fields);
    try {
      const draft = draftFrom(keeping, form);
      const to = fields.get('to');
      if (to === 'file') return sendFile(reply, scenarioPath(draft.section), draftFile(draft));
      const run = await tryDraft(keeping.library.advisor, draft);
      const place = to === 'folder' ? writeDraft(keeping.library, draft, edit, request) : undefined;
      const drafted: Drafted = {
        yaml: draftFile(draft),
        path: scenarioPath(draft.section),
        section: draft.section,
        place,
        ...run,
      };
      return sendKeep(keeping, edit, request, reply, form, { drafted });
    } catch (error) {
      if (!(error instanceof KeepingError)) throw error;
      const { lang } = visitOf(request.url, request.headers['accept-language']);
      return sendKeep(keeping, edit, request, reply.code(error.statusCode), form, {
        problem: error.in(lang),
      });
    }
  });
}

/** A question that someone wants to keep, answered from its text alone: a scenario has no facts beside it. */
interface Keeping {
  library: Library;
  session: Session;
  conclusion: Conclusion;
}

async function keepingOf(library: Library, session: Session): Promise<Keeping> {
  const { asOf, choose } = session;
  const question = splitQuestion(session.text);
  checkChoose(session, Object.keys(question.options ?? {}).length);
  const conclusion = await library.advisor.consult({ ...question, asOf, choose });
  return { library, session, conclusion };
}

/** The fields of the form that make the session; the others are no facts. */
function questionIn(form: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...form].filter(([name]) => name === 'q' || name === 'state'));
}

function proposed({ library, conclusion }: Keeping): KeepForm {
  const candidates = candidatesOf(conclusion);
  const key = candidates.filter(({ chosen }) => chosen).map((each) => each.key);
  const blank = { section: '', name: '', asks: '' };
  try {
    const { section, name, scenario } = draftScenario(library.advisor, conclusion, { key });
    return proposedForm(candidates, { section, name, asks: scenario.asks });
  } catch (error) {
    // Nothing is chosen, or nothing names a section: the form is left to be filled in.
    if (error instanceof KeepingError) return proposedForm(candidates, blank);
    throw error;
  }
}

function formFrom(fields: URLSearchParams): KeepForm {
  const get = (name: string) => (fields.get(name) ?? '').trim();
  return {
    keys: fields.getAll('key'),
    other: get('other'),
    rules: fields.getAll('rule'),
    section: get('section'),
    name: get('name'),
    asks: get('asks'),
  };
}

function draftFrom({ library, conclusion }: Keeping, form: KeepForm): ScenarioDraft {
  const key = [...form.keys, form.other];
  // What was ticked under an answer that is not right is not expected.
  const ticked = form.rules.map((each) => each.split('|')).filter(([of = '']) => key.includes(of));
  return draftScenario(library.advisor, conclusion, {
    key,
    rules: [...new Set(ticked.map(([, id = '']) => id))],
    section: form.section,
    name: form.name,
    asks: askKinds.find((kind) => kind === form.asks),
  });
}

/** @returns file and line of the scenario */
function writeDraft(library: Library, draft: ScenarioDraft, edit: boolean, request: FastifyRequest): string {
  if (!edit) throw new KeepingError('NO_EDIT');
  checkSameOrigin(request);
  const path = scenarioPath(draft.section);
  const whole = join(library.home, path);
  const existing = existsSync(whole) ? readFileSync(whole, 'utf8') : undefined;
  const { text, line } = withDraft(existing, draft);
  writeWhole(library.home, new Map([[path, text]]));
  library.readScenariosAnew();
  return `${path}:${line}`;
}

function sendKeep(
  { library, session, conclusion }: Keeping,
  edit: boolean,
  request: FastifyRequest,
  reply: FastifyReply,
  form: KeepForm,
  rest: { drafted?: Drafted; problem?: string } = {},
): FastifyReply {
  const { stem, options } = conclusion.question;
  // Forms of this page write: the browser then says where they come from.
  if (edit) reply.header('referrer-policy', 'same-origin');
  const page = (
    <KeepPage
      session={session}
      stem={stem}
      isOpen={options === undefined}
      candidates={candidatesOf(conclusion)}
      form={form}
      edit={edit}
      {...rest}
    />
  );
  return sendPage(library, request, reply, page, session.lang);
}
