import { isRead } from '../model/entry';
import type { FeedCounts } from '../model/feed';
import { noCounts } from './count-rows';
import { storeEntries } from './entry-rows';
import { asEntryRow, readable } from './rows';
import type { EntryRow, WriteTx } from './schema';
import { read, write } from './transaction';

/** A feed whose stored counts were wrong. */
export interface WrongCounts {
  feedId: number;
  was: FeedCounts | null;
  is: FeedCounts;
}

/** Counts the entries of every feed anew, a feed a transaction, and puts right what differs; gives what did. */
export async function repairCounts(): Promise<WrongCounts[]> {
  const feedIds = await read(['feeds'], (tx) => tx.objectStore('feeds').getAllKeys());
  const wrong: WrongCounts[] = [];
  for (const feedId of feedIds) {
    const found = await write('poll', ['entries', 'counts'], (tx) => repairFeed(tx, feedId));
    if (found) wrong.push(found);
  }
  return wrong;
}

async function repairFeed(tx: WriteTx, feedId: number): Promise<WrongCounts | null> {
  const range = IDBKeyRange.bound([feedId], [feedId, []]);
  const stored = await tx.objectStore('entries').index('byFeedRead').getAll(range);
  const rows = readable(stored, asEntryRow);
  await repairStars(tx, rows);
  const was = (await tx.objectStore('counts').get(feedId)) ?? null;
  const watermark = was ?? noCounts(feedId);
  const is: FeedCounts = {
    ...watermark,
    total: rows.length,
    unread: rows.filter((row) => !isRead(row, watermark)).length,
    starred: rows.filter((row) => row.starred === 1).length,
  };
  const isRight = was?.total === is.total && was.unread === is.unread && was.starred === is.starred;
  if (isRight) return null;
  await tx.objectStore('counts').put(is);
  return { feedId, was, is };
}

/** Starred rows that the index of stars does not hold are in no list of them. */
async function repairStars(tx: WriteTx, rows: readonly EntryRow[]): Promise<void> {
  const lost = rows.filter((row) => row.starred === 1 && row.starSort !== row.sortAt);
  await storeEntries(
    tx,
    lost.map((row) => ({ ...row, starSort: row.sortAt })),
  );
}
