import { launchBrowser, type TestBrowser } from '../e2e/browser';
import { poll } from '../e2e/extension-page';
import { pages } from '../extract/pages';
import { type FeedServer, startFeedServer } from '../server/feed-server';
import type { BrowserName } from '../tools/browsers.mjs';
import { type Note, timed } from './measure';
import { extensionMegabytes, peakMegabytes } from './processes';

/** As many as are fetched when the choice is made. */
const articles = 100;
/** What fills a page beside its article: scripts and lists, as sites have them (bytes). */
const padding = 60_000;
const patienceMs = 120_000;

/** A feed of beginnings, each with the address of a page, and two pictures. */
function addFeed(server: FeedServer): string {
  const filler = `<script>${'var a=1;'.repeat(padding / 8)}</script>`;
  for (const [at, { html }] of pages.entries())
    server.addSite(`page-${at}`, html.replace('</body>', `${filler}</body>`), 'text/html');
  const item = (at: number) =>
    `<item><guid>${at}</guid><title>Article ${at}</title><link>${server.origin}/ok/page-${at % pages.length}?${at}</link>
<description>&lt;img src="/image/a${at}.png"&gt;&lt;img src="/image/b${at}.png"&gt; It begins…</description></item>`;
  const items = Array.from({ length: articles }, (_, at) => item(at)).join('');
  server.addSite('kept', `<rss version="2.0"><channel><title>Kept</title>${items}</channel></rss>`);
  return server.feedUrl('kept');
}

/** Runs in a page of the extension: how many rows a store has. */
async function countRows(store: string): Promise<number> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const database = await settled(indexedDB.open('broadsheet'));
  const rows = await settled(database.transaction(store).objectStore(store).count());
  database.close();
  return rows;
}

async function filled(browser: TestBrowser, store: string, rows: number): Promise<void> {
  const desk = await browser.open('icon/16.png');
  const done = await poll(async () => (await desk.evaluate(countRows, store)) >= rows, patienceMs);
  if (!done) throw new Error(`${await desk.evaluate(countRows, store)} of ${rows} in ${store}`);
  await desk.close();
}

/** What it takes to fetch the full texts of articles and to save their pictures; without the rests that sites get. */
export async function benchKeeping(name: BrowserName, note: Note): Promise<void> {
  const server = await startFeedServer();
  const browser = await launchBrowser(name, {});
  const measure = async (what: string, work: () => Promise<void>) => {
    const before = extensionMegabytes();
    const { most, result } = await peakMegabytes(() => timed(work));
    note({ name: `${what}, a thousand articles`, value: (result.ms / articles) * 1000, unit: 'ms' });
    note({ name: `memory it takes (${what})`, value: Math.max(0, most - before), unit: 'MB' });
  };
  try {
    await browser.grantLoopback();
    const answer = await browser.send('subscribe', { url: addFeed(server) });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    const { feedId } = answer.data;
    await measure('full texts fetched and stored', async () => {
      await browser.send('setFullText', { feedId, fullText: true });
      await filled(browser, 'fullTexts', articles);
    });
    await measure('two pictures of each saved', async () => {
      await browser.send('setOffline', { feedId, offline: true });
      await filled(browser, 'images', articles * 2);
    });
  } finally {
    await browser.close();
    await server.close();
  }
}
