import { expect } from 'vitest';
import type { FeedServer } from '../server/feed-server';
import { scenario } from './scenario';

const sites = ['djg', 'feedx-voachinese', 'heise-developer'];

/** A page that announces three feeds, and a fourth address where nothing is. */
function addFrontPage(server: FeedServer): string {
  const links = [...sites.map((site) => server.feedUrl(site)), `${server.origin}/ok/nothing-here`];
  const head = links.map((url, index) => {
    return `<link rel="alternate" type="application/rss+xml" title="Feed ${index + 1}" href="${url}">`;
  });
  server.addSite('front', `<!doctype html><html><head>${head.join('')}</head></html>`, 'text/html');
  return server.feedUrl('front');
}

scenario(
  'a page with several feeds lets the reader choose some of them',
  async ({ browser, server, ...world }) => {
    const options = await browser.open('options.html');
    await options.fill('Feed or site address', addFrontPage(server));
    await options.click('button', 'Subscribe');
    await options.find('group', 'Choose one feed or several');
    const offered = await options.until('what the feeds say of themselves', () => {
      const rows = Array.from(document.querySelectorAll<HTMLElement>('.candidate'), (row) => row.innerText);
      return rows.some((row) => row.includes('article')) ? rows : null;
    });
    expect(offered).toHaveLength(3);
    expect(offered[1]).toMatch(/美国之音中文[\s\S]+RSS · 3 articles · newest \S+/);
    expect((await world.facts()).feeds).toEqual([]);

    await options.clickOn('.candidates li:nth-child(2) input');
    await options.click('button', 'Subscribe to 2 feeds');
    await options.shows('Subscribed to 2 feeds.');
    const { feeds } = await world.facts();
    expect(feeds.map(({ url }) => url).sort()).toEqual([
      server.feedUrl('djg'),
      server.feedUrl('feedx-voachinese'),
    ]);
  },
);

scenario(
  'feeds that a page keeps to itself are looked for when the reader asks',
  async ({ browser, server, ...world }) => {
    server.addSite('quiet', '<!doctype html><title>Quiet</title><p>Nothing is announced.', 'text/html');
    server.addSite('feed', '<rss version="2.0"><channel><title>Unannounced</title></channel></rss>');
    const options = await browser.open('options.html');
    await options.fill('Feed or site address', server.feedUrl('quiet'));
    await options.click('button', 'Subscribe');
    await options.shows('No feed was found at');
    expect(server.log.exchanges.map(({ path }) => path)).toEqual(['/ok/quiet']);
    await options.click('button', 'Look further');
    await options.shows('Unannounced');
    await options.click('button', 'Subscribe to 1 feed');
    await options.shows('Subscribed to 1 feed.');
    expect((await world.facts()).feeds.map(({ url }) => url)).toEqual([server.feedUrl('feed')]);
  },
);

scenario(
  'the address of a list of feeds is imported when the reader says so',
  async ({ browser, server, ...world }) => {
    const outline = (name: string, url: string) => `<outline type="rss" text="${name}" xmlUrl="${url}"/>`;
    const inside = [
      outline('甲', 'https://one.example/feed'),
      outline('乙', 'http://www.one.example/feed/'),
      outline('Router', 'http://192.168.1.1/rss'),
    ];
    const list = `<opml version="2.0"><body><outline text="中文">${inside.join('')}</outline></body></opml>`;
    server.addSite('list.opml', list, 'text/x-opml');
    const options = await browser.open('options.html');
    await options.fill('Feed or site address', server.feedUrl('list.opml'));
    await options.click('button', 'Subscribe');
    await options.shows('There is a list of 1 feed at this address');
    expect((await world.facts()).feeds).toEqual([]);
    await options.click('button', 'Import them');
    await options.shows('1 feed added · 1 new folder');
    await options.shows('1 duplicate merged');
    await options.shows('1 address was not taken');
    expect((await world.facts()).feeds.map(({ url }) => url)).toEqual(['https://one.example/feed']);
  },
);

scenario('an RSSHub address is kept when it is one', async ({ browser }) => {
  const options = await browser.open('options.html');
  await options.fill('RSSHub server', 'not an address');
  await options.press('Enter');
  await options.shows('“not an address” is not a web address.');
  await options.fill('RSSHub server', 'rss.example/hub');
  await options.press('Enter');
  const again = await browser.open('options.html');
  await again.until('the address', () => {
    return document.querySelector<HTMLInputElement>('#rsshub')?.value === 'https://rss.example/hub';
  });
});

scenario('a link to the settings stores nothing by itself', async ({ browser, server, facts }) => {
  const [first, second] = [server.feedUrl('djg'), server.feedUrl('heise-developer')];
  const options = await browser.open(
    `options.html#${new URLSearchParams([
      ['add', first],
      ['add', second],
    ])}`,
  );
  await options.find('button', 'Subscribe to 2 feeds');
  expect((await facts()).feeds).toEqual([]);
  expect(server.log.exchanges).toEqual([]);
  await options.click('button', 'Subscribe to 2 feeds');
  await options.shows('Subscribed to 2 feeds.');
  expect((await facts()).feeds.map(({ url }) => url).sort()).toEqual([first, second].sort());
});
