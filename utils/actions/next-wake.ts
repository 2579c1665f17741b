import type { Wake } from '../browser/alarms';
import { listFeeds } from '../db/feeds';
import { dueAt } from '../schedule/due';
import { hour } from '../schedule/times';
import { outboxDueAt } from './tell-times';

/** However wrong a clock or a row is: nothing waits longer than this. */
const backstopMinutes = 30;

/** When the next feed's turn comes, or what has arrived is to be told: also after a kill between the two. */
export async function nextWake(now: number): Promise<Wake> {
  const [feeds, tellAt] = await Promise.all([listFeeds(), outboxDueAt(now)]);
  const at = feeds.reduce((soonest, feed) => Math.min(soonest, dueAt(feed)), Math.min(now + hour, tellAt));
  return { at, everyMinutes: backstopMinutes };
}
