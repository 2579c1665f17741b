import { expect, test } from 'vitest';
import { badgeText } from '../../utils/browser/badge';

test.each([
  [-1, ''],
  [0, ''],
  [1, '1'],
  [999, '999'],
  [1000, '1k'],
  [1999, '1k'],
  [99_000, '99k'],
  [1_000_000, '99k'],
])('%i unread show as %s', (count, text) => {
  expect(badgeText(count)).toBe(text);
  expect(text.length).toBeLessThanOrEqual(4);
});
