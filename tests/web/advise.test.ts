import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureApp } from './fixture-app.ts';
import { linesOf, linkTo, resultOf, textareaOf } from './reading-pages.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await fixtureApp();
});
afterAll(() => app.close());

const scenario = 'We must rotate the password.';
const cheaply = 'We must store the password at the lowest cost.';
const question = `${scenario} Which service should be used?\nA. AWS Lambda\nB. AWS Secrets Manager\nC. Parameter Store`;

const get = async (url: string) => {
  const answer = await app.inject({ url });
  expect(answer.statusCode).toBe(200);
  return answer.body;
};
const ask = (fields: Record<string, string>) => get(`/advise?${new URLSearchParams(fields)}`);
const post = (fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: '/advise',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
/** The headline, without the line above it. */
const headlineOf = (html: string) => resultOf(html).find((line) => !line.startsWith('Answer, '));
const factsOf = (html: string) => {
  const lines = resultOf(html);
  return lines.slice(lines.findIndex((line) => line.startsWith('Facts')) + 1, lines.indexOf('Why'));
};

describe('the first page', () => {
  test('is a form with an example of each kind, in either language', async () => {
    expect(linesOf(await get('/'))).toEqual([
      'Describe a scenario, or paste a question',
      'Criterio reads it, applies written rules, and shows which ones decide, where they come from, and what would change the answer. In English or Spanish.',
      'Your scenario or question',
      'Options on lines of their own, from A: “A. …”, “B. …”. Without options, every service it knows is considered.',
      'The answer holds',
      'for the exam',
      'as of today',
      'Advise me',
      'Try an example: a scenario · an exam question',
      'No text at hand? Be asked instead',
    ]);
    expect(linesOf(await get('/?lang=es'))[0]).toBe('Describe un escenario o pega una pregunta');
  });

  test.each(['a scenario', 'an exam question'])('leads to %s with one click', async (name) => {
    const html = await get(linkTo(await get('/'), name));
    expect(resultOf(html)).toContain('What was understood');
    expect(textareaOf(html)).not.toBe('');
  });
});

describe('a scenario', () => {
  test('is answered with its reasons, their lines and what has changed since', async () => {
    const lines = resultOf(await ask({ q: scenario }));
    expect(lines.slice(0, 2)).toEqual([
      'Answer, for the exam',
      'AWS Secrets Manager: Both keep secrets, but only Secrets Manager changes them on a schedule. Rather than Parameter Store: Parameter Store can not rotate: credential.',
    ]);
    expect(lines.slice(lines.indexOf('Why'))).toEqual([
      'Why',
      'AWS Secrets Manager',
      '+4 points',
      '+2 points the better of the two',
      'Both keep secrets, but only Secrets Manager changes them on a schedule.',
      'wanted: rotate credential “rotate” “password”',
      'Secrets Manager changes the credentials it keeps by itself. Keeping secrets, lines 10–11, 14 of the notes',
      'Changed since 2022-12-22 imprecise Some secrets rotate without a function now.',
      'Rule secrets/rotation-decides',
      '+2 points meets a need',
      'Secrets Manager changes the credentials it keeps by itself.',
      'wanted: rotate credential “rotate” “password”',
      'Keeping secrets, lines 10–11, 14 of the notes',
      'Rule secrets/rotates#1:serves: AWS Secrets Manager can rotate: credential.',
      'Why not the others',
      'Parameter Store',
      'possible −2 points Parameter Store can not rotate: credential.',
      'Leaves unmet: wanted: rotate credential',
      'Its rules',
      'Against it',
      '−3 points can not meet a need',
      'Parameter Store can not rotate: credential.',
      'wanted: rotate credential “rotate” “password”',
      'Secrets Manager changes the credentials it keeps by itself. Keeping secrets, lines 10–11, 14 of the notes',
      'Changed since 2022-12-22 imprecise Some secrets rotate without a function now.',
      'Rule secrets/rotates#4:cannot',
      'For it',
      '+1 point has to do with the question',
      'Parameter Store can store: credential.',
      'mentioned: credential “password”',
      'Secrets Manager changes the credentials it keeps by itself. Keeping secrets, lines 10–11, 14 of the notes',
      'Changed since 2022-12-22 imprecise Some secrets rotate without a function now.',
      'Rule secrets/rotates#3:serves',
      'Link to this result. The address of this page holds all of it; nothing is stored. Keep as a scenario.',
    ]);
  });

  test('names what is general knowledge, and what every exam rewards, as not from the notes', async () => {
    const lines = resultOf(await ask({ q: 'Our code should be pay per use, at the lowest cost.' }));
    expect(lines).toContain(
      'A Lambda function costs only while it runs. Common practice: general knowledge, not from the notes',
    );
    expect(lines).toContain('Common practice: general knowledge, not from the notes');
    expect(lines.join(' ')).not.toMatch(/, lines? of the notes/);
    const spanish = resultOf(await ask({ q: 'Our code should be pay per use.', lang: 'es' }));
    expect(spanish).toContain('Práctica común: conocimiento general, no sale de los apuntes');
  });

  test('is answered in the language of the page, whatever its own', async () => {
    const lines = resultOf(await ask({ q: scenario, lang: 'es' }));
    expect(lines).toEqual(expect.arrayContaining(['Qué se ha entendido', 'Por qué no las demás']));
    expect(lines).toContain(
      'Ambos guardan secretos, pero solo Secrets Manager los cambia cada cierto tiempo.',
    );
  });

  test('keeps what was understood apart by role, with a legend', async () => {
    const html = await ask({ q: 'Our code uses a secret. It must run without a password.' });
    const marks = [...html.matchAll(/<mark class="([^"]*)" title="([^"]*)">([^<]*)/g)].map(
      ([, role, title, words]) => [role, title, words],
    );
    expect(marks).toEqual(
      expect.arrayContaining([
        ['role-setting', 'given: credential', 'secret'],
        ['role-need', 'wanted: run', 'run'],
        ['role-must-not', 'must not be: password', 'password'],
      ]),
    );
  });

  test('nothing of which is known says so, and claims no certainty', async () => {
    expect(resultOf(await ask({ q: 'Hello there' }))).toEqual([
      'Answer, for the exam',
      'Nothing in the question touches a rule: no answer.',
      'The rules are silent.',
      'Show the answer as of today',
      'What was understood',
      'Nothing of the text was recognised. Say what must be done, and with what.',
      'Link to this result. The address of this page holds all of it; nothing is stored. Keep as a scenario.',
    ]);
  });

  test('is text, not markup: nothing of it runs', async () => {
    const html = await ask({
      q: 'rotate </textarea><script>alert(1)</script> <img src=x onerror=alert(1)> the password',
    });
    expect(html).not.toMatch(/<script>|<img/);
    expect(textareaOf(html)).toContain('</textarea><script>alert(1)</script>');
    expect(resultOf(html)).toContain(
      'rotate </textarea><script>alert(1)</script> <img src=x onerror=alert(1)> the password',
    );
  });
});

describe('a pasted question', () => {
  test('is answered by its letter, and every other option has its why not', async () => {
    const html = await ask({ q: question });
    expect(headlineOf(html)).toMatch(/^Option B: /);
    const lines = resultOf(html);
    expect(lines.filter((line) => /^[A-C] /.test(line))).toEqual([
      'B AWS Secrets Manager',
      'A AWS Lambda',
      'C Parameter Store',
    ]);
  });

  test('for what does not fit is answered by what speaks against it, and the others fit', async () => {
    const odd = `${scenario} Which service must be ruled out?\nA. AWS Secrets Manager\nB. Parameter Store`;
    const lines = resultOf(await ask({ q: odd }));
    expect(lines[1]).toBe('Option B is what does not fit: Parameter Store can not rotate: credential.');
    expect(lines.find((line) => line.includes('It fits'))).toMatch(
      /It fits: (Secrets Manager changes|Both keep secrets)/,
    );
  });

  test('with as many letters as the link chooses', async () => {
    expect(headlineOf(await ask({ q: question, choose: '2' }))).toMatch(
      /^(Option B \+ Option [AC]|Not decided.*Option B)/,
    );
  });

  test('with one option is read as text, with a hint', async () => {
    const lines = resultOf(await ask({ q: `${scenario}\nA. AWS Lambda` }));
    expect(lines[0]).toBe(
      'Only one option was recognised, so everything was read as one text. Options need lines of their own, lettered from A without gaps.',
    );
  });
});

describe('the state in the link', () => {
  test('withdraws what was read, and restores it', async () => {
    const read = await ask({ q: scenario });
    expect(factsOf(read)).toEqual([
      'mentioned: password “password” read Not so',
      'wanted: rotate password “rotate” “password” read Not so',
    ]);
    const link = linkTo(read, 'Not so: wanted: rotate password');
    expect(link).toBe('/advise?q=We+must+rotate+the+password.&need.rotate=~password');
    const withdrawn = await get(link);
    expect(factsOf(withdrawn)).toEqual([
      'mentioned: password “password” read Not so',
      'wanted: rotate not password withdrawn It is so',
    ]);
    expect(linkTo(withdrawn, 'It is so: wanted: rotate not password')).toBe(
      '/advise?q=We+must+rotate+the+password.',
    );
  });

  test('answers an open question with yes, no, or “I don’t know”', async () => {
    const open = 'Is this wanted: rotate – credential?';
    const read = await ask({ q: cheaply });
    const answers = ['Yes', 'No', 'I don’t know'].map((answer) => linkTo(read, `${answer}: ${open}`));
    expect(answers).toEqual([
      '/advise?q=We+must+store+the+password+at+the+lowest+cost.&need.rotate=credential',
      '/advise?q=We+must+store+the+password+at+the+lowest+cost.&need.rotate=~credential',
      '/advise?q=We+must+store+the+password+at+the+lowest+cost.&need.rotate=?credential',
    ]);
    const [yes = '', no = '', unknown = ''] = await Promise.all(answers.map(get));
    expect(factsOf(yes)).toContain('wanted: rotate credential your answer Not so');
    expect(factsOf(no)).toContain('wanted: rotate not credential withdrawn It is so');
    expect(resultOf(unknown)).toContain('Set aside as unknown: wanted: rotate credential Ask again');
    expect([read, unknown].map((html) => resultOf(html).includes(open))).toEqual([true, false]);
    expect(linkTo(unknown, 'Ask again')).toBe('/advise?q=We+must+store+the+password+at+the+lowest+cost.');
  });

  test('sets quantities and choices', async () => {
    const html = await ask({ q: 'We must run code.', 'job.duration': '20', 'data.latency': 'batch' });
    expect(factsOf(html)).toEqual(
      expect.arrayContaining([
        'duration of one run: 20 minutes your answer Not so',
        'how fresh the data must be: in batches your answer Not so',
      ]),
    );
    const lines = resultOf(html);
    expect(
      lines.slice(lines.indexOf('AWS Lambda'), lines.indexOf('For it', lines.indexOf('AWS Lambda'))),
    ).toEqual([
      'AWS Lambda',
      'possible −5 points A Lambda function runs for fifteen minutes at most.',
      'Its rules',
      'Against it',
      '−8 points beyond its limit',
      'A Lambda function runs for fifteen minutes at most.',
      'duration of one run: > 15 minutes',
      'Running code, line 20 of the notes',
      'Rule functions/fifteen-minutes#1:exceeds: AWS Lambda: duration of one run at most 15 minutes.',
    ]);
  });

  test('withdraws with a fact what was only true because of it', async () => {
    const read = await ask({ q: scenario });
    const withdrawn = await get(linkTo(read, 'Not so: mentioned: password'));
    expect(factsOf(withdrawn)[0]).toBe('mentioned: not password withdrawn It is so');
    const lines = resultOf(withdrawn);
    expect(lines.filter((line) => /credential|meets a need/.test(line))).toEqual([]);
    expect(lines[1]).toBe('Nothing in the question touches a rule: no answer.');
    expect(linkTo(withdrawn, 'It is so: mentioned: not password')).toBe(
      '/advise?q=We+must+rotate+the+password.',
    );
  });

  test('withdraws quantities and choices, with the limit they went beyond', async () => {
    const text = 'We must run code for 20 minutes in batches.';
    const read = await ask({ q: text });
    expect(factsOf(read)).toEqual([
      'mentioned: code “code” read Not so',
      'mentioned: batch “batches” read Not so',
      'wanted: run code “run” “code” read Not so',
      'wanted: run batch “run” “batches” read Not so',
      'duration of one run: 20 minutes “20 minutes” read Not so',
      'how fresh the data must be: in batches “batches” read Not so',
    ]);
    expect(resultOf(read)).toContain('−8 points beyond its limit');
    const first = await get(linkTo(read, 'Not so: duration of one run: 20 minutes'));
    const both = await get(linkTo(first, 'Not so: how fresh the data must be: in batches'));
    expect(factsOf(both)).toEqual([
      'mentioned: code “code” read Not so',
      'mentioned: batch “batches” read Not so',
      'wanted: run code “run” “code” read Not so',
      'wanted: run batch “run” “batches” read Not so',
      'duration of one run: 20 minutes withdrawn It is so',
      'how fresh the data must be: in batches withdrawn It is so',
    ]);
    expect(resultOf(both).filter((line) => /beyond its limit|> 15/.test(line))).toEqual([]);
    expect(linkTo(both, 'It is so: duration of one run: 20 minutes')).toBe(
      '/advise?q=We+must+run+code+for+20+minutes+in+batches.&data.latency=~batch',
    );
  });

  test('asks for a quantity with a field of its own', async () => {
    const html = await ask({ q: 'We must run code.' });
    expect(html).toContain('<input type="number" name="job.duration" min="0" step="any" required/>');
    const answered = await post({ q: 'We must run code.', state: '', 'job.duration': '20' });
    expect([answered.statusCode, answered.headers.location]).toEqual([
      303,
      '/advise?q=We+must+run+code.&job.duration=20',
    ]);
  });

  test('holds the date: what is retired may be right for the exam, not today', async () => {
    const exam = await ask({ q: 'We must run code with AWS OpsWorks or AWS Lambda.' });
    const today = await get(linkTo(exam, 'Show the answer as of today'));
    expect(
      [exam, today].map((html) => resultOf(html).some((line) => line === 'OpsWorks runs code with recipes.')),
    ).toEqual([true, false]);
    expect(linkTo(today, 'Show the answer for the exam')).not.toContain('asOf');
  });

  test('is the whole session: the same link gives the same page', async () => {
    const link =
      '/advise?q=We+must+rotate+the+password.&about=least-cost&need.store=~credential&job.duration=?';
    expect(await get(link)).toBe(await get(link));
  });
});

describe('the form', () => {
  test('leads to the link of the result', async () => {
    const answer = await post({ q: scenario, asOf: 'today' });
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      '/advise?q=We+must+rotate+the+password.&asOf=today',
    ]);
  });

  test('renders what is too long for a link, with buttons in place of links', async () => {
    const text = `${scenario} ${'Nothing else is known. '.repeat(400)}`;
    const answer = await post({ q: text, lang: 'es' });
    expect([answer.statusCode, answer.headers['hx-push-url']]).toEqual([200, 'false']);
    expect(textareaOf(answer.body)).toBe(text.trim());
    const lines = resultOf(answer.body);
    expect(lines).toContain(
      'Este texto es demasiado largo para un enlace, así que esta página no tiene dirección propia. No se guarda nada. Guardar como escenario',
    );
    expect(linesOf(answer.body, '<nav id="languages"', '</nav>')).toEqual(['Español English']);
    const [, state = ''] =
      /<button type="submit" form="session" name="state" value="(need\.rotate=~password[^"]*)"/.exec(
        answer.body,
      ) ?? [];
    const next = await post({ q: text, state: state.replaceAll('&amp;', '&') });
    expect(resultOf(next.body).join('\n')).toContain('retirado');
  });
});

describe('a pick', () => {
  const stored = `${scenario} Which service should be used?\nA. AWS Lambda\nB. AWS Secrets Manager\nC. Parameter Store stores the password`;

  test('in the link is answered before the rest, and one click forgets it', async () => {
    const html = await ask({ q: stored, picked: 'C' });
    const lines = resultOf(html);
    expect(lines.slice(0, 3)).toEqual([
      'Your pick',
      'You picked C; the rules take B, 5 points ahead. Parameter Store can not rotate: credential.',
      'Against C',
    ]);
    expect(lines.indexOf('For B instead')).toBeLessThan(lines.indexOf('Answer, for the exam'));
    expect(resultOf(await get(linkTo(html, 'Forget my pick')))).not.toContain('Your pick');
  });

  test('is one click away on each option that is not chosen', async () => {
    const html = await get(linkTo(await ask({ q: stored }), 'I chose A: why not?'));
    expect(resultOf(html)[1]).toMatch(/^You picked A; the rules take B, /);
  });

  test('is read from a line of the text, in Spanish too', async () => {
    const lines = resultOf(await ask({ q: `${stored}\nElegí la C, ¿por qué no?`, lang: 'es' }));
    expect(lines.slice(0, 2)).toEqual([
      'Tu elección',
      'Elegiste C; las reglas toman B, con 5 puntos más. Parameter Store no puede rotar: credencial.',
    ]);
  });

  test('of what is no option is named, with the way on', async () => {
    const answer = await app.inject({ url: `/advise?${new URLSearchParams({ q: stored, picked: 'Z' })}` });
    expect(answer.statusCode).toBe(400);
    expect(linesOf(answer.body)).toContain('The link sets “picked=Z”; what it can be is A, B, C.');
    expect(linkTo(answer.body, 'Go on without it')).not.toContain('picked');
  });
});

describe('the words of an option', () => {
  test('are underlined by the side of the rules that are about them', async () => {
    const html = await ask({ q: `${scenario}\nA. AWS Lambda\nB. Rotate the password with Parameter Store` });
    expect(html).toContain(
      '<mark class="weighs-against" title="words that rules against it are about">Rotate</mark>',
    );
    expect(resultOf(html)).toContain('The words of the question that weigh here');
  });
});
