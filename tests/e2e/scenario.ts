import { expect, onTestFinished, test } from 'vitest';
import { type FeedServer, startFeedServer } from '../server/feed-server';
import type { BrowserName } from '../tools/browsers.mjs';
import { type LaunchOptions, launchBrowser, type TestBrowser } from './browser';
import { type ExtensionPage, poll } from './extension-page';
import { changeFeedTimes } from './feed-times';
import { readStoreFacts, type StoreFacts } from './store-facts';

export const popupSize = { width: 400, height: 600 };

/** A browser with the extension, a feed server, and what scenarios do with them again and again. */
export interface World {
  browser: TestBrowser;
  server: FeedServer;
  /** Subscribes by message; gives the feed's id. */
  subscribe(url: string): Promise<number>;
  /** Waits until the badge reads so. */
  badgeIs(text: string): Promise<void>;
  facts(): Promise<StoreFacts>;
  /** Makes every feed look as if it had last been checked two hours ago and were due since one. */
  makeDue(): Promise<void>;
  /** Lets the leases of interrupted checks run out. */
  endLeases(): Promise<void>;
  /** A page without the extension's interface, on which scenarios read and write storage. */
  desk(): Promise<ExtensionPage>;
}

const wanted = (process.env.E2E_BROWSERS ?? 'chromium,firefox').split(',') as BrowserName[];

/** Writes a scenario once and runs it in each browser, with an empty profile and a server of its own. */
export function scenario(
  title: string,
  run: (world: World) => Promise<void>,
  options: LaunchOptions & { granted?: boolean; only?: BrowserName } = {},
): void {
  const names = wanted.filter((name) => !options.only || options.only === name);
  test.for(names)(`${title} (%s)`, async (name) => {
    const server = await startFeedServer();
    // Not `finally`: a test whose time is over is left hanging, and its browser with it.
    onTestFinished(() => server.close());
    const browser = await launchBrowser(name, options);
    onTestFinished(() => browser.close());
    if (options.granted !== false) await browser.grantLoopback();
    await run(worldOf(browser, server));
  });
}

function worldOf(browser: TestBrowser, server: FeedServer): World {
  const desk = () => browser.open('icon/16.png');
  const withDesk = async <T>(work: (page: ExtensionPage) => Promise<T>): Promise<T> => {
    const page = await desk();
    return work(page).finally(() => page.close());
  };
  return {
    browser,
    server,
    desk,
    subscribe: async (url) => {
      const answer = await browser.send('subscribe', { url });
      if (!answer.ok) throw new Error(`Could not subscribe to ${url}: ${JSON.stringify(answer.problem)}`);
      return answer.data.feedId;
    },
    badgeIs: async (text) => {
      // as it was seen: what a menu did is said there for a moment
      let seen = '';
      await poll(async () => {
        seen = await browser.badge();
        return seen === text;
      });
      expect(seen, 'badge').toBe(text);
    },
    facts: () => withDesk(readStoreFacts),
    makeDue: () => withDesk((page) => page.evaluate(changeFeedTimes, false)),
    endLeases: () => withDesk((page) => page.evaluate(changeFeedTimes, true)),
  };
}
