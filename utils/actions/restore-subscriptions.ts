import { listFeeds, listRemovedFeeds } from '../db/feeds';
import { oneAtATime } from './one-at-a-time';
import type { World } from './world';

const inTurn = oneAtATime();

/**
 * A damaged or deleted database opens empty and says nothing. Then the subscriptions are taken from their mirror, under
 * their old ids, to be checked one after the other; the reader is told once. Gives how many there were.
 */
export function restoreSubscriptions(world: World): Promise<number> {
  return inTurn(async () => {
    const [feeds, removed] = await Promise.all([listFeeds(), listRemovedFeeds()]);
    if (feeds.length + removed.length > 0) return 0;
    const mirror = await world.readMirror();
    if (mirror.feeds.length === 0) return 0;
    const { putBack } = await import('./put-back');
    await putBack(mirror, world.now());
    await world.tell({ restored: { count: mirror.feeds.length } });
    world.announce({ kind: 'feeds' });
    return mirror.feeds.length;
  });
}
