import { updateFeeds } from '../db/feeds';
import type { Feed } from '../model/feed';
import { historyOf } from '../schedule/history';
import { nextCheck } from '../schedule/next-check';
import { activeIndex } from '../schedule/sources';
import { minute } from '../schedule/times';
import type { World } from './world';

const waitMs = 5 * minute;
/** One transaction; a list that is read meanwhile waits no longer than for that. */
const slice = 50;

/**
 * The network is down: what failed for it did not fail, and what is waiting is not asked. All have their turn again in five
 * minutes, those that were not asked first; who was in vain waits longer from time to time, up to an hour.
 */
export async function assumeOffline(
  world: World,
  { failed, waiting }: { failed: readonly number[]; waiting: readonly number[] },
): Promise<void> {
  const now = world.now();
  await inSlices(failed, (feed) => takenBack(feed, now, world.random()));
  await inSlices(waiting, (feed) => ({
    ...feed,
    nextCheckAt: Math.max(feed.nextCheckAt, now + waitMs),
    nextCheckReason: 'offline',
  }));
}

async function inSlices(ids: readonly number[], change: (feed: Feed) => Feed): Promise<void> {
  for (let start = 0; start < ids.length; start += slice) {
    await updateFeeds(ids.slice(start, start + slice), change, 'poll');
  }
}

/** The row without the failure that was counted a moment ago. */
function takenBack(feed: Feed, now: number, random: number): Feed {
  const offlineRounds = (feed.offlineRounds ?? 0) + 1;
  const { at, reason } = nextCheck({
    now,
    problem: { kind: 'offline' },
    failures: 0,
    offlineRounds,
    conditional: true,
    answers304: false,
    meanGapMs: null,
    checkEvery: 0,
    freshnessMs: 0,
    askedMs: 0,
    skipHours: [],
    skipDays: [],
    retryAfterMs: null,
    random,
  });
  const asked = activeIndex(feed);
  return {
    ...feed,
    problem: { kind: 'offline' },
    failures: Math.max(0, feed.failures - 1),
    failingSince: null,
    offlineRounds,
    sources: feed.sources.map((source, index) => {
      const history = historyOf(source);
      const failures = Math.max(0, history.failures - 1);
      return index === asked ? { ...source, history: { ...history, failures } } : source;
    }),
    nextCheckAt: at,
    nextCheckReason: reason,
  };
}
