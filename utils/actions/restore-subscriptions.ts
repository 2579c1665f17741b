import { listFeeds, listRemovedFeeds } from '../db/feeds';
import { getLostAt, saveLostAt } from '../db/tidied';
import { oneAtATime } from './one-at-a-time';
import type { World } from './world';

const inTurn = oneAtATime();

/**
 * A damaged or deleted database opens empty and says nothing. Then the subscriptions are taken from their mirror, under
 * their old ids, to be checked one after the other, and what is known of their articles from the last snapshot, before a
 * check could bring what was read as new; the reader is told once. Gives how many there were.
 */
export function restoreSubscriptions(world: World): Promise<number> {
  return inTurn(async () => {
    const [feeds, removed, lostAt] = await Promise.all([listFeeds(), listRemovedFeeds(), getLostAt()]);
    const isThere = feeds.length + removed.length > 0;
    if (isThere && lostAt > 0) await restoreRest(world);
    if (isThere) return 0;
    const mirror = await world.readMirror();
    if (mirror.feeds.length === 0) return 0;
    const { putBack } = await import('./put-back');
    await saveLostAt(world.now());
    await putBack(mirror, world.now());
    await world.tell({ restored: { count: mirror.feeds.length } });
    await restoreRest(world);
    world.announce({ kind: 'feeds' });
    return mirror.feeds.length;
  });
}

/** A kill in its middle leaves it to the next start; a snapshot that cannot be stored keeps nobody from reading. */
async function restoreRest(world: World): Promise<void> {
  const { restoreState } = await import('./restore-state');
  await world.keepAlive(() => restoreState(world)).catch(() => undefined);
  await saveLostAt(0);
}
