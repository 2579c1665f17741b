import { expect, test } from 'vitest';
import { diffWords, wordsOf } from '../../utils/text/word-diff';
import { randomFrom } from '../random';

const diff = (before: string, after: string, language = 'en') =>
  diffWords(wordsOf(before, language), wordsOf(after, language));
const told = (before: string, after: string, language?: string) =>
  diff(before, after, language)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

test.each([
  ['One two three', 'One two three', 'One two three'],
  ['The talks ended today.', 'The talks failed today.', 'The talks [-ended-]{+failed+} today.'],
  ['', 'New', '{+New+}'],
  ['Old', '', '[-Old-]'],
  ['a b c d', 'b c d e', '[-a -]b c d{+ e+}'],
])('%s | %s', (before, after, words) => {
  expect(told(before, after)).toBe(words);
});

test('Chinese by its words or signs, not by whole sentences', () => {
  const words = told('地震造成十二人死亡，道路中断。', '地震造成三十人死亡，道路中断。', 'zh');
  expect(words).toMatch(/^地震造成\[-十二.*-\]\{\+三十.*\+\}.*死亡，道路中断。$/u);
});

test('any two texts: what is not new is the first, what is not gone the second, and no more differs than must', () => {
  const random = randomFrom(7);
  const letters = ['a', 'b', 'c', ' '];
  for (let round = 0; round < 400; round++) {
    const text = () =>
      Array.from({ length: Math.floor(random() * 12) }, () => letters[Math.floor(random() * 4)] ?? 'a');
    const [before, after] = [text(), text()];
    const changes = diffWords(before, after);
    const without = (kind: string) => changes.flatMap((one) => (one.kind === kind ? [] : one.text)).join('');
    expect(without('new')).toBe(before.join(''));
    expect(without('gone')).toBe(after.join(''));
    const kept = changes.flatMap((one) => (one.kind === 'same' ? [...one.text] : [])).length;
    expect(kept).toBe(longestCommon(before, after));
  }
});

/** By the table that every textbook has. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const best = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (x: number, y: number) => best[x]?.[y] ?? 0;
  for (let x = 1; x <= a.length; x++)
    for (let y = 1; y <= b.length; y++) {
      const row = best[x];
      if (row) row[y] = a[x - 1] === b[y - 1] ? at(x - 1, y - 1) + 1 : Math.max(at(x - 1, y), at(x, y - 1));
    }
  return at(a.length, b.length);
}

test('another text is told as another text, in a moment', () => {
  const words = (seed: string) => Array.from({ length: 5000 }, (_, at) => `${seed}${at} `);
  const started = performance.now();
  const changes = diffWords(words('x'), words('y'));
  expect(changes.map(({ kind }) => kind)).toEqual(['gone', 'new']);
  expect(performance.now() - started).toBeLessThan(2000);
});
