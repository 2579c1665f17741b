import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { WithExtensionApi } from './extension-api';
import { inFirefoxWindow } from './firefox-window';
import { scenario } from './scenario';

const previewOf = (address: string) => `reader.html#preview=${encodeURIComponent(address)}`;
const title = '特朗普宣誓就职几个小时后，习近平与普京举行视频会晤';

scenario(
  'a feed is read before it is subscribed to, and nothing is stored',
  async ({ browser, server, ...world }) => {
    const address = server.feedUrl('feedx-voachinese');
    const reader = await browser.open(previewOf(address));
    await reader.shows('Show this feed?');
    expect(server.log.exchanges).toEqual([]);
    await reader.click('button', 'Show the feed');
    await reader.find('heading', '美国之音中文');
    await reader.shows('3 articles · Nothing of this is stored.');
    await reader.click('button', title);
    const body = await reader.until(
      'the text',
      () => document.querySelector('[data-article-body]')?.textContent,
    );
    expect(body).toContain('上不封顶');
    expect(await world.facts()).toMatchObject({ feeds: [], articles: 0 });

    await reader.click('button', 'Subscribe');
    await world.badgeIs('3');
    await reader.articlesListed(3);
    expect((await world.facts()).feeds.map(({ url }) => url)).toEqual([address]);
    const again = await browser.open(previewOf(`feed:${address}`));
    await again.click('button', 'Show the feed');
    await again.click('button', 'Open the subscription');
    await again.articlesListed(3);
  },
);

scenario('keys walk through a preview, and Escape leaves it', async ({ browser, server, ...world }) => {
  const reader = await browser.open(previewOf(server.feedUrl('heise-developer')));
  await reader.click('button', 'Show the feed');
  await reader.find('heading', 'heise developer neueste Meldungen');
  await reader.press('j');
  await reader.press('j');
  await reader.until('the second article', () => {
    const open = document.querySelector('.row[aria-current] h2')?.textContent;
    return open && document.querySelector('#article-title')?.textContent === open;
  });
  await reader.press('k');
  await reader.press('Escape');
  await reader.press('Escape');
  await reader.until('the list', () => location.hash === '#/unread');

  // followed then, it is known again at another address
  const feedId = await world.subscribe(server.feedUrl('heise-developer'));
  const mirror = previewOf(server.feedUrl('heise-developer', 'etag'));
  await reader.go(mirror);
  await reader.click('button', 'Show the feed');
  await reader.shows('“heise developer neueste Meldungen”, which you follow, has the same articles.');
  await reader.click('button', 'Add the address to that feed');
  await reader.until('the feed', (id) => location.hash === `#/feed/${id}`, feedId);
  expect((await world.facts()).feeds.map(({ id }) => id)).toEqual([feedId]);
  await reader.go(mirror);
  await reader.click('button', 'Show the feed');
  await reader.find('button', 'Open the subscription');
});

scenario(
  'a page leads to its feed, or to a choice, and what is no feed says so',
  async ({ browser, server, ...world }) => {
    const two = ['djg', 'heise-developer'].map((site) => {
      return `<link rel="alternate" type="application/rss+xml" title="${site}" href="${server.feedUrl(site)}">`;
    });
    server.addSite('two', `<!doctype html>${two.join('')}`, 'text/html');
    const reader = await browser.open(previewOf(server.feedUrl('two')));
    await reader.click('button', 'Show the feed');
    await reader.click('link', 'djg');
    await reader.click('button', 'Show the feed');
    await reader.shows('1 article · Nothing of this is stored.');
    await reader.go(previewOf(`${server.origin}/page/none`));
    await reader.click('button', 'Show the feed');
    await reader.shows('No feed was found at');
    await reader.go('reader.html#preview=javascript%3Aalert(1)');
    await reader.shows('“javascript:alert(1)” is not a web address.');
    expect((await world.facts()).feeds).toEqual([]);
  },
);

scenario('a hostile feed does nothing in a preview either', async ({ browser, server }) => {
  const reader = await browser.open(previewOf(server.feedUrl('hostile')));
  await reader.click('button', 'Show the feed');
  const count = await reader.until('articles', () => document.querySelectorAll('.row-button').length);
  for (let article = 0; article < count; article += 1) await reader.press('j');
  await reader.until('the last article', () => document.querySelector('[data-article-body]') !== null);
  expect(await reader.evaluate(() => 'hostileScriptRan' in globalThis)).toBe(false);
  const kinds = new Set(server.log.exchanges.map(({ path }) => path.split('/')[1]));
  for (const kind of ['script', 'frame', 'style', 'post', 'tracker', 'canary'])
    expect([...kinds]).not.toContain(kind);
  expect(await reader.evaluate(() => location.pathname)).toBe('/reader.html');
});

scenario(
  'the menu of pages and links has its entry, also when the background has slept',
  async ({ browser, desk }) => {
    const page = await desk();
    const isThere = () =>
      page.evaluate(async () => {
        const { chrome } = globalThis as unknown as WithMenus;
        return chrome.contextMenus.update('open-feed', {}).then(
          () => true,
          () => false,
        );
      });
    await expect.poll(isThere, { timeout: 10_000 }).toBe(true);
    await browser.stopBackground();
    expect(await isThere()).toBe(true);
  },
);

interface WithMenus extends WithExtensionApi {
  chrome: WithExtensionApi['chrome'] & {
    contextMenus: { update(id: string, change: Record<string, never>): Promise<void> };
  };
}

scenario(
  'Firefox hands links of feed readers to the preview',
  async ({ browser, desk, server }) => {
    const template = await handlerOf('web+feed', (await desk()).page);
    expect(template).toMatch(/^moz-extension:\/\/[\w-]+\/reader\.html#preview=%s$/);
    const written = encodeURIComponent(`web+feed:${server.feedUrl('djg')}`);
    const place = template.replace('%s', written).replace(/^moz-extension:\/\/[^/]+\//, '');
    const reader = await browser.open(place);
    await reader.shows(server.feedUrl('djg'));
    await reader.find('button', 'Show the feed');
  },
  { only: 'firefox' },
);

/** Where Firefox would send links of a kind, as it was told by the extension. */
function handlerOf(scheme: string, page: Page): Promise<string> {
  return inFirefoxWindow(
    page.browser(),
    `(scheme) => {
      const service = Cc['@mozilla.org/uriloader/external-protocol-service;1'].getService(Ci.nsIExternalProtocolService);
      const handlers = service.getProtocolHandlerInfo(scheme).possibleApplicationHandlers;
      return handlers.length > 0 ? handlers.queryElementAt(0, Ci.nsIWebHandlerApp).uriTemplate : '';
    }`,
    scheme,
  );
}
