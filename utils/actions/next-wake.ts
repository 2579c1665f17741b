import type { Wake } from '../browser/alarms';
import { listFeeds } from '../db/feeds';
import { dueAt } from '../schedule/due';
import { hour } from '../schedule/times';

/** However wrong a clock or a row is: nothing waits longer than this. */
const backstopMinutes = 30;

/** When the next feed's turn comes. */
export async function nextWake(now: number): Promise<Wake> {
  const feeds = await listFeeds();
  const at = feeds.reduce((soonest, feed) => Math.min(soonest, dueAt(feed)), now + hour);
  return { at, everyMinutes: backstopMinutes };
}
