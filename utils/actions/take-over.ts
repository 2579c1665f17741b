import type { Feed } from '../model/feed';
import { historyOf } from '../schedule/history';
import { activeIndex, isDown, isSourceHeld, sourceToAsk } from '../schedule/sources';
import { hour, minute } from '../schedule/times';

/**
 * What changes in the row when, after a failure, another of the feed's addresses is to be asked: soon, but not within an
 * hour of its own last request. The feed has not failed then; null where no other is well.
 */
export function otherSource(before: Feed, after: Feed, now: number): Partial<Feed> | null {
  const next = sourceToAsk(after, now);
  const history = historyOf(after.sources[next]);
  if (next === activeIndex(before) || isDown(history) || isSourceHeld(history, now)) return null;
  return {
    failures: before.failures,
    problem: before.problem,
    failingSince: before.failingSince ?? null,
    stoppedAt: null,
    heldUntil: 0,
    nextCheckAt: Math.max(now + minute, history.askedAt + hour),
    nextCheckReason: 'other-source',
  };
}
