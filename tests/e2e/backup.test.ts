import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { launchBrowser, type TestBrowser } from './browser';
import type { ExtensionPage } from './extension-page';
import { scenario } from './scenario';

interface Article {
  key: string;
  title: string;
  read: number;
  starred: number;
  sortAt: number;
  html: string;
}

/** Clicks a button and gives the text of the file that the page offers for saving. */
async function savedBy(options: ExtensionPage, button: string): Promise<string> {
  await options.evaluate(() => {
    const holder = globalThis as unknown as { saved?: Promise<string> };
    delete holder.saved;
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      holder.saved = blob.text();
      return make(blob);
    };
  });
  await options.click('button', button);
  return options.until('the saved file', () => (globalThis as unknown as { saved?: Promise<string> }).saved);
}

async function readArticles(browser: TestBrowser): Promise<Article[]> {
  const desk = await browser.open('icon/16.png');
  return desk.evaluate(articlesInPage).finally(() => desk.close());
}

async function articlesInPage(): Promise<Article[]> {
  const promised = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const database = await promised(indexedDB.open('broadsheet'));
  const all = (name: string) => promised(database.transaction(name).objectStore(name).getAll());
  const [entries, bodies] = [await all('entries'), await all('bodies')];
  database.close();
  const html = new Map(bodies.map((body) => [body.entryId, body.html]));
  return entries
    .map(({ id, key, title, read, starred, sortAt }) => ({
      key,
      title,
      read,
      starred,
      sortAt,
      html: html.get(id),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function readTheme(browser: TestBrowser): Promise<string> {
  const options = await browser.open('options.html#backup');
  return options
    .until('the theme', () => document.documentElement.dataset.theme)
    .finally(() => options.close());
}

function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

scenario(
  'a backup goes into an empty browser of the other kind',
  async ({ browser, server, subscribe, badgeIs }) => {
    await subscribe(server.feedUrl('heise-developer'));
    const { data } = (await browser.send('createFolder', { title: '新闻' })) as {
      data: { folderId: number };
    };
    const feedId = await subscribe(server.feedUrl('adactio'));
    await browser.send('moveFeed', { feedId, folderId: data.folderId });
    await badgeIs('25');
    await browser.send('markRead', { entryIds: [1, 2, 3], read: true });
    await browser.send('star', { entryIds: [2, 5], starred: true });
    const options = await browser.open('options.html#reading');
    await options.click('button', 'Dark');
    await options.go('options.html#backup');
    await options.shows('Save a backup');
    const text = await savedBy(options, 'Save backup');
    // the settings alone, which are others by then
    await options.go('options.html#reading');
    await options.click('button', 'Sepia');
    await options.go('options.html#backup');
    const settings = await savedBy(options, 'Save settings');
    const articles = await readArticles(browser);
    expect(articles).toHaveLength(25);
    const folder = folderForTest();
    const [path, settingsPath] = [join(folder, 'mine.backup.jsonl'), join(folder, 'mine.settings.json')];
    writeFileSync(path, text);
    writeFileSync(settingsPath, settings);

    const other = await launchBrowser(browser.name === 'chromium' ? 'firefox' : 'chromium');
    onTestFinished(() => other.close());
    await other.grantLoopback();
    const there = await other.open('options.html#backup');
    await there.chooseFile('Choose backup', path);
    await there.shows('2 feeds would be added');
    await there.shows('25 articles are in the backup');
    await there.shows('2 addresses are in your own network');
    expect(await readArticles(other)).toEqual([]);
    await there.click('button', 'Replace');
    await there.shows('Restored, with 25 articles');
    expect(await readArticles(other)).toEqual(articles);
    expect(await other.badge()).toBe('22');
    expect(await readTheme(other)).toBe('dark');
    const exported = await other.send('exportOpml', { secrets: true });
    expect(exported).toMatchObject({ ok: true, data: { feeds: 2 } });
    expect(JSON.stringify(exported)).toMatch(/新闻[\s\S]*adactio/);

    await there.chooseFile('Choose settings file', settingsPath);
    await there.shows('1 setting would change');
    await there.click('button', 'Use these settings');
    await there.until('the theme', () => document.documentElement.dataset.theme === 'sepia');

    // the same feeds, checked from there: nothing is new, nothing comes twice
    await other.send('refresh', {});
    const marks = (list: Article[]) => list.map(({ key, read, starred }) => [key, read, starred]);
    expect(marks(await readArticles(other))).toEqual(marks(articles));
  },
);

interface WithStorage {
  chrome: { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } };
}

async function isSnapshotThere(): Promise<boolean> {
  const { chrome } = globalThis as unknown as WithStorage;
  return 'backup-latest' in (await chrome.storage.local.get('backup-latest'));
}

scenario('a snapshot is put by after a round, and restored from', async ({ browser, server, ...world }) => {
  await world.subscribe(server.feedUrl('adactio'));
  await browser.send('markRead', { entryIds: [1, 2, 3], read: true });
  await browser.alarm(500);
  const settings = await browser.open('options.html');
  await settings.until('a snapshot', isSnapshotThere);
  await browser.send('markRead', { entryIds: [1, 2, 3], read: false });
  await world.badgeIs('10');
  const options = await browser.open('options.html#backup');
  await options.clickOn('.snapshots button');
  await options.shows('1 feed is here already');
  await options.shows('10 articles are in the backup');
  await options.click('button', 'Merge');
  await options.shows('Restored, with 10 articles');
  await world.badgeIs('7');
});

scenario(
  'what is no backup changes nothing, and a hostile one brings in nothing',
  async ({ browser, server, subscribe, facts, badgeIs }) => {
    await subscribe(server.feedUrl('adactio'));
    const [{ title: kept } = { title: '' }] = (await facts()).feeds;
    await browser.send('markRead', { entryIds: [1, 2, 3], read: true });
    await badgeIs('7');
    const folder = folderForTest();
    const write = (name: string, lines: string[]) => {
      const path = join(folder, name);
      writeFileSync(path, lines.join('\n'));
      return path;
    };
    const options = await browser.open('options.html#reading');
    await options.click('button', 'Dark');
    await options.go('options.html#backup');
    await options.chooseFile('Choose backup', write('notes.txt', ['Bread, milk, eggs']));
    await options.shows('not a backup of Broadsheet');
    const hostile = [
      '{"broadsheet":"backup","version":1,"writtenAt":1,"__proto__":{"pwn":1},"settings":{"theme":"<img src=x>","__proto__":{"pwn":1},"pwn":1},"folders":[{"id":1,"parentId":1,"title":"<b>x</b>"}],"feeds":[{"id":1,"title":"<img src=x onerror=alert(1)>","sources":[{"url":"javascript:alert(1)"}]},{"id":2,"title":"<i>Fine</i>","sources":[{"url":"https://paper.example/feed"}]}]}',
      '{"feedId":2,"entries":[{"entry":{"key":"k","sortAt":1,"title":"<img src=x onerror=alert(1)>","link":"javascript:alert(1)"},"body":{"html":"<script>globalThis.pwn=1</script>"}}]}',
      '{"feedId":1,"entries":[{"entry":{"key":"k","sortAt":1}}]}',
    ];
    await options.chooseFile('Choose backup', write('hostile.jsonl', hostile));
    await options.shows('1 feed would be added');
    await options.click('button', 'Replace');
    await options.shows('Restored, with 1 article');
    expect(await facts()).toMatchObject({ feeds: [{ title: '<i>Fine</i>' }], articles: 1 });
    const seen = await options.evaluate(() => ({
      theme: document.documentElement.dataset.theme,
      pwn: 'pwn' in {},
      images: document.querySelectorAll('img[src=x]').length,
    }));
    expect(seen).toEqual({ theme: 'auto', pwn: false, images: 0 });

    // all of it is taken back: what was put by before says how everything was
    await options.click('button', 'Undo that restore');
    await options.shows('as they were before the restore');
    await options.until('the theme of before', () => document.documentElement.dataset.theme === 'dark');
    expect(await facts()).toMatchObject({ feeds: [{ title: kept }] });
    expect((await readArticles(browser)).filter(({ read }) => read === 1)).toHaveLength(3);
    await badgeIs('7');
  },
);
