import { addFeeds, getFeed, listFeeds, listRemovedFeeds } from '../db/feeds';
import type { Input, Output } from '../messages/protocol';
import type { Feed } from '../model/feed';
import { ProblemError, type Twin } from '../model/problem';
import { sameAddress } from '../text/address';
import { calmBidi } from '../text/bidi';
import { needFolder } from './arrange-feeds';
import { feedsChanged } from './feeds-changed';
import { type FeedSight, findOne } from './find-one';
import { twinByAddress, twinByArticles } from './followed-twin';
import { placesTyped } from './look-at';
import { newFeed, newSource } from './new-feed';
import { nextWake } from './next-wake';
import { oneAtATime } from './one-at-a-time';
import { restoreSubscriptions } from './restore-subscriptions';
import { storeDocument } from './store-document';
import { takeOut } from './unsubscribe';
import type { World } from './world';

const inTurn = oneAtATime();

/**
 * Subscribes to a feed by its address, or by the address of a page that offers exactly one, and stores its first entries.
 * A feed in the bin comes back as it was. Throws address-invalid, already-subscribed, twin-subscribed (not with `apart`),
 * no-such-folder, several-feeds, opml-found, no-feed-found, or what kept us from the address.
 */
export async function subscribe(world: World, input: Input<'subscribe'>): Promise<Output<'subscribe'>> {
  await restoreSubscriptions(world);
  const places = placesTyped(input.url);
  await needFolder(input.folderId ?? null);
  const [first, ...others] = places;
  const typed: [string, ...string[]] = [first.url, ...others.map(({ url }) => url)];
  const feedId =
    (await takeFromBin(world, typed, input)) ??
    (await world.keepAlive(async () => subscribeTo(world, await findOne(world, places), input)));
  await feedsChanged(world);
  const now = world.now();
  await world.wakeBy(await nextWake(now), now);
  return { feedId };
}

function hasAddress({ sources }: Feed, urls: string[]): boolean {
  return sources.some((source) => urls.some((url) => sameAddress(source.url, url)));
}

/** The reader decides what becomes of it, unless she has. */
function refuse(twin: Twin | null, address: string, { apart }: Input<'subscribe'>): void {
  if (twin && !apart) throw new ProblemError({ kind: 'twin-subscribed', address, ...twin });
}

/** The id of a feed in the bin that has one of these addresses, restored. Throws already-subscribed and twin-subscribed. */
async function takeFromBin(
  world: World,
  urls: [string, ...string[]],
  input: Input<'subscribe'>,
): Promise<number | null> {
  const feeds = await listFeeds();
  const present = feeds.find((feed) => hasAddress(feed, urls));
  if (present) throw new ProblemError({ kind: 'already-subscribed', feedId: present.id });
  refuse(twinByAddress(feeds, urls), urls[0], input);
  const removed = (await listRemovedFeeds()).find((feed) => hasAddress(feed, urls));
  if (!removed) return null;
  await takeOut(world, removed.id);
  return removed.id;
}

async function subscribeTo(world: World, sight: FeedSight, input: Input<'subscribe'>): Promise<number> {
  const { place, answer, parsed } = sight;
  const now = world.now();
  const { id, isNew } = await inTurn(async () => {
    const known = await takeFromBin(world, [place.url, answer.url], input);
    if (known !== null) return { id: known, isNew: false };
    const feeds = await listFeeds();
    refuse(await twinByArticles(feeds, parsed, now), place.url, input);
    const feed = newFeed({
      sources: [newSource(place.url, place.privateAllowed)],
      folderId: input.folderId ?? null,
      customTitle: input.title?.trim() ?? '',
      title: calmBidi(parsed.title),
      position: Math.max(0, ...feeds.map(({ position }) => position + 1)),
      addedAt: now,
      nextCheckAt: now,
    });
    const [added = 0] = await addFeeds([feed]);
    return { id: added, isNew: true };
  });
  const feed = isNew ? await getFeed(id) : undefined;
  if (feed) await storeDocument(world, { ...feed, lastAttemptAt: now }, answer, parsed);
  return id;
}
