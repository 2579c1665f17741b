import { launchBrowser, type TestBrowser } from '../e2e/browser';
import type { ExtensionPage } from '../e2e/extension-page';
import { changeFeedTimes } from '../e2e/feed-times';
import { generatedFeed } from '../server/feed-edits';
import { type FeedServer, startFeedServer } from '../server/feed-server';
import type { BrowserName } from '../tools/browsers.mjs';
import { cloneFeed } from './feeds';
import { timed } from './measure';

/** A check asks one host for one thing at a time: feeds are spread over more hosts than are asked at once. */
const hosts = 24;
const bytesPerEntry = 2300;

/** The running extension with subscriptions to servers of this machine. */
export interface Stage {
  name: BrowserName;
  browser: TestBrowser;
  /** A page of the extension without any of its code. */
  desk: ExtensionPage;
  urls: string[];
  servers: FeedServer[];
  /** Restarts the browser; the desk is another page then. */
  restart(): Promise<void>;
  /** Puts so many entries into every feed; more than before are new ones. */
  publish(entries: number): void;
  /** Milliseconds until all feeds, last asked two hours ago, are checked. */
  refresh(): Promise<number>;
}

/** Runs `work` with a browser that is subscribed to so many feeds, none of them checked yet but the first. */
export async function onStage<T>(
  name: BrowserName,
  { feeds, entries, extension }: { feeds: number; entries: number; extension?: string },
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const servers = await Promise.all(Array.from({ length: hosts }, () => startFeedServer()));
  const browser = await launchBrowser(name, extension ? { extension } : {});
  try {
    await browser.grantLoopback();
    const desk = await browser.open('icon/16.png');
    const publish = (count: number) => publishTo(servers, feeds, count);
    const urls = publish(entries);
    await browser.send('subscribe', { url: urls[0] ?? '' });
    await desk.evaluate(cloneFeed, urls.slice(1));
    const stage: Stage = {
      ...{ name, browser, desk, urls, servers, publish },
      refresh: () => refreshAll(browser, stage.desk, servers, feeds),
      restart: async () => {
        await browser.restart();
        stage.desk = await browser.open('icon/16.png');
      },
    };
    return await work(stage);
  } finally {
    await browser.close();
    await Promise.all(servers.map((server) => server.close()));
  }
}

function publishTo(servers: FeedServer[], feeds: number, entries: number): string[] {
  return Array.from({ length: feeds }, (_, index) => {
    const server = servers[index % servers.length] as FeedServer;
    const title = `feed-${index}`;
    server.addSite(title, generatedFeed({ title, origin: server.origin, entries, bytesPerEntry }));
    return server.feedUrl(title);
  });
}

/** A check that asked no server does not count. */
async function refreshAll(
  browser: TestBrowser,
  desk: ExtensionPage,
  servers: FeedServer[],
  feeds: number,
): Promise<number> {
  await desk.evaluate(changeFeedTimes, false);
  for (const server of servers) server.log.clear();
  const { ms, result } = await timed(() => browser.send('refresh', {}));
  // pictures are asked for meanwhile
  const exchanges = servers.flatMap((server) => server.log.exchanges);
  const asked = exchanges.filter(({ path }) => path.startsWith('/ok/')).length;
  if (!result.ok || result.data.failed > 0) throw new Error(`Refresh failed: ${JSON.stringify(result)}`);
  if (asked !== feeds) throw new Error(`${asked} requests for ${feeds} feeds`);
  return ms;
}
