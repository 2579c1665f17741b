import { expect, test } from 'vitest';
import { startUp } from '../../utils/actions/start-up';
import { subscribe } from '../../utils/actions/subscribe';
import { getFeed, updateFeed } from '../../utils/db/feeds';
import { documentUrl, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

test('a worker that starts goes on at once with the round that the last one was killed in', async () => {
  const world = new TestWorld();
  const { feedId } = await subscribe(world, { url: documentUrl('morning.xml') });
  world.asked = [];
  world.time += 3_600_000;
  const lease = { leaseUntil: world.time - 1, nextCheckAt: world.time };
  await updateFeed(feedId, (feed) => ({ ...feed, ...lease }));
  await startUp(world);
  await expect.poll(() => world.asked).toEqual([documentUrl('morning.xml')]);
  await expect.poll(async () => (await getFeed(feedId))?.leaseUntil).toBe(0);
});
