import { allFeeds } from './count-rows';
import { read } from './transaction';

/** What one feed takes of the disk. */
export interface FeedStorage {
  feedId: number;
  /** Its articles. */
  rows: number;
  /** Bytes of its articles' texts and rows; without pictures and what the browser adds of its own. */
  bytes: number;
}

/** A row with its four indexes: measured, 100,000 rows of usual titles and snippets. */
const rowBytes = 900;

/** What each feed takes, those in the bin too, the largest first. From stored counts: no entry is looked at. */
export async function listStorageByFeed(): Promise<FeedStorage[]> {
  const rows = await read(['counts'], (tx) => tx.objectStore('counts').getAll());
  return rows
    .filter(({ feedId }) => feedId !== allFeeds)
    .map(({ feedId, total, bodyBytes = 0 }) => ({ feedId, rows: total, bytes: bodyBytes + total * rowBytes }))
    .sort((a, b) => b.bytes - a.bytes || a.feedId - b.feedId);
}
