import { isArchive } from '../archive/archive-feed';
import { listFeeds, listRemovedFeeds } from '../db/feeds';
import { listFolders } from '../db/folders';
import { oneAtATime } from './one-at-a-time';
import type { World } from './world';

const inTurn = oneAtATime();

/** Copies the subscriptions out of the database, so that they outlive it. */
export function mirrorSubscriptions(world: World): Promise<void> {
  return inTurn(async () => {
    const [feeds, removed, folders] = await Promise.all([listFeeds(), listRemovedFeeds(), listFolders()]);
    // Archives are their articles, which no mirror can bring back.
    const subscribed = feeds.filter((feed) => !isArchive(feed));
    // A database without feeds and without a bin is one that was lost: the reader unsubscribed from nothing.
    const lost = subscribed.length === 0 && removed.length === 0;
    if (lost && (await world.readMirror()).feeds.length > 0) return;
    await world.writeMirror(subscribed, folders);
  });
}
