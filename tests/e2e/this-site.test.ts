import puppeteer from 'puppeteer-core';
import { expect, test } from 'vitest';
import { startFeedServer } from '../server/feed-server';
import { needBrowser } from '../tools/browsers.mjs';
import { chromiumBuild } from './chromium';
import { type ExtensionPage, poll } from './extension-page';
import { inFirefoxPanel, pressInFirefox } from './firefox-window';
import { popupSize, scenario } from './scenario';

const label = 'Subscribe to this site';

/**
 * Presses the popup's button while another tab is before the reader, as over a toolbar. The mouse does not reach a tab
 * that is behind.
 */
async function press(popup: ExtensionPage, selector: string): Promise<void> {
  await popup.until(
    selector,
    (wanted) => {
      const button = document.querySelector<HTMLElement>(wanted);
      button?.click();
      return button !== null;
    },
    selector,
  );
}

async function openSite(popup: ExtensionPage, address: string): Promise<void> {
  const site = await popup.page.browser().newPage();
  await site.goto(address);
  await site.bringToFront();
}

/** What follows `#` in the address of the settings, once they have opened in a tab. */
async function askedOfSettings(desk: ExtensionPage): Promise<URLSearchParams> {
  const address = await desk.until('the settings in a tab', async () => {
    const { chrome } = globalThis as unknown as WithContexts;
    const open = await chrome.runtime.getContexts({ contextTypes: ['TAB'] });
    return open.map(({ documentUrl }) => documentUrl ?? '').find((url) => url.includes('/options.html#'));
  });
  return new URLSearchParams(new URL(address).hash.slice(1));
}

interface WithContexts {
  chrome: {
    runtime: { getContexts(filter: { contextTypes: string[] }): Promise<{ documentUrl?: string }[]> };
  };
}

const button = `button[aria-label="${label}"]`;

scenario('the popup finds the feeds of the page before the reader', async ({ browser, server, ...world }) => {
  const feed = server.feedUrl('feedx-voachinese');
  const page = `<!doctype html><html><head><title>中文</title><script>const text = "</p><link rel='alternate'>";</script>
    <link rel="alternate" type="application/rss+xml" title="News &amp; more" href="${feed}">
    <link rel="alternate" type="application/rss+xml" title="Inside" href="javascript:alert(1)"></head><body><p>Words`;
  server.addSite('page', page, 'text/html; charset=utf-8');
  const popup = await browser.open('popup.html', popupSize);
  await openSite(popup, server.feedUrl('page'));
  expect(server.log.of('/ok/feedx-voachinese')).toEqual([]);
  await press(popup, button);
  await popup.shows('美国之音中文');
  expect(await popup.evaluate(() => document.querySelectorAll('.candidates li').length)).toBe(1);
  await press(popup, '.candidates button');
  await world.badgeIs('3');
  expect((await world.facts()).feeds.map(({ url }) => url)).toEqual([feed]);
});

scenario('a tab that shows a feed is offered as one', async ({ browser, server }) => {
  server.addSite(
    'plain',
    '<rss version="2.0"><channel><title>As it stands</title></channel></rss>',
    'text/xml',
  );
  const popup = await browser.open('popup.html', popupSize);
  await openSite(popup, server.feedUrl('plain'));
  await press(popup, button);
  await popup.shows('As it stands');
});

scenario('a page without feeds says so, and the settings look further', async ({ browser, server, desk }) => {
  server.addSite('quiet', '<!doctype html><title>Quiet</title><p>Words.', 'text/html');
  const popup = await browser.open('popup.html', popupSize);
  await openSite(popup, server.feedUrl('quiet'));
  await press(popup, button);
  await popup.shows(`No feed was found at ${server.feedUrl('quiet')}.`);
  await press(popup, '.page-site .state .button');
  expect((await askedOfSettings(await desk())).get('find')).toBe(server.feedUrl('quiet'));
});

scenario('a page that no extension may look at says so', async ({ browser }) => {
  const popup = await browser.open('popup.html', popupSize);
  await popup.click('button', label);
  await popup.shows('The browser lets no extension look at this page.');
  await popup.click('button', 'Back to the list');
  await popup.find('button', label);
});

scenario('without access to the feed’s site the settings ask for it', async ({ browser, server, desk }) => {
  const feed = 'https://feeds.example/rss';
  const page = `<!doctype html><link rel="alternate" type="application/rss+xml" title="Elsewhere" href="${feed}">`;
  server.addSite('page', page, 'text/html');
  const popup = await browser.open('popup.html', popupSize);
  await openSite(popup, server.feedUrl('page'));
  await press(popup, button);
  await popup.shows('Elsewhere');
  await press(popup, '.candidates button');
  expect((await askedOfSettings(await desk())).getAll('add')).toEqual([feed]);
  const asked = server.log.exchanges.filter(({ path }) => path !== '/favicon.ico');
  expect(asked.map(({ path }) => path)).toEqual(['/ok/page']);
});

scenario(
  'the browser’s key opens the popup, which says that the page has feeds',
  async ({ browser, server, desk }) => {
    const announced = ['djg', 'adactio'].map(
      (site) =>
        `<link rel="alternate" type="application/atom+xml" title="${site}" href="${server.feedUrl(site)}">`,
    );
    server.addSite('page', `<!doctype html><title>Here</title>${announced.join('')}<p>Words`, 'text/html');
    const window = (await desk()).page.browser();
    const site = await window.newPage();
    await site.goto(server.feedUrl('page'));
    await site.bringToFront();
    const inPopup = (run: string) => poll(() => inFirefoxPanel(window, '/popup.html', run));
    await pressInFirefox(window, 'U', ['Alt', 'Shift']);
    expect(await inPopup(`(document) => document.body.innerText.includes('This page has 2 feeds.')`)).toBe(
      true,
    );
    await inPopup(`(document) => document.querySelector('.site-hint button').click() ?? true`);
    expect(await inPopup(`(document) => document.querySelectorAll('.candidates li').length === 2`)).toBe(
      true,
    );
    expect(server.log.of('/ok/djg')).toEqual([]);
    expect(browser.name).toBe('firefox');
  },
  // no driver reaches the keys of Chromium itself; the pressing of these two is what gives leave to look
  { only: 'firefox', granted: false },
);

test('pressing the toolbar’s button is all the access it takes (chromium)', async () => {
  const server = await startFeedServer();
  const feed = server.feedUrl('djg');
  server.addSite(
    'page',
    `<!doctype html><link rel="alternate" type="application/rss+xml" title="Here" href="${feed}">`,
    'text/html',
  );
  const browser = await puppeteer.launch({
    executablePath: needBrowser('chromium'),
    pipe: true,
    enableExtensions: [chromiumBuild],
    args: ['--no-sandbox'],
  });
  try {
    const worker = await browser.waitForTarget((one) => one.url().startsWith('chrome-extension://'));
    const page = await browser.newPage();
    await page.goto(server.feedUrl('page'));
    const opened = browser.waitForTarget((one) => one.url().endsWith('/popup.html'));
    const extension = (await browser.extensions()).get(new URL(worker.url()).host);
    await extension?.triggerAction(page);
    const popup = await (await opened).asPage();
    const shows = (text: string) => () =>
      popup.evaluate((wanted) => document.body.innerText.includes(wanted), text);
    expect(await poll(shows('This page has 1 feed.'))).toBe(true);
    await popup.evaluate(() => document.querySelector<HTMLElement>('.site-hint button')?.click());
    expect(await poll(shows(feed))).toBe(true);
    expect(server.log.of('/ok/djg')).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
});
