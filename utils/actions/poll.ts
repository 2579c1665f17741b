import { listDueFeeds } from '../db/feeds';
import type { RefreshSummary } from '../messages/protocol';
import type { Feed } from '../model/feed';
import { isDue } from '../schedule/next-check';
import { nextWake } from './next-wake';
import { restoreSubscriptions } from './restore-subscriptions';
import { inRound } from './shared-round';
import { showBadge } from './show-badge';
import type { World } from './world';

/** The timed round: checks all feeds whose turn has come, and sets the alarm for the next. */
export async function poll(world: World): Promise<RefreshSummary> {
  await restoreSubscriptions(world);
  const now = world.now();
  const due = (await listDueFeeds(now)).filter((feed) => isDue(feed, now));
  if (due.length === 0) await world.wakeAt(await nextWake(now), now);
  return checkFeeds(world, due);
}

/** Checks these feeds, together with what is being checked already; done when they are, with what came of them. */
export async function checkFeeds(world: World, feeds: Feed[]): Promise<RefreshSummary> {
  if (feeds.length === 0) return { checked: 0, newEntries: 0, failed: 0 };
  const results = await inRound(world, (round) => Promise.all(feeds.map((feed) => round.check(feed))));
  if (!results) return { checked: 0, newEntries: 0, failed: 0 };
  await showBadge(world);
  return {
    checked: results.length,
    newEntries: results.reduce((sum, { newEntries }) => sum + newEntries, 0),
    failed: results.filter(({ failed }) => failed).length,
  };
}
