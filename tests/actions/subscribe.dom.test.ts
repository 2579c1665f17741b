import { expect, test } from 'vitest';
import { subscribe } from '../../utils/actions/subscribe';
import { unsubscribe } from '../../utils/actions/unsubscribe';
import { getFeed, listFeeds } from '../../utils/db/feeds';
import { addFolder } from '../../utils/db/folders';
import { beginning, documentUrl, listAll, problemOf, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

test('a feed is stored with its entries, mirrored, counted and told of', async () => {
  const world = new TestWorld();
  const { feedId } = await subscribe(world, { url: documentUrl('morning.xml'), title: ' Mine ' });
  expect(await getFeed(feedId)).toMatchObject({
    title: 'The Paper',
    customTitle: 'Mine',
    siteUrl: 'https://paper.example/',
    problem: null,
    failures: 0,
    leaseUntil: 0,
    sources: [{ url: documentUrl('morning.xml'), privateAllowed: true }],
    lastCheck: { outcome: 'new', status: 200, newEntries: 2 },
  });
  expect((await listAll()).map(({ title, read }) => [title, read])).toEqual([
    ['Second story', 0],
    ['First story', 0],
  ]);
  expect(world.badge).toEqual({ text: '2', unread: 2 });
  expect(world.mirror.feeds.map(({ id }) => id)).toEqual([feedId]);
  expect(world.changes).toContainEqual({ kind: 'arrived', feedId, count: 2 });
  expect(world.changes.at(-1)).toEqual({ kind: 'feeds' });
  expect(world.wake?.at).toBeGreaterThanOrEqual(beginning + 3_600_000);
});

test('what a list shows of an entry is made from what the feed said', async () => {
  await subscribe(new TestWorld(), { url: documentUrl('evening.xml') });
  const [untitled, , first] = await listAll();
  expect(untitled?.title).toMatch(/^A story without a title.{20,60}…$/);
  expect(first).toMatchObject({
    snippet: 'It began.',
    image: new URL('/lead.jpg', location.href).href,
    link: 'https://paper.example/one',
    publishedAt: Date.UTC(2025, 0, 21, 14, 35, 15),
    sortAt: Date.UTC(2025, 0, 21, 14, 35, 15),
    arrivedAt: beginning,
  });
});

test('no date is after arrival, and undated entries stand as in the document', async () => {
  await subscribe(new TestWorld(), { url: documentUrl('odd-dates.xml') });
  const entries = await listAll();
  expect(entries.map(({ title }) => title)).toEqual(['Undated, above', 'Undated, below', 'From tomorrow']);
  expect(entries.map(({ sortAt }) => sortAt)).toEqual([beginning, beginning, beginning]);
});

test('an entry that a document lists twice is one', async () => {
  const world = new TestWorld();
  await subscribe(world, { url: documentUrl('twice.xml') });
  expect(await listAll()).toHaveLength(2);
  expect(world.badge.unread).toBe(2);
});

test('an address without scheme is enough', async () => {
  const url = documentUrl('morning.xml').replace('http://', '');
  const { feedId } = await subscribe(new TestWorld(), { url: `  ${url} ` });
  expect((await getFeed(feedId))?.sources[0]?.url).toBe(documentUrl('morning.xml'));
});

test('a page that announces one feed leads to it, one with several lets the reader choose', async () => {
  const world = new TestWorld();
  const { feedId } = await subscribe(world, { url: documentUrl('page-one.htm') });
  expect((await getFeed(feedId))?.sources[0]?.url).toBe(documentUrl('morning.xml'));
  const problem = await problemOf(subscribe(world, { url: documentUrl('page-two.htm') }));
  expect(problem).toMatchObject({ kind: 'several-feeds' });
  expect(problem?.kind === 'several-feeds' && problem.candidates.map(({ title }) => title)).toEqual([
    'Morning',
    'Odd',
    'Gone',
  ]);
  expect(await listFeeds()).toHaveLength(1);
});

test('what cannot be subscribed to is a Problem, and nothing is stored', async () => {
  const world = new TestWorld();
  const denied = documentUrl('evening.xml');
  world.denied.add(denied);
  const problems = [
    ['javascript:alert(1)', { kind: 'address-invalid' }],
    [documentUrl('page-none.htm'), { kind: 'no-feed-found' }],
    [denied, { kind: 'permission-missing', origins: [`http://${location.hostname}/*`] }],
    ['http://127.0.0.1:1/', { kind: 'unreachable', host: '127.0.0.1' }],
  ] as const;
  for (const [url, problem] of problems) {
    expect(await problemOf(subscribe(world, { url }))).toMatchObject(problem);
  }
  expect(await problemOf(subscribe(world, { url: documentUrl('morning.xml'), folderId: 99 }))).toEqual({
    kind: 'no-such-folder',
    folderId: 99,
  });
  expect(await listFeeds()).toEqual([]);
  expect(world.asked).not.toContain(denied);
});

test('one feed is subscribed to once, however its address is written', async () => {
  const world = new TestWorld();
  const { feedId } = await subscribe(world, { url: documentUrl('morning.xml') });
  const known = { kind: 'already-subscribed', feedId };
  expect(await problemOf(subscribe(world, { url: documentUrl('morning.xml') }))).toEqual(known);
  expect(await problemOf(subscribe(world, { url: documentUrl('page-one.htm') }))).toEqual(known);
  const both = ['evening.xml', 'evening.xml'].map((name) => subscribe(world, { url: documentUrl(name) }));
  const outcomes = await Promise.all(both.map(problemOf));
  expect(outcomes.filter((problem) => problem === null)).toHaveLength(1);
  expect(await listFeeds()).toHaveLength(2);
});

test('a feed in the bin comes back with its articles', async () => {
  const world = new TestWorld();
  const { feedId } = await subscribe(world, { url: documentUrl('morning.xml') });
  await unsubscribe(world, { feedId });
  expect(world.badge.text).toBe('');
  expect(world.mirror.feeds).toEqual([]);
  expect(await listAll()).toEqual([]);
  expect(await subscribe(world, { url: documentUrl('morning.xml') })).toEqual({ feedId });
  expect(world.badge.text).toBe('2');
  expect(world.mirror.feeds).toHaveLength(1);
});

test('into a folder, after the feeds that are there', async () => {
  const world = new TestWorld();
  const folderId = await addFolder({ title: 'News', parentId: null, position: 0 });
  await subscribe(world, { url: documentUrl('morning.xml') });
  const { feedId } = await subscribe(world, { url: documentUrl('evening.xml'), folderId });
  expect(await getFeed(feedId)).toMatchObject({ folderId, position: 1 });
});
