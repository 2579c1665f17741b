import { launchBrowser, type TestBrowser } from '../e2e/browser';
import type { ExtensionPage } from '../e2e/extension-page';
import { changeFeedTimes } from '../e2e/feed-times';
import { readStoreFacts } from '../e2e/store-facts';
import { generatedFeed } from '../server/feed-edits';
import { type FeedServer, startFeedServer } from '../server/feed-server';
import type { BrowserName } from '../tools/browsers.mjs';
import { cloneFeed, fetchFloor, insertFloor, readFloor } from './floors';

export interface Measure {
  browser: BrowserName;
  name: string;
  ms: number;
  /** The same work without us, in the same run. */
  floorMs: number;
  /** ms / floorMs */
  ratio: number;
}

const feedCount = 100;
/** A check asks one host for one thing at a time: feeds are spread over as many hosts as are asked at once. */
const hosts = 12;
const bytesPerEntry = 2300;

/** Measures the running extension in one browser against floors of the same run. */
export async function benchReader(name: BrowserName): Promise<Measure[]> {
  const servers = await Promise.all(Array.from({ length: hosts }, () => startFeedServer()));
  const browser = await launchBrowser(name);
  const measures: Measure[] = [];
  const note = (what: string, ms: number, floorMs: number) =>
    measures.push({
      browser: name,
      name: what,
      ms: Math.round(ms),
      floorMs: Math.round(floorMs),
      ratio: ms / floorMs,
    });
  try {
    await browser.grantLoopback();
    const desk = await browser.open('icon/16.png');
    const urls = publish(servers, 30);
    await browser.send('subscribe', { url: urls[0] ?? '' });
    await desk.evaluate(cloneFeed, urls.slice(1));

    const fetched = await desk.evaluate(fetchFloor, urls, 6, false);
    const first = await refresh(browser, desk, servers);
    const inserted = await desk.evaluate(insertFloor);
    note(`first poll of ${feedCount} feeds x 30 (fetch + insert floor)`, first, fetched.ms + inserted.ms);

    const unchangedFloor = await desk.evaluate(fetchFloor, urls, 6, true);
    note(
      `poll of ${feedCount} unchanged feeds (fetch floor)`,
      await refresh(browser, desk, servers),
      unchangedFloor.ms,
    );
    await pageMeasures(browser, desk, note);

    publish(servers, 100);
    const second = await refresh(browser, desk, servers);
    note(
      `poll with 70 new in each of ${feedCount} feeds (insert floor)`,
      second,
      (await desk.evaluate(insertFloor)).ms,
    );
    await pageMeasures(browser, desk, note);
    return measures;
  } finally {
    await browser.close();
    await Promise.all(servers.map((server) => server.close()));
  }
}

/** Puts the feeds on the servers with so many entries each; more entries than before are new ones. */
function publish(servers: FeedServer[], entries: number): string[] {
  return Array.from({ length: feedCount }, (_, index) => {
    const server = servers[index % servers.length] as FeedServer;
    const title = `feed-${index}`;
    server.addSite(title, generatedFeed({ title, origin: server.origin, entries, bytesPerEntry }));
    return server.feedUrl(title);
  });
}

/** Milliseconds until all feeds, last asked two hours ago, are checked; a check that asked no server does not count. */
async function refresh(browser: TestBrowser, desk: ExtensionPage, servers: FeedServer[]): Promise<number> {
  await desk.evaluate(changeFeedTimes, false);
  for (const server of servers) server.log.clear();
  const start = performance.now();
  const answer = await browser.send('refresh', {});
  const ms = performance.now() - start;
  const asked = servers.reduce((sum, server) => sum + server.log.exchanges.length, 0);
  if (!answer.ok || answer.data.failed > 0) throw new Error(`Refresh failed: ${JSON.stringify(answer)}`);
  if (asked !== feedCount) throw new Error(`${asked} requests for ${feedCount} feeds`);
  return ms;
}

async function pageMeasures(
  browser: TestBrowser,
  desk: ExtensionPage,
  note: (what: string, ms: number, floorMs: number) => void,
): Promise<void> {
  const { articles } = await readStoreFacts(desk);
  const floor = 'floor: open the store, read 50 rows';
  const pages = { popup: 'popup.html', 'list of all in the reader': 'reader.html#/all' };
  for (const [what, path] of Object.entries(pages)) {
    const times: number[] = [];
    for (let run = 0; run < 5; run += 1) times.push(await toFirstRow(browser, path));
    const median = times.sort((a, b) => a - b)[2] ?? Number.NaN;
    note(
      `${what} to its first row at ${articles} articles (${floor})`,
      median,
      await desk.evaluate(readFloor, 9),
    );
  }
}

/** Milliseconds on the page's own clock from navigation to the first article in the document. */
async function toFirstRow(browser: TestBrowser, path: string): Promise<number> {
  const popup = await browser.open('icon/16.png', { width: 400, height: 600 });
  await popup.page.evaluateOnNewDocument(watchForFirstRow);
  await popup.go(path);
  // Firefox runs no such script in pages of extensions: there the watch begins once the page has loaded.
  await popup.evaluate(watchForFirstRow);
  const at = await popup.until(
    'a first row',
    () => (globalThis as unknown as { firstRowAt?: number }).firstRowAt,
  );
  await popup.close();
  return at;
}

function watchForFirstRow(): void {
  const page = globalThis as unknown as { firstRowAt?: number };
  const look = () => {
    if (page.firstRowAt === undefined && document.querySelector('article[data-entry-id]')) {
      page.firstRowAt = performance.now();
    }
  };
  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}
