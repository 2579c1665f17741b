import { expect, test } from 'vitest';
import { moveFeed } from '../../utils/actions/arrange-feeds';
import { createFolder, place, removeFolder, renameFolder } from '../../utils/actions/arrange-folders';
import { markAllRead, undo } from '../../utils/actions/mark-all-read';
import { markRead } from '../../utils/actions/mark-read';
import { showBadge } from '../../utils/actions/show-badge';
import { star } from '../../utils/actions/star';
import { subscribe } from '../../utils/actions/subscribe';
import { restoreFeed, unsubscribe } from '../../utils/actions/unsubscribe';
import { commitCheck } from '../../utils/db/commit-check';
import { listFeeds } from '../../utils/db/feeds';
import { listFolders } from '../../utils/db/folders';
import { finishMarkAll } from '../../utils/db/mark-all';
import { repairCounts } from '../../utils/db/repair';
import { addFeed, newEntry } from '../db/support';
import { documentUrl, listAll, problemOf, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

/** Feeds of 2, 3 and 2 unread entries; the second in a folder, the third in a folder of it. */
async function threeFeeds() {
  const world = new TestWorld();
  const { folderId } = await createFolder(world, { title: 'News' });
  const { folderId: inner } = await createFolder(world, { title: 'Local', parentId: folderId });
  const names = ['morning.xml', 'odd-dates.xml', 'twice.xml'];
  const ids: number[] = [];
  for (const name of names) ids.push((await subscribe(world, { url: documentUrl(name) })).feedId);
  const [first = 0, second = 0, third = 0] = ids;
  await moveFeed(world, { feedId: second, folderId });
  await moveFeed(world, { feedId: third, folderId: inner });
  world.changes = [];
  return { world, folderId, inner, first, second, third };
}

test('reading takes from the badge, unreading gives back', async () => {
  const { world } = await threeFeeds();
  const entryIds = (await listAll()).slice(0, 3).map(({ id }) => id);
  expect(await markRead(world, { entryIds, read: true })).toEqual({ changed: 3 });
  expect(world.badge.text).toBe('4');
  expect(await markRead(world, { entryIds, read: true })).toEqual({ changed: 0 });
  expect(await markRead(world, { entryIds: entryIds.slice(1), read: false })).toEqual({ changed: 2 });
  expect(world.badge.text).toBe('6');
  expect(world.changes).toContainEqual({ kind: 'entries', entryIds });
  expect(await star(world, { entryIds, starred: true })).toEqual({ changed: 3 });
});

test('a feed, a folder with all below it, everything; each can be taken back', async () => {
  const { world, folderId, inner, first } = await threeFeeds();
  const scopes = [
    [{ feedId: first }, 2, '5'],
    [{ folderId: inner }, 2, '5'],
    [{ folderId }, 5, '2'],
    [{}, 7, ''],
  ] as const;
  for (const [scope, changed, badge] of scopes) {
    const done = await markAllRead(world, scope);
    expect(done.changed).toBe(changed);
    expect(world.badge.text).toBe(badge);
    expect((await listAll()).filter(({ read }) => read === 1)).toHaveLength(changed);
    expect(await undo(world, { undoId: done.undoId })).toEqual({ changed });
    expect(world.badge.text).toBe('7');
  }
  expect(await problemOf(undo(world, { undoId: 4711 }))).toEqual({ kind: 'nothing-to-undo' });
});

test('of many articles whose rows were read already, the badge and the lists hear when they are unread again', async () => {
  const world = new TestWorld();
  const feedId = await addFeed('many');
  const added = Array.from({ length: 620 }, (_, n) => newEntry(`${n}`));
  await commitCheck({ feedId, patch: {}, added });
  const { undoId } = await markAllRead(world, {});
  await finishMarkAll();
  world.changes = [];
  expect(await undo(world, { undoId })).toEqual({ changed: 620 });
  await expect.poll(() => world.badge.unread).toBe(620);
  await expect.poll(() => world.changes).toEqual([{ kind: 'lists' }, { kind: 'lists' }]);
});

test('what arrived since the reader saw the list stays unread', async () => {
  const world = new TestWorld();
  const old = await subscribe(world, { url: documentUrl('morning.xml') });
  world.time += 1000;
  const seen = world.time;
  await subscribe(world, { url: documentUrl('twice.xml') });
  world.time += 1000;
  expect(await markAllRead(world, { before: seen })).toMatchObject({ changed: 2 });
  const isRead = (await listAll()).map(({ feedId, read }) => (read === 1) === (feedId === old.feedId));
  expect(isRead).toEqual([true, true, true, true]);
  expect(world.badge.text).toBe('2');
});

test('a folder is marked with all below it, in whatever order folders were made', async () => {
  const { world, folderId, inner, first, second } = await threeFeeds();
  const { folderId: middle } = await createFolder(world, { title: 'Later' });
  const { folderId: outer } = await createFolder(world, { title: 'Last' });
  await place(world, { node: 'folder', id: middle, parentId: outer });
  await place(world, { node: 'folder', id: folderId, parentId: middle });
  await moveFeed(world, { feedId: first, folderId: outer });
  const { undoId, changed } = await markAllRead(world, { folderId: outer });
  expect([changed, world.badge.text]).toEqual([7, '']);
  await undo(world, { undoId });
  await moveFeed(world, { feedId: second, folderId: null });
  expect(await markAllRead(world, { folderId: middle })).toMatchObject({ changed: 2 });
  expect(await markAllRead(world, { folderId: inner })).toMatchObject({ changed: 0 });
});

test('what is not there is a Problem', async () => {
  const { world } = await threeFeeds();
  expect(await problemOf(markAllRead(world, { feedId: 4711 }))).toEqual({
    kind: 'no-such-feed',
    feedId: 4711,
  });
  const noFolder = { kind: 'no-such-folder', folderId: 4711 };
  expect(await problemOf(markAllRead(world, { folderId: 4711 }))).toEqual(noFolder);
  expect(await problemOf(removeFolder(world, { folderId: 4711 }))).toEqual(noFolder);
  expect(await problemOf(createFolder(world, { title: 'x', parentId: 4711 }))).toEqual(noFolder);
  expect(await problemOf(createFolder(world, { title: '  ' }))).toEqual({
    kind: 'input-invalid',
    field: 'title',
  });
});

test('a folder that goes leaves its feeds one level up', async () => {
  const { world, folderId, inner, third } = await threeFeeds();
  await renameFolder(world, { folderId, title: ' World ' });
  await removeFolder(world, { folderId: inner });
  expect(await listFolders()).toMatchObject([{ title: 'World' }]);
  expect((await listFeeds()).find(({ id }) => id === third)?.folderId).toBe(folderId);
  expect(world.mirror.folders).toMatchObject([{ title: 'World' }]);
});

test('who wants no badge has none', async () => {
  const { world } = await threeFeeds();
  world.settings = { ...world.settings, badge: 'off' };
  await showBadge(world);
  expect(world.badge).toEqual({ text: '', unread: 7 });
});

test('a feed comes out of the bin with its marks, its stars and its folder, and is counted as before', async () => {
  const { world, second, folderId } = await threeFeeds();
  const own = async () =>
    (await listAll())
      .filter(({ feedId }) => feedId === second)
      .map(({ id, read, readAt, starred }) => ({ id, read, readAt, starred }));
  const [first, other] = await own();
  await markRead(world, { entryIds: [first?.id ?? 0], read: true });
  await star(world, { entryIds: [other?.id ?? 0], starred: true });
  const before = { rows: await own(), badge: world.badge.text };
  expect(before.badge).toBe('6');
  await unsubscribe(world, { feedId: second });
  expect(await own()).toEqual([]);
  expect(world.badge.text).toBe('4');
  await restoreFeed(world, { feedId: second });
  expect({ rows: await own(), badge: world.badge.text }).toEqual(before);
  expect((await listFeeds()).find(({ id }) => id === second)?.folderId).toBe(folderId);
  expect(await repairCounts()).toEqual([]);
});
