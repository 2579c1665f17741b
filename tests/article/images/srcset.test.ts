import { expect, test } from 'vitest';
import { bestCandidate, parseSrcset } from '../../../utils/article/images/srcset';

test.each([
  ['a.png', 'a.png:1x'],
  ['a.png 1x, b.png 2x', 'a.png:1x b.png:2x'],
  ['a.png 100w, b.png 200w', 'a.png:100w b.png:200w'],
  ['a,w_1.png 100w, b,w_2.png 200w', 'a,w_1.png:100w b,w_2.png:200w'],
  ['a.png,b.png 2x', 'a.png,b.png:2x'],
  ['a.png, b.png 2x', 'a.png:1x b.png:2x'],
  [' , ,a.png 1.5x ,,, b.png', 'a.png:1.5x b.png:1x'],
  ['a.png\n100w\t200h,\fb.png', 'a.png:100w b.png:1x'],
  ['a.png 1x 2x, b.png', 'b.png:1x'],
  ['a.png 0w, b.png', 'b.png:1x'],
  ['a.png -1x, b.png', 'b.png:1x'],
  ['a.png 1w 2x, b.png', 'b.png:1x'],
  ['a.png calc(1, 2), b.png', 'b.png:1x'],
  ['a.png junk, b.png', 'b.png:1x'],
  ['data:image/png;base64,AA 1x, b.png 2x', 'data:image/png;base64,AA:1x b.png:2x'],
  ['', ''],
  [' , ', ''],
])('%j holds %j', (text, expected) => {
  const shown = parseSrcset(text).map(
    ({ url, width, density }) => `${url}:${width === null ? `${density}x` : `${width}w`}`,
  );
  expect(shown.join(' ')).toBe(expected);
});

test.each([
  ['s.png 300w, m.png 600w, l.png 1200w', 300, 1, 's.png'],
  ['s.png 300w, m.png 600w, l.png 1200w', 301, 1, 'm.png'],
  ['l.png 1200w, s.png 300w, m.png 600w', 300, 2, 'm.png'],
  ['s.png 300w, m.png 600w', 700, 2, 'm.png'],
  ['a.png, b.png 2x', 700, 1, 'a.png'],
  ['a.png, b.png 2x', 700, 2, 'b.png'],
  ['a.png, b.png 2x', 700, 3, 'b.png'],
  ['', 700, 1, ''],
])('of %j, %d px at %dx shows %s', (srcset, width, ratio, expected) =>
  expect(bestCandidate(srcset, width, ratio)).toBe(expected),
);

test.each(['a '.repeat(200_000), ','.repeat(400_000), 'a ('.repeat(100_000), 'a 1x,'.repeat(100_000)])(
  'a long srcset takes time in proportion',
  (text) => {
    const start = performance.now();
    parseSrcset(text);
    expect(performance.now() - start).toBeLessThan(8000);
  },
);
