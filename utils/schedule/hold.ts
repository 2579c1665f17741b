import type { Feed } from '../model/feed';
import { isPrivateHost } from '../text/address';
import { readWebUrl } from '../text/address-url';
import { activeIndex } from './sources';

/** Between two requests to one host (ms). */
const stepMs = 2000;

function hostOf(feed: Feed): string {
  return readWebUrl(feed.sources[activeIndex(feed)]?.url ?? '')?.hostname ?? '';
}

/**
 * The other feeds of a host that has told one feed to wait, with their turns after it. None on private hosts and bare
 * addresses, where many services may stand behind one name (polling S-6).
 */
export function heldWith(told: Feed, feeds: readonly Feed[]): Map<number, (feed: Feed) => Feed> {
  const until = told.heldUntil ?? 0;
  const host = hostOf(told);
  const isShared = host === '' || isPrivateHost(host) || /^[\d.]+$|^\[/.test(host);
  const others = isShared ? [] : feeds.filter((feed) => feed.id !== told.id && hostOf(feed) === host);
  return new Map(others.map(({ id }, index) => [id, (feed) => held(feed, until, (index + 1) * stepMs)]));
}

function held(feed: Feed, until: number, turn: number): Feed {
  const heldUntil = Math.max(feed.heldUntil ?? 0, until);
  const at = heldUntil + turn;
  if (at <= feed.nextCheckAt) return { ...feed, heldUntil };
  return { ...feed, heldUntil, nextCheckAt: at, nextCheckReason: 'retry-after' };
}
