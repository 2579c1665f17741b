import { beforeEach, expect, test } from 'vitest';
import { commitCheck } from '../../utils/db/commit-check';
import { listCounts } from '../../utils/db/counts';
import { getEntry, listEntries } from '../../utils/db/entry-lists';
import { loadEntries } from '../../utils/db/entry-rows';
import { markRead, star } from '../../utils/db/mark';
import { markAllRead, undoMarkAll } from '../../utils/db/mark-all';
import { finishMerges, mergeTags, purgeTags, restoreTag } from '../../utils/db/merge-tags';
import { pruneFeed } from '../../utils/db/prune';
import { purgeFeed } from '../../utils/db/purge';
import { removeFeed, restoreFeed } from '../../utils/db/removal';
import { getRepairReport, repairCounts } from '../../utils/db/repair';
import { listRules, replaceRules } from '../../utils/db/rules';
import { listSearches, putSearch } from '../../utils/db/searches';
import { listTags } from '../../utils/db/tag-list';
import { needTags, removeTag, renameTag, tagEntries } from '../../utils/db/tags';
import { write } from '../../utils/db/transaction';
import { moveWatermarks } from '../../utils/db/watermarks';
import { defaultRetention } from '../../utils/model/retention';
import { listMarks } from '../../utils/model/tag';
import { withAbortAt } from './aborts';
import { addFeed, freshDatabase, newEntry } from './support';

beforeEach(freshDatabase);

/** A feed of this many entries, the first the oldest. */
async function feedOf(count: number, title = 'a') {
  const feedId = await addFeed(title);
  const added = Array.from({ length: count }, (_, n) => newEntry(`${n}`, { sortAt: 1000 + n }));
  const { entryIds } = await commitCheck({ feedId, patch: {}, added });
  return { feedId, ids: entryIds };
}

async function tagNamed(title: string): Promise<number> {
  return [...(await needTags([title])).values()][0] ?? 0;
}

const listed = async (mark: number) =>
  (await listEntries({ filter: 'marked', mark, limit: 100 })).map(({ id }) => id);
const unreadOf = async (feedId: number) => (await listCounts()).get(feedId)?.unreadMarked ?? {};
const markedOf = async (feedId: number) => (await listCounts()).get(feedId)?.marked ?? {};

test('a name is one tag, however it is written', async () => {
  const first = await needTags(['Ｃhina  news', ' 新闻 ', '', '   ']);
  expect((await listTags()).map(({ title }) => title)).toEqual(['Ｃhina news', '新闻']);
  expect(await needTags(['china NEWS', '新闻'])).toEqual(first);
  expect(await listTags()).toHaveLength(2);
});

test('a tag is on and off, listed newest first, and counted', async () => {
  const { feedId, ids } = await feedOf(60);
  const [one, two] = [await tagNamed('one'), await tagNamed('two')];
  expect(await tagEntries(ids, { add: [one] })).toBe(60);
  expect(await tagEntries(ids, { add: [one] })).toBe(0);
  expect(await tagEntries(ids.slice(0, 10), { add: [two], remove: [one] })).toBe(10);
  expect(await listed(one)).toEqual(ids.slice(10).reverse());
  expect(await markedOf(feedId)).toEqual({ [one]: 50, [two]: 10 });
  const [last] = await listEntries({ filter: 'marked', mark: one, limit: 1 });
  const next = await listEntries({ filter: 'marked', mark: one, limit: 2, ...(last && { after: last }) });
  expect(next.map(({ id }) => id)).toEqual([ids[58], ids[57]]);
  expect(await tagEntries(ids, { add: [4711] })).toBe(0);
  expect(await repairCounts()).toEqual([]);
  expect(await getEntry(ids[0] ?? 0)).not.toHaveProperty('markSort');
});

test('wrong counts of tags are counted anew by the repair, which says so', async () => {
  const { feedId, ids } = await feedOf(6);
  const one = await tagNamed('one');
  await tagEntries(ids.slice(0, 4), { add: [one] });
  await write('poll', ['counts'], async (tx) => {
    const row = await tx.objectStore('counts').get(feedId);
    if (row) await tx.objectStore('counts').put({ ...row, marked: { [one]: 9, 4711: 2 } });
  });
  expect(await repairCounts(5)).toMatchObject([
    { feedId, was: { marked: { [one]: 9 } }, is: { marked: { [one]: 4 } } },
  ]);
  expect(await getRepairReport()).toMatchObject({ at: 5, feeds: 1, wrong: 1 });
  expect(await markedOf(feedId)).toEqual({ [one]: 4 });
  expect(await repairCounts(6)).toEqual([]);
});

test('what is unread of a tag is counted with every mark, mark-all and undo', async () => {
  const { feedId, ids } = await feedOf(6);
  const [one, two] = [await tagNamed('one'), await tagNamed('two')];
  await tagEntries(ids.slice(0, 4), { add: [one] });
  await tagEntries(ids.slice(3), { add: [two] });
  expect(await unreadOf(feedId)).toEqual({ [one]: 4, [two]: 3 });
  await markRead(ids.slice(0, 2), true, 2000);
  expect(await unreadOf(feedId)).toEqual({ [one]: 2, [two]: 3 });
  const all = await markAllRead({ feedIds: [feedId], now: 3000 });
  expect(await unreadOf(feedId)).toEqual({});
  await tagEntries(ids.slice(4), { remove: [two] });
  await undoMarkAll(all.undoId);
  expect(await unreadOf(feedId)).toEqual({ [one]: 2, [two]: 1 });
  // killed before any row was rewritten, retagged, and then taken back
  const { undoId } = await moveWatermarks({ feedIds: [feedId], now: 4000 });
  await tagEntries(ids.slice(4), { add: [two], remove: [one] });
  await tagEntries(ids.slice(2, 3), { remove: [one] });
  expect(await unreadOf(feedId)).toEqual({});
  await undoMarkAll(undoId);
  expect(await unreadOf(feedId)).toEqual({ [one]: 1, [two]: 3 });
  expect(await repairCounts()).toEqual([]);
});

test('a feed in the bin and its pruned articles are in no tag; a restored one is as it was', async () => {
  const { feedId, ids } = await feedOf(4);
  const other = await feedOf(2, 'b');
  const tag = await tagNamed('one');
  await tagEntries([...ids, ...other.ids], { add: [tag] });
  await removeFeed(feedId, 3000);
  expect([...(await listCounts()).values()].map(({ unreadMarked }) => unreadMarked)).toEqual([{ [tag]: 2 }]);
  await restoreFeed(feedId);
  expect(await unreadOf(feedId)).toEqual({ [tag]: 4 });
  await mergeTags(tag, await tagNamed('two'), 5000);
  await removeTag(tag, 5000);
  await purgeTags(5000);
  expect(await unreadOf(feedId)).toEqual({ [await tagNamed('two')]: 4 });
  expect(await repairCounts()).toEqual([]);
});

test('a feed taken out of the bin while it was being let go of has counts of what is left', async () => {
  const { feedId, ids } = await feedOf(150);
  await tagEntries(ids, { add: [await tagNamed('one')] });
  await star(ids.slice(0, 5), true);
  await removeFeed(feedId, 3000);
  // 3 requests an entry: the second transaction is the one that is aborted
  const { wasAborted } = await withAbortAt(420, () => purgeFeed(feedId, 3000));
  expect(wasAborted).toBe(true);
  await restoreFeed(feedId);
  const counts = (await listCounts()).get(feedId);
  expect(counts?.total).toBe((await listEntries({ filter: 'all', limit: 200 })).length);
  expect(counts?.total).toBeLessThan(150);
  expect(counts?.total).toBeGreaterThan(0);
  expect(await repairCounts()).toEqual([]);
});

test('the repair counts unread ones of a tag anew, and puts articles back into lists that lost them', async () => {
  const { feedId, ids } = await feedOf(5);
  const one = await tagNamed('one');
  await tagEntries(ids.slice(0, 4), { add: [one] });
  await star(ids.slice(0, 2), true);
  await markRead(ids.slice(0, 1), true, 2000);
  await write('poll', ['entries', 'counts'], async (tx) => {
    const [first, last] = await loadEntries(tx, [ids[0] ?? 0, ids[4] ?? 0]);
    if (!first || !last) throw new Error('no rows');
    const { markSort: _, starSort: __, ...lost } = first;
    await tx.objectStore('entries').put(lost);
    await tx.objectStore('entries').put({ ...last, markSort: [[one, 9]], starSort: 9 });
  });
  const feed = { feedId, was: { marked: { [one]: 4 } }, is: { unreadMarked: { [one]: 3 } }, misplaced: 2 };
  expect(await listed(one)).not.toContain(ids[0]);
  expect(await repairCounts(5)).toMatchObject([feed]);
  expect(await listed(one)).toEqual(ids.slice(0, 4).reverse());
  expect((await listEntries({ filter: 'starred', limit: 9 })).map(({ id }) => id)).toEqual([ids[1], ids[0]]);
  await write('poll', ['counts'], async (tx) => {
    const row = await tx.objectStore('counts').get(feedId);
    if (row) await tx.objectStore('counts').put({ ...row, unreadMarked: { [one]: 4, 4711: 1 } });
  });
  expect(await repairCounts(6)).toMatchObject([{ feedId, is: { unreadMarked: { [one]: 3 } }, misplaced: 0 }]);
  expect(await getRepairReport()).toMatchObject({ at: 6, wrong: 1 });
  expect(await repairCounts(7)).toEqual([]);
});

test('the index of marks holds no row without one', async () => {
  const { ids } = await feedOf(20);
  await tagEntries(ids.slice(0, 3), { add: [await tagNamed('one')] });
  const held = await write('reader', ['entries'], (tx) => tx.objectStore('entries').index('byMark').count());
  expect(held).toBe(3);
});

test('a removed tag is in no list and comes back as it was; purged, it is off every article', async () => {
  const { feedId, ids } = await feedOf(4);
  const tag = await tagNamed('gone');
  await tagEntries(ids, { add: [tag] });
  await removeTag(tag, 5000);
  expect(await listTags()).toEqual([]);
  await restoreTag(tag);
  expect(await listed(tag)).toHaveLength(4);
  await removeTag(tag, 5000);
  expect(await purgeTags(4999)).toBe(0);
  expect(await purgeTags(5000)).toBe(1);
  expect(await markedOf(feedId)).toEqual({});
  expect((await getEntry(ids[0] ?? 0))?.tags).toBeUndefined();
});

test('merging keeps every article once, and undoing takes it from those alone that got it', async () => {
  const { feedId, ids } = await feedOf(120);
  const [from, into] = [await tagNamed('from'), await tagNamed('into')];
  await tagEntries(ids.slice(0, 110), { add: [from] });
  await tagEntries(ids.slice(100), { add: [into] });
  await mergeTags(from, into, 5000);
  expect((await listTags()).map(({ id }) => id)).toEqual([into]);
  expect((await markedOf(feedId))[into]).toBe(120);
  await restoreTag(from);
  expect(await markedOf(feedId)).toEqual({ [from]: 110, [into]: 20 });
  expect(await listTags()).toEqual([
    { id: from, title: 'from', removedAt: null },
    { id: into, title: 'into', removedAt: null },
  ]);
});

test('a merge that was cut off is finished, and can still be taken back', async () => {
  const { feedId, ids } = await feedOf(10);
  const [from, into] = [await tagNamed('from'), await tagNamed('into')];
  await tagEntries(ids, { add: [from] });
  await tagEntries(ids.slice(0, 2), { add: [into] });
  // as a kill leaves it after its first transaction
  await write('reader', ['tags'], (tx) =>
    tx
      .objectStore('tags')
      .put({ id: from, title: 'from', removedAt: 1, mergedInto: into, mergedIds: [], merging: 1 }),
  );
  await finishMerges();
  expect((await markedOf(feedId))[into]).toBe(10);
  await restoreTag(from);
  expect(await markedOf(feedId)).toEqual({ [from]: 10, [into]: 2 });
});

test('another name is taken unless another tag has it', async () => {
  const [one, two] = [await tagNamed('one'), await tagNamed('two')];
  await renameTag(one, '  uno ');
  expect((await listTags()).map(({ title }) => title)).toEqual(['two', 'uno']);
  await expect(renameTag(two, 'UNO')).rejects.toMatchObject({ problem: { kind: 'tag-exists', tagId: one } });
  await expect(renameTag(99, 'x')).rejects.toMatchObject({ problem: { kind: 'no-such-tag', tagId: 99 } });
});

test('searches and rules follow a tag to its other name, and back when a merge is taken back', async () => {
  const [from, into] = [await tagNamed('稍后'), await tagNamed('to read')];
  await putSearch({ title: 'tag:稍后 is:unread', query: 'tag:稍后 is:unread' });
  await putSearch({ title: 'mine', query: '標籤：稍後 word' });
  await putSearch({ title: 'other', query: 'tag:稍 tag:"to read" 稍后' });
  const rule = { title: '', enabled: true, mode: 'all' as const, conditions: [] };
  const tagging = (...tags: string[]) => tags.map((tag) => ({ verb: 'tag' as const, tag }));
  await replaceRules([
    { ...rule, actions: tagging('稍后', 'to read') },
    { ...rule, actions: tagging('稍后') },
    { ...rule, actions: tagging('to read') },
  ]);
  const queries = async () => (await listSearches()).map(({ query }) => query);
  const tagged = async () => (await listRules()).map(({ actions }) => actions.map(({ tag }) => tag).join());
  const [before, rulesBefore] = [await listSearches(), await tagged()];
  await mergeTags(from, into, 1);
  expect(await listSearches()).toMatchObject([
    { title: 'tag:"to read" is:unread', query: 'tag:"to read" is:unread' },
    { title: 'mine', query: '標籤:"to read" word' },
    { title: 'other', query: 'tag:稍 tag:"to read" 稍后' },
  ]);
  expect(await tagged()).toEqual(['to read,to read', 'to read', 'to read']);
  await restoreTag(from);
  expect(await listSearches()).toEqual(before);
  expect(await tagged()).toEqual(rulesBefore);
  await mergeTags(from, into, 2);
  // changed since: theirs
  const [first, ...others] = await listRules();
  if (!first) return expect.fail('no rules');
  await replaceRules([{ ...first, actions: tagging('mine') }, ...others]);
  await restoreTag(from);
  expect(await tagged()).toEqual(['mine', '稍后', 'to read']);
  await renameTag(from, 'Soon');
  expect(await queries()).toEqual(['tag:Soon is:unread', '標籤:Soon word', 'tag:稍 tag:"to read" 稍后']);
});

test('retention never takes a tagged article, and those of a feed in the bin are not listed', async () => {
  const { feedId, ids } = await feedOf(6);
  const tag = await tagNamed('kept');
  await tagEntries(ids.slice(0, 2), { add: [tag] });
  await markRead(ids, true, 2000);
  const pruned = await pruneFeed(
    feedId,
    { ...defaultRetention, bodyDays: 1, rowDays: 1, keptRows: 0 },
    10 * 86_400_000,
  );
  expect(pruned.rows).toBe(4);
  expect(await listed(tag)).toEqual(ids.slice(0, 2).reverse());
  expect(await repairCounts()).toEqual([]);
  await removeFeed(feedId, 3000);
  expect(await listed(tag)).toEqual([]);
});

test('edited, hidden and today are lists of their own', async () => {
  const { feedId, ids } = await feedOf(3);
  const again = newEntry('1', { sortAt: 1001 }, 2);
  await commitCheck({
    feedId,
    patch: {},
    changed: [{ entryId: ids[1] ?? 0, content: again.entry, body: again.body }],
  });
  expect(await listed(listMarks.edited)).toEqual([ids[1]]);
  const { entryIds } = await commitCheck({
    feedId,
    patch: {},
    added: [newEntry('h', { sortAt: 3000, hidden: 1, read: 1 }), newEntry('p', { sortAt: 4000, audio: 1 })],
  });
  const [hidden, audio] = entryIds;
  expect(await listed(listMarks.hidden)).toEqual([hidden]);
  expect(await listed(listMarks.audio)).toEqual([audio]);
  const all = await listEntries({ filter: 'all', limit: 10 });
  expect(all.map(({ id }) => id)).toEqual([audio, ...ids.toReversed()]);
  const recent = await listEntries({ filter: 'all', since: 1001, limit: 10 });
  expect(recent.map(({ id }) => id)).toEqual([audio, ids[2], ids[1]]);
  expect(await repairCounts()).toEqual([]);
});
