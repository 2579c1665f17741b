import { listDueFeeds } from '../db/feeds';
import type { RefreshSummary } from '../messages/protocol';
import type { Feed } from '../model/feed';
import { isDue } from '../schedule/due';
import { isLate } from '../schedule/spread';
import { nextWake } from './next-wake';
import { restoreSubscriptions } from './restore-subscriptions';
import { showBadge } from './show-badge';
import type { World } from './world';

/** A browser that starts has other things to do. */
const quietMs = 30_000;

let running = 0;

/** The timed round: checks all feeds whose turn has come, and sets the alarm for the next. */
export async function poll(world: World): Promise<RefreshSummary> {
  await restoreSubscriptions(world);
  const now = world.now();
  const quietUntil = ((await world.startedAt()) ?? now - quietMs) + quietMs;
  if (now < quietUntil && quietUntil <= now + quietMs) {
    await world.wakeAt({ at: quietUntil, everyMinutes: 0.5 }, now);
    return nothingChecked;
  }
  const due = await dueNow(now);
  if (due.length === 0) await world.wakeAt(await nextWake(now), now);
  return checkFeeds(world, due);
}

/** The feeds whose turn it is, once those that a start, a sleep or a clock has left behind have new turns. */
async function dueNow(now: number): Promise<Feed[]> {
  const due = (await listDueFeeds(now)).filter((feed) => isDue(feed, now));
  if (running > 0) return due;
  if (due.length > 0 && !isLate(due, now)) return due;
  const { catchUp } = await import('./catch-up');
  return catchUp(due, now);
}

/**
 * Checks these feeds, together with what is being checked already; done when they are, with what came of them. Those that
 * the running round has not seen go through `prepare` first.
 */
export async function checkFeeds(
  world: World,
  feeds: Feed[],
  prepare: (fresh: Feed[]) => Promise<unknown> = async () => undefined,
): Promise<RefreshSummary> {
  if (feeds.length === 0) return nothingChecked;
  running++;
  try {
    // Most starts of the worker are not for a check: what asks and stores is loaded when a feed's turn has come.
    const { inRound } = await import('./shared-round');
    const results = await inRound(world, async (round) => {
      await prepare(feeds.filter((feed) => !round.has(feed)));
      return Promise.all(feeds.map((feed) => round.check(feed)));
    });
    if (!results) return nothingChecked;
    await showBadge(world);
    return {
      checked: results.length,
      newEntries: results.reduce((sum, { newEntries }) => sum + newEntries, 0),
      failed: results.filter(({ failed }) => failed).length,
    };
  } finally {
    running--;
  }
}

const nothingChecked: RefreshSummary = { checked: 0, newEntries: 0, failed: 0 };
