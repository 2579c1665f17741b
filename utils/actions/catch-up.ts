import { listFeeds, updateFeeds } from '../db/feeds';
import type { Feed } from '../model/feed';
import { isDue } from '../schedule/due';
import { spreadOverdue, wasSetBack } from '../schedule/spread';
import { hour } from '../schedule/times';

/** One transaction; a list that is read meanwhile waits no longer than for that. */
const slice = 50;

/**
 * Gives new turns to feeds that are overdue after a start or a sleep, however much they missed, and to those whose times a
 * clock that was set back has made meaningless. Gives the feeds whose turn it is then.
 */
export async function catchUp(due: readonly Feed[], now: number): Promise<Feed[]> {
  const lost = (await listFeeds()).filter((feed) => wasSetBack(feed, now));
  // Nobody knows how long ago they were asked: not within the hour, whatever the clock was.
  const later = spreadOverdue(lost, now + hour);
  await inSlices([...later.keys()], (feed) => ({
    ...feed,
    nextCheckAt: later.get(feed.id) ?? now,
    nextCheckReason: 'clock',
    lastAttemptAt: now,
    leaseUntil: 0,
    heldUntil: (feed.heldUntil ?? 0) > now ? (later.get(feed.id) ?? 0) : 0,
  }));
  const times = spreadOverdue(
    due.filter(({ id }) => !later.has(id)),
    now,
  );
  const spread = await inSlices([...times.keys()], (feed) => ({
    ...feed,
    nextCheckAt: times.get(feed.id) ?? now,
    nextCheckReason: 'spread',
  }));
  return spread.filter((feed) => isDue(feed, now));
}

async function inSlices(ids: readonly number[], change: (feed: Feed) => Feed): Promise<Feed[]> {
  const changed: Feed[] = [];
  for (let start = 0; start < ids.length; start += slice) {
    changed.push(...(await updateFeeds(ids.slice(start, start + slice), change, 'poll')));
  }
  return changed;
}
