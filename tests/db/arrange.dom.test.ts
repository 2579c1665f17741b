import { beforeEach, expect, test } from 'vitest';
import { mergeFolder, placeNode, undoPlaces } from '../../utils/db/arrange';
import { listFeeds } from '../../utils/db/feeds';
import { addFolder, listFolders } from '../../utils/db/folders';
import { renameFolder } from '../../utils/db/rename-folder';
import { listSearches, putSearch } from '../../utils/db/searches';
import { write } from '../../utils/db/transaction';
import { addFeed, freshDatabase } from './support';

beforeEach(freshDatabase);

/** The tree as text: folders with what is in them in brackets, then feeds. */
async function drawn(parentId: number | null = null): Promise<string> {
  const folders = (await listFolders()).filter((folder) => folder.parentId === parentId);
  const feeds = (await listFeeds()).filter((feed) => feed.folderId === parentId);
  const inner = await Promise.all(folders.map(async ({ id, title }) => `${title}[${await drawn(id)}]`));
  return [...inner, ...feeds.map(({ title }) => title)].join(' ');
}

/** `News[Local[c d] a b] Deep[] e` */
async function tree() {
  const news = await addFolder({ title: 'News', parentId: null, position: 0 });
  const deep = await addFolder({ title: 'Deep', parentId: null, position: 1 });
  const local = await addFolder({ title: 'Local', parentId: news, position: 0 });
  const a = await addFeed('a', { folderId: news, position: 0 });
  const b = await addFeed('b', { folderId: news, position: 0 });
  const c = await addFeed('c', { folderId: local, position: 3 });
  const d = await addFeed('d', { folderId: local, position: 9 });
  const e = await addFeed('e', { position: 1 });
  return { news, deep, local, a, b, c, d, e };
}

const feed = (id: number) => ({ kind: 'feed', id }) as const;
const folder = (id: number) => ({ kind: 'folder', id }) as const;

test('feeds take the place they are given, and every move can be taken back', async () => {
  const { news, local, a, c, d, e } = await tree();
  const before = await drawn();
  expect(before).toBe('News[Local[c d] a b] Deep[] e');
  const moves = [
    [feed(d), { parentId: local, before: c }, 'News[Local[d c] a b] Deep[] e'],
    [feed(e), { parentId: news, before: a }, 'News[Local[c d] e a b] Deep[]'],
    [feed(a), { parentId: news, before: null }, 'News[Local[c d] b a] Deep[] e'],
    [feed(a), { parentId: null, before: e }, 'News[Local[c d] b] Deep[] a e'],
    [feed(a), { parentId: local, before: 4711 }, 'News[Local[c d a] b] Deep[] e'],
  ] as const;
  for (const [node, place, wanted] of moves) {
    const undoId = await placeNode(node, place, 1000);
    expect(await drawn()).toBe(wanted);
    await undoPlaces(undoId);
    expect(await drawn()).toBe(before);
  }
});

test('folders nest as deep as one likes, and never into themselves', async () => {
  const { news, deep, local } = await tree();
  await placeNode(folder(deep), { parentId: null, before: news }, 1);
  expect(await drawn()).toBe('Deep[] News[Local[c d] a b] e');
  await placeNode(folder(news), { parentId: deep, before: null }, 1);
  expect(await drawn()).toBe('Deep[News[Local[c d] a b]] e');
  for (const inside of [deep, news, local])
    await expect(placeNode(folder(deep), { parentId: inside, before: null }, 1)).rejects.toMatchObject({
      problem: { kind: 'input-invalid' },
    });
  let parentId = local;
  for (let level = 4; level <= 9; level++)
    parentId = await addFolder({ title: `L${level}`, parentId, position: 0 });
  await placeNode(folder(parentId), { parentId: null, before: deep }, 1);
  expect(await drawn()).toMatch(/^L9\[\] Deep\[News\[Local\[L4\[L5\[L6\[L7\[L8\[\]/);
});

test('merging and removing keep every feed, and come back whole', async () => {
  const { news, deep, local } = await tree();
  const before = await drawn();
  const merged = await mergeFolder(news, deep, 1);
  expect(await drawn()).toBe('Deep[Local[c d] a b] e');
  await undoPlaces(merged);
  expect(await drawn()).toBe(before);
  const removed = await mergeFolder(local, news, 1);
  expect(await drawn()).toBe('News[a b c d] Deep[] e');
  await undoPlaces(removed);
  expect(await drawn()).toBe(before);
  const up = await mergeFolder(local, null, 1);
  expect(await drawn()).toBe('News[a b] Deep[] e c d');
  await undoPlaces(up);
  expect(await drawn()).toBe(before);
  await expect(mergeFolder(news, local, 1)).rejects.toMatchObject({ problem: { kind: 'input-invalid' } });
  await expect(mergeFolder(4711, null, 1)).rejects.toMatchObject({ problem: { kind: 'no-such-folder' } });
});

test('a feed whose folder is gone comes back to the top, where it is seen', async () => {
  const { news, local, a, e } = await tree();
  const moved = await placeNode(feed(a), { parentId: null, before: e }, 1);
  // as a restore may leave it
  await write('reader', ['folders'], async (tx) => {
    for (const id of [news, local]) await tx.objectStore('folders').delete(id);
  });
  await undoPlaces(moved);
  expect((await listFeeds()).find(({ id }) => id === a)?.folderId).toBeNull();
});

test('only the last change is taken back, and only once', async () => {
  const { news, a, e } = await tree();
  const first = await placeNode(feed(e), { parentId: news, before: null }, 1);
  const second = await placeNode(feed(a), { parentId: null, before: null }, 1);
  expect(second).toBeGreaterThan(first);
  await expect(undoPlaces(first)).rejects.toMatchObject({ problem: { kind: 'nothing-to-undo' } });
  await undoPlaces(second);
  await expect(undoPlaces(second)).rejects.toMatchObject({ problem: { kind: 'nothing-to-undo' } });
  expect(await drawn()).toBe('News[Local[c d] a b e] Deep[]');
});

test('a name that a folder got since stays when its move, or that of the folder beside it, is taken back', async () => {
  const { news, deep } = await tree();
  const moved = await placeNode(folder(deep), { parentId: null, before: news }, 1);
  await renameFolder(deep, 'Depth');
  await renameFolder(news, 'Paper');
  expect(await drawn()).toBe('Depth[] Paper[Local[c d] a b] e');
  await undoPlaces(moved);
  expect(await drawn()).toBe('Paper[Local[c d] a b] Depth[] e');
});

test('a search for a folder follows its other name, unless another folder has the old one', async () => {
  const { news, local } = await tree();
  await putSearch({ title: 'mine', query: 'folder:news 美国' });
  const query = async () => (await listSearches())[0]?.query;
  await renameFolder(news, 'World News');
  expect(await query()).toBe('folder:"World News" 美国');
  await renameFolder(local, 'World News');
  await renameFolder(local, 'Local');
  expect(await query()).toBe('folder:"World News" 美国');
  await renameFolder(news, '新闻');
  expect(await query()).toBe('folder:新闻 美国');
});
