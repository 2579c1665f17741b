import { expect, test } from 'vitest';
import { exportOpml } from '../../utils/actions/export-opml';
import { importOpml } from '../../utils/actions/import-opml';
import { importOpmlFrom } from '../../utils/actions/import-opml-from';
import { newSource } from '../../utils/actions/new-feed';
import { readChoices } from '../../utils/actions/outline-settings';
import { unsubscribe } from '../../utils/actions/unsubscribe';
import { listFeeds, updateFeed } from '../../utils/db/feeds';
import { listFolders } from '../../utils/db/folders';
import { type Feed, feedName } from '../../utils/model/feed';
import { freshDatabase } from '../db/support';
import { beginning, documentUrl, problemOf, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

const document = `<opml version="2.0"><body>
  <outline text="News">
    <outline text="A" xmlUrl="https://a.example/feed"/>
    <outline text="Local"><outline text="B" xmlUrl="https://b.example/feed"/></outline>
  </outline>
  <outline text="A again" xmlUrl="http://www.a.example/feed/"/>
  <outline text="C" xmlUrl="https://c.example/feed"/>
  <outline text="Router" xmlUrl="http://192.168.1.1/rss"/>
  <outline text="Script" xmlUrl="javascript:alert(1)"/>
</body></opml>`;

async function tree() {
  const folders = await listFolders();
  const pathOf = (id: number | null): string => {
    const folder = folders.find((each) => each.id === id);
    return folder ? `${pathOf(folder.parentId)}${folder.title}/` : '';
  };
  return (await listFeeds()).map((feed) => `${pathOf(feed.folderId)}${feedName(feed)}`).sort();
}

test('an import adds folders and feeds, merges doubles, refuses what is private; nothing is asked', async () => {
  const world = new TestWorld();
  expect(await importOpml(world, { text: document })).toEqual({
    added: 3,
    alreadyThere: 0,
    merged: [{ title: 'A again', url: 'http://www.a.example/feed/', into: 'https://a.example/feed' }],
    folders: 2,
    refused: [
      { title: 'Router', url: 'http://192.168.1.1/rss', reason: 'address-private' },
      { title: 'Script', url: 'javascript:alert(1)', reason: 'address-invalid' },
    ],
  });
  expect(await tree()).toEqual(['C', 'News/A', 'News/Local/B']);
  expect(world.asked).toEqual([]);
  expect(world.mirror.feeds).toHaveLength(3);
  const times = (await listFeeds()).map(({ nextCheckAt }) => nextCheckAt);
  expect(new Set(times).size).toBe(3);
  expect(world.wake?.at).toBe(beginning);
});

test('the same import again changes nothing', async () => {
  const world = new TestWorld();
  await importOpml(world, { text: document });
  const before = await listFeeds();
  expect(await importOpml(world, { text: document })).toMatchObject({
    added: 0,
    alreadyThere: 3,
    folders: 0,
  });
  expect(await listFeeds()).toEqual(before);
});

test('folders are made for what is new alone', async () => {
  const world = new TestWorld();
  await importOpml(world, { text: document });
  const [first] = await listFeeds();
  await unsubscribe(world, { feedId: first?.id ?? 0 });
  const moved = `<opml version="2.0"><body>
    <outline text="Mine"><outline text="A" xmlUrl="https://a.example/feed"/>
      <outline text="Inner"><outline text="B" xmlUrl="https://b.example/feed"/></outline></outline>
    <outline text="Refused"><outline text="Router" xmlUrl="http://192.168.1.1/rss"/></outline>
    <outline text="Empty"><outline text="Emptier"></outline></outline>
    <outline text="Outer"><outline text="News"><outline text="D" xmlUrl="https://d.example/feed"/></outline></outline>
  </body></opml>`;
  expect(await importOpml(world, { text: moved })).toMatchObject({ added: 2, alreadyThere: 1, folders: 2 });
  expect((await listFolders()).map(({ title }) => title).sort()).toEqual(['Local', 'News', 'News', 'Outer']);
  expect(await tree()).toEqual(['C', 'News/A', 'News/Local/B', 'Outer/News/D']);
});

test('a feed in the bin comes back by an import', async () => {
  const world = new TestWorld();
  await importOpml(world, { text: document });
  const [first] = await listFeeds();
  await unsubscribe(world, { feedId: first?.id ?? 0 });
  expect(await importOpml(world, { text: document })).toMatchObject({ added: 1 });
  expect((await listFeeds()).map(({ id }) => id)).toContain(first?.id);
});

test('what is exported comes back the same in an empty database', async () => {
  const world = new TestWorld();
  await importOpml(world, { text: document });
  const before = await tree();
  const { text, feeds } = await exportOpml(world, {});
  expect(feeds).toBe(3);
  await freshDatabase();
  world.mirror = { feeds: [], folders: [] };
  await importOpml(world, { text });
  expect(await tree()).toEqual(before);
  expect((await exportOpml(world, {})).text).toBe(text);
});

test('an address with a password stays out of an export, unless it is asked for', async () => {
  const world = new TestWorld();
  const open = '<outline text="Open" xmlUrl="https://open.example/feed"/>';
  const closed = '<outline text="Closed" xmlUrl="https://me:secret@closed.example/feed"/>';
  await importOpml(world, { text: `<opml version="2.0"><body>${open}${closed}</body></opml>` });
  const shared = await exportOpml(world, {});
  expect(shared).toMatchObject({ feeds: 1, withheld: 1 });
  expect(shared.text).not.toMatch(/secret|closed/i);
  const whole = await exportOpml(world, { secrets: true });
  expect(whole).toMatchObject({ feeds: 2, withheld: 0 });
  expect(whole.text).toContain('https://me:secret@closed.example/feed');
});

test('an address with a key in it is exported, and counted', async () => {
  const world = new TestWorld();
  const addresses = ['?access_token=x', '?key=1&amp;format=rss', '?token=', '?keyword=x&amp;author=me', ''];
  const outlines = addresses.map(
    (query, i) => `<outline text="${i}" xmlUrl="https://a${i}.example/${query}"/>`,
  );
  await importOpml(world, { text: `<opml version="2.0"><body>${outlines.join('')}</body></opml>` });
  const { text, keyed, feeds, withheld } = await exportOpml(world, {});
  expect({ feeds, keyed, withheld }).toEqual({ feeds: 5, keyed: 2, withheld: 0 });
  expect(text).toContain('https://a0.example/?access_token=x');
});

test('a feed that is there under one of its mirrors gains the other addresses, and is no second one', async () => {
  const world = new TestWorld();
  const outline = (attributes: string) => `<opml version="2.0"><body><outline ${attributes}/></body></opml>`;
  await importOpml(world, { text: outline('text="A" xmlUrl="https://b.example/feed"') });
  const mirrors = 'https://b.example/feed https://c.example/feed';
  const attributes = `text="A" xmlUrl="https://a.example/feed" broadsheet:mirrors="${mirrors}"`;
  const report = await importOpml(world, { text: outline(attributes) });
  expect(report).toMatchObject({ added: 0, alreadyThere: 1 });
  const [feed, ...others] = await listFeeds();
  expect(others).toEqual([]);
  expect(feed?.sources.map(({ url }) => url)).toEqual([
    'https://b.example/feed',
    'https://a.example/feed',
    'https://c.example/feed',
  ]);
});

/** What of a feed the reader chose, rather than what checks found out. */
function chosen({
  customTitle,
  title,
  siteUrl,
  sources,
  checkEvery,
  retention,
  images,
  notify,
  keepsOffline,
  fetchesFullText,
  keepsApart,
  hiding,
  chineseScript,
  speed,
}: Feed) {
  const urls = sources.map(({ url }) => url);
  return {
    customTitle,
    title,
    siteUrl,
    urls,
    checkEvery,
    retention,
    images,
    notify,
    keepsOffline,
    fetchesFullText,
    keepsApart,
    hiding,
    chineseScript,
    speed,
  };
}

test('every choice for a feed comes back with its subscription', async () => {
  const world = new TestWorld();
  const body = ['a', 'b', 'c'].map(
    (name) => `<outline text="${name}" xmlUrl="https://${name}.example/feed"/>`,
  );
  await importOpml(world, { text: `<opml version="2.0"><body>${body.join('')}</body></opml>` });
  const [first, second] = await listFeeds();
  await updateFeed(first?.id ?? 0, (feed) => ({
    ...feed,
    customTitle: 'Mine <&> "own"',
    title: 'Theirs',
    siteUrl: 'https://a.example/',
    sources: ['https://z.example/2', 'https://a.example/feed', 'https://b.example/3'].map((url) =>
      newSource(url, false),
    ),
    checkEvery: 45,
    retention: {
      bodyDays: null,
      rowDays: 7,
      keptRows: 20,
      maxRows: 900,
      keepUnread: false,
      keepStarred: true,
    },
    images: 'click',
    notify: true,
    keepsOffline: true,
    fetchesFullText: true,
    keepsApart: true,
    hiding: {
      rules: [
        { by: 'selector', what: 'div.a > [href="x"]', off: true },
        { by: 'text', what: '获取更多RSS：<&' },
      ],
      shown: ['0123456789abcdef'],
    },
    chineseScript: 'hant',
    speed: 1.5,
  }));
  await world.addUncleaned([second?.id ?? 0]);
  const before = await listFeeds();
  const { text } = await exportOpml(world, {});
  await freshDatabase();
  const other = new TestWorld();
  await importOpml(other, { text });
  const after = await listFeeds();
  expect(after.map(chosen)).toEqual(before.map(chosen));
  expect([...other.uncleaned]).toEqual([after[1]?.id]);
  expect((await exportOpml(other, {})).text).toBe(text);
});

test('choices that are none are left out', async () => {
  const settings = {
    checkEvery: '1',
    images: 'toString',
    retention: '{"bodyDays":-1',
    keepsOffline: 'yes',
    chineseScript: 'x',
    speed: '40',
    hiding: '{"rules":[{"by":"eval","what":"a"},{"by":"text","what":" "},7],"shown":[1,"x"]}',
  };
  expect(readChoices(settings)).toEqual({});
  expect(readChoices({ checkEvery: '60', retention: '{"rowDays":9,"x":1}', keepsRepeats: 'true' })).toEqual({
    checkEvery: 60,
    retention: { rowDays: 9 },
    keepsRepeats: true,
  });
});

test('a document at an address is imported as a file is', async () => {
  const world = new TestWorld();
  const report = await importOpmlFrom(world, { url: documentUrl('subscriptions.opml') });
  expect(report).toMatchObject({ added: 2, merged: [], refused: [] });
  expect(await tree()).toEqual(['中文/新闻', '中文/科技']);
  const none = await problemOf(importOpmlFrom(world, { url: documentUrl('morning.xml') }));
  expect(none).toEqual({ kind: 'opml-unreadable', reason: 'not-opml' });
});

test('what is no OPML says why', async () => {
  const problem = await problemOf(importOpml(new TestWorld(), { text: '<rss version="2.0"/>' }));
  expect(problem).toEqual({ kind: 'opml-unreadable', reason: 'not-opml' });
});

const mirrored = `<opml version="2.0" xmlns:broadsheet="https://broadsheet.example/opml"><body>
  <outline text="News"><outline text="VOA" xmlUrl="https://feedx.net/rss/voa.xml"/></outline>
  <outline text="VOA, the other" xmlUrl="https://feedx.site/rss/voa.xml"/>
  <outline text="BBC" xmlUrl="https://feedx.net/rss/bbc.xml"/>
  <outline text="D" xmlUrl="https://d.example/feed" broadsheet:mirrors="https://e.example/feed"/>
  <outline text="E" xmlUrl="https://e.example/feed" broadsheet:mirrors="https://f.example/feed"/>
</body></opml>`;

const addresses = async () => (await listFeeds()).map(({ sources }) => sources.map(({ url }) => url));

test('what a list has at two known mirrors, or again under a mirror, is one feed with all the addresses', async () => {
  const world = new TestWorld();
  expect(await importOpml(world, { text: mirrored })).toMatchObject({
    added: 3,
    merged: [
      { url: 'https://feedx.site/rss/voa.xml', into: 'https://feedx.net/rss/voa.xml' },
      { url: 'https://e.example/feed', into: 'https://d.example/feed' },
    ],
  });
  expect(await tree()).toEqual(['BBC', 'D', 'News/VOA']);
  expect(await addresses()).toEqual([
    ['https://feedx.net/rss/voa.xml', 'https://feedx.site/rss/voa.xml'],
    ['https://feedx.net/rss/bbc.xml'],
    ['https://d.example/feed', 'https://e.example/feed', 'https://f.example/feed'],
  ]);
});

test('a known mirror of what is followed becomes its further address', async () => {
  const world = new TestWorld();
  const list = (url: string) => `<opml version="2.0"><body><outline text="A" xmlUrl="${url}"/></body></opml>`;
  await importOpml(world, { text: list('https://feedx.site/rss/a.xml') });
  expect(await importOpml(world, { text: list('https://feedx.net/rss/a.xml') })).toMatchObject({
    added: 0,
    alreadyThere: 1,
  });
  expect(await addresses()).toEqual([['https://feedx.site/rss/a.xml', 'https://feedx.net/rss/a.xml']]);
});
