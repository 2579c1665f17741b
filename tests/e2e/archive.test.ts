import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { expect } from 'vitest';
import { verifyArchive } from '../../utils/archive/verify';
import type { TestBrowser } from './browser';
import { savedFile, watchDownloads } from './saved-file';
import { scenario } from './scenario';

const recordPath = 'tests/fixtures/records/voachinese-article-record.md';
const record = readFileSync(recordPath);
const title = '特朗普宣誓就职几个小时后，习近平与普京举行视频会晤';
const fileName = `2025-01-21 ${title}.md`;

async function withFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-archive-'));
  await run(folder).finally(() => rmSync(folder, { recursive: true }));
}

async function* inTurn<T>(all: readonly T[]) {
  yield* all;
}

/** The archive as it was saved, and with one file edited and one taken away. */
async function verifies(browser: TestBrowser, folder: string, path: string): Promise<void> {
  const whole = await browser.open('options.html#archive');
  await whole.chooseFile('Verify archive', path);
  await whole.shows('251 files are as they were exported');
  await whole.close();
  const damaged = join(folder, 'damaged.zip');
  const { [`voachinese.com/${fileName}`]: _, ...rest } = unzipSync(readFileSync(path));
  const [first = ''] = Object.keys(rest);
  writeFileSync(damaged, zipSync({ ...rest, [first]: Buffer.from('edited') }));
  const broken = await browser.open('options.html#archive');
  await broken.chooseFile('Verify archive', damaged);
  await broken.shows('249 files are as they were exported');
  await broken.shows(`${first} · changed`);
  await broken.shows(`voachinese.com/${fileName} · missing`);
  await broken.close();
}

scenario('A kept record comes in, is read, and goes out byte for byte', async ({ browser, badgeIs }) => {
  const options = await browser.open('options.html#archive');
  await options.chooseFile('Import records', recordPath);
  await options.shows('1 article added');
  await badgeIs('1');

  const reader = await browser.open('reader.html', { width: 1200, height: 900 });
  await reader.openArticle(title);
  const shown = await reader.until('the article', () => {
    const article = document.querySelector('[data-article-body]');
    const image = article?.querySelector('img')?.getAttribute('src');
    // Its host cannot be reached from here: sooner or later the image gives way to its place.
    const place = Array.from(article?.querySelectorAll('span') ?? []).find(({ shadowRoot }) => shadowRoot);
    if (!article || (!image && !place)) return null;
    return {
      text: article.textContent ?? '',
      image: image ?? place?.shadowRoot?.textContent ?? '',
      time: document.querySelector('time[datetime^="2025"]')?.getAttribute('datetime'),
      original: document.querySelector<HTMLAnchorElement>('a.original')?.href,
    };
  });
  expect(shown.time).toBe('2025-01-21T14:39:03.000Z');
  expect(shown.original).toMatch(/^https:\/\/www\.voachinese\.com\/a\/.*\/7944491\.html$/);
  expect(shown.text).toContain('俄罗斯国家卫星通讯社发布照片显示');
  expect(shown.text).toContain('中国国家主席习近平星期二');
  expect(shown.image).toMatch(/gdb\.voanews\.com\/c113abf9|Image from images\.weserv\.nl/);

  await watchDownloads(reader);
  await reader.click('button', 'More');
  await reader.click('button', 'Save as file');
  const saved = await savedFile(reader);
  expect(saved.name).toBe(fileName);
  expect(saved.bytes.equals(record)).toBe(true);
});

scenario('An archive goes out as a zip, is undone, and comes back from it', async ({ browser, facts }) => {
  await withFolder(async (folder) => {
    const mine = join(folder, 'mine.zip');
    const others = Array.from({ length: 250 }, (_, i) => {
      const text = `<!--${1_700_000_000_000 + i}-->\n[Story [${i}]](https://news.example/story_(${i}))\n------\n\n<p>${i}</p>\n`;
      return [`stories/${i}.md`, Buffer.from(text)] as const;
    });
    const files = {
      'notes/README.md': Buffer.from('# Notes\n'),
      '../out.md': Buffer.from('x'),
      'kept.md': record,
    };
    writeFileSync(mine, zipSync({ ...Object.fromEntries(others), ...files }));

    const options = await browser.open('options.html#archive');
    await options.chooseFile('Import records', mine);
    await options.shows('251 articles added');
    await options.shows('2 files were not taken');
    await options.shows('notes/README.md · not a record of an article');
    await options.shows('../out.md · unsafe path in the zip');

    await watchDownloads(options);
    await options.click('button', 'Export articles');
    const saved = await savedFile(options);
    expect(saved.name).toMatch(/^Broadsheet \d{4}-\d\d-\d\d\.zip$/);
    const out = unzipSync(saved.bytes);
    expect(Object.keys(out)).toHaveLength(252);
    expect(Buffer.from(out[`voachinese.com/${fileName}`] ?? []).equals(record)).toBe(true);
    const texts = new Set(Object.values(out).map((bytes) => Buffer.from(bytes).toString()));
    expect(others.every(([, text]) => texts.has(text.toString()))).toBe(true);

    const again = join(folder, 'again.zip');
    writeFileSync(again, saved.bytes);
    await verifies(browser, folder, again);

    await options.click('button', 'Undo');
    await options.shows('251 articles removed again');
    expect((await facts()).feeds).toEqual([]);
    await options.chooseFile('Import records', again);
    await options.shows('251 articles added');
    await options.chooseFile('Import records', again);
    await options.shows('251 were already there');
  });
});

scenario('An article goes out in every format', async ({ browser }) => {
  await browser.send('importRecords', { records: [{ name: 'kept.md', text: record.toString() }] });
  const options = await browser.open('options.html#archive');
  await options.until('the archive', () =>
    [...document.querySelectorAll('option')].some(({ text }) => text === 'voachinese.com'),
  );
  const exported = async (format: string) => {
    await watchDownloads(options);
    await options.evaluate((value) => {
      const select = document.querySelector<HTMLSelectElement>('select[aria-label="Format"]');
      if (!select) throw new Error('no choice of formats');
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, format);
    await options.click('button', 'Export articles');
    return savedFile(options);
  };
  const first = async (format: string) => {
    const [bytes] = Object.values(unzipSync((await exported(format)).bytes));
    return Buffer.from(bytes ?? []).toString();
  };
  const markdown = await first('markdown');
  expect(markdown).toMatch(/^---\ntitle: "特朗普宣誓就职/);
  expect(markdown).toContain('![](https://images.weserv.nl/?url=gdb.voanews.com/c113abf9');
  const page = await first('html');
  expect(page).toMatch(/^<!doctype html>\n<html lang="zh/);
  expect(page).toContain('<p>中国国家主席习近平星期二');
  expect(await first('text')).toMatch(/^特朗普宣誓就职.*\nvoachinese\.com · 2025-01-21\nhttps:/);
  const feed = JSON.parse((await exported('json')).bytes.toString());
  expect(feed.items).toMatchObject([{ title, date_published: '2025-01-21T14:39:03.000Z' }]);
  const { name, bytes } = await exported('epub');
  expect(name).toMatch(/\.epub$/);
  const files = unzipSync(bytes);
  expect(Object.keys(files)[0]).toBe('mimetype');
  expect(Buffer.from(files['EPUB/a00001.xhtml'] ?? []).toString()).toContain('中国国家主席习近平星期二');
});

scenario('Chosen articles of a list go out alone', async ({ browser, server, subscribe }) => {
  const url = server.feedUrl('feedx-voachinese');
  await subscribe(url);
  const reader = await browser.open('reader.html#/all', { width: 1200, height: 900 });
  const listed = await reader.articlesListed();
  const steps = [
    ['n', 'x', '1 selected'],
    ['n', 'x', '2 selected'],
  ] as const;
  for (const [next, choose, words] of steps) {
    await reader.press(next);
    await reader.press(choose);
    await reader.shows(words);
  }
  await reader.click('button', 'Export articles');
  await reader.shows('2 articles');
  await reader.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>('dialog[open] select');
    if (!select) throw new Error('no choice of formats');
    select.value = 'record';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await watchDownloads(reader);
  await reader.click('button', 'Export');
  const { bytes } = await savedFile(reader);
  const files = Object.entries(unzipSync(bytes)).map(([path, one]) => ({ path, bytes: new Uint8Array(one) }));
  const { manifest, same, differences } = await verifyArchive(inTurn(files));
  expect([same, differences]).toEqual([2, []]);
  expect(manifest?.files.map(({ source }) => source)).toEqual([url, url]);
  const texts = files.map((file) => Buffer.from(file.bytes).toString());
  for (const { name } of listed.slice(0, 2))
    expect(texts.some((text) => text.includes(`[${name}](`))).toBe(true);
});

scenario(
  'What a feed has brought is not brought again by a record',
  async ({ browser, server, subscribe }) => {
    await subscribe(server.feedUrl('feedx-voachinese'));
    const answer = await browser.send('importRecords', {
      records: [{ name: 'kept.md', text: record.toString() }],
    });
    expect(answer).toMatchObject({ ok: true, data: { added: 0, alreadyThere: 1, refused: [] } });
  },
);
