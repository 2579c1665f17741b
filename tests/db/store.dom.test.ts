import { beforeEach, expect, test } from 'vitest';
import { mergeFolder } from '../../utils/db/arrange';
import { commitCheck } from '../../utils/db/commit-check';
import { countUnread, listCounts } from '../../utils/db/counts';
import { getBody, getEntry, listEntries } from '../../utils/db/entry-lists';
import { getFeed, listDueFeeds, listFeeds, listRemovedFeeds, updateFeed } from '../../utils/db/feeds';
import { addFolder, listFolders } from '../../utils/db/folders';
import { findKnown, listKnownEntries } from '../../utils/db/known-entries';
import { markRead, star } from '../../utils/db/mark';
import { finishMarkAll, markAllRead, undoMarkAll } from '../../utils/db/mark-all';
import { removeFeed, restoreFeed } from '../../utils/db/removal';
import { renameFolder } from '../../utils/db/rename-folder';
import { repairCounts } from '../../utils/db/repair';
import { write } from '../../utils/db/transaction';
import { addFeed, freshDatabase, newEntry } from './support';

beforeEach(freshDatabase);

const keysOf = (entries: readonly { key: string }[]) => entries.map((entry) => entry.key);
const unread = (more = {}) => listEntries({ filter: 'unread', limit: 50, ...more });

test('a check stores entries, bodies, counts and the feed together', async () => {
  const feedId = await addFeed('a');
  const added = [newEntry('x', { sortAt: 3000 }), newEntry('y', { sortAt: 2000 })];
  const { entryIds } = await commitCheck({ feedId, patch: { nextCheckAt: 99 }, added });
  expect(keysOf(await unread())).toEqual(['x', 'y']);
  const [x] = entryIds;
  if (x === undefined) throw new Error('no id');
  expect(await getEntry(x)).toMatchObject({ key: 'x', feedId });
  expect((await getBody(x))?.html).toBe('<p>x, version 1</p>');
  expect((await listCounts()).get(feedId)).toMatchObject({ total: 2, unread: 2, starred: 0 });
  expect((await getFeed(feedId))?.nextCheckAt).toBe(99);
});

test('of entries with the same time, the first of the document stands on top', async () => {
  const feedId = await addFeed('a');
  const added = Array.from({ length: 70 }, (_, i) => newEntry(`e${i}`));
  const { entryIds } = await commitCheck({ feedId, patch: {}, added });
  const listed = await listEntries({ filter: 'all', limit: 100 });
  expect(keysOf(listed)).toEqual(added.map(({ entry }) => entry.key));
  expect(listed.map((entry) => entry.id)).toEqual(entryIds);
});

test('a known key is never added again: it gets new words and keeps marks and place', async () => {
  const feedId = await addFeed('a');
  const { entryIds } = await commitCheck({ feedId, patch: {}, added: [newEntry('x')] });
  await markRead(entryIds, true, 5000);
  await star(entryIds, true);
  const again = await commitCheck({ feedId, patch: {}, added: [newEntry('x', { sortAt: 9000 }, 2)] });
  expect(again.entryIds).toEqual([]);
  const [entry] = await listEntries({ filter: 'starred', limit: 9 });
  expect(entry).toMatchObject({
    read: 1,
    starred: 1,
    sortAt: 1000,
    arrivedAt: 1000,
    title: 'Title of x, version 2',
  });
  expect((await getBody(entryIds[0] ?? 0))?.html).toBe('<p>x, version 2</p>');
  expect((await listCounts()).get(feedId)).toMatchObject({ total: 1, unread: 0, starred: 1 });
});

test('an edit changes words only', async () => {
  const feedId = await addFeed('a');
  const { entryIds } = await commitCheck({ feedId, patch: {}, added: [newEntry('x')] });
  const edited = newEntry('x', { sortAt: 7000, updatedAt: 7000, read: 0 }, 3);
  const [entryId = 0] = entryIds;
  await markRead(entryIds, true, 2000);
  await commitCheck({ feedId, patch: {}, changed: [{ entryId, content: edited.entry, body: edited.body }] });
  expect(await getEntry(entryId)).toMatchObject({
    title: 'Title of x, version 3',
    read: 1,
    sortAt: 1000,
    updatedAt: 7000,
  });
  expect((await findKnown(feedId, ['x', 'y'])).known.get('x')?.contentHash).toBe('x 3');
});

test('an adopted entry goes on under its new key; a key that is taken is left alone', async () => {
  const feedId = await addFeed('a');
  const { entryIds } = await commitCheck({ feedId, patch: {}, added: [newEntry('x'), newEntry('y')] });
  const [x = 0, y = 0] = entryIds;
  await markRead([x], true, 2000);
  const adopted = [
    { entryId: x, key: 'x2' },
    { entryId: y, key: 'x2' },
  ];
  await commitCheck({ feedId, patch: {}, adopted, added: [newEntry('x2'), newEntry('z')] });
  expect(await getEntry(x)).toMatchObject({ key: 'x2', read: 1 });
  expect(await getEntry(y)).toMatchObject({ key: 'y' });
  expect(keysOf(await unread())).toEqual(['z', 'y']);
  expect((await listKnownEntries(feedId)).map(({ altKey }) => altKey).sort()).toEqual([
    'alt x2',
    'alt y',
    'alt z',
  ]);
});

test.each([[2], [500]])('known keys are found among %i entries', async (size) => {
  const feedId = await addFeed('a');
  const added = Array.from({ length: size }, (_, i) => newEntry(`k${i}`));
  await commitCheck({ feedId, patch: {}, added });
  const { known } = await findKnown(feedId, ['k0', 'k1', 'other']);
  expect([...known.keys()].sort()).toEqual(['k0', 'k1']);
});

test('nothing is stored for a feed that is not there', async () => {
  const commit = commitCheck({ feedId: 77, patch: {}, added: [newEntry('x')] });
  await expect(commit).rejects.toMatchObject({ problem: { kind: 'no-such-feed', feedId: 77 } });
  expect(await listEntries({ filter: 'all', limit: 9 })).toEqual([]);
});

test('a feed in the bin is hidden and not counted, and comes back as it was', async () => {
  const [a, b] = [await addFeed('a'), await addFeed('b')];
  await commitCheck({ feedId: a, patch: {}, added: [newEntry('x')] });
  await commitCheck({ feedId: b, patch: {}, added: [newEntry('y')] });
  await removeFeed(a, 5000);
  expect(keysOf(await unread())).toEqual(['y']);
  expect(keysOf(await unread({ feedIds: [a, b] }))).toEqual(['y']);
  expect(await countUnread()).toBe(1);
  expect([...(await listCounts()).keys()]).toEqual([b]);
  expect((await listFeeds()).map((feed) => feed.id)).toEqual([b]);
  expect((await listRemovedFeeds()).map((feed) => feed.id)).toEqual([a]);
  await restoreFeed(a);
  expect(await countUnread()).toBe(2);
});

test('due feeds come the longest due first, without those in the bin', async () => {
  const [a, b, c] = [
    await addFeed('a', { nextCheckAt: 30 }),
    await addFeed('b', { nextCheckAt: 10 }),
    await addFeed('c'),
  ];
  await removeFeed(c, 1);
  expect((await listDueFeeds(30)).map((feed) => feed.id)).toEqual([b, a]);
  expect((await listDueFeeds(29)).map((feed) => feed.id)).toEqual([b]);
  await updateFeed(b, (feed) => ({ ...feed, nextCheckAt: 50 }));
  expect((await listDueFeeds(49)).map((feed) => feed.id)).toEqual([a]);
});

test('what a removed folder held moves up one level', async () => {
  const outer = await addFolder({ title: 'outer', parentId: null, position: 0 });
  const inner = await addFolder({ title: 'inner', parentId: outer, position: 0 });
  const leaf = await addFolder({ title: 'leaf', parentId: inner, position: 0 });
  const feedId = await addFeed('a', { folderId: inner });
  await renameFolder(leaf, 'leaves');
  await mergeFolder(inner, outer, 1);
  expect((await listFolders()).map(({ id, title, parentId }) => [id, title, parentId])).toEqual([
    [outer, 'outer', null],
    [leaf, 'leaves', outer],
  ]);
  expect((await getFeed(feedId))?.folderId).toBe(outer);
  await expect(renameFolder(inner, 'x')).rejects.toMatchObject({ problem: { kind: 'no-such-folder' } });
});

test('a mark-all of up to 500 rows is in the rows when it is answered', async () => {
  const feedId = await addFeed('a');
  const added = Array.from({ length: 450 }, (_, i) => newEntry(`k${i}`));
  const { entryIds } = await commitCheck({ feedId, patch: {}, added });
  const { changed, undoId } = await markAllRead({ feedIds: [feedId], now: 5000 });
  expect(changed).toBe(450);
  expect(await rowsRead()).toBe(450);
  expect(await countUnread()).toBe(0);
  await markRead(entryIds.slice(0, 2), false, 6000);
  await markRead(entryIds.slice(0, 1), true, 6001);
  expect(await undoMarkAll(undoId)).toBe(448);
  expect(await countUnread()).toBe(449);
  expect(await rowsRead()).toBe(1);
  await expect(undoMarkAll(undoId)).rejects.toMatchObject({ problem: { kind: 'nothing-to-undo' } });
});

test('a larger one holds at once, in the rows after finishing', async () => {
  const feedId = await addFeed('a');
  const added = Array.from({ length: 700 }, (_, i) => newEntry(`k${i}`));
  await commitCheck({ feedId, patch: {}, added });
  await markAllRead({ feedIds: [feedId], now: 5000 });
  expect(await rowsRead()).toBe(0);
  expect(await unread()).toEqual([]);
  expect((await listEntries({ filter: 'all', limit: 700 })).every((entry) => entry.read === 1)).toBe(true);
  expect(await countUnread()).toBe(0);
  expect(await finishMarkAll({ transactions: 1, rows: 200 })).toBe(false);
  expect(await rowsRead()).toBe(200);
  expect(await finishMarkAll()).toBe(true);
  expect(await rowsRead()).toBe(700);
  expect(await repairCounts()).toEqual([]);
});

test('mark-all with a time keeps what arrived from then on', async () => {
  const feedId = await addFeed('a');
  const added = Array.from({ length: 20 }, (_, i) => newEntry(`k${i}`, { sortAt: 100 * i }));
  await commitCheck({ feedId, patch: {}, added: added.slice(0, 10) });
  await commitCheck({ feedId, patch: {}, added: added.slice(10) });
  const { changed } = await markAllRead({ feedIds: [feedId], before: 1000, now: 5000 });
  expect(changed).toBe(10);
  expect(keysOf(await unread())).toEqual([
    'k19',
    'k18',
    'k17',
    'k16',
    'k15',
    'k14',
    'k13',
    'k12',
    'k11',
    'k10',
  ]);
  expect(await repairCounts()).toEqual([]);
});

test('counts that were damaged are put right, and it is said which', async () => {
  const feedId = await addFeed('a');
  await commitCheck({ feedId, patch: {}, added: [newEntry('x'), newEntry('y')] });
  await write('poll', ['counts'], (tx) =>
    tx.objectStore('counts').put({ feedId, total: 7, unread: -1, starred: 3, readUpTo: 0, readUpToAt: 0 }),
  );
  expect(await repairCounts()).toMatchObject([
    { feedId, was: { total: 7 }, is: { total: 2, unread: 2, starred: 0 } },
  ]);
  expect(await repairCounts()).toEqual([]);
});

/** As another program that reads the database would count them. */
function rowsRead(): Promise<number> {
  return write('poll', ['entries'], async (tx) => {
    const rows = await tx.objectStore('entries').getAll();
    return rows.filter((row) => row.read === 1).length;
  });
}
