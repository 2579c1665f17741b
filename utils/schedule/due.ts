import type { Feed } from '../model/feed';
import { day, minute } from './times';

type Times = Pick<Feed, 'nextCheckAt' | 'leaseUntil' | 'removedAt' | 'sources' | 'heldUntil' | 'stoppedAt'>;

/**
 * When a feed's turn comes: not before its next check, nor while a poll that may still live holds it, nor within its host's
 * Retry-After. Never for one in the bin, without an address to ask, or whose address is gone for good.
 */
export function dueAt(feed: Times): number {
  if (feed.removedAt !== null || feed.sources.length === 0 || feed.stoppedAt) return Number.POSITIVE_INFINITY;
  return Math.max(feed.nextCheckAt, feed.leaseUntil, feed.heldUntil ?? 0);
}

export function isDue(feed: Times, now: number): boolean {
  return dueAt(feed) <= now;
}

/** Its host said Retry-After, and the time is not over: the reader cannot have it asked either. */
export function isHeld({ heldUntil = 0 }: Pick<Feed, 'heldUntil'>, now: number): boolean {
  return heldUntil > now && heldUntil <= now + 8 * day;
}

type Checked = Pick<Feed, 'lastAttemptAt' | 'lastSuccessAt' | 'problem' | 'sources' | 'activeSource'>;

/**
 * The reader asks for what has just been looked at: five minutes after a good check nothing is asked again (fifteen where
 * every answer is a whole one). The look at the first subscribing does not count (polling S-1).
 */
export function isJustChecked(feed: Checked, now: number): boolean {
  const { lastAttemptAt, lastSuccessAt, problem } = feed;
  if (lastAttemptAt === null || lastSuccessAt === null || problem) return false;
  const conditional = feed.sources[feed.activeSource ?? 0]?.validators;
  const since = now - lastSuccessAt;
  return since >= 0 && since < (conditional ? 5 : 15) * minute;
}
