import { describe, expect, test } from 'vitest';
import { withValue } from '../../src/knowledge/rewriting.ts';

const text = `# A comment.
one: {points: -1} # kept
# Before.
list:
  - {from: 1}
  - {from: 2}
# After.
last: true
`;

describe('a value written into a file', () => {
  test('leaves everything around it as it was', () => {
    expect(withValue(text, ['one', 'points'], '2')).toBe(text.replace('-1', '2'));
    expect(withValue(text, ['list'], '- {from: 3}')).toBe(
      text.replace('- {from: 1}\n  - {from: 2}', '- {from: 3}'),
    );
  });

  test('needs its place to be there', () => {
    expect(() => withValue(text, ['two'], '1')).toThrow('there is no two in the file');
  });
});
