import { expect, test } from 'vitest';
import { markAllRead } from '../../utils/actions/mark-all-read';
import { finishMerge, mergeFeeds, undoMerge } from '../../utils/actions/merge-feeds';
import { restoreFeed, unsubscribe } from '../../utils/actions/unsubscribe';
import { getCadence } from '../../utils/db/cadences';
import { commitCheck } from '../../utils/db/commit-check';
import { countUnread, listCounts } from '../../utils/db/counts';
import { getBody } from '../../utils/db/entry-lists';
import { getFeed, updateFeed } from '../../utils/db/feeds';
import { awaitKeeping, countKept } from '../../utils/db/kept-entries';
import { findKnown } from '../../utils/db/known-entries';
import { markRead, star } from '../../utils/db/mark';
import { markAllRead as storeMark } from '../../utils/db/mark-all';
import { beginMerge, listMerges } from '../../utils/db/merge-feeds';
import { bringOver, listEntryIds } from '../../utils/db/merge-slices';
import { pruneFeed } from '../../utils/db/prune';
import { purgeFeed } from '../../utils/db/purge';
import { repairCounts } from '../../utils/db/repair';
import { storeGone } from '../../utils/db/seen';
import { needTags, tagEntries } from '../../utils/db/tags';
import { write } from '../../utils/db/transaction';
import type { Entry } from '../../utils/model/entry';
import { defaultRetention } from '../../utils/model/retention';
import { withAbortAt } from '../db/aborts';
import { addFeed, freshDatabase, newEntry } from '../db/support';
import { listAll, problemOf, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

const source = (url: string) => ({ url, privateAllowed: false, validators: null, bodyHash: '' });

/** Two feeds with these articles, by key; where both have one it is the same. */
async function twoFeeds(old: readonly string[], young: readonly string[]) {
  const world = new TestWorld();
  const from = await addFeed('old', { sources: [source('https://old.example/feed')] });
  const into = await addFeed('young', { sources: [source('https://young.example/feed')] });
  const put = async (feedId: number, keys: readonly string[]) => {
    const added = keys.map((key) =>
      newEntry(key, { sortAt: 1000 + Number(key), arrivedAt: 1000 + Number(key) }),
    );
    const { entryIds } = await commitCheck({ feedId, patch: {}, added });
    return new Map(keys.map((key, at) => [key, entryIds[at] ?? 0]));
  };
  return { world, from, into, a: await put(from, old), b: await put(into, young) };
}

const id = (ids: Map<string, number>, key: string) => ids.get(key) ?? expect.fail(key);
const urls = async (feedId: number) => (await getFeed(feedId))?.sources.map(({ url }) => url);
const summary = (entries: Entry[]) =>
  entries
    .map(({ key, feedId, read, starred, tags = [] }) => [key, feedId, read, starred, tags.length].join(' '))
    .sort();
/** What no merge may leave wrong. */
async function expectSound(): Promise<void> {
  expect(await repairCounts(1)).toEqual([]);
}

test('of two that follow the same one is left, with both addresses, each article once and the marks of both', async () => {
  const { world, from, into, a, b } = await twoFeeds(['1', '2', '3', '4'], ['3', '4', '5']);
  const tags = await needTags(['kept']);
  await markRead([id(a, '3'), id(a, '1')], true, 5000);
  await star([id(a, '4'), id(a, '2')], true);
  await tagEntries([id(a, '3')], { add: [...tags.values()] });
  await markRead([id(b, '5')], true, 5000);
  const { undoId, feedId } = await mergeFeeds(world, { feedId: from, into });
  expect(feedId).toBe(into);
  expect(await urls(into)).toEqual(['https://young.example/feed', 'https://old.example/feed']);
  expect(summary(await listAll())).toEqual([
    `1 ${into} 1 0 0`,
    `2 ${into} 0 1 0`,
    `3 ${into} 1 0 1`,
    `4 ${into} 0 1 0`,
    `5 ${into} 1 0 0`,
  ]);
  expect((await getFeed(from))?.removedAt).toBe(world.time);
  expect(await countUnread()).toBe(2);
  expect(world.badge.text).toBe('2');
  expect((await getCadence(into))?.weeks.reduce((sum, week) => sum + week, 0) ?? 0).toBeGreaterThanOrEqual(0);
  await expectSound();

  await undoMerge(world, { undoId });
  expect(await urls(into)).toEqual(['https://young.example/feed']);
  expect(await urls(from)).toEqual(['https://old.example/feed']);
  expect(summary(await listAll())).toEqual(
    [
      `1 ${from} 1 0 0`,
      `2 ${from} 0 1 0`,
      `3 ${from} 1 0 1`,
      `4 ${from} 0 1 0`,
      `3 ${into} 0 0 0`,
      `4 ${into} 0 0 0`,
      `5 ${into} 1 0 0`,
    ].sort(),
  );
  expect(await countUnread()).toBe(4);
  await expectSound();
  expect(await problemOf(undoMerge(world, { undoId }))).toEqual({ kind: 'nothing-to-undo' });
});

test('articles with other ids in the other place are the same by link, title and date', async () => {
  const { world, from, into } = await twoFeeds([], []);
  const same = { altKey: 'same', link: 'https://a.example/1', publishedAt: 7 };
  await commitCheck({ feedId: from, patch: {}, added: [newEntry('tag:old,1', same)] });
  await commitCheck({ feedId: into, patch: {}, added: [newEntry('urn:young:1', same)] });
  await markRead(
    (await listAll()).filter(({ feedId }) => feedId === from).map((entry) => entry.id),
    true,
    5000,
  );
  await mergeFeeds(world, { feedId: from, into });
  expect(summary(await listAll())).toEqual([`urn:young:1 ${into} 1 0 0`]);
  await expectSound();
});

test('what watermarks have read is read, and what was unread is, whatever the watermark of the other says', async () => {
  const { world, from, into, a } = await twoFeeds(['1', '2'], ['3']);
  await markAllRead(world, { feedId: from });
  await markRead([id(a, '2')], false, world.time + 10);
  await markAllRead(world, { feedId: into });
  const { undoId } = await mergeFeeds(world, { feedId: from, into });
  expect(summary(await listAll())).toEqual([`1 ${into} 1 0 0`, `2 ${into} 0 0 0`, `3 ${into} 1 0 0`]);
  await expectSound();
  await markAllRead(world, { feedId: into });
  await undoMerge(world, { undoId });
  expect(summary(await listAll())).toEqual([`1 ${from} 1 0 0`, `2 ${from} 1 0 0`, `3 ${into} 1 0 0`]);
  await expectSound();
});

test('what a mark-all has read, and has not rewritten yet, is read in the feed that takes it, and at home again', async () => {
  const keys = Array.from({ length: 510 }, (_, at) => `${at + 1}`);
  const unread = async () => (await listAll()).filter(({ read }) => read === 0).length;
  const { world, from, into } = await twoFeeds(keys, ['1', '2', '511']);
  // of more than 500 rows none is rewritten before the answer, and a kill may come right after it
  expect(await storeMark({ feedIds: [from], now: world.time })).toMatchObject({ changed: 510 });
  expect(await unread()).toBe(3);
  const { undoId } = await mergeFeeds(world, { feedId: from, into });
  expect([await unread(), await countUnread()]).toEqual([1, 1]);
  await expectSound();
  await markRead(
    (await listAll()).map(({ id: one }) => one),
    false,
    world.time + 10,
  );
  expect(await storeMark({ feedIds: [into], now: world.time + 20 })).toMatchObject({ changed: 511 });
  await undoMerge(world, { undoId });
  expect([await unread(), await countUnread(), (await listAll()).length]).toEqual([0, 0, 513]);
  await expectSound();
});

test('what the reader marked since the merge stays marked when it is taken back', async () => {
  const { world, from, into, a, b } = await twoFeeds(['1', '2'], ['1', '2']);
  await star([id(a, '1'), id(a, '2')], true);
  const { undoId } = await mergeFeeds(world, { feedId: from, into });
  await markRead([id(b, '1')], true, 9000);
  await undoMerge(world, { undoId });
  const after = (await listAll()).filter(({ feedId }) => feedId === into);
  expect(summary(after)).toEqual([`1 ${into} 1 1 0`, `2 ${into} 0 0 0`]);
  await expectSound();
});

test('a text that only the other copy still has, and pictures, stay with the article; what was pruned stays away', async () => {
  const { world, from, into, a, b } = await twoFeeds(['1', '2'], ['1']);
  await write('poll', ['entries', 'bodies'], async (tx) => {
    const row = await tx.objectStore('entries').get(id(b, '1'));
    if (row) await tx.objectStore('entries').put({ ...row, bodyGone: 1 });
    await tx.objectStore('bodies').delete(id(b, '1'));
  });
  await repairCounts(1);
  await write('poll', ['seen'], (tx) => storeGone(tx, from, [{ key: '9', sortAt: 900 }], world.time));
  await awaitKeeping(from, [id(a, '1'), id(a, '2')], 1);
  await mergeFeeds(world, { feedId: from, into });
  expect((await getBody(id(b, '1')))?.html).toContain('1');
  expect((await countKept(into)).waiting).toBe(2);
  expect([...(await findKnown(into, ['9', '1'])).gone]).toEqual(['9']);
  await expectSound();
});

test('a kill between two steps loses nothing, and the next start goes on; also when it is taken back', async () => {
  const keys = Array.from({ length: 100 }, (_, at) => `${at + 1}`);
  const { world, from, into } = await twoFeeds(keys, ['1', '2', '101']);
  const before = summary(await listAll());
  const merge = await beginMerge(from, into, world.time);
  await bringOver((await listEntryIds(from)).slice(0, 30), new Map(), world.time);
  await expectSound();
  expect(await listAll()).toHaveLength(31);
  await finishMerge(world);
  await expectSound();
  expect(await listAll()).toHaveLength(101);
  expect(new Set((await listAll()).map(({ key }) => key)).size).toBe(101);
  // It comes out of the bin by the undo of unsubscribing, too.
  await restoreFeed(world, { feedId: from });
  expect(summary(await listAll())).toEqual(before);
  expect(await problemOf(undoMerge(world, { undoId: merge?.id ?? 0 }))).toEqual({ kind: 'nothing-to-undo' });
  await expectSound();
});

test('no address is lost to a check that is under way; feeds that are not there are refused', async () => {
  const { world, from, into } = await twoFeeds(['1'], ['1']);
  await updateFeed(into, (feed) => ({ ...feed, leaseUntil: world.time + 1200 }));
  await mergeFeeds(world, { feedId: from, into });
  expect(world.time).toBeGreaterThan(1_200_000);
  expect(await urls(into)).toHaveLength(2);
  for (const [feedId, other] of [
    [from, into],
    [into, into],
    [into, 4711],
  ] as const)
    expect(await problemOf(mergeFeeds(world, { feedId, into: other }))).toMatchObject({
      kind: 'no-such-feed',
    });
});

/** Three feeds with an article of their own each, and one that all have. */
async function threeFeeds() {
  const { world, from: a, into: b } = await twoFeeds(['1', '9'], ['2', '9']);
  const c = await addFeed('third', { sources: [source('https://third.example/feed')] });
  const added = ['3', '9'].map((key) => newEntry(key, { sortAt: 1000 + Number(key) }));
  await commitCheck({ feedId: c, patch: {}, added });
  return { world, a, b, c };
}

const [first, second, third] = ['old', 'young', 'third'].map((name) => `https://${name}.example/feed`);

test('every merge can be taken back, not only the last: first the earlier one, then the later', async () => {
  const { world, a, b, c } = await threeFeeds();
  const before = summary(await listAll());
  const one = await mergeFeeds(world, { feedId: a, into: b });
  world.time += 1000;
  const two = await mergeFeeds(world, { feedId: b, into: c });
  expect(await urls(c)).toEqual([third, second, first]);
  expect(summary(await listAll())).toEqual([`1 ${c} 0 0 0`, `2 ${c} 0 0 0`, `3 ${c} 0 0 0`, `9 ${c} 0 0 0`]);
  expect((await listMerges()).map(({ from, into }) => [from, into])).toEqual([
    [b, c],
    [a, b],
  ]);
  await undoMerge(world, { undoId: one.undoId });
  expect([await urls(a), await urls(c)]).toEqual([[first], [third, second]]);
  expect((await getFeed(b))?.removedAt).not.toBeNull();
  const mine = summary(await listAll());
  expect(mine).toContain(`1 ${a} 0 0 0`);
  expect(mine).toContain(`2 ${c} 0 0 0`);
  await expectSound();
  await undoMerge(world, { undoId: two.undoId });
  expect([await urls(b), await urls(c)]).toEqual([[second], [third]]);
  expect(summary(await listAll())).toEqual(before);
  expect(await countUnread()).toBe(6);
  expect(await listMerges()).toEqual([]);
  await expectSound();
});

test('out of the bin in any order, also when the feed that took them in was unsubscribed from', async () => {
  const { world, a, b, c } = await threeFeeds();
  const before = summary(await listAll());
  await mergeFeeds(world, { feedId: a, into: c });
  await mergeFeeds(world, { feedId: b, into: c });
  const [kept] = (await listAll()).filter(({ key }) => key === '1');
  await markRead([kept?.id ?? 0], true, world.time);
  await unsubscribe(world, { feedId: c });
  expect(await countUnread()).toBe(0);
  await restoreFeed(world, { feedId: a });
  expect(summary((await listAll()).filter(({ feedId }) => feedId === a))).toEqual([
    `1 ${a} 1 0 0`,
    `9 ${a} 0 0 0`,
  ]);
  expect(await countUnread()).toBe(1);
  await expectSound();
  await restoreFeed(world, { feedId: c });
  await restoreFeed(world, { feedId: b });
  expect(summary(await listAll())).toEqual(before.map((line) => line.replace(`1 ${a} 0`, `1 ${a} 1`)));
  await expectSound();
});

test('a merge is forgotten when the feed is let go of for good', async () => {
  const { world, a, b } = await threeFeeds();
  const { undoId } = await mergeFeeds(world, { feedId: a, into: b });
  expect(await purgeFeed(a, world.time - 1)).toBe(false);
  expect(await listMerges()).toHaveLength(1);
  expect(await purgeFeed(a, world.time)).toBe(true);
  expect(await listMerges()).toEqual([]);
  expect(await problemOf(undoMerge(world, { undoId }))).toEqual({ kind: 'nothing-to-undo' });
  expect((await listAll()).map(({ feedId }) => feedId).filter((id) => id === a)).toEqual([]);
  await expectSound();
});

test('the last merge of an older version, kept where the present one is, can still be taken back', async () => {
  const { world, a, b, c } = await threeFeeds();
  const { undoId } = await mergeFeeds(world, { feedId: a, into: b });
  await write('reader', ['meta'], async (tx) => {
    const store = tx.objectStore('meta');
    const row = await store.get(`feed-merge:${undoId}`);
    await store.put({ key: 'feed-merge', value: row?.value });
    await store.delete(`feed-merge:${undoId}`);
  });
  await mergeFeeds(world, { feedId: b, into: c });
  await undoMerge(world, { undoId });
  expect(await urls(a)).toEqual([first]);
  expect(summary((await listAll()).filter(({ feedId }) => feedId === a))).toHaveLength(2);
  expect((await listMerges()).map(({ from }) => from)).toEqual([b]);
  await expectSound();
});

test('random feeds, marks and kills: nothing read is unread again, nothing is lost, all counts are right', async () => {
  let seed = 3;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const some = (all: number[]) => all.filter(() => random(2) === 0);
  for (let round = 0; round < 12; round++) {
    const keys = Array.from({ length: 30 }, (_, at) => `${round * 100 + at}`);
    const pick = () => keys.filter(() => random(3) > 0);
    const { world, from, into, a, b } = await twoFeeds(pick(), pick());
    const ids = [...a.values(), ...b.values()];
    await markRead(some(ids), true, 5000);
    if (random(2)) await markAllRead(world, { feedId: random(2) ? from : into });
    await markRead(some(ids).slice(0, 5), false, 6000);
    await star(some(ids), true);
    // marks of one moment have stamps that are a little later each
    world.time += 1000 * (round + 1);
    const mine = (entries: Entry[]) => entries.filter(({ feedId }) => feedId === from || feedId === into);
    const before = mine(await listAll());
    const wasRead = new Set(
      before
        .filter((entry) => entry.read && !before.some((x) => x.key === entry.key && x.unreadAt > 0))
        .map(({ key }) => key),
    );
    const { undoId } = await mergeFeeds(world, { feedId: from, into });
    const merged = mine(await listAll());
    expect(merged.map(({ key }) => key).sort()).toEqual([...new Set(before.map(({ key }) => key))].sort());
    expect(merged.filter((entry) => wasRead.has(entry.key) && !entry.read)).toEqual([]);
    const stars = new Set(before.filter((entry) => entry.starred).map(({ key }) => key));
    expect(merged.filter((entry) => entry.starred).length).toBe(stars.size);
    await expectSound();
    await undoMerge(world, { undoId });
    expect(summary(mine(await listAll()))).toEqual(summary(before));
    await expectSound();
    expect((await listCounts()).has(from)).toBe(true);
  }
});

test('each text goes on saying which address sent it', async () => {
  const world = new TestWorld();
  const urls = ['https://old.example/feed', 'https://young.example/feed'];
  const [from = 0, into = 0] = await Promise.all(urls.map((url) => addFeed(url, { sources: [source(url)] })));
  const put = async (feedId: number, key: string, sentBy = '', sentAt = 0) => {
    const { entry, body } = newEntry(key);
    const added = [{ entry, body: { ...body, sentBy, sentAt } }];
    return (await commitCheck({ feedId, patch: {}, added })).entryIds[0] ?? 0;
  };
  await put(from, 'both', urls[0], 10);
  const both = await put(into, 'both', urls[1], 20);
  const own = await put(from, 'own', urls[0], 30);
  await mergeFeeds(world, { feedId: from, into });
  expect(await getBody(own)).toMatchObject({ sentBy: urls[0], sentAt: 30 });
  expect(await getBody(both)).toMatchObject({ sentBy: urls[1], sentAt: 20 });
});

/** What a check brings through one address, later than the merge. */
async function brought(feedId: number, url: string, keys: readonly string[], at: number): Promise<void> {
  const added = keys.map((key) => {
    const { entry, body } = newEntry(key, { sortAt: at, arrivedAt: at });
    return { entry, body: { ...body, sentBy: url, sentAt: at } };
  });
  await commitCheck({ feedId, patch: {}, added });
}

const idOf = async (key: string) => (await listAll()).find((entry) => entry.key === key)?.id ?? 0;

test('what came since through an address goes home with it; the rest stays, and nothing read comes anew to either', async () => {
  const { world, from, into } = await twoFeeds(['1'], ['2']);
  const { undoId } = await mergeFeeds(world, { feedId: from, into });
  const later = world.time + 1000;
  await brought(into, first ?? '', ['3', '4'], later);
  await brought(into, second ?? '', ['5', '6'], later);
  await markRead([await idOf('3'), await idOf('5')], true, later);
  await star([await idOf('3')], true);
  await undoMerge(world, { undoId });
  expect(summary(await listAll())).toEqual(
    [
      `1 ${from} 0 0 0`,
      `2 ${into} 0 0 0`,
      `3 ${from} 1 1 0`,
      `4 ${from} 0 0 0`,
      `5 ${into} 1 0 0`,
      `6 ${into} 0 0 0`,
    ].sort(),
  );
  expect([...(await findKnown(into, ['3', '4'])).gone]).toEqual(['3']);
  expect([...(await findKnown(from, ['5', '6'])).gone]).toEqual(['5']);
  // nothing that is new looks old by it
  expect((await findKnown(from, ['5'])).archiveBefore).toBe(0);
  await expectSound();
});

test('what was read while two feeds were one is read in both, also by a mark-all, or after it was pruned', async () => {
  const { world, from, into, b } = await twoFeeds(['1', '2', '3', '4'], ['1', '2', '3', '4']);
  const { undoId } = await mergeFeeds(world, { feedId: from, into });
  world.time += 1000;
  await markRead([id(b, '1'), id(b, '2')], true, world.time);
  world.time += 86_400_000;
  await pruneFeed(into, { ...defaultRetention, bodyDays: 0, rowDays: 0, keptRows: 3 }, world.time);
  expect(await listAll()).toHaveLength(3);
  await markAllRead(world, { feedId: into });
  await markRead([id(b, '4')], false, world.time);
  await undoMerge(world, { undoId });
  const mine = (await listAll()).filter(({ feedId }) => feedId === from);
  expect(mine.map(({ key, read }) => [key, read]).sort()).toEqual([
    ['1', 1],
    ['2', 1],
    ['3', 1],
    ['4', 0],
  ]);
  // what was pruned meanwhile stays away from both
  expect((await findKnown(into, ['1', '2'])).gone.size + (await findKnown(into, ['1', '2'])).known.size).toBe(
    2,
  );
  await expectSound();
});

test('what a mark-all has covered since is read, in lists as in counts, when a merge is taken back', async () => {
  const { world, from, into, a } = await twoFeeds(['1'], ['1', '2']);
  await markRead([id(a, '1')], true, 5000);
  const { undoId } = await mergeFeeds(world, { feedId: from, into });
  world.time += 1000;
  await markAllRead(world, { feedId: into });
  await undoMerge(world, { undoId });
  expect(summary(await listAll())).toEqual([`1 ${from} 1 0 0`, `1 ${into} 1 0 0`, `2 ${into} 1 0 0`]);
  expect(await countUnread()).toBe(0);
});

test('a kill in the middle of taking a merge back is finished, with what has come since', async () => {
  const keys = Array.from({ length: 60 }, (_, at) => `${at + 1}`);
  for (const nth of [1, 2, 5, 40, 120, 200, 260]) {
    const { world, from, into } = await twoFeeds(keys, ['1', '2']);
    const { undoId } = await mergeFeeds(world, { feedId: from, into });
    const later = world.time + 1000;
    await brought(into, first ?? '', ['a', 'b', 'c'], later);
    await markRead([await idOf('b')], true, later);
    await withAbortAt(nth, () => undoMerge(world, { undoId }));
    await expectSound();
    await finishMerge(world);
    await restoreFeed(world, { feedId: from }).catch(() => undefined);
    const mine = (await listAll()).filter(({ feedId }) => feedId === from);
    expect(mine.map(({ key }) => key).sort()).toEqual([...keys, 'a', 'b', 'c'].sort());
    expect(mine.filter(({ read }) => read === 1).map(({ key }) => key)).toEqual(['b']);
    await expectSound();
    await freshDatabase();
  }
});
