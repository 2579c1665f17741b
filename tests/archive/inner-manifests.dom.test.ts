import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openExportFile } from '../../components/shared/export-file';
import type { Format } from '../../components/shared/formats';
import type { ArchiveArticle } from '../../utils/archive/article';
import { fromBase64, toBase64 } from '../../utils/archive/base64';
import { presentFiles } from '../../utils/archive/present-files';
import { verifyArchive } from '../../utils/archive/verify';
import type { Feed } from '../../utils/model/feed';
import { newFeed } from '../db/support';
import { drawnPicture } from './drawn-picture';
import { sampleArticle } from './sample-article';

const red = 'https://e.test/red.png';
/** A picture within the article is part of it, and none of the archive's. */
const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const articles: ArchiveArticle[] = ['一', '二', '三'].map((sign, at) => ({
  ...sampleArticle,
  key: `${at}`,
  title: `文章 ${sign} <!--part article-9-->`,
  link: `https://e.test/${at}`,
  // by the feed's first address, by a mirror, and by whom nobody noted
  sentBy: ['https://feeds.example/voa.xml', 'https://mirror.example/voa.xml', ''][at] ?? '',
  page: at === 1 ? { address: 'https://e.test/whole', at: Date.UTC(2025, 0, 22) } : null,
  html: `<p title="<!--/part article-${at + 1}-->">第${sign}段</p><img src="${red}"><img src="${dot}"><script>x</script>`,
}));
const feed: Feed = { id: 1, ...newFeed('voa') };

async function exported(format: Format): Promise<Uint8Array<ArrayBuffer>> {
  const file = await openExportFile(format, '收藏 </script> <1>');
  const image = await drawnPicture(red, 'image/png', 'red');
  for (const article of articles) await file.add(article, feed, format === 'json' ? [] : [image]);
  return new Uint8Array(await (await file.finish()).arrayBuffer());
}

async function verified(name: string, content: Uint8Array<ArrayBuffer> | string) {
  const result = await verifyArchive(presentFiles([new File([content], name)]));
  const differences = result.differences.map(({ path, kind }) => `${path} ${kind}`);
  return { ...result, differences };
}

const text = async (format: Format) => strFromU8(await exported(format));
const hashOf = async () => (await drawnPicture(red, 'image/png', 'red')).hash;

describe('one page', () => {
  it('names its articles, its pictures and what is around them, and where they came from', async () => {
    const { manifest, same, differences } = await verified('收藏.html', await exported('page'));
    expect(differences).toEqual([]);
    expect(same).toBe(1 + 3 + 1);
    expect(manifest?.files.map(({ path }) => path)).toEqual([
      'page',
      'article-1',
      'article-2',
      'article-3',
      `images/${await hashOf()}.png`,
    ]);
    expect(manifest?.files[1]).toMatchObject({
      link: 'https://e.test/0',
      source: 'https://feeds.example/voa.xml',
      fetchedAt: '2025-01-21T14:40:00.000Z',
    });
    expect(manifest?.files[1]).not.toHaveProperty('feed');
    expect(manifest?.files[2]).toMatchObject({
      source: 'https://mirror.example/voa.xml',
      feed: 'https://feeds.example/voa.xml',
      page: { link: 'https://e.test/whole', fetchedAt: '2025-01-22T00:00:00.000Z' },
    });
    expect(manifest?.files[3]).toMatchObject({ source: '', feed: 'https://feeds.example/voa.xml' });
    expect(manifest?.files[4]).toMatchObject({ link: red, fetchedAt: '2026-01-02T00:00:00.000Z' });
  });

  it('says which of them is another', async () => {
    const page = await text('page');
    const with2 = page.replace('第二段', '第二句');
    expect((await verified('a.html', with2)).differences).toEqual(['article-2 changed']);
    expect((await verified('a.html', page.replace('</nav>', ' </nav>'))).differences).toEqual([
      'page changed',
    ]);
    expect(
      (await verified('a.html', page.replace(/<!--part article-3-->[\s\S]*?article-3-->\n/, ''))).differences,
    ).toEqual(['article-3 missing']);
    const twice = page.replace(/(<!--part article-)3(-->[\s\S]*?article-)3(-->\n)/, '$&$14$24$3');
    expect((await verified('a.html', twice)).differences).toEqual(['article-4 added']);
  });

  it('says which picture is another', async () => {
    const page = await text('page');
    const data = /data:image\/png;base64,([^"]+)/.exec(page)?.[1] ?? '';
    const bytes = fromBase64(data) ?? new Uint8Array();
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    const { differences } = await verified('a.html', page.replaceAll(data, toBase64(bytes)));
    expect(differences).toEqual([
      'article-1 changed',
      'article-2 changed',
      'article-3 changed',
      `images/${await hashOf()}.png missing`,
    ]);
  });

  it('is read in pieces of any length, also where a sign is cut in two', async () => {
    const { pageParts } = await import('../../utils/archive/page-parts');
    const bytes = await exported('page');
    for (const step of [1, 7, 1000]) {
      async function* chunks() {
        for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
      }
      expect((await verifyArchive(pageParts(chunks()))).differences).toEqual([]);
    }
  });

  it('of another program has no manifest', async () => {
    expect((await verified('a.html', '<p>Hello</p>')).manifest).toBeNull();
  });
});

describe('a JSON Feed', () => {
  it('names its articles by their ids, however it is laid out', async () => {
    const json = await text('json');
    const { manifest, same, differences } = await verified('a.json', json);
    expect([same, differences]).toEqual([4, []]);
    expect(manifest?.files[2]).toMatchObject({ path: 'https://e.test/1', link: 'https://e.test/1' });
    expect((await verified('a.json', JSON.stringify(JSON.parse(json), null, 2))).differences).toEqual([]);
  });

  it('says which of them is another', async () => {
    const json = await text('json');
    expect((await verified('a.json', json.replace('第三段', '第四段'))).differences).toEqual([
      'https://e.test/2 changed',
    ]);
    const parsed = JSON.parse(json);
    const [first, , third] = parsed.items;
    const less = { ...parsed, title: 'x', items: [first, third, { id: 'new' }] };
    expect((await verified('a.json', JSON.stringify(less))).differences).toEqual([
      'feed changed',
      'https://e.test/1 missing',
      'new added',
    ]);
  });

  it('of another program has no manifest; what is no JSON cannot be read', async () => {
    expect((await verified('a.json', '{"items":[]}')).manifest).toBeNull();
    expect((await verified('a.json', '{"items":[')).manifest).toBeNull();
  });
});

describe('a book', () => {
  it('names all its files, where the book does not show it', async () => {
    const bytes = await exported('epub');
    const { manifest, differences } = await verified('收藏.epub', bytes);
    expect(differences).toEqual([]);
    expect(manifest?.files.map(({ path }) => path)).toEqual([
      'mimetype',
      'META-INF/container.xml',
      'EPUB/style.css',
      'EPUB/a00001.xhtml',
      'EPUB/a00002.xhtml',
      'EPUB/a00003.xhtml',
      'EPUB/nav.xhtml',
      'EPUB/package.opf',
      `EPUB/images/${await hashOf()}.png`,
      expect.stringMatching(/^EPUB\/images\/[\da-f]{64}\.gif$/),
    ]);
    expect(manifest?.files[9]).toMatchObject({ link: '', source: '' });
    expect(manifest?.files[3]).toMatchObject({
      link: 'https://e.test/0',
      source: 'https://feeds.example/voa.xml',
    });
  });

  it('says which of them is another', async () => {
    const files = unzipSync(await exported('epub'));
    const chapter = strFromU8(files['EPUB/a00002.xhtml'] ?? new Uint8Array());
    const { 'EPUB/a00003.xhtml': _, ...others } = files;
    const changed = {
      ...others,
      'EPUB/a00002.xhtml': strToU8(chapter.replace('段', '句')),
      'x.txt': strToU8('x'),
    };
    const { differences } = await verified('a.epub', new Uint8Array(zipSync(changed)));
    expect(differences).toEqual(['EPUB/a00002.xhtml changed', 'EPUB/a00003.xhtml missing', 'x.txt added']);
  });
});

describe('what stands beside the text', () => {
  const bare = { ...sampleArticle, html: '<p>Only words<!--', image: red };

  it('is shown by every format that shows the article: its lead picture and its recordings', async () => {
    const image = await drawnPicture(red, 'image/png', 'red');
    const written = async (format: Format) => {
      const file = await openExportFile(format, 'x');
      await file.add(bare, feed, [image]);
      const bytes = new Uint8Array(await (await file.finish()).arrayBuffer());
      const zipped = format === 'page' ? {} : unzipSync(bytes);
      const path = Object.keys(zipped).find((one) => /a00001|\.md$/.test(one)) ?? '';
      return strFromU8(zipped[path] ?? bytes);
    };
    expect(await written('page')).toMatch(
      /<article><figure><img src="data:image\/png[^>]+><\/figure>\n<p>Only/,
    );
    expect(await written('page')).toContain('>a.mp3</a> (audio/mpeg · 5 B)</li></ul></article>');
    expect(await written('epub')).toMatch(
      /<figure><img (?=[^>]*src="images\/[\da-f]{64}\.png")[^>]*\/><\/figure>\n<p>Only/,
    );
    expect(await written('epub')).toContain('<a href="https://e.test/a.mp3">a.mp3</a> (audio/mpeg · 5 B)');
    expect(await written('markdown')).toMatch(/\n!\[\]\(\.\.\/images\/[\da-f]{64}\.png\)\n\nOnly words\n/);
    expect(await written('markdown')).toContain('[a.mp3](https://e.test/a.mp3) (audio/mpeg · 5 B)');
  });

  it.each([
    ['the same', red],
    ['another size of it', 'https://e.test/2024/red-300x200.png'],
    ['it by a proxy', 'https://images.weserv.nl/?url=e.test/red.png'],
  ])('is not shown twice: %s is in the text', async (_, shown) => {
    const { articlePieces } = await import('../../components/shared/article-pieces');
    const html = `<p>x</p><img src="${shown}">`;
    expect(articlePieces({ ...bare, html, enclosures: [] })).toEqual([html]);
    expect(articlePieces({ ...bare, html, image: 'https://e.test/blue.png', enclosures: [] })).toHaveLength(
      2,
    );
  });
});
