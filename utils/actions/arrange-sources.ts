import { getFeed, listFeeds, updateFeed } from '../db/feeds';
import type { Input, Output } from '../messages/protocol';
import type { Feed, Source } from '../model/feed';
import { ProblemError } from '../model/problem';
import { sourceToAsk } from '../schedule/sources';
import { isPrivateHost, parseAddress, sameAddress } from '../text/address';
import { feedsChanged } from './feeds-changed';
import { newSource } from './new-feed';
import type { World } from './world';

/** A feed has no more addresses. */
export const maxSources = 20;

/** Gives a feed one more address, after those it has. Throws address-invalid, already-subscribed, no-such-feed. */
export async function addSource(
  world: World,
  { feedId, url }: Input<'addSource'>,
): Promise<Output<'addSource'>> {
  const address = parseAddress(url);
  if (!address) throw new ProblemError({ kind: 'address-invalid', address: url.slice(0, 500) });
  // the feed itself may well have an address with http and with https; two feeds would ask the same twice
  const owner = (await listFeeds()).find(({ id, sources }) =>
    sources.some(({ url: known }) =>
      id === feedId ? known === address.url : sameAddress(known, address.url),
    ),
  );
  if (owner) throw new ProblemError({ kind: 'already-subscribed', feedId: owner.id });
  const source = newSource(address.url, isPrivateHost(new URL(address.url).hostname));
  return change(world, feedId, (sources) => [...sources, source].slice(0, maxSources));
}

/** Takes one of several addresses away; the last one stays. Throws no-such-feed. */
export function removeSource(
  world: World,
  { feedId, url }: Input<'removeSource'>,
): Promise<Output<'removeSource'>> {
  return change(world, feedId, (sources) => {
    const left = sources.filter((source) => source.url !== url);
    return left.length > 0 ? left : sources;
  });
}

/** Puts an address at a place among the others, 0 the first: the order is the reader's wish. Throws no-such-feed. */
export function moveSource(
  world: World,
  { feedId, url, place }: Input<'moveSource'>,
): Promise<Output<'moveSource'>> {
  return change(world, feedId, (sources) => {
    const moved = sources.filter((source) => source.url === url);
    const others = sources.filter((source) => source.url !== url);
    return [...others.slice(0, place), ...moved, ...others.slice(place)];
  });
}

/** Minutes between two checks, 15 to 1,440; 0 for the feed's own pace. Servers are not asked harder than they allow. */
export async function setCheckInterval(
  world: World,
  { feedId, minutes }: Input<'setCheckInterval'>,
): Promise<Output<'setCheckInterval'>> {
  const checkEvery = minutes === 0 ? 0 : Math.min(1440, Math.max(15, Math.round(minutes)));
  await updateFeed(feedId, (feed) => ({ ...feed, checkEvery }));
  await feedsChanged(world);
  return { feedId };
}

/** A check writes what it learned of the addresses: they are changed when none is under way. */
async function change(
  world: World,
  feedId: number,
  arrange: (sources: Source[]) => Source[],
): Promise<{ feedId: number }> {
  let done = false;
  while (!done) {
    await updateFeed(feedId, (feed) => {
      done = feed.leaseUntil <= world.now();
      return done ? arranged(feed, arrange(feed.sources), world.now()) : feed;
    });
    if (!done) await world.pause(500);
    if (!(await getFeed(feedId))) break;
  }
  await feedsChanged(world);
  return { feedId };
}

/** The address that is asked stays the same, if it is still there; where a new one takes over, it is asked at once. */
function arranged(feed: Feed, sources: Source[], now: number): Feed {
  const asked = feed.sources[feed.activeSource ?? 0]?.url;
  const place = sources.findIndex(({ url }) => url === asked);
  const after = { ...feed, sources, activeSource: Math.max(0, place) };
  const isNew = sources[sourceToAsk(after, now)]?.history === undefined;
  return isNew ? { ...after, stoppedAt: null, nextCheckAt: Math.min(feed.nextCheckAt, now) } : after;
}
