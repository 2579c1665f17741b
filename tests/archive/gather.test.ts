import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inBatches } from '../../utils/archive/batches';
import { gatherRecords, type SourceFile } from '../../utils/archive/gather';

function file(path: string, content: Uint8Array | string): SourceFile {
  const made = new File([content as Uint8Array<ArrayBuffer>], path.split('/').at(-1) ?? '');
  return Object.assign(made, { webkitRelativePath: path.includes('/') ? path : '' });
}

async function all(files: SourceFile[]) {
  const found = [];
  for await (const one of gatherRecords(files)) found.push(one);
  return found;
}

describe('gatherRecords', () => {
  it('reads chosen files whatever their name, and of a folder those that may be records', async () => {
    const found = await all([
      file('a.md', 'A'),
      file('b.record', '习近平'),
      file('folder/c.md', 'C'),
      file('folder/d.jpg', 'no'),
      file('folder/.git/e.md', 'no'),
    ]);
    expect(found).toEqual([
      { name: 'a.md', text: 'A', done: 1 },
      { name: 'b.record', text: '习近平', done: 10 },
      { name: 'folder/c.md', text: 'C', done: 11 },
    ]);
  });

  it('reads other encodings than UTF-8 where the bytes say so', async () => {
    const utf16 = new Uint8Array(Buffer.from('\ufeff<!--1-->\n[习](x)\n------\n\n习', 'utf16le'));
    const gbk = Uint8Array.from([...strToU8('<meta charset="gbk">'), 0xcf, 0xb0]);
    const texts = (await all([file('a.md', utf16), file('b.md', gbk)])).map(
      (one) => 'text' in one && one.text,
    );
    expect(texts).toEqual([expect.stringContaining('[习](x)\n------\n\n习'), '<meta charset="gbk">习']);
  });

  it('looks into zips, also into one in the chosen folder', async () => {
    const zip = zipSync({ 'x/1.md': strToU8('one'), 'x/i.jpg': strToU8('no'), '../2.md': strToU8('two') });
    const found = await all([file('folder/a.zip', zip), file('b.md', 'B')]);
    expect(found).toEqual([
      { name: 'x/1.md', text: 'one', done: zip.length },
      { name: '../2.md', reason: 'path-unsafe', done: zip.length },
      { name: 'b.md', text: 'B', done: zip.length + 1 },
    ]);
  });

  it('names the zip that is none, the file that cannot be read and the one that is too big', async () => {
    const gone = Object.assign(file('gone.md', ''), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    const goneZip = Object.assign(file('gone.zip', ''), {
      stream: () => {
        throw new Error('gone');
      },
    });
    const big = { ...file('', ''), name: 'big.md', webkitRelativePath: '', size: 1e9 };
    const found = await all([file('a.zip', 'x'), gone, goneZip, big, file('b.md', 'B')]);
    expect(found).toEqual([
      { name: 'a.zip', reason: 'unreadable', done: 1 },
      { name: 'gone.md', reason: 'unreadable', done: 1 },
      { name: 'gone.zip', reason: 'unreadable', done: 1 },
      { name: 'big.md', reason: 'too-big', done: 1_000_000_001 },
      { name: 'b.md', text: 'B', done: 1_000_000_002 },
    ]);
  });
});

it.each([
  [
    [1, 1, 1, 1, 1],
    [[1, 1], [1, 1], [1]],
  ],
  [
    [9, 4, 7, 20, 1, 1],
    [[9], [4], [7], [20], [1, 1]],
  ],
  [[], []],
  [[5, 5], [[5, 5]]],
])('puts %j into batches', async (lengths, batches) => {
  async function* items() {
    yield* lengths;
  }
  const made = [];
  for await (const batch of inBatches(items(), (item) => item, { count: 2, length: 10 })) made.push(batch);
  expect(made).toEqual(batches);
});

it('of an archive of ours the pictures and the manifest come too', async () => {
  const name = `images/${'ab'.repeat(32)}.png`;
  const manifest = JSON.stringify({ format: 'broadsheet-archive', version: 1, createdAt: '', files: [] });
  const zip = zipSync({
    [name]: strToU8('picture'),
    'manifest.json': strToU8(manifest),
    'x/manifest.json': strToU8('{"name": "of something else"}'),
  });
  expect(await all([file('a.zip', zip)])).toMatchObject([
    { name, image: strToU8('picture') },
    { name: 'manifest.json', manifest: { files: [] } },
  ]);
});
