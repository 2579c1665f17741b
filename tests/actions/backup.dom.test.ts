import { expect, test } from 'vitest';
import { mergeFeeds } from '../../utils/actions/merge-feeds';
import { newSource } from '../../utils/actions/new-feed';
import { restoreBackup } from '../../utils/actions/restore-backup';
import { restoreEntries } from '../../utils/actions/restore-entries';
import { putBy, snapshot } from '../../utils/actions/snapshot';
import type { RestoreMode } from '../../utils/backup/backup';
import type { Snapshots } from '../../utils/backup/generations';
import { backupFeed, entryLines, headLine } from '../../utils/backup/write-backup';
import { mergeFolder } from '../../utils/db/arrange';
import { commitCheck } from '../../utils/db/commit-check';
import { listCounts } from '../../utils/db/counts';
import { getBody, listEntries } from '../../utils/db/entry-lists';
import { listFeeds, listRemovedFeeds, updateFeed } from '../../utils/db/feeds';
import { addFolder, listFolders } from '../../utils/db/folders';
import { getFullText, storeFullText } from '../../utils/db/full-texts';
import { findKnown } from '../../utils/db/known-entries';
import { markRead, star } from '../../utils/db/mark';
import { pruneFeed } from '../../utils/db/prune';
import { repairCounts } from '../../utils/db/repair';
import { listRevisions } from '../../utils/db/revisions';
import { listRules } from '../../utils/db/rules';
import { listSearches, putSearch } from '../../utils/db/searches';
import { needTags, tagEntries } from '../../utils/db/tags';
import { defaultRetention } from '../../utils/model/retention';
import { addFeed, freshDatabase, newEntry } from '../db/support';
import { listAll, problemOf, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

/** As a backup has one. */
const noisyRule = {
  title: 'Noise',
  enabled: true,
  mode: 'any',
  conditions: [{ field: 'title', operator: 'contains', text: 'noise' }],
  actions: [{ verb: 'read', tag: '' }],
};

async function backUp(world: TestWorld): Promise<string> {
  let stored: Snapshots = {};
  const write = async (snapshots: Snapshots) => {
    stored = snapshots;
  };
  await snapshot(world, { read: async () => stored, write }, defaultRetention);
  return stored.latest?.text ?? '';
}

/** What the page does with a backup's text. */
async function restore(world: TestWorld, text: string, mode: RestoreMode) {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const done = await restoreBackup(world, { head, mode });
  const ids = new Map(done.feedIds);
  for (const line of lines) {
    const feedId = ids.get(JSON.parse(line).feedId) ?? 0;
    await restoreEntries(world, { feedId, text: line, mode });
  }
  return done;
}

/** Two feeds, one in a folder, with three entries each: one read, one starred, one untouched. */
async function library(): Promise<void> {
  const folderId = await addFolder({ title: '新闻', parentId: null, position: 0 });
  for (const [i, name] of ['a', 'b'].entries()) {
    const feedId = await addFeed(name, { folderId: i === 0 ? folderId : null, customTitle: `My ${name}` });
    const added = ['1', '2', '3'].map((key) => newEntry(`${name}${key}`));
    const { entryIds } = await commitCheck({ feedId, patch: {}, added });
    await markRead(entryIds.slice(0, 1), true, 2000);
    await star(entryIds.slice(1, 2), true);
  }
}

const state = async () =>
  (await listAll()).map(({ key, title, read, starred, sortAt }) => ({ key, title, read, starred, sortAt }));

test('a snapshot brings an empty database back: feeds, folders, what is read and starred', async () => {
  const world = new TestWorld();
  await library();
  const before = { state: await state(), names: (await listFeeds()).map((feed) => feed.customTitle) };
  const text = await backUp(world);
  await freshDatabase();
  const done = await restore(world, text, 'merge');
  expect(done).toMatchObject({ added: 2, removed: 0 });
  expect(await state()).toEqual(before.state);
  const feeds = await listFeeds();
  expect(feeds.map((feed) => feed.customTitle)).toEqual(before.names);
  expect((await listFolders()).map(({ id, title }) => [id, title])).toEqual([[feeds[0]?.folderId, '新闻']]);
  expect([...(await listCounts()).values()]).toMatchObject([
    { total: 3, unread: 2, starred: 1 },
    { total: 3, unread: 2, starred: 1 },
  ]);
  expect(await repairCounts()).toEqual([]);
  expect(world.mirror.feeds).toHaveLength(2);

  // the feed still lists it: the next check brings the text, and no second article
  const again = newEntry('a1');
  await commitCheck({ feedId: feeds[0]?.id ?? 0, patch: {}, added: [again] });
  expect(await state()).toEqual(before.state);
  const a1 = (await listAll()).find(({ key }) => key === 'a1');
  expect((await getBody(a1?.id ?? 0))?.html).toBe(again.body.html);

  const folders = await listFolders();
  expect(await restore(world, text, 'merge')).toMatchObject({ added: 0, removed: 0 });
  expect(await state()).toEqual(before.state);
  expect(await listFolders()).toEqual(folders);
});

test('what was pruned stays away in the other browser too', async () => {
  const world = new TestWorld();
  await library();
  const all = await listAll();
  await markRead(
    all.map(({ id }) => id),
    true,
    world.time - 100 * 86_400_000,
  );
  await pruneFeed(all[0]?.feedId ?? 0, { ...defaultRetention, keptRows: 0 }, world.time);
  const left = await state();
  expect(left).toHaveLength(4);
  const text = await backUp(world);
  await freshDatabase();
  await restore(world, text, 'merge');
  expect(await state()).toEqual(left);
  const gone = all.filter(({ key }) => !left.some((entry) => entry.key === key)).map(({ key }) => key);
  const feeds = await listFeeds();
  const found = await Promise.all(feeds.map(({ id }) => findKnown(id, gone)));
  expect(found.flatMap((each) => [...each.gone]).sort()).toEqual(gone.sort());
});

test('a replacing restore is taken back: feeds, folders, rules, searches, tags and all marks are as they were', async () => {
  const world = new TestWorld();
  await library();
  const old = await backUp(world);
  // what has come and was done since
  const other = await addFeed('other', { customTitle: 'Other' });
  const { entryIds } = await commitCheck({
    feedId: other,
    patch: {},
    added: [newEntry('o1'), newEntry('o2')],
  });
  await markRead(entryIds.slice(0, 1), true, 3000);
  const [first] = await listFeeds();
  await updateFeed(first?.id ?? 0, (feed) => ({
    ...feed,
    customTitle: 'New name',
    folderId: null,
    checkEvery: 30,
  }));
  const [folder] = await listFolders();
  await mergeFolder(folder?.id ?? 0, null, 3000);
  const ids = (await listAll()).map(({ id }) => id);
  await markRead(ids.slice(0, 4), true, 3000);
  await markRead(ids.slice(4), false, 3000);
  await star(ids, false);
  const tags = await needTags(['later']);
  await tagEntries(ids.slice(0, 2), { add: [...tags.values()] });
  await putSearch({ title: 'Mine', query: 'is:starred' });
  const all = async () => ({
    state: (await listAll()).map(({ key, read, starred, tags: own = [] }) => [
      key,
      read,
      starred,
      own.length,
    ]),
    feeds: (await listFeeds()).map(({ id, customTitle, folderId, checkEvery }) => [
      id,
      customTitle,
      folderId,
      checkEvery,
    ]),
    folders: await listFolders(),
    searches: (await listSearches()).map(({ query }) => query),
    rules: (await listRules()).length,
  });
  const before = await all();
  let stored: Snapshots = {};
  const write = async (snapshots: Snapshots) => {
    stored = snapshots;
  };
  const shelf = { read: async () => stored, write };
  await putBy(world, shelf, { retention: defaultRetention });
  const [head = '', ...lines] = old.split('\n');
  const more = { searches: [{ title: 'Old', query: 'old' }], rules: [noisyRule] };
  await restore(world, [JSON.stringify({ ...JSON.parse(head), ...more }), ...lines].join('\n'), 'replace');
  expect(await all()).not.toEqual(before);
  expect((await all()).searches).toEqual(['is:starred', 'old']);
  expect((await all()).rules).toBe(1);
  expect((await listRemovedFeeds()).map(({ id }) => id)).toEqual([other]);
  await restore(world, stored.before?.text ?? '', 'take-back');
  expect(await all()).toEqual(before);
  expect(await repairCounts()).toEqual([]);
  // killed in the middle it is begun again, and comes to the same
  await restore(world, stored.before?.text ?? '', 'take-back');
  expect(await all()).toEqual(before);
});

test('a feed that a merge put into the bin is not brought back bare by a restore, but with its articles', async () => {
  const world = new TestWorld();
  await library();
  const before = await state();
  const text = await backUp(world);
  const [a, b] = await listFeeds();
  await mergeFeeds(world, { feedId: a?.id ?? 0, into: b?.id ?? 0 });
  await restore(world, text, 'merge');
  expect((await listFeeds()).map(({ id }) => id)).toEqual([a?.id, b?.id]);
  expect(await state()).toEqual(before);
  expect(await repairCounts()).toEqual([]);
});

test('merging takes nothing away; replacing makes everything as it was, and what goes can come back', async () => {
  const world = new TestWorld();
  await library();
  const before = await state();
  const text = await backUp(world);
  const [a1, a2, a3] = (await listEntries({ filter: 'all', limit: 9 }))
    .filter(({ key }) => key.startsWith('a'))
    .sort((x, y) => x.key.localeCompare(y.key));
  await markRead([a1?.id ?? 0], false, 3000);
  await markRead([a3?.id ?? 0], true, 3000);
  await star([a2?.id ?? 0], false);
  await star([a3?.id ?? 0], true);
  const other = await addFeed('other');
  await restore(world, text, 'merge');
  const of = async (key: string) => (await state()).find((entry) => entry.key === key);
  expect([await of('a1'), await of('a2'), await of('a3')]).toMatchObject([
    { read: 1, starred: 0 },
    { read: 0, starred: 1 },
    { read: 1, starred: 1 },
  ]);
  expect(await listFeeds()).toHaveLength(3);
  expect(await restore(world, text, 'replace')).toMatchObject({ added: 0, removed: 1 });
  expect(await state()).toEqual(before);
  expect((await listRemovedFeeds()).map(({ id }) => id)).toEqual([other]);
  expect(await repairCounts()).toEqual([]);
});

test('nothing is written where there are no feeds, nothing restored from what is no backup', async () => {
  const world = new TestWorld();
  expect(await backUp(world)).toBe('');
  await library();
  const before = await state();
  const refused = await problemOf(restoreBackup(world, { head: '{"broadsheet":1}', mode: 'replace' }));
  expect(refused).toEqual({ kind: 'input-invalid', field: 'head' });
  const lost = await problemOf(
    restoreEntries(world, { feedId: 99, text: '{"feedId":1,"entries":[]}', mode: 'merge' }),
  );
  expect(lost).toEqual({ kind: 'no-such-feed', feedId: 99 });
  expect(await state()).toEqual(before);
  expect(await listFeeds()).toHaveLength(2);
});

test('what the reader chose for a feed goes along, and when she read what', async () => {
  const world = new TestWorld();
  await library();
  const [a] = await listFeeds();
  const mirror = newSource('https://mirror.example/a.xml', false);
  const chosen = {
    checkEvery: 30,
    retention: { rowDays: 7, keepUnread: false },
    images: 'click' as const,
    keepsOffline: true,
    fetchesFullText: true,
    keepsApart: true,
    notify: true,
    hiding: { rules: [{ by: 'words' as const, what: '广告' }], shown: ['0123456789abcdef'] },
    chineseScript: 'hans' as const,
    speed: 1.75,
  };
  const known = { ...newSource('https://feeds.example/a.xml', false), bodyHash: 'known here' };
  await updateFeed(a?.id ?? 0, (feed) => ({ ...feed, ...chosen, sources: [known, mirror] }));
  const text = await backUp(world);
  const rows = async () =>
    (await listAll())
      .map(({ key, read, readAt }) => ({ key, read, readAt }))
      .sort((x, y) => (x.key < y.key ? -1 : 1));
  const before = await rows();
  expect(before.filter(({ readAt }) => readAt === 2000)).toHaveLength(2);

  // other choices here: a replacing restore makes them as they were, and keeps what is known of an address
  await updateFeed(a?.id ?? 0, ({ retention: _, keepsOffline: __, notify: ___, ...feed }) => ({
    ...feed,
    checkEvery: 15,
    sources: [known],
  }));
  await markRead(
    (await listAll()).map(({ id }) => id),
    false,
    5000,
  );
  await restore(world, text, 'replace');
  expect((await listFeeds())[0]).toMatchObject({ ...chosen, sources: [known, mirror] });
  expect(await rows()).toEqual(before);

  await freshDatabase();
  await restore(world, text, 'merge');
  expect((await listFeeds())[0]).toMatchObject({
    ...chosen,
    sources: [{ url: known.url }, { url: mirror.url }],
  });
  expect(await rows()).toEqual(before);
  expect(world.mirror.feeds[0]).toMatchObject(chosen);
});

test('earlier texts and the texts of articles’ own pages go along, and what is here stays', async () => {
  const world = new TestWorld();
  const feedId = await addFeed('a');
  const { entryIds } = await commitCheck({ feedId, patch: {}, added: [newEntry('k'), newEntry('other')] });
  const [id = 0] = entryIds;
  for (const version of [2, 3]) {
    const { entry, body } = newEntry('k', {}, version);
    const changed = [{ entryId: id, content: entry, body }];
    await commitCheck({ feedId, patch: {}, changed, at: version * 1000 });
  }
  const page = { html: '<p>全文</p>', base: 'https://a.example/k', language: 'zh', fetchedAt: 9 };
  await storeFullText({ entryId: id, ...page });
  const revisions = (await listRevisions(id)).map(({ entryId: _, ...revision }) => revision);
  expect(revisions).toHaveLength(2);
  const [feed] = await listFeeds();
  const entries = await listAll();
  const sent = new Map(await Promise.all(entryIds.map(async (one) => [one, await getBody(one)] as const)));
  const bodies = new Map([...sent].flatMap(([one, body]) => (body ? [[one, body] as const] : [])));
  const beside = new Map([[id, { revisions: [...revisions].reverse(), page }]]);
  if (!feed) throw new Error('no feed');
  const rest = { writtenAt: 0, opml: '', folders: [], settings: {}, retention: {} };
  const text =
    headLine({ ...rest, feeds: [backupFeed(feed)] }) +
    entryLines(entries, bodies, new Map(), beside).join('');

  const check = async () => {
    const found = (await listAll()).find(({ key }) => key === 'k');
    expect(found).toMatchObject({ edited: 1 });
    expect(await listRevisions(found?.id ?? 0)).toMatchObject(revisions);
    expect(await getFullText(found?.id ?? 0)).toMatchObject({ ...page, problem: null });
    expect((await getBody(found?.id ?? 0))?.html).toBe('<p>k, version 3</p>');
  };
  await freshDatabase();
  await restore(world, text, 'merge');
  await check();
  await restore(world, text, 'replace');
  await check();

  await freshDatabase();
  await restore(world, text.replaceAll('"html":"<p>k, version', `"html":"${'x'.repeat(250_000)}`), 'merge');
  const found = (await listAll()).find(({ key }) => key === 'k');
  expect(await listRevisions(found?.id ?? 0), 'no more than fit').toHaveLength(1);
});

/** The one feed of a backup with these entries, which were untouched when it was written. */
async function oneFeed(keys: readonly string[], more: Parameters<typeof newEntry>[1] = {}) {
  const world = new TestWorld();
  const feedId = await addFeed('one');
  await commitCheck({ feedId, patch: {}, added: keys.map((key) => newEntry(key, more)) });
  const backup = await fullText(world, feedId);
  return { world, feedId, backup };
}

/** A whole backup of one feed: texts too. */
async function fullText(world: TestWorld, feedId: number): Promise<string> {
  const feed = (await listFeeds()).find(({ id }) => id === feedId) ?? expect.fail();
  const entries = await listAll();
  const bodies = new Map(await Promise.all(entries.map(async ({ id }) => [id, await getBody(id)] as const)));
  const known = new Map([...bodies].flatMap(([id, body]) => (body ? [[id, body] as const] : [])));
  const opml = '';
  const head = {
    writtenAt: world.time,
    opml,
    folders: [],
    feeds: [backupFeed(feed)],
    settings: {},
    retention: {},
  };
  return [headLine({ ...head, rules: [], searches: [] }), ...entryLines(entries, known)].join('');
}

const pruneAll = { ...defaultRetention, bodyDays: 0, rowDays: 0, keptRows: 0 };

test('an older backup brings what was read and pruned since back as read, unless it replaces', async () => {
  const { world, feedId, backup } = await oneFeed(['1', '2']);
  const [one] = (await listAll()).filter(({ key }) => key === '1');
  await markRead([one?.id ?? 0], true, world.time);
  world.time += 86_400_000;
  await pruneFeed(feedId, pruneAll, world.time);
  expect(await listAll()).toHaveLength(1);
  await restore(world, backup, 'merge');
  expect((await state()).map(({ key, read }) => [key, read]).sort()).toEqual([
    ['1', 1],
    ['2', 0],
  ]);
  expect(await repairCounts(1)).toEqual([]);
});

test('an older backup is no second copy of articles whose feed has changed their ids since', async () => {
  const { world, feedId, backup } = await oneFeed(['1', '2'], { publishedAt: 7000 });
  const all = await listAll();
  await markRead(
    all.map(({ id }) => id),
    true,
    world.time,
  );
  const adopted = all.map(({ id, key }) => ({ entryId: id, key: `new ${key}` }));
  await commitCheck({ feedId, patch: {}, adopted });
  for (const mode of ['merge', 'replace'] as const) {
    await restore(world, backup, mode);
    const now = (await state()).map(({ key, read }) => [key, read]).sort();
    const read = mode === 'merge' ? 1 : 0;
    expect(now).toEqual([
      ['new 1', read],
      ['new 2', read],
    ]);
  }
});

test('a backup gives texts back to articles that are there without theirs', async () => {
  const { world, feedId, backup } = await oneFeed(['1', '2']);
  const state = await backUp(world);
  await freshDatabase();
  await restore(world, state, 'merge');
  const [one] = (await listAll()).filter(({ key }) => key === '1');
  expect((await getBody(one?.id ?? 0))?.html).toBe('');
  await restore(world, backup, 'merge');
  expect((await getBody(one?.id ?? 0))?.html).toBe(newEntry('1').body.html);
  await markRead([one?.id ?? 0], true, world.time);
  await pruneFeed(one?.feedId ?? 0, { ...pruneAll, rowDays: null }, world.time + 1);
  expect(await getBody(one?.id ?? 0)).toBeUndefined();
  await restore(world, backup, 'merge');
  expect((await getBody(one?.id ?? 0))?.html).toBe(newEntry('1').body.html);
  expect(await listAll()).toHaveLength(2);
  expect(feedId).toBeGreaterThan(0);
  expect(await repairCounts(1)).toEqual([]);
});
