import { describe, expect, it } from 'vitest';
import {
  isPathInside,
  mayBeRecord,
  recordFileName,
  safeName,
  UniqueNames,
} from '../../utils/archive/file-name';

describe('recordFileName', () => {
  it.each<[number | null, string, string]>([
    [1737470343000, '特朗普宣誓就职几个小时后，习近平', '2025-01-21 特朗普宣誓就职几个小时后，习近平.md'],
    [1737470343000, '', '2025-01-21.md'],
    [null, 'A / B: "c" <d> | e? *f\\g', 'A B c d e f g.md'],
    [null, '', 'untitled.md'],
    [null, '...', 'untitled.md'],
    [null, 'CON', '_CON.md'],
    [null, '../../etc/passwd', 'etc passwd.md'],
    [null, 'line\r\nbreak\u202egpj.', 'line break gpj.md'],
    [null, '😀'.repeat(100), `${'😀'.repeat(45)}.md`],
    [-86400000, 'old', '1969-12-31 old.md'],
  ])('of %s and %s is %s', (time, title, name) => {
    expect(recordFileName({ time, title })).toBe(name);
  });

  it('fits the file systems', () => {
    expect(Buffer.byteLength(recordFileName({ time: 8.64e15, title: '😀'.repeat(99) }))).toBeLessThanOrEqual(
      255,
    );
  });
});

it('makes names safe that already are without changing them', () => {
  for (const name of ['美国之音中文', 'Ars Technica', 'a.b', '_con']) expect(safeName(name)).toBe(name);
});

it('gives no name twice', () => {
  const names = new UniqueNames();
  const taken = ['a.md', 'A.md', 'a.md', 'a (2).md', 'b.md'].map((name) => names.take(name));
  expect(taken).toEqual(['a.md', 'A (2).md', 'a (3).md', 'a (2) (2).md', 'b.md']);
});

it.each([
  ['a.md', true],
  ['a/b..md', true],
  ['..a/b.md', true],
  ['..', false],
  ['', false],
  ['a/\0', false],
])('path %s is inside: %s', (path, inside) => {
  expect(isPathInside(path)).toBe(inside);
});

it.each([
  ['a/b.md', true],
  ['A.MD', true],
  ['a.txt', true],
  ['a.html', true],
  ['a.jpg', false],
  ['md', false],
  ['.git/description.md', false],
  ['__MACOSX/._a.md', false],
  ['a/._b.md', false],
])('%s may be a record: %s', (path, may) => {
  expect(mayBeRecord(path)).toBe(may);
});
