import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { commitCheck } from '../../utils/db/commit-check';
import { countUnread, listCounts } from '../../utils/db/counts';
import { listEntries } from '../../utils/db/entry-lists';
import { addFeeds, getFeed, listFeeds } from '../../utils/db/feeds';
import { migrations } from '../../utils/db/migrations';
import { closeDatabase, connect, databaseName, openDatabase, watchDatabase } from '../../utils/db/open';
import { read, write } from '../../utils/db/transaction';
import { inTurn } from '../../utils/db/write-queue';
import { randomFrom } from '../random';
import { withAbortAt } from './aborts';
import { addFeed, freshDatabase, newEntry, newFeed } from './support';

beforeEach(freshDatabase);
afterEach(() => cdp().send('Storage.overrideQuotaForOrigin', { origin: location.origin }));

test('an open page never keeps an upgrade waiting, and hears of it', async () => {
  const events: string[] = [];
  const stop = watchDatabase((event) => events.push(event));
  await addFeed('a');
  let wasBlocked = false;
  const newer = await openDB(databaseName, migrations.length + 1, {
    blocked: () => {
      wasBlocked = true;
    },
  });
  expect(wasBlocked).toBe(false);
  expect(events).toEqual(['outdated']);
  await expect(listFeeds()).rejects.toMatchObject({
    problem: { kind: 'storage-failed', detail: expect.stringContaining('VersionError') },
  });
  newer.close();
  stop();
});

test('an upgrade that an old page keeps waiting says so, and goes on when that one closes', async () => {
  await addFeed('a');
  await closeDatabase();
  const old = await openDB(databaseName, migrations.length);
  const events: string[] = [];
  const stop = watchDatabase((event) => {
    events.push(event);
    old.close();
  });
  const newer = await connect([...migrations, () => undefined]);
  expect(events).toEqual(['blocked']);
  expect(await newer.count('feeds')).toBe(1);
  newer.close();
  stop();
});

test('a connection closed under us is opened anew', async () => {
  await addFeed('a');
  (await openDatabase()).close();
  expect((await listFeeds()).length).toBe(1);
  (await openDatabase()).close();
  await Promise.all([addFeed('b'), listFeeds(), listCounts()]);
  expect((await listFeeds()).length).toBe(2);
});

test('a deleted database is opened empty', async () => {
  await addFeed('a');
  await deleteDB(databaseName);
  expect(await listFeeds()).toEqual([]);
  expect(await countUnread()).toBe(0);
});

test('site data cleared under an open page: it hears of it and goes on with an empty database', async () => {
  const events: string[] = [];
  const stop = watchDatabase((event) => events.push(event));
  await addFeed('a');
  await clearSiteData();
  await expect.poll(() => events).toEqual(['lost']);
  expect(await listFeeds()).toEqual([]);
  stop();
});

test('a full disk is a Problem of its own, nothing of the check is stored, and reading goes on', async () => {
  // the browser remembers how much is free as long as the origin's data is in use
  await closeDatabase();
  await clearSiteData();
  const { origin } = location;
  const { usage } = await cdp().send('Storage.getUsageAndQuota', { origin });
  await cdp().send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 600_000 });
  const feedId = await addFeed('a');
  await commitCheck({ feedId, patch: {}, added: [newEntry('kept')] });
  const big = newEntry('big');
  const added = Array.from({ length: 20 }, (_, i) => ({
    entry: { ...big.entry, key: `big${i}` },
    body: { ...big.body, html: noise(25_000) },
  }));
  const commit = commitCheck({ feedId, patch: { failures: 9 }, added });
  await expect(commit).rejects.toMatchObject({ problem: { kind: 'storage-full' } });
  expect((await listEntries({ filter: 'all', limit: 9 })).map((entry) => entry.key)).toEqual(['kept']);
  expect((await getFeed(feedId))?.failures).toBe(0);
  expect((await listCounts()).get(feedId)?.total).toBe(1);
});

test('an id that is taken is a Problem and stores nothing', async () => {
  const id = await addFeed('a');
  await expect(addFeeds([newFeed('b'), { ...newFeed('c'), id }])).rejects.toMatchObject({
    problem: { kind: 'storage-failed', detail: expect.stringContaining('ConstraintError') },
  });
  expect((await listFeeds()).length).toBe(1);
});

test('a check that is cut off between its transactions keeps its first entries, but not the row of the feed', async () => {
  const feedId = await addFeed('a');
  const added = Array.from({ length: 60 }, (_, i) => newEntry(`k${i}`));
  const check = { feedId, patch: { lastSuccessAt: 5 }, added };
  const { wasAborted } = await withAbortAt(80, () => commitCheck(check));
  expect(wasAborted).toBe(true);
  expect((await listCounts()).get(feedId)).toMatchObject({ total: 22, unread: 22 });
  expect((await getFeed(feedId))?.lastSuccessAt).toBe(null);
  await commitCheck(check);
  expect((await listEntries({ filter: 'unread', limit: 99 })).length).toBe(60);
  expect((await listCounts()).get(feedId)).toMatchObject({ total: 60, unread: 60 });
  expect((await getFeed(feedId))?.lastSuccessAt).toBe(5);
});

test('writes take turns, the reader before polls, and one that fails holds up none', async () => {
  const order: string[] = [];
  let running = 0;
  const job = (name: string) => async () => {
    running += 1;
    expect(running).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running -= 1;
    order.push(name);
    if (name === 'poll 1') throw new Error(name);
  };
  const jobs = [
    inTurn('poll', job('poll 1')),
    inTurn('poll', job('poll 2')),
    inTurn('reader', job('reader')),
  ];
  expect((await Promise.allSettled(jobs)).map((result) => result.status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(order).toEqual(['poll 1', 'reader', 'poll 2']);
});

test('what a transaction throws leaves nothing behind', async () => {
  const feedId = await addFeed('a');
  const failing = write('reader', ['feeds'], async (tx) => {
    await tx.objectStore('feeds').delete(feedId);
    throw new Error('after the first half');
  });
  await expect(failing).rejects.toMatchObject({ problem: { detail: 'Error: after the first half' } });
  expect(await read(['feeds'], (tx) => tx.objectStore('feeds').count())).toBe(1);
  await closeDatabase();
});

function clearSiteData(): Promise<unknown> {
  return cdp().send('Storage.clearDataForOrigin', { origin: location.origin, storageTypes: 'indexeddb' });
}

/** Characters that do not compress. (Above 64 KB a value would be kept as a file, which a private window does not count.) */
function noise(length: number): string {
  const random = randomFrom(length);
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(random() * 20_000))).join('');
}
