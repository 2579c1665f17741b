import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchIcons } from '../../utils/actions/fetch-icons';
import { newFeed, newSource } from '../../utils/actions/new-feed';
import { addFeeds } from '../../utils/db/feeds';
import { getIcons } from '../../utils/db/icons';
import { purgeFeed } from '../../utils/db/purge';
import { removeFeed } from '../../utils/db/removal';
import type { Feed } from '../../utils/model/feed';
import { TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);
const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const page = new TextEncoder().encode('<!DOCTYPE html><title>Not found</title>');

/** What the internet of this test has; `asked` is in order. */
interface Net {
  answers: Record<string, { bytes: Uint8Array<ArrayBuffer>; type?: string; leadsTo?: string }>;
  asked: { url: string; init: RequestInit | undefined }[];
}

let net: Net;
const ownFetch = globalThis.fetch;

/** Public names do not resolve here: the answers of the network are played, everything behind them is real. */
beforeEach(() => {
  net = { answers: {}, asked: [] };
  globalThis.fetch = async (input, init) => {
    const url = String(input);
    net.asked.push({ url, init });
    const answer = net.answers[url];
    if (!answer) throw new TypeError('Failed to fetch');
    const response = new Response(answer.bytes, { headers: { 'Content-Type': answer.type ?? 'image/png' } });
    Object.defineProperty(response, 'url', { value: answer.leadsTo ?? url });
    return response;
  };
});
afterEach(() => {
  globalThis.fetch = ownFetch;
});

async function subscribed(url: string, more: Partial<Feed> = {}): Promise<number> {
  const [id = 0] = await addFeeds([
    newFeed({ sources: [newSource(url, false)], addedAt: 1, nextCheckAt: 1e15, ...more }),
  ]);
  return id;
}

const kinds = async () => (await getIcons()).map(({ blob }) => blob?.type ?? null);
const addresses = () => net.asked.map(({ url }) => url);

test('an icon is asked for once, without cookies and referrer, and kept as what it is', async () => {
  const world = new TestWorld();
  await subscribed('https://a.example/feed', { siteUrl: 'https://a.example/' });
  // The server's word does not count.
  net.answers['https://a.example/favicon.ico'] = { bytes: png, type: 'text/html' };
  await fetchIcons(world);
  await fetchIcons(world);
  expect(addresses()).toEqual(['https://a.example/favicon.ico']);
  expect(net.asked[0]?.init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  expect(await kinds()).toEqual(['image/png']);
  expect(world.changes).toEqual([{ kind: 'icons' }]);
  world.time += 31 * 86_400_000;
  delete net.answers['https://a.example/favicon.ico'];
  await fetchIcons(world);
  expect(net.asked).toHaveLength(2);
  // What was there stays when the site is down.
  expect(await kinds()).toEqual(['image/png']);
});

test.each<[string, Net['answers'][string]]>([
  ['an SVG', { bytes: svg, type: 'image/svg+xml' }],
  ['an SVG that calls itself PNG', { bytes: svg }],
  ['a page in its place', { bytes: page }],
  ['a file of 300 kB', { bytes: new Uint8Array([...png, ...new Uint8Array(300_000)]) }],
  ['an answer from elsewhere', { bytes: png, leadsTo: 'https://tracker.test/i.png' }],
  ['an answer from the house', { bytes: png, leadsTo: 'http://192.168.0.1/i.png' }],
])('%s is no icon', async (_, answer) => {
  const world = new TestWorld();
  await subscribed('https://a.example/feed');
  net.answers['https://a.example/favicon.ico'] = answer;
  await fetchIcons(world);
  expect(addresses()).toEqual(['https://a.example/favicon.ico', 'https://a.example/']);
  expect(await kinds()).toEqual([null]);
  expect(world.changes).toEqual([]);
  world.time += 6 * 86_400_000;
  await fetchIcons(world);
  expect(net.asked).toHaveLength(2);
});

/** So that a site has answered. */
const missing = { bytes: page, type: 'text/html' };
const home = (...links: string[]) =>
  new TextEncoder().encode(
    `<!DOCTYPE html><title>A</title>${links.map((href) => `<link rel="icon" href="${href}">`).join('')}`,
  );

test('where the usual place has none the page is read for its name, once a week, within the same site', async () => {
  const world = new TestWorld();
  await subscribed('https://a.example/feed', { siteUrl: 'https://a.example/blog/' });
  net.answers['https://a.example/favicon.ico'] = missing;
  net.answers['https://a.example/blog/'] = {
    bytes: home('https://tracker.test/i.png', 'http://10.0.0.1/i.png', '/i.svg', '/i.png'),
    type: 'text/html; charset=utf-8',
  };
  await fetchIcons(world);
  const asked = ['https://a.example/favicon.ico', 'https://a.example/blog/', 'https://a.example/i.png'];
  expect(addresses()).toEqual(asked);
  expect(await kinds()).toEqual([null]);
  for (const { init } of net.asked)
    expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  world.time += 6 * 86_400_000;
  await fetchIcons(world);
  expect(addresses()).toEqual(asked);
  world.time += 2 * 86_400_000;
  net.answers['https://a.example/i.png'] = { bytes: png };
  await fetchIcons(world);
  expect(addresses()).toEqual([...asked, ...asked]);
  expect(await kinds()).toEqual(['image/png']);
});

test.each<[string, Partial<Net['answers'][string]>]>([
  ['that is no page', { type: 'text/plain' }],
  ['that came from elsewhere', { leadsTo: 'https://b.example/' }],
  ['that came from the house', { leadsTo: 'http://192.168.0.1/' }],
  ['of 3 MB', { bytes: new Uint8Array([...home('/i.png'), ...new Uint8Array(3_000_000)]) }],
])('a page %s names no icon', async (_, answer) => {
  await subscribed('https://a.example/feed', { siteUrl: 'https://a.example/' });
  net.answers['https://a.example/favicon.ico'] = missing;
  net.answers['https://a.example/'] = { bytes: home('/i.png'), type: 'text/html', ...answer };
  net.answers['https://a.example/i.png'] = { bytes: png };
  await fetchIcons(new TestWorld());
  expect(addresses()).toEqual(['https://a.example/favicon.ico', 'https://a.example/']);
  expect(await kinds()).toEqual([null]);
});

test('an icon in a part of the site that the reader has not allowed is not asked for, nor a page she has not', async () => {
  const world = new TestWorld();
  world.denied.add('https://static.a.example/i.png');
  world.denied.add('https://b.example/');
  await subscribed('https://a.example/feed', { siteUrl: 'https://a.example/' });
  await subscribed('https://b.example/feed', { siteUrl: 'https://b.example/' });
  net.answers['https://b.example/favicon.ico'] = missing;
  net.answers['https://a.example/favicon.ico'] = missing;
  net.answers['https://a.example/'] = { bytes: home('https://static.a.example/i.png'), type: 'text/html' };
  await fetchIcons(world);
  expect(addresses()).toEqual([
    'https://a.example/favicon.ico',
    'https://a.example/',
    'https://b.example/favicon.ico',
  ]);
});

test('a site that wants to be left alone is', async () => {
  const world = new TestWorld();
  await subscribed('https://a.example/feed', { heldUntil: world.time + 3_600_000 });
  await fetchIcons(world);
  expect(net.asked).toEqual([]);
  expect(await getIcons()).toEqual([]);
});

test('nobody is asked whom the reader has not allowed, no private host, and no service', async () => {
  const world = new TestWorld();
  world.denied.add('https://a.example/favicon.ico');
  await subscribed('https://a.example/feed');
  await subscribed('http://192.168.0.1/feed');
  await subscribed('https://b.example/feed', {
    siteUrl: 'https://other.example/',
    iconUrl: 'https://www.google.com/s2/favicons?domain=b.example',
  });
  await fetchIcons(world);
  expect(net.asked).toEqual([]);
});

test('an icon goes with its feed', async () => {
  const id = await subscribed('https://a.example/feed');
  net.answers['https://a.example/favicon.ico'] = { bytes: png };
  await fetchIcons(new TestWorld());
  expect(await getIcons()).toHaveLength(1);
  await removeFeed(id, 1);
  await purgeFeed(id, 2);
  expect(await getIcons()).toEqual([]);
});
