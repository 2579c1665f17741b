import type { Feed } from '../model/feed';
import { changeFeed } from './feeds';
import { asFeed } from './rows';
import type { PastCheck, ReadTx, WriteTx } from './schema';
import { writeFeed } from './shared-write';
import { putRow, read } from './transaction';

/** With the last one, which is in the feed's row, sixty. */
const slots = 59;

/**
 * Stores what `change` makes of the feed before it is asked, and gives it; null, and nothing stored, where `change` gives
 * null. The check before goes from the row into the feed's ring then: a small row over the oldest, in a transaction that
 * is needed anyhow, so that neither lists of feeds nor commits of checks grow by it. null also for a feed that is not there.
 */
export function leaseFeed(id: number, change: (feed: Feed) => Feed | null): Promise<Feed | null> {
  const lease = async (tx: WriteTx) => {
    const feed = asFeed(await tx.objectStore('feeds').get(id));
    const changed = feed && change(feed);
    if (!feed || !changed) return null;
    const { lastCheck, nextCheckAt, nextCheckReason = null, checkCount = 0 } = feed;
    const leased = { ...changed, id, checkCount: checkCount + Number(lastCheck !== null) };
    const past = lastCheck && { ...lastCheck, nextCheckAt, nextCheckReason };
    if (past) putRow(tx, 'checks', past, [id, checkCount % slots]);
    putRow(tx, 'feeds', leased);
    return leased;
  };
  return writeFeed({ feedId: id, stores: ['feeds', 'checks'], puts: 2, work: lease });
}

/** Stores what `change` makes of the feed after a check that found no articles. Throws no-such-feed. */
export function storeChecked(id: number, change: (feed: Feed) => Feed): Promise<Feed> {
  const work = (tx: WriteTx) => changeFeed(tx, id, change);
  return writeFeed({ feedId: id, stores: ['feeds'], puts: 1, work });
}

/** The last sixty checks of a feed, the newest first; empty for a feed that is not there. */
export function listChecks(feedId: number): Promise<PastCheck[]> {
  return read(['feeds', 'checks'], (tx) => checksOf(tx, feedId));
}

/** The same for several feeds, by feed. */
export function listChecksOf(feedIds: readonly number[]): Promise<Map<number, PastCheck[]>> {
  return read(['feeds', 'checks'], async (tx) => {
    const all = await Promise.all(feedIds.map((id) => checksOf(tx, id)));
    return new Map(feedIds.map((id, i) => [id, all[i] ?? []]));
  });
}

async function checksOf(tx: ReadTx, feedId: number): Promise<PastCheck[]> {
  const feed = asFeed(await tx.objectStore('feeds').get(feedId));
  if (!feed) return [];
  const range = IDBKeyRange.bound([feedId], [feedId, []]);
  const past = (await tx.objectStore('checks').getAll(range)).filter((row) => typeof row?.at === 'number');
  const { lastCheck, nextCheckAt, nextCheckReason = null } = feed;
  const last = lastCheck ? [{ ...lastCheck, nextCheckAt, nextCheckReason }] : [];
  return [...last, ...past.sort((a, b) => b.at - a.at)].slice(0, slots + 1);
}
