import { updateFeeds } from '../db/feeds';
import type { Feed } from '../model/feed';
import { putOff, withoutFailure } from '../schedule/offline';
import type { World } from './world';

/** One transaction; a list that is read meanwhile waits no longer than for that. */
const slice = 50;

export interface Offline {
  failed: readonly number[];
  waiting: readonly number[];
}

/** The network is down: what failed for it did not fail, and what is waiting is not asked. */
export async function assumeOffline(world: World, { failed, waiting }: Offline): Promise<void> {
  const now = world.now();
  await inSlices(failed, (feed) => withoutFailure(feed, now));
  await inSlices(waiting, (feed) => putOff(feed, now));
}

async function inSlices(ids: readonly number[], change: (feed: Feed) => Feed): Promise<void> {
  for (let start = 0; start < ids.length; start += slice) {
    await updateFeeds(ids.slice(start, start + slice), change, 'poll');
  }
}
