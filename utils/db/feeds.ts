import type { Feed } from '../model/feed';
import { ProblemError } from '../model/problem';
import { noCounts } from './count-rows';
import { asFeed, readable } from './rows';
import type { AnyTx, Unstored, WriteTx } from './schema';
import { putRow, read, write } from './transaction';
import type { Urgency } from './write-queue';

/** A feed to store; with an `id` when a subscription is put back as it was. */
export type NewFeed = Unstored<Feed>;

/** The feeds subscribed to, in the reader's order; not those in the bin. */
export async function listFeeds(): Promise<Feed[]> {
  const feeds = await read(['feeds'], (tx) => tx.objectStore('feeds').getAll());
  return readable(feeds, asFeed)
    .filter((feed) => feed.removedAt === null)
    .sort((a, b) => a.position - b.position || a.id - b.id);
}

/** The feeds in the bin, the one removed last first. */
export async function listRemovedFeeds(): Promise<Feed[]> {
  const feeds = await read(['feeds'], (tx) => tx.objectStore('feeds').index('byRemoved').getAll());
  return readable(feeds, asFeed).reverse();
}

/** The feeds whose next check is due at `now` (ms), the longest due first; not those in the bin. */
export async function listDueFeeds(now: number): Promise<Feed[]> {
  const due = IDBKeyRange.upperBound(now);
  const feeds = await read(['feeds'], (tx) => tx.objectStore('feeds').index('byNextCheck').getAll(due));
  return readable(feeds, asFeed).filter((feed) => feed.removedAt === null);
}

/** The feed, also when it is in the bin; undefined where there is none. */
export async function getFeed(id: number): Promise<Feed | undefined> {
  return asFeed(await read(['feeds'], (tx) => tx.objectStore('feeds').get(id))) ?? undefined;
}

/** Stores them all or none; gives their ids in the same order. A given id that is taken is a storage-failed Problem. */
export function addFeeds(feeds: readonly NewFeed[]): Promise<number[]> {
  return write('reader', ['feeds', 'counts'], async (tx) => {
    const ids = await Promise.all(feeds.map(async (feed) => tx.objectStore('feeds').add(feed)));
    await Promise.all(ids.map(async (id) => tx.objectStore('counts').put(noCounts(id))));
    return ids;
  });
}

/** Stores what `change` makes of the feed, and gives it. Throws no-such-feed. */
export function updateFeed(id: number, change: (feed: Feed) => Feed): Promise<Feed> {
  return write('reader', ['feeds'], (tx) => changeFeed(tx, id, change));
}

/** As updateFeed, for several in one transaction; ids without a feed are passed over. For leases: one write for a round. */
export function updateFeeds(
  ids: readonly number[],
  change: (feed: Feed) => Feed,
  urgency: Urgency = 'reader',
): Promise<Feed[]> {
  return write(urgency, ['feeds'], async (tx) => {
    const store = tx.objectStore('feeds');
    const found = readable(await Promise.all(ids.map((id) => store.get(id))), asFeed).map(change);
    await Promise.all(found.map(async (feed) => store.put(feed)));
    return found;
  });
}

/** For transactions that write what belongs to a feed. Throws no-such-feed. */
export async function needFeed(tx: AnyTx, id: number): Promise<Feed> {
  const feed = asFeed(await tx.objectStore('feeds').get(id));
  if (!feed) throw new ProblemError({ kind: 'no-such-feed', feedId: id });
  return feed;
}

/** For transactions that change a feed together with something else. Throws no-such-feed. */
export async function changeFeed(tx: WriteTx, id: number, change: (feed: Feed) => Feed): Promise<Feed> {
  const feed = await needFeed(tx, id);
  const changed = { ...change(feed), id };
  putRow(tx, 'feeds', changed);
  return changed;
}
