import { getFeed, listFeeds, updateFeeds } from '../db/feeds';
import type { Feed } from '../model/feed';
import { activeIndex } from '../schedule/sources';
import { isPrivateHost } from '../text/address';
import { readWebUrl } from '../text/address-url';

function hostOf(feed: Feed): string {
  return readWebUrl(feed.sources[activeIndex(feed)]?.url ?? '')?.hostname ?? '';
}

/** Two seconds between two of one host. */
const stepMs = 2000;

/**
 * One feed was told to wait: so are all of its host, those that wait in this round included. Not on private hosts and bare
 * addresses, where many services may stand behind one name (polling S-6).
 */
export async function holdHost(feedId: number, now: number): Promise<void> {
  const told = await getFeed(feedId);
  const until = told?.heldUntil ?? 0;
  if (!told || until <= now) return;
  const host = hostOf(told);
  if (host === '' || isPrivateHost(host) || /^[\d.]+$|^\[/.test(host)) return;
  const others = (await listFeeds()).filter((feed) => feed.id !== feedId && hostOf(feed) === host);
  const order = new Map(others.map(({ id }, index) => [id, index + 1]));
  await updateFeeds(
    [...order.keys()],
    (feed) => {
      const held = Math.max(feed.heldUntil ?? 0, until);
      const at = held + (order.get(feed.id) ?? 0) * stepMs;
      const reason = at > feed.nextCheckAt ? ({ nextCheckReason: 'retry-after' } as const) : {};
      return { ...feed, ...reason, heldUntil: held, nextCheckAt: Math.max(feed.nextCheckAt, at) };
    },
    'poll',
  );
}
