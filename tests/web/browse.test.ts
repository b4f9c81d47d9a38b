import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Library } from '../../src/web/library.ts';
import { fixtureApp, fixtureLibrary } from './fixture-app.ts';
import { linesOf, linkTo } from './reading-pages.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await fixtureApp();
});
afterAll(() => app.close());

const page = async (url: string) => {
  const answer = await app.inject({ url });
  expect(answer.statusCode).toBe(200);
  return linesOf(answer.body);
};
const redirect = async (url: string) => {
  const { statusCode, headers } = await app.inject({ url });
  return [statusCode, headers.location];
};

const rotatesStatement = [
  'Secrets Manager changes the credentials it keeps by itself. Keeping secrets, lines 10–11, 14 of the notes',
  'Changed since 2022-12-22 imprecise Some secrets rotate without a function now.',
];

describe('/rules', () => {
  const hits = async (query: string) => {
    const { body } = await app.inject({ url: `/rules?${query}` });
    return linesOf(body, 'id="hits"', '</section>');
  };

  test('lists rules, principles and statements with their claims, each with its heading and what became of it', async () => {
    expect(await hits('')).toEqual([
      '12 found',
      "What runs longer than a function may is a container's work.",
      'Rule Running code',
      'Both keep secrets, but only Secrets Manager changes them on a schedule.',
      'Rule Keeping secrets imprecise',
      'Without rotation, a parameter keeps a secret at no charge.',
      'Rule Keeping secrets imprecise',
      'What is seldom used should cost nothing in between.',
      'Rule Common practice general knowledge, not from the notes',
      'What nobody has to run costs least.',
      'Principle not from the notes',
      'A Lambda function runs for fifteen minutes at most.',
      'Statement Running code',
      '3 claims',
      'AWS Lambda: duration of one run at most 15 minutes.',
      'AWS Lambda can run: code.',
      'AWS Fargate can run: code.',
      'OpsWorks runs code with recipes.',
      'Statement Running code',
      '1 claim',
      'AWS OpsWorks can run: code.',
      'Counts for the exam only',
      'Secrets Manager changes the credentials it keeps by itself.',
      'Statement Keeping secrets imprecise',
      '4 claims',
      'AWS Secrets Manager can rotate: credential.',
      'AWS Secrets Manager can store: credential.',
      'Parameter Store can store: credential.',
      'Parameter Store can not rotate: credential.',
      'Standard parameters cost nothing.',
      'Statement Keeping secrets',
      '1 claim',
      'Parameter Store: least cost.',
      'Secrets Manager came later.',
      'Statement Keeping secrets',
      'A Lambda function costs only while it runs.',
      'Statement Common practice general knowledge, not from the notes',
      '1 claim',
      'AWS Lambda: pay per use.',
      'Amazon RDS can not store: credential.',
      'Claim not from the notes',
    ]);
  });

  const lambdaRuns = 'A Lambda function runs for fifteen minutes at most.';
  test.each([
    ['words of either language', 'q=rotar', ['Secrets Manager changes the credentials it keeps by itself.']],
    ['the beginning of a word', 'q=opsw', ['OpsWorks runs code with recipes.']],
    [
      'another name of the service',
      'q=SSM+cost',
      ['Standard parameters cost nothing.', 'Without rotation, a parameter keeps a secret at no charge.'],
    ],
    ['a misspelt word', 'q=opsworkz', ['OpsWorks runs code with recipes.']],
    [
      'a heading and a service',
      'heading=functions&service=fargate',
      ["What runs longer than a function may is a container's work.", lambdaRuns],
    ],
    ['a status', 'status=outside&service=rds', ['Amazon RDS can not store: credential.']],
    [
      'general knowledge',
      'status=general',
      ['What is seldom used should cost nothing in between.', 'A Lambda function costs only while it runs.'],
    ],
    ['words and a status', 'q=cost&status=asNoted', ['Standard parameters cost nothing.']],
  ])('finds by %s', async (_name, query, expected) => {
    const { body } = await app.inject({ url: `/rules?${query}` });
    const found = [...body.matchAll(/<a class="entry" href="[^"]*">([^<]*)<\/a><p class="meta"><span>/g)];
    expect(found.map(([, words]) => words)).toEqual(expected);
  });

  test.each(['q=zzzzzz', 'heading=nowhere', 'service=x&q=rotate'])(
    'says that %s finds nothing',
    async (query) => {
      expect(await hits(query)).toEqual(['Nothing found. Fewer words find more.']);
    },
  );

  test('keeps what was asked for in its fields, and is not broken by it', async () => {
    const { body } = await app.inject({ url: '/rules?q=%22%3E%3Cscript%3E&heading=secrets&page=99' });
    expect(body).toContain('value="&quot;>&lt;script>"');
    expect(body).toContain('<option value="secrets" selected>Keeping secrets</option>');
  });
});

describe('the page of a claim', () => {
  test('says it in words, where it stands, how it counts, and how it is written', async () => {
    expect(await page('/rules/secrets/rotates/4')).toEqual([
      'Claim secrets/rotates#4',
      'Parameter Store can not rotate: credential.',
      'Always counts',
      'Speaks against',
      'Parameter Store',
      'Rests on',
      ...rotatesStatement,
      'Review this',
      'How it counts',
      'This claim speaks through these rules, each of which fires when all its conditions are known to hold.',
      '−3 can not meet a need',
      'wanted: rotate credential',
      'the option names: Parameter Store',
      '−4 a step that can not be',
      'step: rotate Parameter Store + credential',
      'Beats',
      'Without rotation, a parameter keeps a secret at no charge.',
      'For Parameter Store When: mentioned: least cost',
      'Loses to',
      'Both keep secrets, but only Secrets Manager changes them on a schedule.',
      'For AWS Secrets Manager When: wanted: rotate credential',
      'Scenarios that need it',
      'No scenario needs it: take it away, and all of them answer the same for the same reasons.',
      'As written',
      'subject: parameter-store',
      'act: rotate',
      'object: credential',
      'not: true',
    ]);
  });

  test('says when it holds', async () => {
    expect((await page('/rules/functions/opsworks-runs/1')).slice(0, 3)).toEqual([
      'Claim functions/opsworks-runs#1',
      'AWS OpsWorks can run: code.',
      'Counts for the exam only',
    ]);
  });

  test('is where each rule made from it leads', async () => {
    expect((await page('/rules/secrets/rotates/4:cannot'))[0]).toBe('Claim secrets/rotates#4');
    expect((await page('/rules/secrets/rotates%234:cannot'))[0]).toBe('Claim secrets/rotates#4');
  });

  test('of the catalogue says that it is not from the notes', async () => {
    expect(await page('/rules/catalogue/rds/1')).toContain(
      'Catalogue: general knowledge, not from the notes',
    );
  });
});

describe('the page of a rule', () => {
  test('says its reason, when and unless, what it beats and loses to, and how it is written', async () => {
    expect(await page('/rules/secrets/parameters-are-cheaper')).toEqual([
      'Rule secrets/parameters-are-cheaper',
      'Without rotation, a parameter keeps a secret at no charge.',
      '+2 the better of the two',
      'Review this',
      'Speaks for',
      'Parameter Store',
      'Beats',
      'AWS Secrets Manager',
      'Loses to',
      'Both keep secrets, but only Secrets Manager changes them on a schedule.',
      'For AWS Secrets Manager When: wanted: rotate credential',
      'When',
      'mentioned: least cost',
      'Unless',
      'wanted: rotate credential',
      'Rests on',
      'Standard parameters cost nothing. Keeping secrets, line 15 of the notes',
      ...rotatesStatement,
      'Scenarios that need it',
      'No scenario needs it: take it away, and all of them answer the same for the same reasons.',
      'As written',
      'prefer: parameter-store',
      'over: secrets-manager',
      'when:',
      'all:',
      '- fact: about',
      'operator: contains',
      'value: least-cost',
      'unless:',
      'fact: need.rotate',
      'operator: contains',
      'value: credential',
      'because:',
      'en: Without rotation, a parameter keeps a secret at no charge.',
      'es: Sin rotación, un parámetro guarda el secreto sin coste.',
      'cites:',
      '- secrets/price',
      '- secrets/rotates',
    ]);
  });

  test('of a principle says that it is not from the notes', async () => {
    expect((await page('/rules/principles/managed-beats-custom')).slice(0, 9)).toEqual([
      'Principle principles/managed-beats-custom',
      'What nobody has to run costs least.',
      '+1 what exams reward',
      'Review this',
      'When',
      'mentioned: least cost',
      'the option says: serverless',
      'Rests on',
      'Principles, not from the notes',
    ]);
  });

  test('of every rule and claim there is can be read, in both languages', async () => {
    const { base, claims } = fixtureLibrary();
    for (const id of [...base.rules.map((rule) => rule.id), ...claims.keys()]) {
      for (const lang of ['en', 'es']) {
        const { statusCode } = await app.inject({ url: `/rules/${encodeURIComponent(id)}?lang=${lang}` });
        expect([id, lang, statusCode]).toEqual([id, lang, 200]);
      }
    }
  });

  test('of a statement is its place under its heading', async () => {
    expect(await redirect('/rules/secrets/rotates?lang=es')).toEqual([
      303,
      '/sections/secrets?lang=es#rotates',
    ]);
  });
});

describe('headings', () => {
  test('are listed by domain, in the order of the notes', async () => {
    expect(await page('/sections')).toEqual([
      'Headings of the notes',
      'Each heading with its statements and rules, by domain of the exam.',
      'Everything',
      'Keeping secrets',
      '3 statements 2 rules',
      'Running code',
      '2 statements 1 rule',
      'General knowledge, not from the notes',
      'Common practice',
      '1 statement 1 rule',
    ]);
  });

  test('of general knowledge claim no lines', async () => {
    expect(await page('/sections/practice')).toEqual([
      'General knowledge, not from the notes',
      'Common practice',
      'What everyone in the field knows and exams ask for. No line of the notes says it.',
      'Rules',
      'What is seldom used should cost nothing in between.',
      'When: mentioned: pay per use',
      'Statements',
      'General knowledge, not from the notes',
      'A Lambda function costs only while it runs.',
      'AWS Lambda: pay per use.',
    ]);
    expect((await page('/sections/practice?lang=es')).slice(0, 3)).toEqual([
      'Conocimiento general, no sale de los apuntes',
      'Práctica común',
      'Lo que sabe cualquiera del oficio y los exámenes preguntan. Ninguna línea de los apuntes lo dice.',
    ]);
    expect(await page('/rules/practice/idle-is-free')).toContain(
      'A Lambda function costs only while it runs. Common practice: general knowledge, not from the notes',
    );
  });

  test('have a page that reads like their section', async () => {
    expect(await page('/sections/secrets')).toEqual([
      'Heading',
      'Keeping secrets',
      'Rules',
      'Both keep secrets, but only Secrets Manager changes them on a schedule.',
      'For AWS Secrets Manager When: wanted: rotate credential',
      'Without rotation, a parameter keeps a secret at no charge.',
      'For Parameter Store When: mentioned: least cost',
      'Statements',
      'Lines 10–11, 14',
      'Secrets Manager changes the credentials it keeps by itself.',
      'Changed since 2022-12-22 imprecise Some secrets rotate without a function now.',
      '4 claims',
      'AWS Secrets Manager can rotate: credential.',
      'AWS Secrets Manager can store: credential.',
      'Parameter Store can store: credential.',
      'Parameter Store can not rotate: credential.',
      'Line 15',
      'Standard parameters cost nothing.',
      'Parameter Store: least cost.',
      'Line 16',
      'Secrets Manager came later.',
      'No question turns on it.',
      'Lines that state nothing',
      'Line 3: a heading',
    ]);
  });
});

describe('services', () => {
  test('are listed by name, with their features; what is outside the notes folds away', async () => {
    expect(await page('/outcomes')).toEqual([
      'Services and features',
      'Everything a question can be answered with.',
      'AWS Fargate',
      'AWS Lambda',
      'AWS OpsWorks retired',
      'AWS Secrets Manager',
      'AWS Systems Manager',
      'Its features and settings (1)',
      'Parameter Store',
      'Not in the notes, but offered by exams (1)',
      'Amazon RDS',
    ]);
  });

  test('have a page with when to choose them, what rules them out, and their rivals', async () => {
    expect(await page('/outcomes/parameter-store')).toEqual([
      'Feature · Part of AWS Systems Manager',
      'Parameter Store',
      'Also known as',
      'SecureString, almacén de parámetros',
      'Traits',
      'managed',
      'Spoken of under',
      'Keeping secrets',
      'When to choose it',
      'Secrets Manager changes the credentials it keeps by itself.',
      'Parameter Store can store: credential.',
      'Standard parameters cost nothing.',
      'Parameter Store: least cost.',
      'What rules it out',
      'Secrets Manager changes the credentials it keeps by itself.',
      'Parameter Store can not rotate: credential.',
      'Against each rival',
      'AWS Secrets Manager',
      'Both keep secrets, but only Secrets Manager changes them on a schedule.',
      'For AWS Secrets Manager When: wanted: rotate credential',
      'Without rotation, a parameter keeps a secret at no charge.',
      'For Parameter Store When: mentioned: least cost',
    ]);
  });

  test('say what has become of them', async () => {
    expect(await page('/outcomes/opsworks')).toContain(
      'retired since 2024-05-26 New customers are not accepted.',
    );
    expect(await page('/outcomes/rds')).toContain(
      'The notes do not speak of it; exams offer it as a distractor.',
    );
  });
});

describe('a comparison', () => {
  test('is of the rules alone, features included', async () => {
    expect(await page('/compare/secrets-manager/systems-manager')).toEqual([
      'Compare two',
      'AWS Secrets Manager or AWS Systems Manager',
      'First',
      'Second',
      'Compare',
      'Rules between them',
      'For AWS Secrets Manager',
      'Both keep secrets, but only Secrets Manager changes them on a schedule.',
      'For AWS Secrets Manager When: wanted: rotate credential',
      'For AWS Systems Manager',
      'Without rotation, a parameter keeps a secret at no charge.',
      'For Parameter Store When: mentioned: least cost',
      'Only AWS Secrets Manager',
      'Secrets Manager changes the credentials it keeps by itself.',
      'AWS Secrets Manager can rotate: credential.',
      'Only AWS Systems Manager',
      'Standard parameters cost nothing.',
      'Parameter Store: least cost.',
      'AWS Systems Manager can not',
      'Secrets Manager changes the credentials it keeps by itself.',
      'Parameter Store can not rotate: credential.',
      'Both',
      'Secrets Manager changes the credentials it keeps by itself.',
      'AWS Secrets Manager can store: credential.',
    ]);
  });

  test('starts from any of their names', async () => {
    expect(await redirect('/compare?a=Lambda+function&b=securestring')).toEqual([
      303,
      '/compare/lambda/parameter-store',
    ]);
    expect(await redirect('/compare/lambda?lang=es')).toEqual([303, '/compare?a=lambda&lang=es']);
    expect(await redirect('/compare/lambda/lambda')).toEqual([303, '/outcomes/lambda']);
    expect(await page('/compare?a=lambda&b=AWS+Lambda')).toContain('Choose two different ones.');
    expect(await page('/compare?a=lambda&b=nothing+of+the+kind')).not.toContain('Choose two different ones.');
  });
});

describe('/coverage', () => {
  test('tells of every heading what is known, claimed and tested, twice: as a map and as a table', async () => {
    expect(await page('/coverage')).toEqual([
      'Coverage',
      'How much of the notes is known, claimed and tested, heading by heading.',
      'Lines that state something and are accounted for: 7 of 9. Practice scenarios answered rightly: 1 of 2, all that are not recorded as failures.',
      'Domains of the exam',
      'Domain | Weight | Lines accounted for | Scenarios passing',
      'Everything | 100% | 77% | 50%',
      'Map of the headings',
      'The colour is the share of scenarios that pass; a dashed frame means that lines are missing.',
      'none tested',
      'under 50%',
      '50% and more',
      '70% and more',
      '85% and more',
      'all',
      'Everything',
      'Keeping secrets lines 5/7, scenarios 1/2',
      'Running code lines 2/2, scenarios 0/0',
      'The same as a table',
      'Heading | Lines | Statements | Claims | Rules | Scenarios | Missing',
      'Keeping secrets | 5/7 | 3 | 5 | 2 | 1/2 | lines 12–13; 1 without claim or rule; 1 without a scenario',
      'Running code | 2/2 | 2 | 4 | 1 | 0/0 | 2 without a scenario',
      'All | 7/9 | 5 | 9 | 3 | 1/2 |',
      'Beside the headings',
      'General knowledge, not from the notes',
      'Heading | Statements | Claims | Rules',
      'Common practice | 1 | 1 | 1',
      'Findings · What a change of the rules changes',
    ]);
  });

  test('colours its cells by the share of scenarios that pass, each a link to its heading', async () => {
    const { body } = await app.inject({ url: '/coverage?lang=es' });
    const cells = [
      ...body.matchAll(/<li class="heat-cell ([^"]*)"><a class="[^"]*" href="([^"]*)">([^<]*)/g),
    ];
    expect(cells.map(([, classes, href, name]) => [classes, href, name])).toEqual([
      ['heat-2 gap', '/sections/secrets?lang=es', 'Guardar secretos'],
      ['heat-0', '/sections/functions?lang=es', 'Ejecutar código'],
    ]);
  });

  test('is made once for each library', () => {
    let read = 0;
    const library = new Library(fixtureLibrary().base, {
      scenarios: () => {
        read += 1;
        return [];
      },
      failing: () => new Set(),
    });
    expect(read).toBe(0);
    expect(library.coverage).toBe(library.coverage);
    expect(read).toBe(1);
  });

  test('counts no scenario where those of the package do not fit the knowledge', async () => {
    const library = new Library(fixtureLibrary().base);
    const other = await fixtureApp({ library: () => library });
    const { statusCode, body } = await other.inject({ url: '/coverage' });
    expect([statusCode, linesOf(body)[2]]).toEqual([
      200,
      'Lines that state something and are accounted for: 7 of 9. The practice scenarios do not fit this knowledge; none is counted.',
    ]);
    await other.close();
  });
});

test('every link of every page leads somewhere', async () => {
  const seen = new Set<string>();
  const waiting = ['/', '/advise?q=We+must+rotate+the+password'];
  while (waiting.length > 0 && seen.size < 400) {
    const url = waiting.pop() ?? '';
    const { statusCode, body, headers } = await app.inject({ url });
    expect([url, statusCode < 400]).toEqual([url, true]);
    const links = [...body.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    );
    if (headers.location) links.push(String(headers.location));
    for (const link of links.map((each) => each.split('#')[0] ?? '')) {
      // One step from each answer is enough: states of a session are without end.
      if (seen.has(link) || (link.startsWith('/advise') && link.split('&').length > 2)) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
  expect(seen.size).toBeGreaterThan(60);
});

test('a link names its page', async () => {
  const { body } = await app.inject({ url: '/sections/secrets' });
  expect(linkTo(body, 'Parameter Store: least cost.')).toBe('/rules/secrets/price/1');
});
