import { listFeeds, updateFeeds } from '../db/feeds';
import { isHeld } from '../schedule/due';
import { spreadOut } from '../schedule/spread';
import { nextWake } from './next-wake';
import type { World } from './world';

/** What a connection needs until it works. */
const settleMs = 10_000;

/** The browser is connected again: feeds that were put off for it have their turns, one after the other. */
export async function backOnline(world: World): Promise<void> {
  const now = world.now();
  const feeds = (await listFeeds()).filter(
    (feed) => feed.nextCheckReason === 'offline' && !isHeld(feed, now),
  );
  const times = spreadOut(feeds.length, now + settleMs);
  const turns = new Map(feeds.map(({ id }, index) => [id, times[index] ?? now]));
  await updateFeeds(
    [...turns.keys()],
    (feed) => ({ ...feed, nextCheckAt: Math.min(feed.nextCheckAt, turns.get(feed.id) ?? feed.nextCheckAt) }),
    'poll',
  );
  if (feeds.length > 0) await world.wakeBy(await nextWake(now), now);
}
