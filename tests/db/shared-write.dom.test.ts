import { beforeEach, expect, test } from 'vitest';
import { leaseFeed } from '../../utils/db/checks';
import { commitCheck } from '../../utils/db/commit-check';
import { countUnread, listCounts } from '../../utils/db/counts';
import { getBody, getEntry, listEntries } from '../../utils/db/entry-lists';
import { addFeeds, getFeed } from '../../utils/db/feeds';
import { repairCounts } from '../../utils/db/repair';
import { withAbortAt } from './aborts';
import { freshDatabase, newEntry, newFeed } from './support';

beforeEach(freshDatabase);

function feedsAdded(count: number): Promise<number[]> {
  return addFeeds(Array.from({ length: count }, (_, i) => newFeed(`feed-${i}`)));
}

function checkOf(feedId: number, entries: number) {
  const added = Array.from({ length: entries }, (_, i) => newEntry(`${feedId}/${i}`, { sortAt: 1000 + i }));
  return { feedId, patch: { nextCheckAt: feedId * 10 }, added };
}

/** How many write transactions `work` began, and the most rows that one of them wrote. */
async function counted(work: () => Promise<unknown>): Promise<{ transactions: number; most: number }> {
  const original = IDBDatabase.prototype.transaction;
  const puts = new Map<IDBTransaction, number>();
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given) {
    const tx = original.apply(this, given);
    if (tx.mode === 'readwrite') puts.set(tx, 0);
    return tx;
  };
  const methods = ['put', 'add'] as const;
  const originals = methods.map((name) => IDBObjectStore.prototype[name]);
  for (const [i, name] of methods.entries()) {
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...given) {
      puts.set(this.transaction, (puts.get(this.transaction) ?? 0) + 1);
      return (originals[i] as IDBObjectStore['put']).apply(this, given);
    };
  }
  await work();
  IDBDatabase.prototype.transaction = original;
  for (const [i, name] of methods.entries())
    Object.assign(IDBObjectStore.prototype, { [name]: originals[i] });
  return { transactions: puts.size, most: Math.max(...puts.values()) };
}

test('checks of many feeds at once: every row, every count, and no transaction of more than 50 puts', async () => {
  const ids = await feedsAdded(20);
  const { most } = await counted(() =>
    Promise.all(ids.map((id) => commitCheck(checkOf(id, [1, 4, 30][id % 3] ?? 0)))),
  );
  expect(most).toBeLessThanOrEqual(50);
  const counts = await listCounts();
  for (const id of ids) {
    expect(counts.get(id)).toMatchObject({ total: [1, 4, 30][id % 3], unread: [1, 4, 30][id % 3] });
    expect(await getFeed(id)).toMatchObject({ nextCheckAt: id * 10 });
  }
  const all = await listEntries({ filter: 'all', limit: 1000 });
  expect(all).toHaveLength([...counts.values()].reduce((sum, { total }) => sum + total, 0));
  expect(await countUnread()).toBe(all.length);
  expect(await repairCounts()).toEqual([]);
});

test('entries that were looked up: numbered as they would be one by one, the first of a document on top', async () => {
  const ids = await feedsAdded(12);
  const { most } = await counted(async () => {
    const sizes = ids.map((_, i) => [1, 8, 30][i % 3] ?? 0);
    const stored = await Promise.all(
      ids.map((id, i) => commitCheck({ ...checkOf(id, sizes[i] ?? 0), areNew: true })),
    );
    expect(stored.map(({ entryIds }) => new Set(entryIds).size)).toEqual(sizes);
    for (const { entryIds } of stored) expect(entryIds).toEqual([...entryIds].sort((a, b) => b - a));
    for (const id of stored.flatMap(({ entryIds }) => entryIds)) {
      const row = await getEntry(id);
      expect((await getBody(id))?.html).toBe(`<p>${row?.key}, version 1</p>`);
    }
  });
  expect(most).toBeLessThanOrEqual(50);
  expect(await countUnread()).toBe(4 * 39);
  expect(await repairCounts()).toEqual([]);
});

test('an entry that came in since it was looked up is changed, and what was stored beside it is stored', async () => {
  const ids = await feedsAdded(4);
  const [first = 0] = ids;
  const { entryIds } = await commitCheck({ feedId: first, patch: {}, added: [newEntry('known')] });
  const added = [newEntry('before'), newEntry('known', {}, 2), newEntry('after')];
  const results = await Promise.all(
    ids.map((feedId) => commitCheck({ feedId, patch: { nextCheckAt: 7 }, added, areNew: true })),
  );
  expect(results.map((result) => result.entryIds.length)).toEqual([2, 3, 3, 3]);
  expect(await getEntry(entryIds[0] ?? 0)).toMatchObject({ feedId: first, contentHash: 'known 2' });
  const alone = await commitCheck({ feedId: first, patch: {}, added, areNew: true });
  expect(alone.entryIds).toEqual([]);
  expect(await countUnread()).toBe(12);
  expect(await listEntries({ filter: 'all', limit: 100 })).toHaveLength(12);
  for (const id of ids) expect(await getFeed(id)).toMatchObject({ nextCheckAt: 7 });
  expect(await repairCounts()).toEqual([]);
});

test('what many feeds wait to write takes far fewer transactions than feeds', async () => {
  const ids = await feedsAdded(100);
  const lease = (id: number) => leaseFeed(id, (feed) => ({ ...feed, leaseUntil: 60_000 }));
  const { transactions } = await counted(() => Promise.all(ids.map(lease)));
  expect(transactions).toBeLessThanOrEqual(5);
  for (const id of ids) expect(await getFeed(id)).toMatchObject({ leaseUntil: 60_000 });
});

test('a feed that is gone fails alone', async () => {
  const ids = await feedsAdded(6);
  const results = await Promise.allSettled(
    [...ids.slice(0, 3), 4711, ...ids.slice(3)].map((id) => commitCheck(checkOf(id, 2))),
  );
  expect(results.map(({ status }) => status === 'fulfilled')).toEqual([1, 1, 1, 0, 1, 1, 1].map(Boolean));
  expect(results[3]).toMatchObject({ reason: { problem: { kind: 'no-such-feed', feedId: 4711 } } });
  expect(await countUnread()).toBe(12);
  expect(await repairCounts()).toEqual([]);
});

test('a shared transaction that is aborted is written again, feed by feed', async () => {
  const ids = await feedsAdded(5);
  for (const killAt of [1, 6, 9]) {
    const { wasAborted, error } = await withAbortAt(killAt, () =>
      Promise.all(ids.map((id) => commitCheck({ ...checkOf(id, 1), added: [newEntry(`${id} ${killAt}`)] }))),
    );
    expect([wasAborted, error]).toEqual([true, null]);
  }
  expect(await countUnread()).toBe(15);
  expect(await repairCounts()).toEqual([]);
});

test('writes of one feed keep their order', async () => {
  const [id = 0] = await feedsAdded(1);
  const times = [1, 2, 3, 4, 5];
  await Promise.all(
    times.map((at) => leaseFeed(id, (feed) => ({ ...feed, leaseUntil: feed.leaseUntil * 10 + at }))),
  );
  expect(await getFeed(id)).toMatchObject({ leaseUntil: 12_345 });
});
