import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/loader.ts';
import { fold, tokenize } from '../../src/language/tokens.ts';
import { splitQuestion } from '../../src/reading/question.ts';
import { Reader } from '../../src/reading/reader.ts';

const fixture = new URL('../fixtures/rules', import.meta.url).pathname;
const reader = new Reader(loadKnowledge(fixture));

function read(text: string) {
  const { facts, ask, lang, clauses } = reader.readStem(text);
  return { facts: facts.record(), ask, lang, roles: clauses.map(({ role }) => role) };
}

describe('tokens', () => {
  test('part at hyphens, slashes and colons, keep numbers whole, fold accents', () => {
    expect(tokenize('Blue/green, AWS::SSM 1.5 TB, contraseña').map(({ folded }) => folded)).toEqual([
      'blue',
      'green',
      'aws',
      'ssm',
      '1.5',
      'tb',
      'contrasena',
    ]);
  });

  test('carry their place and whether they open a sentence', () => {
    expect(tokenize('One. Two').map(({ start, end, opens }) => [start, end, opens])).toEqual([
      [0, 3, true],
      [5, 8, true],
    ]);
  });

  test('belong to a sentence, which neither a dot in a name nor a bracket ends', () => {
    const sentences = tokenize('Node.js (the runtime) runs. It stops now').map(({ sentence }) => sentence);
    expect(sentences).toEqual([0, 0, 0, 0, 0, 1, 1, 1]);
  });

  test('folding leaves what has no accent', () => {
    expect(fold('Rotación ÑANDÚ x2')).toBe('rotacion nandu x2');
  });
});

describe('words', () => {
  test('of two sentences make no phrase', () => {
    expect(read('We use the secrets. Manager Ann rotates them.').facts.about ?? []).not.toContain(
      'secrets-manager',
    );
    expect(read('We use the Secrets Manager. Ann rotates them.').facts.about).toContain('secrets-manager');
  });

  test('of every day are names only where little else is said, or after the vendor', () => {
    const base = loadKnowledge(fixture);
    const cues = { ...base.cues, everyday: ['fargate'] };
    const picky = new Reader(Object.create(base, { cues: { value: cues } }));
    const names = (text: string) => picky.readStem(text).facts.has('about', 'fargate');
    expect(names('The Fargate team wants to rotate a password.')).toBe(false);
    expect(names('The AWS Fargate team wants to rotate a password.')).toBe(true);
    expect(names('Fargate')).toBe(true);
  });
});

describe('a phrase whose words stand apart', () => {
  const about = (text: string) => read(text).facts.about ?? [];

  test('is found in any order within a sentence', () => {
    expect(about('The cost must be the least possible.')).toContain('least-cost');
    expect(about('They want the least monthly cost.')).toContain('least-cost');
  });

  test('needs none of its small words', () => {
    expect(about('They pay for what they use.')).toContain('on-demand-pay');
  });

  test('is not found over two sentences, nor where its words are far from each other', () => {
    expect(about('The cost is known. They want the least.')).not.toContain('least-cost');
    expect(about('The least that they want, say Ann, Bob and Joe, is a known cost.')).not.toContain(
      'least-cost',
    );
  });

  test('is not found where there are no options, for any outcome might be meant by it', () => {
    const { facts } = reader.readStem('The cost must be the least possible.', 'en', true);
    expect(facts.has('about', 'least-cost')).toBe(false);
  });

  test('says what it covers, and parts no clause', () => {
    const reading = reader.readStem('The cost must be the least while it runs.');
    const said = reading.facts
      .said('about', 'least-cost')
      .map(({ span }) => span && reading.text.slice(...span));
    expect(said).toEqual(['cost must be the least']);
    expect(reading.clauses).toHaveLength(2);
  });
});

describe('a stem', () => {
  test('gives what is wanted with its act, closed under is-a', () => {
    const { facts } = read('The password must be rotated every month.');
    expect(facts['need.rotate']).toEqual(expect.arrayContaining(['*', 'password', 'credential']));
  });

  test('is read in Spanish as in English', () => {
    const { facts, lang } = read('La contraseña se debe rotar cada mes.');
    expect(lang).toBe('es');
    expect(facts['need.rotate']).toEqual(expect.arrayContaining(['password', 'credential']));
  });

  test('forbids what follows "without" up to the comma, items of an enumeration included', () => {
    const { facts } = read(
      'Without passwords, code, they need to rotate every credential that there is, in real time.',
    );
    expect(facts['must-not.is']).toEqual(expect.arrayContaining(['password', 'code']));
    expect(facts['must-not.is']).not.toContain('real-time');
    expect(facts['need.rotate']).toContain('credential');
  });

  test('takes telegraph style for needs', () => {
    expect(read('rotation + credentials').facts['need.rotate']).toContain('credential');
  });

  test('knows how many to choose and when the odd one out is wanted', () => {
    expect(read('Which services rotate credentials? (Select TWO)').ask).toMatchObject({
      choose: 2,
      except: false,
    });
    expect(read('Which service can NOT rotate credentials?').ask).toMatchObject({ choose: 1, except: true });
    expect(read('Which service can not rotate credentials?').ask.except).toBe(false);
    expect(read('Which of these services must be ruled out?').ask.except).toBe(true);
    expect(read('¿Qué servicio hay que descartar?').ask.except).toBe(true);
  });

  test('asks for a service, a feature, or leaves it open', () => {
    expect(read('Which AWS service rotates credentials?').ask.grain).toBe('service');
    expect(read('Which setting rotates credentials?').ask.grain).toBe('feature');
    expect(read('What rotates credentials?').ask.grain).toBe('any');
  });

  test('takes an amount for the quantity spoken of, and not for one after "every"', () => {
    expect(read('The function must run for 40 minutes.').facts['job.duration']).toBe(40);
    expect(read('The function must run every 40 minutes.').facts['job.duration']).toBeUndefined();
    expect(read('The function must run for 2 hours.').facts['job.duration']).toBe(120);
  });

  test('without words of the lexicon has no facts', () => {
    expect(read('Lorem ipsum dolor sit amet.').facts).toEqual({});
  });

  test('names a service only where it is written as a name', () => {
    expect(read('Use AWS Lambda.').facts.about).toContain('lambda');
    expect(read('Secrets are no manager.').facts.about ?? []).not.toContain('secrets-manager');
  });
});

describe('an option', () => {
  const option = (text: string) =>
    reader.readOption(text, reader.readStem('What should be done?')).facts.record();

  test('names outcomes and says steps of subject and object', () => {
    const facts = option('Rotate the password with AWS Secrets Manager.');
    expect(facts['option.name']).toContain('secrets-manager');
    expect(facts['step.rotate']).toEqual(
      expect.arrayContaining(['secrets-manager password', 'secrets-manager credential']),
    );
    expect(facts['option.steps']).toEqual(['some']);
  });

  test('that is only a name says no step', () => {
    expect(option('AWS Secrets Manager')).not.toHaveProperty('option.steps');
  });
});

describe('a pasted question', () => {
  test.each([
    ['What?\nA. one\nB. two'],
    ['What?\nA) one\nB) two'],
    ['What?\n(A) one\n(B) two'],
    ['What?\na. one\nb. two'],
    ['What?\n  A. one\n  B. two'],
  ])('is split at its letters: %j', (text) => {
    expect(splitQuestion(text)).toEqual({ stem: 'What?', options: { A: 'one', B: 'two' } });
  });

  test('continues an option over lines', () => {
    expect(splitQuestion('What?\nA. one\nmore\nB. two').options).toEqual({ A: 'one more', B: 'two' });
  });

  test('with one option, or letters that do not run from A, is all stem', () => {
    expect(splitQuestion('What?\nA. one')).toEqual({ stem: 'What?\nA. one' });
    expect(splitQuestion('What?\nB. one\nC. two')).toEqual({ stem: 'What?\nB. one\nC. two' });
  });
});
