/**
 * Questions with keys on the fixture's knowledge: one that the rules agree with, one that they dispute, and one of which
 * they know nothing.
 */
const rotation = 'The credential must be rotated every month. What should be used?';

export const agreed = {
  id: 'agreed',
  stem: rotation,
  options: { A: 'AWS Lambda', B: 'AWS Secrets Manager' },
  answer: ['B'],
};

export const wrongKey = {
  id: 'wrong-key',
  stem: rotation,
  options: { A: 'Parameter Store', B: 'AWS Secrets Manager' },
  answer: ['A'],
};

export const unknown = {
  id: 'unknown',
  stem: 'Lorem ipsum?',
  options: { A: 'dolor', B: 'sit amet' },
  answer: ['A'],
};
