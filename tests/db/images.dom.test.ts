import { beforeEach, expect, test } from 'vitest';
import { cachedImage, getCachedImages, getImageBytes } from '../../utils/db/cached-images';
import { commitCheck } from '../../utils/db/commit-check';
import { dropOrphans, evictImages } from '../../utils/db/evict-images';
import { awaitKeeping, countKept, listAwaiting, listKept, noteUse } from '../../utils/db/kept-entries';
import { markRead, star } from '../../utils/db/mark';
import { finishKeeping, storeImage } from '../../utils/db/store-images';
import { deleteArrived } from '../../utils/db/take-back';
import { addFeed, freshDatabase, newEntry } from './support';

beforeEach(freshDatabase);

const picture = (size: number) => new Blob([new Uint8Array(size)], { type: 'image/png' });
const address = (name: string) => `https://pictures.example/${name}.png`;

async function entries(count: number): Promise<{ feedId: number; ids: number[] }> {
  const feedId = await addFeed('one');
  const added = Array.from({ length: count }, (_, i) => newEntry(`k${i}`, { sortAt: 1000 + i }));
  const { entryIds } = await commitCheck({ feedId, patch: {}, added });
  await awaitKeeping(feedId, entryIds, 1000);
  return { feedId, ids: entryIds };
}

function keep(entryId: number, name: string, size: number, hash = name): Promise<void> {
  const image = { addresses: [address(name)], hash, from: address(name), fetchedAt: 5, blob: picture(size) };
  return storeImage(entryId, image);
}

test('a picture is found under every address that gave it, and its bytes are stored once', async () => {
  const { ids } = await entries(2);
  const [first = 0, second = 0] = ids;
  const image = { hash: 'aa', from: address('a'), fetchedAt: 5, blob: picture(100) };
  await storeImage(first, { ...image, addresses: [address('a'), 'https://proxy.example/?url=a'] });
  await storeImage(second, { ...image, addresses: [address('b')] });
  expect((await cachedImage('https://proxy.example/?url=a'))?.type).toBe('image/png');
  expect([...(await getCachedImages([address('a'), address('b'), address('c')])).keys()]).toEqual([
    address('a'),
    address('b'),
  ]);
  expect(await getImageBytes()).toBe(100);
});

test('articles wait until what became of their pictures is known', async () => {
  const { feedId, ids } = await entries(3);
  const [first = 0, second = 0] = ids;
  expect((await listAwaiting(1000, 9)).map(({ entryId }) => entryId)).toEqual([...ids].reverse());
  await finishKeeping(first, { hashes: ['aa'], missing: [], retryAt: null });
  await finishKeeping(second, { hashes: [], missing: [address('x')], retryAt: 5000 });
  expect((await listAwaiting(4999, 9)).length).toBe(1);
  expect((await listAwaiting(5000, 9)).map(({ entryId }) => entryId)).toContain(second);
  await finishKeeping(second, { hashes: [], missing: [address('x')], retryAt: null });
  expect(await countKept(feedId)).toEqual({ kept: 2, waiting: 1, partly: 1 });
  expect((await listKept(ids)).get(second)?.missing).toEqual([address('x')]);
});

test('what was opened longest ago goes first, read before unread, starred never', async () => {
  const { ids } = await entries(4);
  const [first = 0, second = 0, third = 0, fourth = 0] = ids;
  for (const [i, id] of ids.entries()) await keep(id, `p${i}`, 100);
  await star([first], true);
  await markRead([first, second, third], true, 3000);
  await noteUse(second, 9000);
  expect(await evictImages(400)).toBe(0);
  expect(await evictImages(300)).toBe(1);
  expect(await cachedImage(address('p2'))).toBeUndefined();
  expect(await evictImages(200)).toBe(1);
  expect(await cachedImage(address('p1'))).toBeUndefined();
  expect(await evictImages(0)).toBe(1);
  expect(await cachedImage(address('p0'))).toBeDefined();
  expect([await getImageBytes(), (await listKept([fourth])).size]).toEqual([100, 0]);
});

test('a picture stays as long as one article shows it', async () => {
  const { ids } = await entries(2);
  const [first = 0, second = 0] = ids;
  await keep(first, 'shared', 100);
  await keep(second, 'shared', 100);
  await star([second], true);
  await evictImages(0);
  expect([await getImageBytes(), (await cachedImage(address('shared')))?.size]).toEqual([100, 100]);
});

test('what is kept of articles that are gone, goes', async () => {
  const { feedId, ids } = await entries(2);
  for (const [i, id] of ids.entries()) await keep(id, `p${i}`, 100);
  expect(await dropOrphans()).toBe(0);
  await deleteArrived(feedId, 1000);
  expect(await dropOrphans()).toBe(1);
  expect(await getImageBytes()).toBe(100);
});

test('a picture of an article that is not to be kept is not stored', async () => {
  await keep(77, 'p', 100);
  expect([await getImageBytes(), await cachedImage(address('p'))]).toEqual([0, undefined]);
});
