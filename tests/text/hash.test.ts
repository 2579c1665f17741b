import { expect, test } from 'vitest';
import { hashLines, hashText } from '../../utils/text/hash';

test.each([[['', '']], [['a', 'b', '']], [['标题', 'https://site.example/', '', '<p>x</p>\n<p>y</p>']]])(
  'lines are hashed as the text that they make: %j',
  (lines) => {
    expect(hashLines(lines)).toBe(hashText(lines.join('\n')));
    expect(hashLines(lines)).not.toBe(hashText(lines.join('')));
  },
);

test('a line feed between lines and one within a line are the same text', () => {
  expect(hashLines(['a\nb'])).toBe(hashLines(['a', 'b']));
  expect(hashText('')).toMatch(/^[\da-f]{16}$/);
});
