import { listFeeds, listRemovedFeeds } from '../db/feeds';
import { listFolders } from '../db/folders';
import { oneAtATime } from './one-at-a-time';
import type { World } from './world';

const inTurn = oneAtATime();

/** Copies the subscriptions out of the database, so that they outlive it. */
export function mirrorSubscriptions(world: World): Promise<void> {
  return inTurn(async () => {
    const [feeds, removed, folders] = await Promise.all([listFeeds(), listRemovedFeeds(), listFolders()]);
    // A database without feeds and without a bin is one that was lost: the reader unsubscribed from nothing.
    const lost = feeds.length === 0 && removed.length === 0;
    if (lost && (await world.readMirror()).feeds.length > 0) return;
    await world.writeMirror(feeds, folders);
  });
}
