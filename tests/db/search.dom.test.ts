import { beforeEach, describe, expect, test, vi } from 'vitest';
import { indexEntries } from '../../utils/actions/index-entries';
import { mergeFeeds, undoMerge } from '../../utils/actions/merge-feeds';
import { offerArticles } from '../../utils/actions/offer-articles';
import { commitCheck } from '../../utils/db/commit-check';
import { listFeeds } from '../../utils/db/feeds';
import { listFolders } from '../../utils/db/folders';
import { storeFullText } from '../../utils/db/full-texts';
import { markRead, star } from '../../utils/db/mark';
import type { NewEntry } from '../../utils/db/new-rows';
import { removeFeed } from '../../utils/db/removal';
import { getSearchProgress, searchEntries, searchSoon } from '../../utils/db/search-entries';
import { dropLeftover, readIndex } from '../../utils/db/search-index';
import { listTags } from '../../utils/db/tag-list';
import { needTags, tagEntries } from '../../utils/db/tags';
import { deleteArrived } from '../../utils/db/take-back';
import { read } from '../../utils/db/transaction';
import { feedName } from '../../utils/model/feed';
import { planSearch } from '../../utils/search/plan';
import { parseQuery } from '../../utils/search/query';
import { indexVersion } from '../../utils/search/segment';
import { TestWorld } from '../actions/support';
import { addFeed, freshDatabase, newEntry } from './support';

beforeEach(freshDatabase);

const now = Date.UTC(2026, 10, 22, 12);
const day = 86_400_000;

interface Given {
  key: string;
  title?: string;
  html?: string;
  author?: string;
  daysAgo?: number;
  arrivedAt?: number;
}

function article({ key, title = key, html = '', author = '', daysAgo = 0, arrivedAt }: Given): NewEntry {
  const sortAt = now - daysAgo * day;
  const more = { title, author, sortAt, snippet: '', contentHash: `${title} ${html}` };
  const made = newEntry(key, { ...more, ...(arrivedAt !== undefined && { arrivedAt }) });
  return { entry: made.entry, body: { ...made.body, html } };
}

async function store(feedId: number, ...given: Given[]): Promise<number[]> {
  return (await commitCheck({ feedId, patch: {}, added: given.map(article) })).entryIds;
}

async function search(text: string, limit = 50): Promise<string[]> {
  const [feeds, folders, tags] = await Promise.all([listFeeds(), listFolders(), listTags()]);
  const named = feeds.map((feed) => ({ id: feed.id, name: feedName(feed), folderId: feed.folderId }));
  const plan = planSearch(parseQuery(text, now), { feeds: named, folders, tags });
  let page = await searchEntries(plan, { limit });
  const { entries } = page;
  // a page may be short on a busy machine
  while (page.next && entries.length < limit) {
    page = await searchEntries(plan, { limit: limit - entries.length, after: page.next });
    entries.push(...page.entries);
  }
  return entries.map(({ key }) => key);
}

const index = () => indexEntries(new TestWorld());

describe('a search', () => {
  beforeEach(async () => {
    const voa = await addFeed('美國之音');
    const bbc = await addFeed('BBC News');
    await store(
      voa,
      { key: 'a', title: '台灣總統發表談話', html: '<p>臺北的天氣</p>', daysAgo: 1 },
      { key: 'b', title: '头条', html: '<p>美国国会通过<b>法案</b>，要求公布文件。</p>', daysAgo: 3 },
      {
        key: 'c',
        title: 'Café society',
        html: '<p>About <i>computers</i> and climate change</p>',
        daysAgo: 2,
      },
    );
    await store(
      bbc,
      {
        key: 'd',
        title: 'Climate',
        html: '<p>change of the climate; COVID-19</p>',
        daysAgo: 5,
        author: 'Ann Ōe',
      },
      { key: 'e', title: '国会', html: '<p>通过国美法案</p>', daysAgo: 40 },
    );
    await index();
  });

  test.each([
    ['台', ['a']],
    ['北', ['a']],
    ['气', ['a']],
    ['总统', ['a']],
    ['總統發表', ['a']],
    ['国会', ['b', 'e']],
    ['美国国会', ['b']],
    ['法案', ['b', 'e']],
    ['通过法案', ['b']],
    ['国会 法案', ['b', 'e']],
    ['comp', ['c']],
    ['cafe', ['c']],
    ['omputers', []],
    ['climate', ['c', 'd']],
    ['"climate change"', ['c']],
    ['"change of the cli', ['d']],
    ['"clima"', []],
    ['covid-19', ['d']],
    ['oe', ['d']],
    ['climate -covid', ['c']],
    ['climate -"climate change"', ['d']],
    ['bbc', ['d', 'e']],
    ['bbc 国会', ['e']],
    ['美国之音', ['a', 'c', 'b']],
    ['feed:bbc', ['d', 'e']],
    ['-feed:bbc 国会', ['b']],
    ['国会 after:30d', ['b']],
    ['国会 before:30d', ['e']],
    ['before:30d', ['e']],
    ['after:2d', ['a', 'c']],
    ['feed:nosuch', []],
    ['folder:nosuch 国会', []],
    ['is:starred', []],
    ['-climate', ['a', 'b', 'e']],
    ['nothing', []],
    ['', ['a', 'c', 'b', 'd', 'e']],
  ])('%s', async (text, keys) => {
    expect(await search(text)).toEqual(keys);
  });

  test('pages follow each other without a gap', async () => {
    const plan = planSearch(parseQuery('国会', now), { feeds: [], folders: [], tags: [] });
    const [first] = (await searchEntries(plan, { limit: 1 })).entries;
    const [second] = (await searchEntries(plan, { limit: 1, ...(first && { after: first }) })).entries;
    expect([first?.key, second?.key]).toEqual(['b', 'e']);
    expect(await searchEntries(plan, { limit: 9, ...(second && { after: second }) })).toEqual({
      entries: [],
      next: null,
    });
  });

  test('the passage that was found is shown', async () => {
    const plan = planSearch(parseQuery('国会 法案', now), { feeds: [], folders: [], tags: [] });
    const { entries: found } = await searchEntries(plan, { limit: 9 });
    expect(found.map(({ snippet }) => snippet)).toEqual(['美国国会通过法案，要求公布文件。', '通过国美法案']);
  });
});

test('a search can be expected, whatever there is to be found', async () => {
  await searchSoon();
  const feed = await addFeed('one');
  await store(feed, { key: 'a', title: '——', html: 'word', daysAgo: 1 });
  await index();
  await searchSoon();
  await store(feed, { key: 'b', title: '臺灣總統', html: 'word' });
  await index();
  await searchSoon();
  await deleteArrived(feed, now);
  await searchSoon();
  expect(await search('word')).toEqual(['a']);
  await removeFeed(feed, now);
  await searchSoon();
  expect(await search('word')).toEqual([]);
});

test('the address bar is offered the newest that are found', async () => {
  const feed = await addFeed('one');
  const [id] = await store(feed, { key: 'a', title: '台湾', daysAgo: 1 }, { key: 'b', title: 'other' });
  await index();
  expect(await offerArticles('臺灣', now)).toEqual([
    { text: '台湾 — one', place: `/search/${encodeURIComponent('臺灣')}/entry/${id}` },
  ]);
  expect(await offerArticles(' ', now)).toEqual([]);
});

test('states and tags are those of now, not of when it was indexed', async () => {
  const feed = await addFeed('one');
  const [, second = 0, third = 0] = await store(
    feed,
    { key: 'a', html: 'word', daysAgo: 1 },
    { key: 'b', html: 'word', daysAgo: 2 },
    { key: 'c', html: 'word', daysAgo: 3 },
  );
  await index();
  await markRead([second], true, now);
  await star([third], true);
  const tag = (await needTags(['稍後']))?.get('稍後') ?? 0;
  await tagEntries([second, third], { add: [tag] });
  expect(await search('word is:unread')).toEqual(['a', 'c']);
  expect(await search('word is:read')).toEqual(['b']);
  expect(await search('word is:starred')).toEqual(['c']);
  expect(await search('word -is:starred')).toEqual(['a', 'b']);
  expect(await search('word tag:稍后')).toEqual(['b', 'c']);
  expect(await search('tag:稍后 is:unread')).toEqual(['c']);
  expect(await search('-tag:稍后')).toEqual(['a']);
  await removeFeed(feed, now);
  expect(await search('word')).toEqual([]);
});

test('a paragraph that is pasted finds its article, as one phrase, in pieces, and with hundreds of words', async () => {
  const feed = await addFeed('one');
  const signs = Array.from({ length: 600 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 37) % 900))).join(
    '',
  );
  const words = Array.from({ length: 300 }, (_, at) => `word${at}`).join(' ');
  await store(
    feed,
    { key: 'a', html: `<p>${signs}</p><p>${words}</p>`, daysAgo: 1 },
    { key: 'b', html: `<p>${signs.slice(0, -1)}</p><p>${words.replace('word299', 'other')}</p>` },
  );
  await index();
  expect(await search(signs)).toEqual(['a']);
  expect(await search(`“${signs}”`)).toEqual(['a']);
  expect(await search(signs.slice(0, 500))).toEqual(['b', 'a']);
  expect(await search(words)).toEqual(['a']);
  expect(await search(`"${words}"`)).toEqual(['a']);
  expect(await search(words.split(' ').reverse().join(' '))).toEqual(['a']);
  expect(await search(words.replace('word299', '-word299'))).toEqual(['b']);
  expect(await search(signs.slice(0, -2).match(/../g)?.join(' ') ?? '')).toEqual(['b', 'a']);
});

test('what only lacks a word is looked for in pages that end when they take long', async () => {
  const feed = await addFeed('one');
  const given = Array.from({ length: 90 }, (_, at) => ({
    key: `k${at}`,
    html: at % 40 === 39 ? 'rare' : 'common',
    daysAgo: at,
  }));
  await store(feed, ...given);
  await index();
  const plan = planSearch(parseQuery('-common', now), { feeds: [], folders: [], tags: [] });
  expect(await search('-common')).toEqual(['k39', 'k79']);
  let clock = 0;
  const clocks = vi.spyOn(performance, 'now').mockImplementation(() => {
    clock += 1000;
    return clock;
  });
  const first = await searchEntries(plan, { limit: 10 });
  expect(first.entries).toEqual([]);
  expect(first.next).not.toBeNull();
  expect(await search('-common')).toEqual(['k39', 'k79']);
  clocks.mockRestore();
});

test('what is edited, has audio or is hidden is found as that, and the hidden by nothing else', async () => {
  const feed = await addFeed('one');
  const given = ['edited', 'audio', 'hidden', 'plain'].map((key, at) => ({ key, html: 'word', daysAgo: at }));
  const made = given.map(article).map(({ entry, body }) => {
    const is = { ...(entry.key !== 'plain' && { [entry.key]: 1 as const }), read: 1 as const };
    return { entry: { ...entry, ...is }, body };
  });
  await commitCheck({ feedId: feed, patch: {}, added: made });
  await index();
  expect(await search('word')).toEqual(['edited', 'audio', 'plain']);
  for (const key of ['edited', 'audio', 'hidden']) expect(await search(`word is:${key}`)).toEqual([key]);
  expect(await search('is:audio')).toEqual(['audio']);
  expect(await search('word -is:edited')).toEqual(['audio', 'plain']);
  expect(await search('word -is:audio')).toEqual(['edited', 'plain']);
  expect(await search('word -is:hidden')).toEqual(['edited', 'audio', 'plain']);
});

test('articles of two feeds that became one are found in it, and where they were once that is taken back', async () => {
  const world = new TestWorld();
  const [old, young] = [await addFeed('old'), await addFeed('young')];
  await store(old, { key: 'a', html: 'word', daysAgo: 1 }, { key: 'b', html: 'word', daysAgo: 2 });
  await store(young, { key: 'b', html: 'word', daysAgo: 2 }, { key: 'c', html: 'word', daysAgo: 3 });
  await index();
  const { undoId } = await mergeFeeds(world, { feedId: old, into: young });
  await index();
  expect(await search('word')).toEqual(['a', 'b', 'c']);
  expect(await search('word feed:young')).toEqual(['a', 'b', 'c']);
  await undoMerge(world, { undoId });
  expect(await search('word feed:young')).toEqual(['b', 'c']);
  await index();
  expect(await search('word feed:old')).toEqual(['a', 'b']);
  expect(await search('word feed:young')).toEqual(['b', 'c']);
});

test('the text of an article’s own page can be found once it was fetched, before the article was indexed and after', async () => {
  const feed = await addFeed('one');
  const [first = 0, second = 0] = await store(feed, { key: 'a', html: 'begin', daysAgo: 1 }, { key: 'b' });
  const full = { base: 'https://e.test/', language: '', fetchedAt: now };
  await storeFullText({ ...full, entryId: second, html: '<p>begin, and 全文在此 indeed</p>' });
  await index();
  expect(await search('全文')).toEqual(['b']);
  await storeFullText({ ...full, entryId: first, html: '<p>begin, and 全文也在此</p>' });
  expect(await search('全文')).toEqual(['b']);
  await index();
  expect(await search('全文')).toEqual(['b', 'a']);
  await storeFullText({ ...full, entryId: first, html: '<p>begin, and otherwise</p>' });
  await index();
  expect([await search('全文'), await search('otherwise')]).toEqual([['b'], ['a']]);
  expect(await read(['stale'], (tx) => tx.objectStore('stale').count())).toBe(0);
});

test('new, edited and removed articles follow', async () => {
  const feed = await addFeed('one');
  const [id = 0] = await store(feed, { key: 'a', html: 'before', daysAgo: 1 }, { key: 'b', html: 'other' });
  await index();
  await store(feed, { key: 'c', html: 'before' });
  expect(await search('before')).toEqual(['a']);
  await index();
  expect(await search('before')).toEqual(['c', 'a']);
  const { entry, body } = article({ key: 'a', html: 'behind', daysAgo: 1 });
  await commitCheck({ feedId: feed, patch: {}, changed: [{ entryId: id, content: entry, body }] });
  await index();
  expect([await search('before'), await search('behind')]).toEqual([['c'], ['a']]);
  expect(await read(['stale'], (tx) => tx.objectStore('stale').count())).toBe(0);
  await deleteArrived(feed, now - day);
  await index();
  expect(await search('behind')).toEqual([]);
});

test('thousands are indexed newest first, merged, and leave when they are removed', async () => {
  const feed = await addFeed('many');
  const total = 4000;
  const given = Array.from({ length: total }, (_, at) => ({
    key: `k${at}`,
    title: `number${at} 数字${at % 7}`,
    daysAgo: at / 100,
    arrivedAt: at % 2,
  }));
  await store(feed, ...given);
  await index();
  const first = await readIndex(indexVersion);
  expect(await getSearchProgress()).toMatchObject({ indexed: total, total });
  expect(first?.state).toMatchObject({ low: 1, high: total, leftover: [] });
  expect(first?.segments.length).toBeLessThan(8);
  const blocks = () => read(['postings'], (tx) => tx.objectStore('postings').getAllKeys());
  const live = new Set(first?.segments.map(({ id }) => id));
  expect((await blocks()).filter(([segment]) => !live.has(segment))).toEqual([]);
  expect(await search('数字3', 3)).toEqual(['k3', 'k10', 'k17']);
  expect((await search('数字', total)).length).toBe(total);
  expect(await search('number3999')).toEqual(['k3999']);
  // half of them go
  await deleteArrived(feed, 0);
  await index();
  expect(await getSearchProgress()).toMatchObject({ indexed: total / 2, total: total / 2 });
  expect(await search('数字3', 3)).toEqual(['k3', 'k17', 'k31']);
  expect(await dropLeftover()).toBe(false);
}, 120_000);

test('a job that was killed goes on, and leaves nothing behind', async () => {
  const feed = await addFeed('one');
  await store(
    feed,
    ...Array.from({ length: 1500 }, (_, at) => ({ key: `k${at}`, html: `word${at}`, daysAgo: at })),
  );
  const world = new TestWorld();
  let pauses = 0;
  world.pause = () => (++pauses === 40 ? Promise.reject(new Error('killed')) : Promise.resolve());
  await expect(indexEntries(world)).rejects.toThrow('killed');
  const { indexed } = await getSearchProgress();
  expect(indexed).toBeGreaterThan(0);
  expect(indexed).toBeLessThan(1500);
  expect(await search('word3')).toHaveLength(50);
  await index();
  expect(await getSearchProgress()).toMatchObject({ indexed: 1500, total: 1500 });
  expect((await search('word', 2000)).length).toBe(1500);
  expect((await readIndex(indexVersion))?.state.leftover).toEqual([]);
});
