import type { Feed, Source } from '../model/feed';
import { historyOf, seemsStuck } from './history';
import { shortestWaitMs } from './next-check';
import { sourceToAsk } from './sources';

/** Longer than any request may take: until then a second poll leaves the feed alone, should the first have died. */
const leaseMs = 60_000;

/**
 * The feed's row as it is written before its request: who comes after a kill sees which server has been asked, and leaves
 * it in peace for an interval.
 */
export function leased(feed: Feed, now: number): Feed {
  const asked = sourceToAsk(feed, now);
  const source = feed.sources[asked];
  const shortest = shortestWaitMs(feed.checkEvery ?? 0, historyOf(source).answers304);
  return {
    ...feed,
    lastAttemptAt: now,
    leaseUntil: now + leaseMs,
    nextCheckAt: now + shortest,
    nextCheckReason: 'asked',
    activeSource: asked,
    sources: feed.sources.map((each, index) => (index === asked ? askedNow(each, now) : each)),
  };
}

function askedNow(source: Source, now: number): Source {
  const history = historyOf(source);
  const forcedAt = seemsStuck(source, now) ? now : history.forcedAt;
  return { ...source, history: { ...history, askedAt: now, forcedAt } };
}

/** This check asks for the whole document although it has validators. */
export function isForced(source: Source): boolean {
  const { askedAt, forcedAt } = historyOf(source);
  return forcedAt !== null && forcedAt === askedAt;
}
