import { expect, test } from 'vitest';
import { refreshFeed } from '../../utils/actions/refresh';
import { setRetention } from '../../utils/actions/set-retention';
import { subscribe } from '../../utils/actions/subscribe';
import { tidy } from '../../utils/actions/tidy';
import { unsubscribe } from '../../utils/actions/unsubscribe';
import { commitCheck } from '../../utils/db/commit-check';
import { countUnread, listCounts } from '../../utils/db/counts';
import { getBody, getEntries, listEntries } from '../../utils/db/entry-lists';
import { getFeed, updateFeed } from '../../utils/db/feeds';
import { findKnown } from '../../utils/db/known-entries';
import { markRead, star } from '../../utils/db/mark';
import { pruneFeed } from '../../utils/db/prune';
import { restoreFeed } from '../../utils/db/removal';
import { repairCounts } from '../../utils/db/repair';
import { listStorageByFeed } from '../../utils/db/storage';
import { deleteArrived } from '../../utils/db/take-back';
import { read } from '../../utils/db/transaction';
import { defaultRetention, type Retention } from '../../utils/model/retention';
import { addFeed, newEntry } from '../db/support';
import { documentUrl, listAll, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();
const day = 86_400_000;
const few = { ...defaultRetention, keptRows: 5 };
const shelf = { read: async () => ({}), write: async () => undefined };
const tidyWith = (world: TestWorld, retention = few) =>
  tidy(world, { getRetention: async () => retention, getUncleaned: async () => new Set<number>(), shelf });

/** Time passes, and is noticed once a week. */
async function pass(world: TestWorld, days: number): Promise<void> {
  for (let left = days; left > 0; left -= 7) {
    world.time += Math.min(left, 7) * day;
    await tidyWith(world);
  }
}

/** A feed with entries k0 (the oldest) to k11 of which the last complete document listed the last two. */
async function feedOfTwelve(world: TestWorld) {
  const feedId = await addFeed('a');
  const at = (i: number) => world.time - (20 - i) * 1000;
  const added = Array.from({ length: 12 }, (_, i) =>
    newEntry(`k${i}`, { sortAt: at(i), arrivedAt: world.time }),
  );
  const listing = { keys: ['k10', 'k11'], oldest: at(0), at: world.time };
  const { entryIds } = await commitCheck({ feedId, patch: {}, added, listing });
  return { feedId, ids: entryIds };
}

const keys = async () => (await listAll()).map(({ key }) => key);
async function bodies(ids: readonly number[]): Promise<number[]> {
  const found = await Promise.all(ids.map(getBody));
  return ids.filter((_, i) => found[i]).map((id) => ids.indexOf(id));
}

test('the text goes 30 days after reading, the article after 90; never unread, starred or listed ones', async () => {
  const world = new TestWorld();
  const { feedId, ids } = await feedOfTwelve(world);
  await markRead(ids.slice(2), true, world.time);
  await star([ids[3] ?? 0], true);
  world.time += 29 * day;
  await tidyWith(world);
  expect(await bodies(ids)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  world.time += 2 * day;
  await tidyWith(world);
  expect(await bodies(ids)).toEqual([0, 1, 3, 10, 11]);
  expect(await listAll()).toHaveLength(12);
  await pass(world, 60);
  // the newest stay until the feed has no more than five
  expect(await keys()).toEqual(['k11', 'k10', 'k3', 'k1', 'k0']);
  expect((await listCounts()).get(feedId)).toMatchObject({ total: 5, unread: 2, starred: 1 });
  expect(await repairCounts()).toEqual([]);
  const seen = await read(['seen'], (tx) => tx.objectStore('seen').get(feedId));
  // by its id, and by link, title and date, each
  expect(seen?.gone).toHaveLength(14);
});

test('the bytes that are left are counted in the same transaction', async () => {
  const world = new TestWorld();
  const { feedId, ids } = await feedOfTwelve(world);
  await markRead(ids, true, world.time);
  const bytes = async () => {
    const rows = await read(['entries'], (tx) => tx.objectStore('entries').getAll());
    const counts = await read(['counts'], (tx) => tx.objectStore('counts').get(feedId));
    return [counts?.bodyBytes, rows.reduce((sum, { bodyBytes = 0 }) => sum + bodyBytes, 0)];
  };
  const [before = 0] = await bytes();
  await pruneFeed(feedId, few, world.time + 31 * day);
  const [texts = 0, kept] = await bytes();
  expect(texts).toBe(kept);
  expect(texts).toBeLessThan(before);
  await pruneFeed(feedId, few, world.time + 91 * day);
  const [after, left] = await bytes();
  expect(after).toBe(left);
  expect(await listAll()).toHaveLength(5);
});

test('what was read by marking all counts from then; what is unread again does not count', async () => {
  const world = new TestWorld();
  const { ids } = await feedOfTwelve(world);
  await markRead(ids, true, world.time);
  world.time += 91 * day;
  await markRead([ids[0] ?? 0], false, world.time);
  await markRead([ids[0] ?? 0], true, world.time);
  await tidyWith(world);
  expect(await keys()).toEqual(['k11', 'k10', 'k9', 'k8', 'k0']);
});

test('a clock that is years ahead for some days takes nothing that could not be brought back', async () => {
  const world = new TestWorld();
  const { feedId, ids } = await feedOfTwelve(world);
  const binned = await addFeed('binned');
  await markRead(ids, true, world.time);
  await tidyWith(world);
  await unsubscribe(world, { feedId: binned });
  const right = world.time;
  world.time += 5 * 365 * day;
  await tidyWith(world);
  await pass(world, 2);
  expect(await bodies(ids)).toHaveLength(12);
  expect(await getFeed(binned)).toBeDefined();
  world.time = right + 3 * day;
  await tidyWith(world);
  await pass(world, 28);
  expect(await bodies(ids)).toEqual([10, 11]);
  expect(await getFeed(binned)).toBeUndefined();
  expect((await listCounts()).get(feedId)).toMatchObject({ total: 12 });
});

test('a pruned article that a feed brings back stays away', async () => {
  const world = new TestWorld();
  const { feedId } = await subscribe(world, { url: documentUrl('morning.xml') });
  const before = await listAll();
  await markRead(
    before.map(({ id }) => id),
    true,
    world.time,
  );
  const listing = { keys: ['something else'], oldest: 0, at: world.time };
  await commitCheck({ feedId, patch: {}, listing });
  world.time += 100 * day;
  await tidyWith(world, { ...few, keptRows: 0 });
  expect(await listAll()).toEqual([]);
  const forget = (url: string) => ({ url, privateAllowed: true, validators: null, bodyHash: '' });
  await updateFeed(feedId, (feed) => ({ ...feed, sources: [forget(documentUrl('morning.xml'))] }));
  expect(await refreshFeed(world, feedId)).toEqual({ newEntries: 0, failed: false });
  expect(await listAll()).toEqual([]);
});

test('it is done once a day, and at once when the disk is full: then all read bodies go', async () => {
  const world = new TestWorld();
  const { feedId, ids } = await feedOfTwelve(world);
  await markRead(ids.slice(0, 6), true, world.time);
  world.time += day;
  await tidyWith(world);
  await pass(world, 30);
  expect(await bodies(ids)).toEqual([6, 7, 8, 9, 10, 11]);
  await markRead(ids.slice(6, 8), true, world.time);
  world.time += day / 2;
  await tidyWith(world, { ...few, bodyDays: 1 });
  expect(await bodies(ids)).toEqual([6, 7, 8, 9, 10, 11]);
  await updateFeed(feedId, (feed) => ({ ...feed, problem: { kind: 'storage-full' } }));
  await tidyWith(world);
  expect(await bodies(ids)).toEqual([8, 9, 10, 11]);
  expect(await listEntries({ filter: 'unread', limit: 20 })).toHaveLength(4);
  expect(await markRead(ids.slice(8), true, world.time)).toBe(4);
});

test('a feed goes for good after 30 days in the bin, with everything that was its', async () => {
  const world = new TestWorld();
  const { feedId, ids } = await feedOfTwelve(world);
  const kept = await addFeed('kept');
  await unsubscribe(world, { feedId });
  world.time += 29 * day;
  await tidyWith(world);
  expect(await getFeed(feedId)).toBeDefined();
  await restoreFeed(feedId);
  world.time += 2 * day;
  await tidyWith(world);
  expect(await getEntries(ids)).toHaveLength(12);
  await unsubscribe(world, { feedId });
  await pass(world, 31);
  const left = await read(['feeds', 'entries', 'bodies', 'counts', 'seen'], async (tx) => ({
    feeds: await tx.objectStore('feeds').getAllKeys(),
    entries: await tx.objectStore('entries').count(),
    bodies: await tx.objectStore('bodies').count(),
    counts: await tx.objectStore('counts').getAllKeys(),
    seen: await tx.objectStore('seen').count(),
  }));
  expect(left).toEqual({ feeds: [kept], entries: 0, bodies: 0, counts: [0, kept], seen: 0 });
});

test('a feed may have rules of its own: how many, unread and starred ones too; never what is unread by hand or listed', async () => {
  const world = new TestWorld();
  const { feedId, ids } = await feedOfTwelve(world);
  const id = (i: number) => ids[i] ?? 0;
  await markRead([id(0), id(1), id(2)], true, world.time);
  await star([id(2), id(4)], true);
  await markRead([id(5)], true, world.time);
  await markRead([id(5)], false, world.time);
  world.time += 2 * day;
  const tidied = async (retention: Partial<Retention> | null) => {
    await setRetention(world, { feedId, retention });
    world.time += day;
    await tidyWith(world);
    return (await keys()).map((key) => Number(key.slice(1))).sort((a, b) => a - b);
  };
  expect(await tidied({ maxRows: 11 })).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(await tidied({ maxRows: 5 })).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(await tidied({ maxRows: 8, keepUnread: false })).toEqual(
    [2, 4, 5, 7, 8, 9, 10, 11].sort((a, b) => a - b),
  );
  expect(await tidied({ rowDays: 1, keptRows: 1, keepUnread: false })).toEqual([2, 4, 5, 10, 11]);
  expect(await tidied({ rowDays: 1, keptRows: 1, keepUnread: false, keepStarred: false })).toEqual([
    5, 10, 11,
  ]);
  expect((await listCounts()).get(feedId)).toMatchObject({ total: 3, unread: 3, starred: 0 });
  expect(await countUnread()).toBe(3);
  expect(await repairCounts()).toEqual([]);
  expect(await tidied(null)).toEqual([5, 10, 11]);
  expect((await getFeed(feedId))?.retention).toBeUndefined();
  // what went with its tombstone does not come back
  expect((await findKnown(feedId, ['k0', 'k3', 'k6', 'k9'])).gone.size).toBe(4);
});

test('what each feed takes is known without a look at its articles', async () => {
  const world = new TestWorld();
  const { feedId, ids } = await feedOfTwelve(world);
  const small = await addFeed('small');
  await commitCheck({ feedId: small, patch: {}, added: [newEntry('s')] });
  const bytes = async () => new Map((await listStorageByFeed()).map((each) => [each.feedId, each]));
  const stored = async (own: readonly number[]) => {
    const found = await Promise.all(own.map(getBody));
    return found.reduce((sum, body) => sum + (body?.html.length ?? 0), 0);
  };
  const whole = (await bytes()).get(feedId);
  expect((await listStorageByFeed()).map((each) => each.feedId)).toEqual([feedId, small]);
  expect(whole).toMatchObject({ rows: 12, bytes: (await stored(ids)) + 12 * 900 });
  const edited = {
    entryId: ids[11] ?? 0,
    content: newEntry('k11').entry,
    body: { ...newEntry('k11').body, html: '汉'.repeat(500) },
  };
  await commitCheck({ feedId, patch: {}, changed: [edited] });
  const [, two] = await Promise.all([getBody(ids[11] ?? 0), bytes()]);
  expect(two.get(feedId)?.bytes).toBe((await stored(ids)) + 500 + 12 * 900);
  await markRead(ids, true, world.time);
  world.time += 40 * day;
  await tidyWith(world);
  expect(await bodies(ids)).toEqual([10, 11]);
  expect((await bytes()).get(feedId)).toMatchObject({
    rows: 12,
    bytes: (await stored(ids)) + 500 + 12 * 900,
  });
  const before = await listStorageByFeed();
  expect(await repairCounts()).toEqual([]);
  expect(await listStorageByFeed()).toEqual(before);
  await deleteArrived(feedId, (await listAll()).find(({ feedId: own }) => own === feedId)?.arrivedAt ?? 0);
  expect((await bytes()).get(feedId)).toMatchObject({ rows: 0, bytes: 0 });
});
