import { expect, test } from 'vitest';
import { setFeedImages } from '../../utils/actions/arrange-feeds';
import { restoreBackup } from '../../utils/actions/restore-backup';
import { restoreSubscriptions } from '../../utils/actions/restore-subscriptions';
import { subscribe } from '../../utils/actions/subscribe';
import { readHead } from '../../utils/backup/read-backup';
import { backupFeed, headLine } from '../../utils/backup/write-backup';
import { getFeed, listFeeds } from '../../utils/db/feeds';
import { inputChecks } from '../../utils/messages/input-checks';
import { freshDatabase } from '../db/support';
import { documentUrl, problemOf, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

async function subscribed() {
  const world = new TestWorld();
  const { feedId } = await subscribe(world, { url: documentUrl('morning.xml') });
  const feed = async () => (await getFeed(feedId)) ?? expect.fail('no feed');
  return { world, feedId, feed };
}

test("a feed's own rule for images is stored, and given up", async () => {
  const { world, feedId, feed } = await subscribed();
  expect((await feed()).images).toBeUndefined();
  await setFeedImages(world, { feedId, images: 'click' });
  expect((await feed()).images).toBe('click');
  expect(world.changes).toContainEqual({ kind: 'feeds' });
  await setFeedImages(world, { feedId, images: null });
  expect('images' in (await feed())).toBe(false);
  expect(await problemOf(setFeedImages(world, { feedId: 4711, images: 'click' }))).toMatchObject({
    kind: 'no-such-feed',
  });
});

test.each([['never'], [''], [undefined], [1], [['click']]])('%j is no rule', (images) => {
  expect(() => inputChecks.setFeedImages({ feedId: 1, images }, 'input')).toThrow();
});

test('it comes back with the subscriptions, from their mirror and from a backup', async () => {
  const { world, feedId, feed } = await subscribed();
  await setFeedImages(world, { feedId, images: 'cached' });
  const line = headLine({
    writtenAt: 1,
    opml: '',
    folders: [],
    feeds: [backupFeed(await feed())],
    settings: null,
    retention: null,
  });
  expect(readHead(line)?.feeds[0]?.images).toBe('cached');
  expect(readHead(line.replace('"images":"cached"', '"images":"all"'))?.feeds[0]).not.toHaveProperty(
    'images',
  );

  await freshDatabase();
  await restoreSubscriptions(world);
  expect((await listFeeds()).map(({ images }) => images)).toEqual(['cached']);

  await setFeedImages(world, { feedId, images: 'always' });
  await restoreBackup(world, { head: line, mode: 'merge' });
  expect((await feed()).images).toBe('always');
  await restoreBackup(world, { head: line, mode: 'replace' });
  expect((await feed()).images).toBe('cached');

  await freshDatabase();
  world.mirror = { feeds: [], folders: [] };
  await restoreBackup(world, { head: line, mode: 'merge' });
  expect((await listFeeds()).map(({ images }) => images)).toEqual(['cached']);
});
