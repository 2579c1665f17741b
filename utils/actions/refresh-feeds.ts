import { isArchive } from '../archive/archive-feed';
import { listFeeds, updateFeeds } from '../db/feeds';
import type { Input, Output } from '../messages/protocol';
import { ProblemError } from '../model/problem';
import { checkFeeds } from './poll';
import { restoreSubscriptions } from './restore-subscriptions';
import type { World } from './world';

/** Checks these feeds now, or all; answered when all are checked. Throws no-such-feed. */
export async function refreshFeeds(world: World, { feedIds }: Input<'refresh'>): Promise<Output<'refresh'>> {
  const all = await listFeeds();
  const missing = feedIds?.find((id) => all.every((feed) => feed.id !== id));
  if (missing !== undefined) throw new ProblemError({ kind: 'no-such-feed', feedId: missing });
  const wanted = all.filter((feed) => !isArchive(feed) && (feedIds?.includes(feed.id) ?? true));
  const now = world.now();
  const ids = wanted.map(({ id }) => id);
  // All are due from now on: should the worker be killed in the middle, the next one goes on with the rest.
  await updateFeeds(ids, (feed) => ({
    ...feed,
    nextCheckAt: Math.min(now, feed.nextCheckAt),
    leaseUntil: 0,
  }));
  return checkFeeds(world, wanted);
}
