import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ArchiveArticle } from '../../utils/archive/article';
import { writeArticleZip } from '../../utils/archive/article-zip';
import { readManifest, sha256, writeManifest } from '../../utils/archive/manifest';
import { writeRecord } from '../../utils/archive/record';
import { recordOf } from '../../utils/archive/record-of';
import { verifyArchive } from '../../utils/archive/verify';
import { sampleArticle } from './sample-article';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function archive(): Promise<Record<string, Uint8Array<ArrayBuffer>>> {
  const chunks: Uint8Array[] = [];
  const zip = writeArticleZip((chunk) => chunks.push(chunk));
  const add = (more: Partial<ArchiveArticle>, source: string) => {
    const article = { ...sampleArticle, ...more };
    const { link, fetched } = article;
    return zip.add(
      article,
      { text: writeRecord(recordOf(article)), ending: 'md' },
      { link, source, fetched },
    );
  };
  for (const i of [1, 1, 2])
    await add(
      { title: `文章 ${i}`, link: `https://e.test/${i}`, html: `<p>${i}</p>` },
      'https://feedx.net/rss/voachinese.xml',
    );
  await add({ published: null, title: '', link: '', html: '', feedName: '..' }, '');
  zip.finish(1767225600000);
  return Object.fromEntries(
    Object.entries(unzipSync(Buffer.concat(chunks))).map(([path, bytes]) => [path, new Uint8Array(bytes)]),
  );
}

async function verify(files: Record<string, Uint8Array<ArrayBuffer> | null>) {
  async function* present() {
    for (const [path, bytes] of Object.entries(files)) yield { path, bytes };
  }
  return verifyArchive(present());
}

describe('an exported archive', () => {
  it('names what it holds, where that came from, and its hash', async () => {
    const files = await archive();
    expect(Object.keys(files)).toEqual([
      '美国之音/2025-01-21 文章 1.md',
      '美国之音/2025-01-21 文章 1 (2).md',
      '美国之音/2025-01-21 文章 2.md',
      'articles/untitled.md',
      'manifest.json',
    ]);
    const manifest = readManifest(Buffer.from(files['manifest.json'] ?? []).toString());
    expect(manifest?.createdAt).toBe('2026-01-01T00:00:00.000Z');
    expect(manifest?.files[0]).toEqual({
      path: '美国之音/2025-01-21 文章 1.md',
      sha256: createHash('sha256')
        .update('<!--1737470343000-->\n[文章 1](https://e.test/1)\n------\n\n<p>1</p>\n')
        .digest('hex'),
      bytes: 67,
      link: 'https://e.test/1',
      source: 'https://feedx.net/rss/voachinese.xml',
      fetchedAt: '2025-01-21T14:40:00.000Z',
    });
  });

  it('verifies as it is, in a folder too', async () => {
    const files = await archive();
    expect(await verify(files)).toMatchObject({ same: 4, differences: [] });
    const inFolder = Object.fromEntries(
      Object.entries(files).map(([path, bytes]) => [`My archive/${path}`, bytes]),
    );
    expect(await verify(inFolder)).toMatchObject({ same: 4, differences: [] });
  });

  it('shows every difference', async () => {
    const files: Record<string, Uint8Array<ArrayBuffer> | null> = await archive();
    files['美国之音/2025-01-21 文章 1.md'] = bytesOf(
      '<!--1737470343000-->\n[文章 1](https://e.test/1)\n------\n\n<p>0</p>\n',
    );
    delete files['美国之音/2025-01-21 文章 2.md'];
    files['articles/untitled.md'] = null;
    files['articles/new.md'] = bytesOf('x');
    expect(await verify(files)).toMatchObject({
      same: 1,
      differences: [
        { path: 'articles/new.md', kind: 'added' },
        { path: 'articles/untitled.md', kind: 'unreadable' },
        { path: '美国之音/2025-01-21 文章 1.md', kind: 'changed' },
        { path: '美国之音/2025-01-21 文章 2.md', kind: 'missing' },
      ],
    });
  });

  it('shows what is there twice, whichever of the two is the right one', async () => {
    const files = Object.entries(await archive());
    const [path = ''] = files[0] ?? [];
    async function* present() {
      yield { path, bytes: bytesOf('another') };
      for (const [name, own] of files) yield { path: name, bytes: own };
    }
    expect(await verifyArchive(present())).toMatchObject({ same: 4, differences: [{ path, kind: 'added' }] });
  });

  it('cannot be verified without its manifest', async () => {
    const { 'manifest.json': _, ...rest } = await archive();
    expect(await verify(rest)).toEqual({ manifest: null, same: 0, differences: [] });
  });
});

describe('readManifest', () => {
  const file = { path: 'a.md', sha256: 'a'.repeat(64), bytes: 1, link: '', source: '', fetchedAt: '' };

  it('reads what was written', () => {
    expect(readManifest(writeManifest(0, [file, file]))?.files).toEqual([file, file]);
    expect(readManifest(writeManifest(0, []))?.files).toEqual([]);
  });

  it.each([
    ['no JSON', '{'],
    ['another file', '{"name":"x"}'],
    ['a list', '[1]'],
    ['nothing', 'null'],
    ['another version', JSON.stringify({ format: 'broadsheet-archive', version: 2, files: [] })],
    [
      'a bad hash',
      JSON.stringify({ format: 'broadsheet-archive', version: 1, files: [{ ...file, sha256: 'x' }] }),
    ],
    [
      'a file without a path',
      JSON.stringify({ format: 'broadsheet-archive', version: 1, files: [{ ...file, path: 1 }] }),
    ],
  ])('refuses %s', (_, text) => {
    expect(readManifest(text)).toBeNull();
  });

  it('takes names of the language itself for what they are', () => {
    const text = `{"__proto__":{"pwn":1},"format":"broadsheet-archive","version":1,"files":[{"__proto__":{"path":"x"}}]}`;
    expect(readManifest(text)).toBeNull();
    expect(({} as { pwn?: number }).pwn).toBeUndefined();
  });
});

it('hashes as others do', async () => {
  for (const text of ['', 'abc', '习近平'.repeat(1000)])
    expect(await sha256(bytesOf(text))).toBe(createHash('sha256').update(text).digest('hex'));
});
