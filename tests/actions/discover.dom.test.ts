import { expect, test } from 'vitest';
import { discover, findOnPage } from '../../utils/actions/discover';
import { preview } from '../../utils/actions/preview';
import { subscribe } from '../../utils/actions/subscribe';
import { listFeeds } from '../../utils/db/feeds';
import { documentUrl, listAll, problemOf, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

test('what a page offers is read, and stands without what is no feed', async () => {
  const { candidates } = await discover(new TestWorld(), { url: documentUrl('page-two.htm') });
  expect(candidates.slice(0, 2)).toMatchObject([
    { title: 'The Paper', format: 'rss', entryCount: 2, newestAt: Date.UTC(2025, 0, 22, 10) },
    { title: 'Odd dates', format: 'rss', entryCount: 3 },
  ]);
  expect(await listFeeds()).toEqual([]);
});

test('where feeds usually are is tried only when the reader asks for it', async () => {
  const world = new TestWorld();
  const url = documentUrl('page-none.htm');
  expect(await problemOf(discover(world, { url }))).toMatchObject({ kind: 'no-feed-found' });
  expect(world.asked).toEqual([url]);
  const { candidates } = await discover(world, { url, further: true });
  expect(candidates).toEqual([
    {
      url: documentUrl('index.xml'),
      title: 'Where feeds usually are',
      format: 'atom',
      entryCount: 1,
      newestAt: Date.UTC(2025, 0, 22, 10),
    },
  ]);
});

test('a list of feeds at an address is recognised, and nothing of it is imported', async () => {
  const world = new TestWorld();
  const url = documentUrl('subscriptions.opml');
  const found = { kind: 'opml-found', address: url, feeds: 2 };
  expect(await problemOf(subscribe(world, { url }))).toEqual(found);
  expect(await problemOf(discover(world, { url }))).toEqual(found);
  expect(await listFeeds()).toEqual([]);
});

const page = (head: string) => `<html><head>${head}</head><body><p>Words.</p></body></html>`;
const link = (href: string) => `<link rel="alternate" type="application/rss+xml" title="T" href="${href}">`;

test('a page that the reader has open offers its feeds; what may not be asked is named', async () => {
  const world = new TestWorld();
  const denied = documentUrl('evening.xml');
  world.denied.add(denied);
  const html = page(link('morning.xml') + link('evening.xml'));
  const { candidates } = await findOnPage(world, { url: documentUrl('open.htm'), html, type: 'text/html' });
  expect(candidates).toEqual([
    {
      url: documentUrl('morning.xml'),
      title: 'The Paper',
      format: 'rss',
      entryCount: 2,
      newestAt: Date.UTC(2025, 0, 22, 10),
    },
    { url: denied, title: 'T', format: '', entryCount: null, newestAt: null },
  ]);
});

test('a tab that shows a feed offers that feed, however the browser dresses it', async () => {
  const world = new TestWorld();
  const url = documentUrl('morning.xml');
  for (const html of [
    '<rss version="2.0"><channel/></rss>',
    '<html><body><div id="source"><rss version="2.0"></rss></div></body></html>',
    '<html><body><pre>&lt;rss version="2.0"&gt;</pre></body></html>',
  ]) {
    const { candidates } = await findOnPage(world, { url, html, type: 'text/xml' });
    expect(candidates.map(({ title }) => title)).toEqual(['The Paper']);
  }
});

test('a public page cannot name what is in the reader’s network, and no other scheme', async () => {
  const world = new TestWorld();
  const html = page(
    ['http://127.0.0.1/feed', 'http://router.local/feed', 'javascript:alert(1)', 'file:///etc/feed']
      .map(link)
      .join(''),
  );
  const search = findOnPage(world, { url: 'https://paper.example/', html, type: 'text/html' });
  expect(await problemOf(search)).toMatchObject({ kind: 'no-feed-found' });
  expect(world.asked).toEqual([]);
});

test.each(['javascript:alert(1)', 'chrome://settings', 'about:blank', ''])('%j is no page', async (url) => {
  const search = findOnPage(new TestWorld(), { url, html: page(link('/feed')), type: 'text/html' });
  expect(await problemOf(search)).toMatchObject({ kind: 'address-invalid' });
});

test('sites without feeds get those of the reader’s own RSSHub, also in her own network, and none without one', async () => {
  const world = new TestWorld();
  const instance = 'http://192.168.7.7:1200';
  world.settings = { ...world.settings, rsshub: instance };
  const input = { url: 'https://space.bilibili.com/2267573', html: page(''), type: 'text/html' };
  for (const kind of ['video', 'dynamic', 'article'])
    world.denied.add(`${instance}/bilibili/user/${kind}/2267573`);
  const { candidates } = await findOnPage(world, input);
  expect(candidates.map(({ url }) => url)).toEqual([
    `${instance}/bilibili/user/video/2267573`,
    `${instance}/bilibili/user/dynamic/2267573`,
    `${instance}/bilibili/user/article/2267573`,
  ]);
  world.settings = { ...world.settings, rsshub: '' };
  expect(await problemOf(findOnPage(world, input))).toMatchObject({ kind: 'no-feed-found' });
});

test('what a page announces comes before its site’s rule, and that before links in its text', async () => {
  const world = new TestWorld();
  const url = 'https://github.com/denoland/deno';
  const html = `${page(link('https://github.com/announced.atom'))}<a href="https://github.com/linked/feed.xml">RSS</a>`;
  world.hasAccess = async () => false;
  const { candidates } = await findOnPage(world, { url, html, type: 'text/html' });
  const addresses = candidates.map((each) => each.url);
  expect(addresses[0]).toBe('https://github.com/announced.atom');
  expect(addresses).toContain('https://github.com/denoland/deno/releases.atom');
  expect(addresses.at(-1)).toBe('https://github.com/linked/feed.xml');
});

test('a preview is the feed as it would look, and nothing is stored', async () => {
  const world = new TestWorld();
  const { feed, articles } = await preview(world, { url: documentUrl('page-one.htm') });
  expect(feed).toMatchObject({
    title: 'The Paper',
    description: 'Made for these tests',
    sources: [{ url: documentUrl('morning.xml') }],
  });
  expect(articles.map(({ entry }) => entry.title)).toEqual(['Second story', 'First story']);
  expect(articles[1]?.body.html).toContain('<p>It began.');
  expect([await listFeeds(), await listAll(), world.changes]).toEqual([[], [], []]);
  const problem = await problemOf(preview(world, { url: documentUrl('page-two.htm') }));
  expect(problem).toMatchObject({ kind: 'several-feeds' });
});
