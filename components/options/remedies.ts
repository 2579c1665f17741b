import { isArchive } from '../../utils/archive/archive-feed';
import { requestAccess } from '../../utils/browser/permissions';
import { openOriginal } from '../../utils/browser/tabs';
import { t } from '../../utils/browser/text';
import { twinAddresses } from '../../utils/discover/twins';
import { type Feed, feedName } from '../../utils/model/feed';
import { type FeedHealth, feedHealth } from '../../utils/schedule/health';
import { historyOf } from '../../utils/schedule/history';
import { activeIndex } from '../../utils/schedule/sources';
import { refresh } from '../shared/refreshing';
import { toast } from '../shared/toasts';
import { unsubscribe } from '../shared/unsubscribing';
import { hostWords } from './address-words';
import { addAddress, followerOf, mergeFeeds, removeAddress, replaceAddress } from './addresses';

/** What the reader can do about a feed's health with one press. */
export interface Remedy {
  label: string;
  /** It takes something away, or nothing is wrong without it: not to be pressed lightly. */
  optional?: boolean;
  /** Called straight in the click. */
  run: () => void;
}

const check = (feed: Feed): Remedy => ({ label: t('checkNow'), run: () => void refresh([feed.id]) });
const resume = (feed: Feed): Remedy => ({ label: t('resumeChecks'), run: () => void refresh([feed.id]) });
const leave = (feed: Feed): Remedy => ({
  label: t('unsubscribe'),
  optional: true,
  run: () => void unsubscribe(feed),
});
const visit = (feed: Feed): Remedy => ({
  label: t('openSite'),
  run: () => void openOriginal(feed.siteUrl || (feed.sources[0]?.url ?? '')),
});

function grant(feed: Feed, origins: string[]): Remedy {
  const run = () => {
    void requestAccess(origins).then((granted) => {
      if (granted) void refresh([feed.id]);
      else toast(t('permissionDenied'));
    });
  };
  return { label: t('grant'), run };
}

const bareHost = (url: string) => new URL(url).hostname.replace(/^www\./, '');
const isSecure = (url: string) => url.startsWith('https:');

/**
 * The addresses at which the same feed may stand, and that it does not have yet: other hosts; and the same host by another
 * scheme or with `www.` where the address fails, or over https.
 */
export function openTwins(feed: Feed): string[] {
  const known = new Set(feed.sources.map(({ url }) => url));
  const hosts = new Set([...known].map(bareHost));
  const found = feed.sources.flatMap((source) => {
    const fails = historyOf(source).failures > 0;
    return twinAddresses(source.url).filter((url) => {
      if (!hosts.has(bareHost(url))) return isSecure(url);
      return fails || (isSecure(url) && !isSecure(source.url));
    });
  });
  return [...new Set(found)].filter((url) => !known.has(url) && !followerOf(feed, url));
}

/** Another host that serves the same: the likeliest. The same one over http would mend little. */
function twin(feed: Feed): Remedy[] {
  const asked = feed.sources[activeIndex(feed)]?.url;
  const url = asked && openTwins(feed).find((other) => bareHost(other) !== bareHost(asked));
  return url
    ? [{ label: t('useAddress', [hostWords(url)]), run: () => void addAddress(feed, url, true) }]
    : [];
}

function drop(feed: Feed, url: string, beside: string): Remedy {
  const label = t('addressRemove', [hostWords(url, beside)]);
  return { label, optional: true, run: () => void removeAddress(feed, url) };
}

/** A place that the reader follows already has her articles of it, too: two that are one become one. */
function moved(feed: Feed, from: string, url: string): Remedy {
  const other = followerOf(feed, url);
  return other
    ? { label: t('mergeWith', [feedName(other)]), run: () => void mergeFeeds(feed, other) }
    : { label: t('movedUpdate'), run: () => replaceAddress(feed, from, url) };
}

function forHealth(feed: Feed, health: FeedHealth): Remedy[] {
  const active = feed.sources[activeIndex(feed)]?.url ?? '';
  if (health.kind === 'moved') return [moved(feed, active, health.url), check(feed)];
  if (health.kind === 'mirror-behind') return [drop(feed, health.url, active), check(feed)];
  if (health.kind === 'mirror-down') return [drop(feed, health.url, health.insteadUrl), check(feed)];
  if (health.kind === 'silent') return [...twin(feed), check(feed), visit(feed)];
  return [check(feed)];
}

/** What helps, the likeliest first; nothing for a feed that is asked nowhere. */
export function remediesFor(feed: Feed, now: number): Remedy[] {
  if (isArchive(feed)) return [];
  const { problem } = feed;
  const health = feedHealth(feed, now);
  // nothing else helps a feed that may not be asked
  if (problem?.kind === 'permission-missing') return [grant(feed, problem.origins)];
  if (feed.stoppedAt) return [...twin(feed), resume(feed), leave(feed)];
  if (health.kind === 'dead') return [...twin(feed), check(feed), visit(feed), leave(feed)];
  if (problem?.kind === 'gone') return [...twin(feed), resume(feed), visit(feed), leave(feed)];
  // who logs in there may be let in here
  if (problem?.kind === 'not-a-feed' && problem.found === 'login')
    return [...twin(feed), visit(feed), check(feed)];
  if (problem) return [...twin(feed), check(feed), visit(feed)];
  return forHealth(feed, health);
}
