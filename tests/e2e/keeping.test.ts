import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readManifest } from '../../utils/archive/manifest';
import { verifyArchive } from '../../utils/archive/verify';
import { type Asked, startTruthProxy, type TruthProxy } from '../security/truth-proxy';
import { type FeedServer, startFeedServer } from '../server/feed-server';
import { picture } from '../server/resources';
import type { BrowserName } from '../tools/browsers.mjs';
import { type ExtensionPage, poll } from './extension-page';
import { savedFile, watchDownloads } from './saved-file';
import { changeInFirefox, launchWatched, type WatchedBrowser } from './security/watched-browser';

const wanted = (process.env.E2E_BROWSERS ?? 'chromium,firefox').split(',') as BrowserName[];
const title = '老城石桥修缮完工';
const paragraph = '清晨六点，已有附近居民排队等候，希望成为第一批走过新桥面的人。';
/** The first is at home where it was, the second is to be had through the reader's own proxy alone. */
const open = 'https://images.weserv.nl/?url=open.test/open.png';
const blocked = 'https://images.weserv.nl/?url=blocked.test/blocked.png';
const own = `https://own-proxy.test/\${host}\${pathname}`;

const mirror = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>镜像</title>
<link>https://site.test/</link><item><guid>1</guid><title>${title}</title><link>https://site.test/1.html</link>
<pubDate>Tue, 21 Jan 2025 14:39:03 GMT</pubDate><content:encoded><![CDATA[<p><img alt="一" src="${open}"></p>
<p>${paragraph}</p><p><img alt="二" src="${blocked}"></p>]]></content:encoded></item></channel></rss>`;

/** The whole internet but this machine, until it is cut off. */
async function startInternet(): Promise<TruthProxy & { cut(): void }> {
  let isCut = false;
  const answer = (
    { host, path }: Asked,
    response: Parameters<Parameters<typeof startTruthProxy>[0] & object>[1],
  ) => {
    const image = host === 'open.test' || host === 'own-proxy.test';
    if (isCut) response.destroy();
    else if (!image) response.writeHead(host === 'blocked.test' ? 403 : 502).end();
    else
      response
        .writeHead(200, { 'Content-Type': 'image/png', 'Cache-Control': 'no-store' })
        .end(picture(path, 40, 30));
  };
  const proxy = await startTruthProxy(answer);
  const cut = () => {
    isCut = true;
  };
  return Object.assign(proxy, { cut });
}

/** Where the images of the open article are shown from, once all have come. */
function shownImages(count: number): string[] | null {
  const images = Array.from(document.querySelectorAll<HTMLImageElement>('[data-article-body] img'));
  const come = images.filter((image) => image.complete && image.naturalWidth === 40);
  return come.length === count ? come.map(({ src }) => new URL(src).protocol) : null;
}

async function readsOffline(watched: WatchedBrowser): Promise<void> {
  const reader = await watched.session.open('reader.html#/all', { width: 1280, height: 1000 });
  await reader.openArticle(title);
  await reader.shows(paragraph);
  expect(await reader.until('both pictures', shownImages, 2)).toEqual(['blob:', 'blob:']);
  await reader.close();
}

async function exportAll(watched: WatchedBrowser): Promise<Buffer> {
  const options: ExtensionPage = await watched.session.open('options.html#archive');
  await watchDownloads(options);
  await options.click('button', 'Export articles');
  const { bytes } = await savedFile(options);
  await options.close();
  return bytes;
}

async function* filesOf(zip: Uint8Array) {
  for (const [path, bytes] of Object.entries(unzipSync(zip))) yield { path, bytes: new Uint8Array(bytes) };
}

/** The files of an archive whatever folder its feed gave them, without the manifest, which tells of this machine. */
function contents(zip: Uint8Array): [string, string][] {
  return Object.entries(unzipSync(zip))
    .filter(([path]) => path !== 'manifest.json')
    .map(([path, bytes]): [string, string] => [
      path.replace(/^(?!images\/)[^/]*\//, ''),
      Buffer.from(bytes).toString('base64'),
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** As the reader says in the click that adds a proxy; Chromium has no such question. */
function allowProxies(watched: WatchedBrowser): Promise<void> {
  const told = ['browsingActivity', 'websiteContent'];
  return changeInFirefox(watched.session.browser, 'add', {
    permissions: [],
    origins: [],
    data_collection: told,
  });
}

describe.each(wanted)('what is kept in %s', (name) => {
  let server: FeedServer;
  let internet: Awaited<ReturnType<typeof startInternet>>;
  let watched: WatchedBrowser;
  let archive: Buffer;

  beforeAll(async () => {
    server = await startFeedServer();
    server.addSite('mirror', mirror);
    internet = await startInternet();
    watched = await launchWatched(name, internet.port, ['http://*/*', 'https://*/*']);
    if (name === 'firefox') await allowProxies(watched);
  }, 60_000);

  afterAll(async () => {
    await watched?.close();
    await Promise.all([server.close(), internet.close()]);
  });

  test('is read when the mirror, the proxies and the sites are gone', async () => {
    const desk = await watched.session.desk();
    await desk.evaluate((proxy) => {
      const { storage } = (
        globalThis as unknown as { chrome: { storage: { local: { set(v: object): Promise<void> } } } }
      ).chrome;
      return storage.local.set({ settings: { imageProxies: [proxy] } });
    }, own);
    const answer = await watched.session.send('subscribe', { url: server.feedUrl('mirror') });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    await watched.session.send('setOffline', { feedId: answer.data.feedId, offline: true });
    const cameBy = () =>
      internet.asked.filter(({ path }) => path.includes('blocked')).map(({ host }) => host);
    await poll(async () => cameBy().at(-1) === 'own-proxy.test');
    expect(cameBy()).toEqual(['blocked.test', 'images.weserv.nl', 'own-proxy.test']);
    // answered when both are stored
    await watched.session.send('keepArticles', { entryIds: [1] });
    await server.close();
    internet.cut();
    await readsOffline(watched);
  });

  test('goes out as an archive that verifies', async () => {
    archive = await exportAll(watched);
    const { manifest, same, differences } = await verifyArchive(filesOf(archive));
    expect([same, differences]).toEqual([3, []]);
    const [article] = manifest?.files ?? [];
    expect(article).toMatchObject({ link: 'https://site.test/1.html', source: server.feedUrl('mirror') });
    const lines = manifest?.files.filter(({ path }) => path.startsWith('images/')) ?? [];
    expect(lines.map(({ link, source }) => [link, new URL(source).host]).sort()).toEqual([
      [blocked, 'own-proxy.test'],
      [open, 'open.test'],
    ]);
    expect(readManifest(JSON.stringify(manifest))).toEqual(manifest);
  });

  test('comes back in the other browser, and out of it as it was', async () => {
    const other = wanted.find((one) => one !== name) ?? name;
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-kept-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'kept.zip'), archive);
    const elsewhere = await launchWatched(other, internet.port);
    onTestFinished(() => elsewhere.close());
    const options = await elsewhere.session.open('options.html#archive');
    await options.chooseFile('Import records', join(folder, 'kept.zip'));
    await options.shows('1 article added');
    await options.close();
    await readsOffline(elsewhere);
    const again = await exportAll(elsewhere);
    expect((await verifyArchive(filesOf(again))).differences).toEqual([]);
    expect(contents(again)).toEqual(contents(archive));
  });
});
