import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readZip, type ZipItem, zipLimits } from '../../utils/archive/zip-reader';
import { writeZip } from '../../utils/archive/zip-writer';
import { randomFrom } from '../random';

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Uint8Array, limits = zipLimits, size = 1000, wanted = (_: string) => true) {
  const items: ZipItem[] = [];
  for await (const item of readZip(pieces(bytes, size), wanted, limits)) items.push(item);
  return items;
}

const inWords = (items: ZipItem[]) =>
  items.map((item) => [item.path, item.ok ? Buffer.from(item.bytes).toString() : item.reason]);

function written(files: [string, Uint8Array, number | null][]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = writeZip((chunk) => chunks.push(chunk));
  for (const [path, bytes, time] of files) zip.add(path, bytes, time);
  zip.finish();
  return Buffer.concat(chunks);
}

const noise = (length: number) => {
  const random = randomFrom(length);
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
};

describe('readZip', () => {
  const files = {
    '美国之音/2025-01-21 习近平.md': strToU8('<!--1-->\n[a](b)\n------\n\n习近平\n'),
    'empty.md': new Uint8Array(0),
    'stored.md': [strToU8('as it is'), { level: 0 }] as [Uint8Array, { level: 0 }],
    'big.jpg': noise(300_000),
    'last.md': strToU8('x'.repeat(100_000)),
  };

  it.each([1, 7, 1000, 1_000_000])('gives what was packed, in pieces of %d bytes', async (size) => {
    const items = inWords(await read(zipSync(files), zipLimits, size, (path) => !path.endsWith('.jpg')));
    expect(items).toEqual([
      ['美国之音/2025-01-21 习近平.md', '<!--1-->\n[a](b)\n------\n\n习近平\n'],
      ['empty.md', ''],
      ['stored.md', 'as it is'],
      ['last.md', 'x'.repeat(100_000)],
    ]);
  });

  it('reads what writeZip wrote, whose sizes come after the data', async () => {
    const random = randomFrom(3);
    const all = Array.from({ length: 500 }, (_, i): [string, Uint8Array, number | null] => [
      `${i}.${i % 5 ? 'md' : 'jpg'}`,
      noise(Math.floor(random() * 9000)),
      [null, 0, 1737470343000, 9e15][i % 4] ?? null,
    ]);
    const items = await read(written(all));
    expect(items.map(({ path }) => path)).toEqual(all.map(([path]) => path));
    for (const [i, item] of items.entries())
      expect(item.ok && Buffer.from(item.bytes).equals(Buffer.from(all[i]?.[1] ?? []))).toBe(true);
  });

  it.each(['../up.md', '/root.md', 'a/../../up.md', 'C:/x.md', 'C:x.md', 'a\\..\\x.md', '~/x.md'])(
    'refuses the path %s and goes on',
    async (path) => {
      const items = inWords(await read(zipSync({ [path]: strToU8('x'), 'good.md': strToU8('y') })));
      expect(items).toEqual([
        [path, 'path-unsafe'],
        ['good.md', 'y'],
      ]);
    },
  );

  it('refuses a damaged file and goes on', async () => {
    const zip = zipSync({ 'bad.md': strToU8('abc'.repeat(500)), 'good.md': strToU8('y') });
    zip.fill(0xff, 36, 46);
    expect(inWords(await read(zip))).toEqual([
      ['bad.md', 'unreadable'],
      ['good.md', 'y'],
    ]);
  });

  it('refuses a file that is packed in another way', async () => {
    const zip = zipSync({ 'bad.md': strToU8('abc'.repeat(500)), 'good.md': strToU8('y') });
    zip[8] = 14;
    expect(inWords(await read(zip))[0]).toEqual(['bad.md', 'unreadable']);
  });

  it.each([
    ['no zip', strToU8('<!doctype html><p>not found</p>')],
    ['nothing', new Uint8Array(0)],
    ['a picture', noise(200_000)],
  ])('refuses %s', async (_, bytes) => {
    expect(inWords(await read(bytes))).toEqual([['', 'unreadable']]);
  });

  it('tells that the end is missing, and gives what was there before', async () => {
    const zip = zipSync({ 'good.md': strToU8('y'), 'cut.md': noise(5000) });
    const items = inWords(await read(zip.subarray(0, 3000)));
    expect(items[0]).toEqual(['good.md', 'y']);
    expect(items.slice(1)).toEqual([['', 'unreadable']]);
  });

  it('stops a bomb before it goes off', async () => {
    const zeros = new Uint8Array(26_000_000);
    const zip = zipSync(Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${i}.md`, zeros])));
    expect(zip.length).toBeLessThan(1_000_000);
    const items = await read(zip);
    expect(items.filter(({ ok }) => ok).length).toBeLessThan(5);
    expect(items.at(-1)).toMatchObject({ ok: false, reason: 'too-big' });
  });

  it.each([
    ['one file', { ...zipLimits, fileBytes: 1000 }, 'y'],
    ['all files', { ...zipLimits, totalBytes: 1000 }, 'too-big'],
  ])('keeps to the limit of %s', async (_, limits, second) => {
    const items = await read(zipSync({ 'big.md': new Uint8Array(100_000), 'b.md': strToU8('y') }), limits);
    expect(inWords(items)).toEqual([
      ['big.md', 'too-big'],
      ['b.md', second],
    ]);
  });

  it('keeps to the number of files', async () => {
    const zip = zipSync({ 'a.md': strToU8('1'), 'b.md': strToU8('2'), 'c.md': strToU8('3') });
    expect(inWords(await read(zip, { ...zipLimits, files: 2 })).at(-1)).toEqual(['', 'unreadable']);
  });

  it('survives any damage', async () => {
    const whole = zipSync(files);
    const random = randomFrom(11);
    for (let run = 0; run < 150; run++) {
      const bytes = whole.slice(0, Math.floor(random() * whole.length));
      for (let hit = 0; hit < 5; hit++)
        bytes[Math.floor(random() * Math.min(bytes.length, 400))] = random() * 256;
      const items = await read(bytes, zipLimits, 5000, (path) => path.endsWith('.md'));
      expect(items.length).toBeLessThan(10);
    }
  });
});
