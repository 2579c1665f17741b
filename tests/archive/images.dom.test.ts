import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openExportFile } from '../../components/shared/export-file';
import type { Format } from '../../components/shared/formats';
import type { ArchiveArticle } from '../../utils/archive/article';
import { fromBase64, toBase64 } from '../../utils/archive/base64';
import type { ArchiveImage } from '../../utils/archive/image-file';
import { readManifest, sha256 } from '../../utils/archive/manifest';
import { verifyArchive } from '../../utils/archive/verify';
import { drawnPicture } from './drawn-picture';
import { sampleArticle } from './sample-article';

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const xml = (text: string) => new DOMParser().parseFromString(text, 'application/xml');

/** As a drawn picture, but of a kind that books may not have: a bitmap of one dot. */
async function bitmap(address: string): Promise<ArchiveImage> {
  const head = [66, 77, 58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 24];
  const bytes = new Uint8Array(58);
  bytes.set(head);
  const hash = await sha256(bytes);
  return { address, hash, type: 'image/bmp', bytes, from: address, fetchedAt: Date.UTC(2026, 0, 2) };
}

const one = 'https://e.test/one.png';
const two = 'https://e.test/two.jpg';
const three = 'https://e.test/three.bmp';
const gone = 'https://e.test/gone.png';
const html = `<p>图文 <img src="${one}" alt="一"></p><picture><source srcset="${two} 2x"><img alt="二"></picture>
<figure><img src="${three}"><figcaption>三</figcaption></figure><img src="${gone}" alt="没有"><img src="${one}">`;
const article: ArchiveArticle = { ...sampleArticle, html, image: '' };

async function pictures(): Promise<ArchiveImage[]> {
  return Promise.all([
    drawnPicture(one, 'image/png', 'red'),
    drawnPicture(two, 'image/jpeg', 'blue'),
    bitmap(three),
  ]);
}

async function exported(format: Format): Promise<Uint8Array<ArrayBuffer>> {
  const file = await openExportFile(format, '收藏 <1>');
  const images = await pictures();
  await file.add(article, undefined, images);
  await file.add({ ...article, title: '', link: 'https://e.test/b' }, undefined, images);
  return new Uint8Array(await (await file.finish()).arrayBuffer());
}

describe('a web page of its own', () => {
  it.each(['page', 'html'] as const)(
    '%s has its pictures inside, and says what it has not',
    async (format) => {
      const bytes = await exported(format);
      const text = format === 'page' ? decode(bytes) : decode(Object.values(unzipSync(bytes))[0]);
      const page = new DOMParser().parseFromString(text, 'text/html');
      const [first, second, third, fourth] = [...page.querySelectorAll('img')].map(({ src }) => src);
      const images = await pictures();
      expect(fromBase64(first?.split(',')[1] ?? '')).toEqual(images[0]?.bytes);
      expect(second).toMatch(/^data:image\/jpeg;base64,/);
      expect(third).toMatch(/^data:image\/bmp;base64,/);
      expect(fourth).toBe(gone);
      expect(page.querySelector('picture, source, script:not([type="application/json"])')).toBeNull();
    },
  );
  it('lists its articles, above them, and each leads to its own', async () => {
    const page = new DOMParser().parseFromString(decode(await exported('page')), 'text/html');
    const links = [...page.querySelectorAll('nav a')];
    expect(links.map(({ textContent }) => textContent)).toEqual([article.title, article.feedName]);
    for (const link of links)
      expect(page.querySelector(`section${link.getAttribute('href')}`)).not.toBeNull();
    expect(page.title).toBe('收藏 <1>');
  });
});

describe('a book', () => {
  it('has its pictures as files of kinds that every reading system shows', async () => {
    const files = unzipSync(await exported('epub'));
    const opf = xml(decode(files['EPUB/package.opf']));
    const items = [...opf.querySelectorAll('manifest > item')];
    const inside = Object.keys(files).filter((path) => path.startsWith('EPUB/') && !path.endsWith('.opf'));
    expect(items.map((item) => `EPUB/${item.getAttribute('href')}`).sort()).toEqual(inside.sort());
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const types = items.map((item) => item.getAttribute('media-type') ?? '');
    expect(types.filter((type) => type.startsWith('image/')).sort()).toEqual([
      'image/jpeg',
      'image/png',
      'image/png',
    ]);
    const chapter = xml(decode(files['EPUB/a00001.xhtml']));
    expect(chapter.querySelector('parsererror')).toBeNull();
    for (const image of chapter.querySelectorAll('img'))
      expect(files[`EPUB/${image.getAttribute('src')}`]).toBeDefined();
    expect([...chapter.querySelectorAll('img')].map((image) => image.getAttribute('alt'))).toEqual([
      '一',
      '二',
      '',
      '',
    ]);
    expect(chapter.querySelector(`a[href="${gone}"]`)?.textContent).toBe('没有');
  });
  it('asks for nothing outside itself', async () => {
    const files = unzipSync(await exported('epub'));
    for (const [path, bytes] of Object.entries(files)) {
      if (!path.endsWith('.xhtml')) continue;
      expect(decode(bytes), path).not.toMatch(/\ssrc="(?:https?:|data:)|srcset|<script/);
    }
  });
});

async function* filesOf(files: Record<string, Uint8Array>) {
  for (const [path, bytes] of Object.entries(files)) yield { path, bytes: new Uint8Array(bytes) };
}

describe('an archive', () => {
  it('has each picture once, told of in the manifest: its hash, addresses, way and time', async () => {
    const files = unzipSync(await exported('record'));
    const manifest = readManifest(decode(files['manifest.json']));
    const lines = manifest?.files.filter(({ path }) => path.startsWith('images/')) ?? [];
    const images = await pictures();
    expect(lines.map(({ sha256: hash }) => hash)).toEqual(images.map(({ hash }) => hash));
    expect(lines[0]).toMatchObject({ link: one, source: one, fetchedAt: '2026-01-02T00:00:00.000Z' });
    expect(Object.keys(files)).toHaveLength(2 + 3 + 1);
    expect(files[lines[0]?.path ?? '']).toEqual(images[0]?.bytes);
  });
  it('of Markdown shows them from beside', async () => {
    const files = unzipSync(await exported('markdown'));
    const [first] = Object.keys(files).filter((path) => path.endsWith('.md'));
    const [, path = ''] = /!\[一\]\(\.\.\/(images\/[^)]+)\)/.exec(decode(files[first ?? ''])) ?? [];
    expect(files[path]).toBeDefined();
  });
  it('that was damaged is told of by the name of the picture', async () => {
    const files = unzipSync(await exported('record'));
    expect((await verifyArchive(filesOf(files))).differences).toEqual([]);
    const [changed = '', missing = ''] = Object.keys(files).filter((path) => path.startsWith('images/'));
    files[changed]?.fill(7, 20, 30);
    delete files[missing];
    const { differences } = await verifyArchive(filesOf(files));
    expect(differences.map(({ path, kind }) => [path, kind]).sort()).toEqual(
      [
        [changed, 'changed'],
        [missing, 'missing'],
      ].sort(),
    );
  });
});

it('base64 gives back what went in', () => {
  const bytes = Uint8Array.from({ length: 70_001 }, (_, i) => (i * 7) % 256);
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  expect(fromBase64('§')).toBeNull();
});
