import type { Feed } from '../model/feed';
import { countsFor, loadCounts, storeCounts } from './count-rows';
import { changeFeed } from './feeds';
import type { WriteTx } from './schema';
import { write } from './transaction';

/** Puts the feed into the bin at `now` (ms): its entries are hidden and no longer counted, nothing is deleted. */
export function removeFeed(id: number, now: number): Promise<Feed> {
  return write('reader', ['feeds', 'counts'], async (tx) => {
    const feed = await changeFeed(tx, id, (row) => ({ ...row, removedAt: row.removedAt ?? now }));
    await countIn(tx, id, false);
    return feed;
  });
}

/** Takes the feed out of the bin as it was; to the top level where its folder is gone. Throws no-such-feed. */
export function restoreFeed(id: number): Promise<Feed> {
  return write('reader', ['feeds', 'folders', 'counts'], async (tx) => {
    const folders = new Set(await tx.objectStore('folders').getAllKeys());
    await countIn(tx, id, true);
    return changeFeed(tx, id, (feed) => ({
      ...feed,
      removedAt: null,
      folderId: feed.folderId !== null && folders.has(feed.folderId) ? feed.folderId : null,
    }));
  });
}

/** Whether the feed's unread entries are in the sum of all. */
async function countIn(tx: WriteTx, id: number, isSubscribed: boolean): Promise<void> {
  const counts = await loadCounts(tx, [id]);
  const row = countsFor(counts, id);
  if (isSubscribed) delete row.inBin;
  else row.inBin = 1;
  await storeCounts(tx, counts.values());
}
