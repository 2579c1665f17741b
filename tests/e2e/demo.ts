import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startFeedServer } from '../server/feed-server';
import { siteNames } from '../server/sites';
import type { BrowserName } from '../tools/browsers.mjs';
import { launchBrowser, type TestBrowser } from './browser';
import { readStoreFacts, type StoreFacts } from './store-facts';

const root = join(import.meta.dirname, '../..');

/** The site whose article the demo opens: the one that this reader was made for. */
const lead = 'feedx-voachinese';

export interface DemoResult {
  browser: BrowserName;
  feeds: number;
  articles: number;
  unread: number;
  badge: string;
  screenshots: string[];
}

/**
 * The main job on real input: feeds served on loopback, subscribed, polled, listed and opened in a real browser.
 * With a display the window stays until it is closed; without one, pictures are saved. Resolves when all is over.
 */
export async function runDemo(options: { browser: BrowserName; visible: boolean }): Promise<DemoResult> {
  const server = await startFeedServer();
  const browser = await launchBrowser(options.browser, { visible: options.visible });
  try {
    await browser.grantLoopback();
    await subscribeAll(
      browser,
      [...siteNames().filter((site) => site !== 'hostile' && site !== lead), lead].map((site) =>
        server.feedUrl(site),
      ),
    );
    const page = await browser.open('reader.html', { width: 1440, height: 900 });
    await page.articlesListed();
    await browser.send('refresh', {});
    const facts = await readStoreFacts(page);
    const badge = await browser.badge();
    print(facts, badge);
    const screenshots = options.visible ? [] : await takePictures(browser);
    const result = {
      browser: browser.name,
      feeds: facts.feeds.length,
      articles: facts.articles,
      unread: facts.unread,
      badge,
      screenshots,
    };
    if (options.visible) await browser.closedByReader();
    return result;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function subscribeAll(browser: TestBrowser, urls: string[]): Promise<void> {
  for (const url of urls) {
    const answer = await browser.send('subscribe', { url });
    if (!answer.ok) throw new Error(`${url}: ${JSON.stringify(answer.problem)}`);
  }
}

function print({ feeds, articles, unread }: StoreFacts, badge: string): void {
  console.log('articles  unread  feed');
  for (const feed of feeds) {
    console.log(
      `${String(feed.articles).padStart(8)}  ${String(feed.unread).padStart(6)}  ${feed.title}${feed.problem && ` (${feed.problem})`}`,
    );
  }
  console.log(
    `${String(articles).padStart(8)}  ${String(unread).padStart(6)}  in ${feeds.length} feeds; badge ${badge || 'empty'}`,
  );
}

/** Popup, reader and options as they look now; paths relative to the repository. */
async function takePictures(browser: TestBrowser): Promise<string[]> {
  const folder = join(root, '.output/demo');
  mkdirSync(folder, { recursive: true });
  const pictures = [
    { name: 'popup', path: 'popup.html', size: { width: 400, height: 600 } },
    { name: 'reader', path: 'reader.html', size: { width: 1440, height: 900 } },
    { name: 'options', path: 'options.html', size: { width: 1280, height: 900 } },
  ];
  const saved: string[] = [];
  for (const { name, path, size } of pictures) {
    const page = await browser.open(path, size);
    if (path !== 'options.html') await page.articlesListed();
    await new Promise((done) => setTimeout(done, 500));
    const file = join(folder, `${browser.name}-${name}.png`) as `${string}.png`;
    await page.screenshot(file);
    saved.push(relative(root, file));
    await page.close();
  }
  return saved;
}
