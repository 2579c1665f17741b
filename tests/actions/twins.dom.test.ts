import { expect, test } from 'vitest';
import { addSource, removeSource } from '../../utils/actions/arrange-sources';
import { newFeed, newSource } from '../../utils/actions/new-feed';
import { preview } from '../../utils/actions/preview';
import { subscribe } from '../../utils/actions/subscribe';
import { unsubscribe } from '../../utils/actions/unsubscribe';
import { addFeeds, listFeeds } from '../../utils/db/feeds';
import { beginning, documentUrl, problemOf, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

const news = 'https://feedx.net/rss/bbc.xml';
const mirror = 'https://feedx.site/rss/bbc.xml';

/** Follows feeds whose hosts no test reaches. */
async function follow(...feeds: (readonly string[])[]): Promise<number[]> {
  return addFeeds(
    feeds.map((urls) =>
      newFeed({
        sources: urls.map((url) => newSource(url, false)),
        addedAt: beginning,
        nextCheckAt: beginning + 3_600_000,
      }),
    ),
  );
}

const denying = (...urls: string[]) => {
  const world = new TestWorld();
  for (const url of urls) world.denied.add(url);
  return world;
};

test('a known mirror of a feed that is followed is the reader’s to decide about, and nobody is asked', async () => {
  const [feedId = 0, hub = 0, video = 0] = await follow(
    [news, 'https://feeds.bbci.co.uk/zhongwen/simp/rss.xml'],
    ['https://rsshub.app/zaobao/realtime/china'],
    ['https://www.youtube.com/feeds/videos.xml?channel_id=UC_abc'],
  );
  const world = new TestWorld();
  const twins = [
    [mirror, mirror, feedId],
    ['  feedx.site/rss/bbc.xml', mirror, feedId],
    ['feed://www.feedx.site/rss/bbc.xml/', 'https://www.feedx.site/rss/bbc.xml/', feedId],
    [
      'https://rsshub.rssforever.com/zaobao/realtime/china',
      'https://rsshub.rssforever.com/zaobao/realtime/china',
      hub,
    ],
    ['https://yewtu.be/feed/channel/UC_abc', 'https://yewtu.be/feed/channel/UC_abc', video],
  ] as const;
  for (const [url, address, owner] of twins) {
    const twin = { kind: 'twin-subscribed', feedId: owner, address, by: 'address' };
    expect(await problemOf(subscribe(world, { url })), url).toEqual(twin);
  }
  for (const url of ['http://feedx.net/rss/bbc.xml', 'https://www.feedx.net/rss/bbc.xml/'])
    expect(await problemOf(subscribe(world, { url }))).toEqual({ kind: 'already-subscribed', feedId });
  expect(world.asked).toEqual([]);
  expect(await listFeeds()).toHaveLength(3);
});

test('another feed of the mirror is no twin, and a feed with all the addresses it may have takes no more', async () => {
  await follow(
    [news],
    Array.from({ length: 20 }, (_, at) => `https://feedx.net/rss/${at}.xml`),
  );
  for (const url of ['https://feedx.site/rss/dw.xml', 'https://feedx.site/rss/7.xml'])
    expect(await problemOf(subscribe(denying(url), { url }))).toMatchObject({ kind: 'permission-missing' });
});

test('added to the feed it is one of its addresses, and taken away again it is asked about again', async () => {
  const [feedId = 0] = await follow([news]);
  const world = new TestWorld();
  await addSource(world, { feedId, url: mirror });
  expect((await listFeeds()).map(({ sources }) => sources.map(({ url }) => url))).toEqual([[news, mirror]]);
  expect(await problemOf(subscribe(world, { url: mirror }))).toEqual({ kind: 'already-subscribed', feedId });
  await removeSource(world, { feedId, url: mirror });
  expect(await problemOf(subscribe(world, { url: mirror }))).toMatchObject({ kind: 'twin-subscribed' });
});

test('whoever wants it apart gets a feed of its own, once', async () => {
  const world = new TestWorld();
  const { feedId } = await subscribe(world, { url: documentUrl('world.xml') });
  const copy = { url: documentUrl('world-copy.xml') };
  const twin = { kind: 'twin-subscribed', feedId, address: copy.url, by: 'articles' };
  expect(await problemOf(subscribe(world, copy))).toEqual(twin);
  expect(await listFeeds()).toHaveLength(1);
  const apart = await subscribe(world, { ...copy, apart: true });
  expect((await listFeeds()).map(({ id }) => id)).toEqual([feedId, apart.feedId]);
  expect(await problemOf(subscribe(world, { ...copy, apart: true }))).toEqual({
    kind: 'already-subscribed',
    feedId: apart.feedId,
  });
  // what the toast takes back is in the bin, and comes back as it was
  await unsubscribe(world, { feedId: apart.feedId });
  expect(await subscribe(world, { ...copy, apart: true })).toEqual(apart);
});

test('a mirror of a feed that is followed is not brought back from the bin without a word', async () => {
  const [feedId = 0, removed = 0] = await follow([news], [mirror]);
  const world = new TestWorld();
  await unsubscribe(world, { feedId: removed });
  expect(await problemOf(subscribe(world, { url: mirror }))).toMatchObject({
    kind: 'twin-subscribed',
    feedId,
  });
  expect(await subscribe(world, { url: mirror, apart: true })).toEqual({ feedId: removed });
});

test('a site’s feed of everything is no twin of its parts, whichever is followed first', async () => {
  const world = new TestWorld();
  await subscribe(world, { url: documentUrl('world.xml') });
  await subscribe(world, { url: documentUrl('all.xml') });
  const feeds = await listFeeds();
  expect(feeds.map(({ title }) => title)).toEqual(['The Paper: World', 'The Paper']);
  await unsubscribe(world, { feedId: feeds[0]?.id ?? 0 });
  const part = await preview(world, { url: documentUrl('world.xml') });
  expect(part.twin).toBeNull();
});

test('a preview says which feed has the same articles', async () => {
  const world = new TestWorld();
  expect((await preview(world, { url: documentUrl('world-copy.xml') })).twin).toBeNull();
  const { feedId } = await subscribe(world, { url: documentUrl('world.xml') });
  const { twin } = await preview(world, { url: documentUrl('world-copy.xml') });
  expect(twin).toEqual({ feedId, by: 'articles' });
});

test('few articles show nothing, be they the same', async () => {
  const world = new TestWorld();
  await subscribe(world, { url: documentUrl('morning.xml') });
  expect((await preview(world, { url: documentUrl('morning-mirror.xml') })).twin).toBeNull();
  await subscribe(world, { url: documentUrl('morning-mirror.xml') });
  expect(await listFeeds()).toHaveLength(2);
});
