import { expect, test } from 'vitest';
import { moveFeed, renameFeed } from '../../utils/actions/arrange-feeds';
import { createFolder } from '../../utils/actions/arrange-folders';
import { dismissNotice } from '../../utils/actions/dismiss-notice';
import { mirrorSubscriptions } from '../../utils/actions/mirror-subscriptions';
import { poll } from '../../utils/actions/poll';
import { restoreSubscriptions } from '../../utils/actions/restore-subscriptions';
import { snapshot } from '../../utils/actions/snapshot';
import { subscribe } from '../../utils/actions/subscribe';
import { unsubscribe } from '../../utils/actions/unsubscribe';
import type { Snapshots } from '../../utils/backup/generations';
import { listFeeds } from '../../utils/db/feeds';
import { addFolder, listFolders } from '../../utils/db/folders';
import { markRead, star } from '../../utils/db/mark';
import { repairCounts } from '../../utils/db/repair';
import { listSearches, putSearch } from '../../utils/db/searches';
import { needTags, tagEntries } from '../../utils/db/tags';
import { defaultRetention } from '../../utils/model/retention';
import { freshDatabase } from '../db/support';
import { documentUrl, listAll, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

/** Two feeds, one of them named by the reader and in a folder of a folder. */
async function arranged() {
  const world = new TestWorld();
  const { folderId: parentId } = await createFolder(world, { title: 'News' });
  const { folderId } = await createFolder(world, { title: 'Local', parentId });
  const { feedId } = await subscribe(world, { url: documentUrl('morning.xml') });
  await subscribe(world, { url: documentUrl('odd-dates.xml') });
  await moveFeed(world, { feedId, folderId });
  await renameFeed(world, { feedId, title: 'Mine' });
  return { world, feedId, folderId, parentId };
}

const shape = async () =>
  (await listFeeds()).map(({ id, customTitle, folderId }) => [id, customTitle, folderId]);

test('a lost database is filled from the mirror: same ids, names, folders; told once; then polled', async () => {
  const { world } = await arranged();
  const before = await shape();
  const folders = await listFolders();
  await freshDatabase();

  expect(await restoreSubscriptions(world)).toBe(2);
  expect(await shape()).toEqual(before);
  expect(await listFolders()).toEqual(folders);
  expect(world.notices).toEqual({ restored: { count: 2 } });
  expect(world.changes.at(-1)).toEqual({ kind: 'feeds' });
  expect(await restoreSubscriptions(world)).toBe(0);

  world.time += 10_000;
  expect(await poll(world)).toEqual({ checked: 2, newEntries: 5, failed: 0 });
  expect(await listAll()).toHaveLength(5);
  await dismissNotice(world, { notice: 'restored' });
  expect(world.notices).toEqual({});
});

/** What the background puts by once a day. */
async function putBy(world: TestWorld): Promise<void> {
  const shelf = {
    read: async () => world.snapshots,
    write: async (all: Snapshots) => {
      world.snapshots = all;
    },
  };
  await snapshot(world, shelf, defaultRetention);
}

const marks = async () =>
  (await listAll()).map(({ key, read, starred, tags = [] }) => [key, read, starred, tags.length]).sort();

test('what was read, starred and tagged is so again after a loss, before a check brings it as new', async () => {
  const { world } = await arranged();
  const [one, two, three] = (await listAll()).map(({ id }) => id);
  await markRead([one ?? 0, two ?? 0], true, world.time);
  await star([three ?? 0], true);
  await tagEntries([three ?? 0], { add: [...(await needTags(['kept'])).values()] });
  await putSearch({ title: 'Mine', query: 'mine' });
  const before = await marks();
  await putBy(world);
  await freshDatabase();
  await restoreSubscriptions(world);
  expect(await marks()).toEqual(before);
  expect((await listSearches()).map(({ query }) => query)).toEqual(['mine']);
  world.time += 10_000;
  expect(await poll(world)).toMatchObject({ checked: 2, newEntries: 0 });
  expect(await marks()).toEqual(before);
  expect(await repairCounts(1)).toEqual([]);
});

test('a kill between the subscriptions and what was read leaves it to the next start', async () => {
  const { world } = await arranged();
  await markRead(
    (await listAll()).map(({ id }) => id),
    true,
    world.time,
  );
  const before = await marks();
  await putBy(world);
  await freshDatabase();
  const { snapshots } = world;
  const killed = new Error('killed');
  world.tell = () => Promise.reject(killed);
  await expect(restoreSubscriptions(world)).rejects.toBe(killed);
  world.tell = async () => undefined;
  expect(await listAll()).toEqual([]);
  expect(await restoreSubscriptions(world)).toBe(0);
  expect(await marks()).toEqual(before);
  // once it is done, nothing is put back any more
  await markRead(
    (await listAll()).map(({ id }) => id),
    false,
    world.time,
  );
  world.snapshots = snapshots;
  await restoreSubscriptions(world);
  expect((await listAll()).every(({ read }) => read === 0)).toBe(true);
});

test('a snapshot that is none, or of feeds that are gone, keeps nothing from coming back', async () => {
  const { world, feedId } = await arranged();
  await putBy(world);
  world.mirror.feeds = world.mirror.feeds.filter(({ id }) => id !== feedId);
  await freshDatabase();
  expect(await restoreSubscriptions(world)).toBe(1);
  expect((await listAll()).map((entry) => entry.feedId)).not.toContain(feedId);
  world.snapshots = { latest: { at: 1, text: 'no backup' } };
  await freshDatabase();
  expect(await restoreSubscriptions(world)).toBe(1);
  expect(await listAll()).toEqual([]);
});

test('an empty database never empties the mirror', async () => {
  const { world } = await arranged();
  await freshDatabase();
  await mirrorSubscriptions(world);
  expect(world.mirror.feeds).toHaveLength(2);
});

test('subscribing to something new after a loss brings the others back first', async () => {
  const { world } = await arranged();
  await freshDatabase();
  await subscribe(world, { url: documentUrl('twice.xml') });
  expect(await listFeeds()).toHaveLength(3);
  expect(world.mirror.feeds).toHaveLength(3);
});

test('who unsubscribes from everything has nothing restored', async () => {
  const { world } = await arranged();
  for (const { id } of await listFeeds()) await unsubscribe(world, { feedId: id });
  expect(world.mirror.feeds).toEqual([]);
  expect(await restoreSubscriptions(world)).toBe(0);
  await freshDatabase();
  expect(await restoreSubscriptions(world)).toBe(0);
  expect(await listFeeds()).toEqual([]);
});

test('a restore that was interrupted between folders and feeds is finished', async () => {
  const { world, parentId } = await arranged();
  const before = await shape();
  await freshDatabase();
  await addFolder({ id: parentId, title: 'News', parentId: null, position: 0 });
  expect(await restoreSubscriptions(world)).toBe(2);
  expect(await shape()).toEqual(before);
  expect(await listFolders()).toHaveLength(2);
});

test('a mirror with a folder missing puts its feeds and folders at the top', async () => {
  const { world, folderId, parentId } = await arranged();
  world.mirror.folders = world.mirror.folders.filter(({ id }) => id !== parentId);
  await freshDatabase();
  await restoreSubscriptions(world);
  expect(await listFolders()).toMatchObject([{ id: folderId, parentId: null }]);

  world.mirror.folders = [];
  await freshDatabase();
  await restoreSubscriptions(world);
  expect((await listFeeds()).map((feed) => feed.folderId)).toEqual([null, null]);
});
