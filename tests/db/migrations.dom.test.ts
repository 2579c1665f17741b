import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { cachedImage } from '../../utils/db/cached-images';
import { countUnread, listCounts } from '../../utils/db/counts';
import { listEntries } from '../../utils/db/entry-lists';
import { listFeeds } from '../../utils/db/feeds';
import { getIcons } from '../../utils/db/icons';
import { undoMarkAll } from '../../utils/db/mark-all';
import { migrate, migrations } from '../../utils/db/migrations';
import { databaseName, databaseVersion, openDatabase } from '../../utils/db/open';
import { repairCounts } from '../../utils/db/repair';
import type { BroadsheetSchema } from '../../utils/db/schema';
import { loadSeen } from '../../utils/db/seen';
import { listTags } from '../../utils/db/tag-list';
import { read } from '../../utils/db/transaction';
import { freshDatabase, newEntry, newFeed } from './support';

beforeEach(freshDatabase);

type Put = (store: string, row: object) => Promise<unknown>;

async function seedOfOne(put: Put): Promise<void> {
  await put('feeds', { ...newFeed('old'), id: 3 });
  await put('entries', { ...newEntry('k').entry, id: 8, feedId: 3 });
  await put('bodies', { ...newEntry('k').body, entryId: 8 });
  await put('counts', { feedId: 3, total: 1, unread: 1, starred: 0, readUpTo: 0, readUpToAt: 0 });
}

async function seedOfFour(put: Put): Promise<void> {
  await seedOfOne(put);
  await put('seen', {
    feedId: 3,
    listed: new BigUint64Array([5n]),
    gone: new BigUint64Array([7n, 9n]),
    goneDays: new Uint16Array([20_000, 20_001]),
    prunedTo: 1000,
    begins: 500,
  });
  await put('imageFiles', { hash: 'ab', blob: new Blob(['x']), bytes: 1 });
  await put('images', { address: 'https://site.example/a.png', hash: 'ab', from: '', fetchedAt: 1 });
  await put('keptEntries', {
    entryId: 8,
    feedId: 3,
    state: 'kept',
    dueAt: 0,
    tries: 1,
    usedAt: 5,
    hashes: ['ab'],
    missing: [],
  });
}

async function seedOfFive(put: Put): Promise<void> {
  await seedOfFour(put);
  await put('cadences', {
    feedId: 3,
    lastWeek: 2900,
    weeks: Array.from({ length: 26 }, () => 1),
    hours: Array.from({ length: 168 }, () => 2),
  });
}

async function seedOfSix(put: Put): Promise<void> {
  await seedOfFive(put);
  await put('counts', { feedId: 0, total: 0, unread: 1, starred: 0, readUpTo: 0, readUpToAt: 0 });
}

async function seedOfEight(put: Put): Promise<void> {
  await seedOfSix(put);
  await put('tags', { id: 4, title: 'kept', removedAt: null });
  await put('searches', { id: 1, title: 'Mine', query: 'is:starred', position: 0 });
}

async function seedOfTen(put: Put): Promise<void> {
  await seedOfEight(put);
  await put('icons', { feedId: 3, blob: new Blob(['x'], { type: 'image/png' }), askedAt: 1000 });
  await put('storyKeys', { entryId: 8, keys: [[17, 0]] });
  await put('revisions', { entryId: 8, at: 500, title: 'before', html: '<p>before</p>' });
}

/**
 * One for each released version, in order: rows as that version wrote them, frozen (copy them here, do not build them
 * from today's code where it may change), which today's code must be able to read after its migrations.
 */
const seeds: ((put: Put) => Promise<unknown>)[] = [
  seedOfOne,
  async (put) => {
    await seedOfOne(put);
    await put('seen', {
      feedId: 3,
      listed: new BigUint64Array([5n]),
      gone: new BigUint64Array([7n, 9n]),
      goneDays: new Uint16Array([20_000, 20_001]),
      prunedTo: 1000,
      begins: 500,
    });
  },
  async (put) => {
    await seedOfOne(put);
    await put('seen', {
      feedId: 3,
      listed: new BigUint64Array([5n]),
      gone: new BigUint64Array([7n, 9n]),
      goneDays: new Uint16Array([20_000, 20_001]),
      prunedTo: 1000,
      begins: 500,
    });
  },
  seedOfFour,
  seedOfFive,
  seedOfSix,
  async (put) => {
    await seedOfSix(put);
    await put('segments', {
      id: 1,
      docs: 1,
      newest: 1000,
      oldest: 1000,
      minId: 8,
      maxId: 8,
      dead: new Uint16Array(),
      bytes: 10,
      textBytes: 20,
    });
  },
  seedOfEight,
  async (put) => {
    await seedOfEight(put);
    await put('icons', { feedId: 3, blob: new Blob(['x'], { type: 'image/png' }), askedAt: 1000 });
  },
  seedOfTen,
  seedOfTen,
  async (put) => {
    await seedOfTen(put);
    const counts = { total: 1, unread: 1, starred: 0, readUpTo: 0, readUpToAt: 0 };
    await put('counts', { feedId: 3, ...counts, marked: { 4: 1 }, unreadMarked: { 4: 1 } });
    await put('entries', { ...newEntry('k').entry, id: 8, feedId: 3, tags: [4], markSort: [[4, 1000]] });
  },
];

test('there is a seed for every version', () => {
  expect(seeds.length).toBe(migrations.length);
  expect(databaseVersion).toBe(migrations.length);
});

test.each(seeds.map((seed, i) => ({ version: i + 1, seed })))(
  'version $version is read',
  async ({ version, seed }) => {
    const steps = migrations.slice(0, version);
    const old = await openDB<BroadsheetSchema>(databaseName, version, {
      upgrade: (db, oldVersion, _, tx) => void migrate(db, tx, oldVersion, steps),
    });
    await seed((store, row) => old.put(store as 'meta', structuredClone(row) as never));
    old.close();
    expect(await listFeeds()).toMatchObject([{ id: 3, title: 'old' }]);
    expect(await listEntries({ filter: 'unread', limit: 9 })).toMatchObject([{ id: 8, key: 'k' }]);
    expect(await countUnread()).toBe(1);
    expect((await cachedImage('https://site.example/a.png'))?.size).toBe(version < 4 ? undefined : 1);
    expect((await listTags()).map(({ title }) => title)).toEqual(version < 8 ? [] : ['kept']);
    expect((await getIcons()).map(({ blob }) => blob?.size)).toEqual(version < 9 ? [] : [1]);
    const seen = await read(['seen'], (tx) => loadSeen(tx, 3));
    expect(seen?.gone ?? null).toEqual(version < 2 ? null : new BigUint64Array([7n, 9n]));
  },
);

/** Two tagged articles of feed 3 by hand, and a mark-all of feed 5 that a kill cut off: 21 is rewritten, 22 and 23 are not. */
async function seedOfTagged(put: Put): Promise<void> {
  const entry = (id: number, feedId: number, more: object) =>
    put('entries', { ...newEntry(`${id}`).entry, id, feedId, ...more });
  const tagged = (...tags: number[]) => ({ tags, markSort: tags.map((tag) => [tag, 1000]) });
  await put('feeds', { ...newFeed('one'), id: 3 });
  await put('feeds', { ...newFeed('two'), id: 5 });
  await entry(11, 3, tagged(4, 7));
  await entry(12, 3, { ...tagged(4), read: 1 });
  await entry(13, 3, {});
  await entry(21, 5, { ...tagged(4), read: 1, readAt: 900 });
  await entry(22, 5, tagged(4, 7));
  await entry(23, 5, { ...tagged(7), unreadAt: 950 });
  await put('tags', { id: 4, title: 'kept', removedAt: null });
  const counts = { starred: 0, readUpTo: 0, readUpToAt: 0 };
  await put('counts', { feedId: 0, total: 0, unread: 3, ...counts });
  await put('counts', { feedId: 3, ...counts, total: 3, unread: 2, marked: { 4: 2, 7: 1 } });
  const watermark = { readUpTo: 23, readUpToAt: 900 };
  await put('counts', { feedId: 5, ...counts, ...watermark, total: 3, unread: 1, marked: { 4: 2, 7: 2 } });
  const part = { feedId: 5, upTo: 23, unread: 2, before: { upTo: 0, at: 0 } };
  await put('journal', { id: 1, at: 900, state: 'open', pending: 1, feeds: [part], spared: [] });
  await put('journal', { id: 2, of: 1, ids: [21], perFeed: [{ feedId: 5, rows: 1 }] });
}

test('version 10 did not count what is unread of a tag: it is counted, also what an undo will give back', async () => {
  const steps = migrations.slice(0, 10);
  const old = await openDB<BroadsheetSchema>(databaseName, 10, {
    upgrade: (db, oldVersion, _, tx) => void migrate(db, tx, oldVersion, steps),
  });
  await seedOfTagged((store, row) => old.put(store as 'meta', structuredClone(row) as never));
  old.close();
  const unreadOf = async () =>
    [...(await listCounts()).values()].map(({ unread, unreadMarked }) => [unread, unreadMarked]);
  expect(await unreadOf()).toEqual([
    [2, { 4: 1, 7: 1 }],
    [1, { 7: 1 }],
  ]);
  expect(await undoMarkAll(1)).toBe(2);
  expect(await unreadOf()).toEqual([
    [2, { 4: 1, 7: 1 }],
    [3, { 4: 2, 7: 2 }],
  ]);
  expect(await repairCounts()).toEqual([]);
});

test('where there is nothing, all stores and indexes are made', async () => {
  const db = await openDatabase();
  const stores = [...db.objectStoreNames];
  const tx = db.transaction(stores);
  const shape = Object.fromEntries(stores.map((name) => [name, [...tx.objectStore(name).indexNames]]));
  expect(db.version).toBe(migrations.length);
  expect(shape).toEqual({
    bodies: [],
    cadences: [],
    checks: [],
    counts: [],
    entries: ['byFeedRead', 'byKey', 'byMark', 'byRead', 'byStar', 'byStory'],
    feeds: ['byNextCheck', 'byRemoved'],
    folders: [],
    fullTexts: [],
    icons: [],
    imageFiles: [],
    images: ['byHash'],
    journal: ['byOwner', 'byPending', 'byTime'],
    keptEntries: ['byFeed', 'byHash', 'byState', 'byUse'],
    meta: [],
    outbox: [],
    postings: [],
    revisions: [],
    rules: [],
    searches: [],
    seen: [],
    segmentDocs: [],
    segments: [],
    stale: [],
    storyKeys: ['byKey'],
    tags: [],
    toCompare: [],
  });
});

test('a step that fails takes the upgrade back and leaves the old data', async () => {
  (await openDB(databaseName, 1, { upgrade: (db) => void db.createObjectStore('kept') })).close();
  const steps = [() => undefined, () => Promise.reject(new Error('step failed'))];
  const upgrade = openDB<BroadsheetSchema>(databaseName, 2, {
    upgrade: (db, from, _, tx) => void migrate(db, tx, from, steps),
  });
  await expect(upgrade).rejects.toMatchObject({ name: 'AbortError' });
  const db = await openDB(databaseName);
  expect([db.version, ...db.objectStoreNames]).toEqual([1, 'kept']);
  db.close();
});
