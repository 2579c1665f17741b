import { allFeeds, type CountsByFeed } from './count-rows';
import { read } from './transaction';

/** The counts of every feed that is not in the bin, by feed. */
export function listCounts(): Promise<CountsByFeed> {
  return read(['feeds', 'counts'], async (tx) => {
    const [removed, rows] = await Promise.all([
      tx.objectStore('feeds').index('byRemoved').getAllKeys(),
      tx.objectStore('counts').getAll(),
    ]);
    const gone = new Set([...removed, allFeeds]);
    return new Map(rows.filter((row) => !gone.has(row.feedId)).map((row) => [row.feedId, row]));
  });
}

/** Unread entries of all feeds that are not in the bin: one look-up, whatever the number of feeds and entries. */
export async function countUnread(): Promise<number> {
  const sums = await read(['counts'], (tx) => tx.objectStore('counts').get(allFeeds));
  return Math.max(0, sums?.unread ?? 0);
}
