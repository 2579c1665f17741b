import { expect, test } from 'vitest';
import { withSearch } from '../../utils/browser/recent-searches';

test.each([
  [[], 'dark matter', ['dark matter']],
  [['b', 'c'], '  a ', ['a', 'b', 'c']],
  [['b', 'a'], 'a', ['a', 'b']],
  // What was on its way to it goes.
  [['da', 'climate', 'dark'], 'dark matter', ['dark matter', 'climate']],
  [['a'], '   ', ['a']],
  [['1', '2', '3', '4', '5', '6', '7', '8'], '9', ['9', '1', '2', '3', '4', '5', '6', '7']],
])('%j and then %j are %j', (texts, text, expected) => {
  expect(withSearch(texts, text)).toEqual(expected);
});

test('what is pasted is cut', () => {
  expect(withSearch([], 'x'.repeat(5000))[0]).toHaveLength(200);
});
