import { isArchive } from '../archive/archive-feed';
import { listFeeds, updateFeeds } from '../db/feeds';
import type { Input, Output } from '../messages/protocol';
import type { Feed } from '../model/feed';
import { ProblemError } from '../model/problem';
import { isHeld, isJustChecked } from '../schedule/due';
import { checkFeeds } from './poll';
import { restoreSubscriptions } from './restore-subscriptions';
import type { World } from './world';

/**
 * Checks these feeds now, or all; answered when all are checked. What has just been checked counts as checked without a
 * request, and what a host has asked us to wait for as failed. Throws no-such-feed.
 */
export async function refreshFeeds(world: World, { feedIds }: Input<'refresh'>): Promise<Output<'refresh'>> {
  await restoreSubscriptions(world);
  const all = await listFeeds();
  const missing = feedIds?.find((id) => all.every((feed) => feed.id !== id));
  if (missing !== undefined) throw new ProblemError({ kind: 'no-such-feed', feedId: missing });
  const wanted = all.filter((feed) => !isArchive(feed) && (feedIds?.includes(feed.id) ?? true));
  const now = world.now();
  const held = wanted.filter((feed) => isHeld(feed, now));
  const asked = wanted.filter((feed) => !isHeld(feed, now) && !isJustChecked(feed, now));
  const { checked, newEntries, failed } = await checkFeeds(world, asked, (feeds) => makeDue(feeds, now));
  return {
    checked: checked + wanted.length - asked.length,
    newEntries,
    failed: failed + held.length,
  };
}

/** Should the worker be killed before all are checked, the next one goes on with the rest. */
function makeDue(feeds: Feed[], now: number): Promise<Feed[]> {
  const ids = feeds.map(({ id }) => id);
  return updateFeeds(ids, (feed) => ({
    ...feed,
    nextCheckAt: Math.min(now, feed.nextCheckAt),
    leaseUntil: 0,
  }));
}
