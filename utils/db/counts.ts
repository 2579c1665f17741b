import type { FeedCounts } from '../model/feed';
import type { CountsByFeed } from './count-rows';
import { read } from './transaction';

/** The counts of every feed that is not in the bin, by feed. */
export async function listCounts(): Promise<CountsByFeed> {
  return new Map((await subscribedCounts()).map((row) => [row.feedId, row]));
}

/** Unread entries of all feeds that are not in the bin. Costs O(feeds), whatever the number of entries. */
export async function countUnread(): Promise<number> {
  return (await subscribedCounts()).reduce((sum, row) => sum + row.unread, 0);
}

function subscribedCounts(): Promise<FeedCounts[]> {
  return read(['feeds', 'counts'], async (tx) => {
    const [removed, rows] = await Promise.all([
      tx.objectStore('feeds').index('byRemoved').getAllKeys(),
      tx.objectStore('counts').getAll(),
    ]);
    const gone = new Set(removed);
    return rows.filter((row) => !gone.has(row.feedId));
  });
}
