import type { Feed } from '../model/feed';
import { readWebUrl } from '../text/address-url';
import { historyOf } from './history';
import { offlineWaitMs } from './next-check';
import { activeIndex } from './sources';
import { hour, minute } from './times';

/** A feed that waited when the network was found to be down: not asked, and first when it is tried again. */
export function putOff(feed: Feed, now: number): Feed {
  return { ...feed, nextCheckAt: Math.max(feed.nextCheckAt, now + 5 * minute), nextCheckReason: 'offline' };
}

/** What stands at its own address may be its server's: that is asked once an hour and no more, whoever is at fault (S-1). */
function hasAnswered(feed: Feed): boolean {
  const { lastCheck, sources } = feed;
  const host = readWebUrl(sources[activeIndex(feed)]?.url ?? '')?.host;
  return Boolean(lastCheck?.status) && readWebUrl(lastCheck?.url ?? '')?.host === host;
}

/**
 * The row without the failure that was counted a moment ago: it was the network's. It has its turn again in five minutes,
 * and later from time to time, up to an hour; in an hour where a page was at its address.
 */
export function withoutFailure(feed: Feed, now: number): Feed {
  const offlineRounds = (feed.offlineRounds ?? 0) + 1;
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
    nextCheckAt: now + (hasAnswered(feed) ? hour : offlineWaitMs(offlineRounds)),
    nextCheckReason: 'offline',
  };
}
