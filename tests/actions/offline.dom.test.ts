import { expect, test } from 'vitest';
import { keepOffline } from '../../utils/actions/keep-offline';
import { refreshFeeds } from '../../utils/actions/refresh-feeds';
import { noteOpened, setOffline } from '../../utils/actions/set-offline';
import { subscribe } from '../../utils/actions/subscribe';
import { cachedImage, getCachedImages, getImageBytes } from '../../utils/db/cached-images';
import { commitCheck } from '../../utils/db/commit-check';
import { updateFeed } from '../../utils/db/feeds';
import { awaitKeeping, countKept, listKept } from '../../utils/db/kept-entries';
import { star } from '../../utils/db/mark';
import { addFeed, newEntry } from '../db/support';
import { documentUrl, replaceDocument, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

const own = new URL(location.href).origin;
/** Files that the test server has: two pictures, and none. */
const small = `${own}/icon/16.png`;
const other = `${own}/icon/32.png`;
const nothing = `${own}/icon/none.png`;

async function feed(): Promise<number> {
  const source = { url: `${own}/feed.xml`, privateAllowed: true, validators: null, bodyHash: '' };
  return addFeed('one', { sources: [source] });
}

async function arrive(feedId: number, key: string, html: string): Promise<number> {
  const { entry, body } = newEntry(key);
  const { entryIds } = await commitCheck({ feedId, patch: {}, added: [{ entry, body: { ...body, html } }] });
  return entryIds[0] ?? 0;
}

async function keptFeed(world: TestWorld): Promise<number> {
  const feedId = await feed();
  await setOffline(world, { feedId, offline: true });
  await keepOffline(world);
  return feedId;
}

const image = (address: string) => `<p>Text <img src="${address}" alt=""></p>`;

test('what arrives in a feed that is kept, and in no other, comes with its pictures', async () => {
  const world = new TestWorld();
  const feedId = await keptFeed(world);
  const otherFeed = await feed();
  await arrive(feedId, 'a', image(small) + image(small));
  await arrive(otherFeed, 'b', image(other));
  await keepOffline(world);
  expect((await cachedImage(small))?.type).toBe('image/png');
  expect(await cachedImage(other)).toBeUndefined();
  expect(await countKept(feedId)).toEqual({ kept: 1, waiting: 0, partly: 0 });
  expect(world.changes).toContainEqual({ kind: 'kept' });
});

test('articles that were there get theirs when the feed is chosen: unread and starred ones', async () => {
  const world = new TestWorld();
  const feedId = await feed();
  const id = await arrive(feedId, 'a', image(small));
  await setOffline(world, { feedId, offline: true });
  await keepOffline(world);
  expect((await listKept([id])).get(id)).toMatchObject({ state: 'kept', missing: [] });
});

test('one picture of two articles is asked for once', async () => {
  const world = new TestWorld();
  const feedId = await keptFeed(world);
  await arrive(feedId, 'a', image(small));
  await keepOffline(world);
  await arrive(feedId, 'b', image(small));
  await keepOffline(world);
  expect(world.asked).toEqual([small]);
  expect((await getCachedImages([small])).get(small)?.hash).toMatch(/^[\da-f]{64}$/);
});

test('a picture of a mirror is asked of its own site first, then as given, then of the proxies in their order', async () => {
  const world = new TestWorld();
  const at = (name: string) => `https://${name}.invalid/?url=\${href_ue}`;
  world.settings = { ...world.settings, imageProxies: [at('one'), at('two')] };
  const feedId = await keptFeed(world);
  const id = await arrive(feedId, 'a', image('https://wsrv.nl/?url=pictures.invalid/a.png'));
  await keepOffline(world);
  expect(world.asked.map((address) => new URL(address).host)).toEqual([
    'pictures.invalid',
    'wsrv.nl',
    'one.invalid',
    'two.invalid',
  ]);
  const row = (await listKept([id])).get(id);
  expect(row).toMatchObject({ state: 'waiting', tries: 1 });
  expect(world.wake?.at).toBe(row?.dueAt);
  expect((row?.dueAt ?? 0) - world.time).toBeGreaterThan(9 * 60_000);
});

test('what the reader sees through proxies alone is saved through proxies alone, for all feeds or for one', async () => {
  const world = new TestWorld();
  const imageProxies = [`https://one.invalid/?u=\${href_ue}`];
  world.settings = { ...world.settings, images: 'proxies', imageProxies };
  const feedId = await keptFeed(world);
  await arrive(feedId, 'a', image('https://pictures.invalid/a.png'));
  await keepOffline(world);
  world.settings = { ...world.settings, images: 'always' };
  await updateFeed(feedId, (feed) => ({ ...feed, images: 'proxies' }));
  await arrive(feedId, 'b', image('https://pictures.invalid/b.png'));
  await keepOffline(world);
  expect(world.asked.map((address) => new URL(address).host)).toEqual(['one.invalid', 'one.invalid']);
});

test('a proxy that may not be told any more is not asked, also in the middle of a round', async () => {
  const world = new TestWorld();
  world.settings = {
    ...world.settings,
    images: 'proxies',
    imageProxies: [`https://one.invalid/?u=\${href_ue}`],
  };
  const feedId = await keptFeed(world);
  const pictures = ['a', 'b', 'c'].map((name) => image(`https://${name}.invalid/1.png`));
  await arrive(feedId, 'a', pictures.join(''));
  let looks = 0;
  world.mayTellProxies = async () => ++looks === 1;
  await keepOffline(world);
  expect(looks).toBe(3);
  expect(world.asked.map((address) => new URL(address).search)).toEqual([
    '?u=https%3A%2F%2Fa.invalid%2F1.png',
  ]);
});

test('where copies alone are shown, what is kept is saved all the same', async () => {
  const world = new TestWorld();
  world.settings = { ...world.settings, images: 'cached' };
  const feedId = await keptFeed(world);
  await arrive(feedId, 'a', image(small));
  await keepOffline(world);
  expect(world.asked.map((address) => new URL(address).pathname)).toEqual([new URL(small).pathname]);
});

test('a picture that is not there is not asked for again, until the reader asks', async () => {
  const world = new TestWorld();
  const feedId = await keptFeed(world);
  const id = await arrive(feedId, 'a', image(nothing) + image(small));
  await keepOffline(world);
  await keepOffline(world);
  expect(world.asked).toHaveLength(2);
  expect((await listKept([id])).get(id)).toMatchObject({ state: 'kept', missing: [nothing] });
  await setOffline(world, { feedId, offline: true });
  await keepOffline(world);
  expect(world.asked).toHaveLength(3);
});

test('sites that the reader did not allow are not asked', async () => {
  const world = new TestWorld();
  world.denied.add(small);
  const feedId = await keptFeed(world);
  const id = await arrive(feedId, 'a', image(small));
  await keepOffline(world);
  expect(world.asked).toEqual([]);
  expect((await listKept([id])).get(id)?.missing).toEqual([small]);
});

test('there is room for what was opened last, and always for what is starred', async () => {
  const world = new TestWorld();
  const feedId = await keptFeed(world);
  const first = await arrive(feedId, 'a', image(small));
  await keepOffline(world);
  await star([first], true);
  world.settings = { ...world.settings, offlineRoom: (await getImageBytes()) / 1_000_000 };
  const second = await arrive(feedId, 'b', image(other));
  await noteOpened(world, { entryId: first });
  await keepOffline(world);
  expect(await cachedImage(small)).toBeDefined();
  expect(await cachedImage(other)).toBeUndefined();
  expect((await listKept([second])).get(second)?.state).toBe('waiting');
});

test('an edited article gets its new pictures', async () => {
  const world = new TestWorld();
  const { feedId } = await subscribe(world, { url: documentUrl('morning.xml') });
  await setOffline(world, { feedId, offline: true });
  await keepOffline(world);
  const before = await countKept(feedId);
  await replaceDocument(feedId, 'evening.xml');
  world.time += 86_400_000;
  await refreshFeeds(world, { feedIds: [feedId] });
  expect(before.waiting).toBe(0);
  expect((await countKept(feedId)).waiting).toBeGreaterThan(0);
});

test('once no feed is kept, what arrives is left alone', async () => {
  const world = new TestWorld();
  const feedId = await keptFeed(world);
  await setOffline(world, { feedId, offline: false });
  await arrive(feedId, 'a', image(small));
  await keepOffline(world);
  expect([world.asked, await countKept(feedId)]).toEqual([[], { kept: 0, waiting: 0, partly: 0 }]);
});

test('a single article is kept in a feed that is not; one that waits for its text alone gets no pictures', async () => {
  const world = new TestWorld();
  const feedId = await feed();
  const one = await arrive(feedId, 'a', image(small));
  const two = await arrive(feedId, 'b', image(other));
  await awaitKeeping(feedId, [one, two], world.time, () => false, true);
  await awaitKeeping(feedId, [one], world.time);
  await keepOffline(world);
  expect(world.asked).toEqual([small]);
});

test('a choice that a backup brought is followed', async () => {
  const world = new TestWorld();
  const feedId = await feed();
  await updateFeed(feedId, (row) => ({ ...row, keepsOffline: true }));
  await arrive(feedId, 'a', image(small));
  await keepOffline(world);
  expect(await cachedImage(small)).toBeDefined();
});
