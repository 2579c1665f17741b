import { isRead } from '../model/entry';
import type { FeedCounts } from '../model/feed';
import { allFeeds, noCounts, shareOf } from './count-rows';
import { storeEntries } from './entry-rows';
import { withMarks } from './list-marks';
import { isSameTally, tallyOf } from './mark-tally';
import { asEntryRow, readable } from './rows';
import type { AnyTx, CountsRow, EntryRow } from './schema';
import { read, write } from './transaction';

/** What was wrong of a feed's, or under 0 the sum over all: its counts, or which lists its entries stood in. */
export interface WrongCounts {
  feedId: number;
  was: FeedCounts | null;
  is: FeedCounts;
  /** Entries that a list of stars or marks lacked, or held wrongly. */
  misplaced: number;
}

/** What the last look at all counts found. */
export interface RepairReport {
  /** Milliseconds. */
  at: number;
  feeds: number;
  /** So many of them, the sum included, had wrong counts or lists. */
  wrong: number;
}

const reportKey = 'repair';

/**
 * Counts the entries of every feed anew, and looks whether they stand in the lists of stars and of marks (tags, edited,
 * hidden, audio) that their own fields say; puts right what differs and gives what did. Every feed is looked at by reading
 * alone, which makes nobody wait; only a wrong one is counted once more in a transaction that writes. The report stays.
 */
export async function repairCounts(now = 0): Promise<WrongCounts[]> {
  const feedIds = await read(['feeds'], (tx) => tx.objectStore('feeds').getAllKeys());
  const wrong: WrongCounts[] = [];
  for (const feedId of feedIds) {
    const seen = await read(['feeds', 'entries', 'counts'], (tx) => recount(tx, feedId));
    if (seen) wrong.push(...(await repairFeed(feedId)));
  }
  wrong.push(...(await repairSum()));
  const value: RepairReport = { at: now, feeds: feedIds.length, wrong: wrong.length };
  await write('poll', ['meta'], (tx) => tx.objectStore('meta').put({ key: reportKey, value }));
  return wrong;
}

/** What the last repair found; null before the first. */
export async function getRepairReport(): Promise<RepairReport | null> {
  const row = await read(['meta'], (tx) => tx.objectStore('meta').get(reportKey));
  return (row?.value as RepairReport | undefined) ?? null;
}

function repairFeed(feedId: number): Promise<WrongCounts[]> {
  return write('poll', ['feeds', 'entries', 'counts'], async (tx) => {
    const found = await recount(tx, feedId);
    if (!found) return [];
    const { was, is, misplaced } = found;
    await storeEntries(tx, misplaced);
    await tx.objectStore('counts').put(is);
    const isToBeTold = !was || !isSame(was, is) || misplaced.length > 0;
    return isToBeTold ? [{ feedId, was, is, misplaced: misplaced.length }] : [];
  });
}

interface Recount {
  was: CountsRow | null;
  is: CountsRow;
  /** Rows, as they should be, that stand in other lists than their own fields say. */
  misplaced: EntryRow[];
}

/** What the counts of a feed should be, and its rows, if not what they are. */
async function recount(tx: AnyTx, feedId: number): Promise<Recount | null> {
  const range = IDBKeyRange.bound([feedId], [feedId, []]);
  const [feed, stored, counts] = await Promise.all([
    tx.objectStore('feeds').get(feedId),
    tx.objectStore('entries').index('byFeedRead').getAll(range),
    tx.objectStore('counts').get(feedId),
  ]);
  const rows = readable(stored, asEntryRow);
  const is = countsOf(rows, counts ?? noCounts(feedId), typeof feed?.removedAt === 'number');
  const misplaced = rows.filter((row) => !isInPlace(row)).map(inPlace);
  const isRight = counts && isSame(counts, is) && counts.bodyBytes === is.bodyBytes;
  if (isRight && counts.inBin === is.inBin && misplaced.length === 0) return null;
  return { was: counts ?? null, is, misplaced };
}

function countsOf(rows: readonly EntryRow[], watermark: CountsRow, isInBin: boolean): CountsRow {
  const { inBin: _, marked: __, unreadMarked: ___, ...rest } = watermark;
  const unread = rows.filter((row) => !isRead(row, watermark));
  const [marked, unreadMarked] = [tallyOf(rows), tallyOf(unread)];
  return {
    ...rest,
    total: rows.length,
    unread: unread.length,
    starred: rows.filter((row) => row.starred === 1).length,
    bodyBytes: rows.reduce((sum, row) => sum + (row.bodyBytes ?? 0), 0),
    ...(Object.keys(marked).length > 0 && { marked }),
    ...(Object.keys(unreadMarked).length > 0 && { unreadMarked }),
    ...(isInBin && { inBin: 1 }),
  };
}

function isSame(a: FeedCounts, b: FeedCounts): boolean {
  const isEqual = a.total === b.total && a.unread === b.unread && a.starred === b.starred;
  return isEqual && isSameTally(a.marked, b.marked) && isSameTally(a.unreadMarked, b.unreadMarked);
}

/** A row that its index does not hold is in no list. */
function isInPlace(row: EntryRow): boolean {
  const meant = inPlace(row);
  const isInMarks = String(row.markSort ?? '') === String(meant.markSort ?? '');
  return isInMarks && row.starSort === meant.starSort;
}

function inPlace({ starSort: _, ...row }: EntryRow): EntryRow {
  return withMarks(row.starred === 1 ? { ...row, starSort: row.sortAt } : row);
}

function repairSum(): Promise<WrongCounts[]> {
  return write('poll', ['counts'], async (tx) => {
    const rows = await tx.objectStore('counts').getAll();
    const was = rows.find(({ feedId }) => feedId === allFeeds) ?? noCounts(allFeeds);
    const feeds = rows.filter(({ feedId }) => feedId !== allFeeds);
    const is = { ...was, unread: feeds.reduce((sum, row) => sum + shareOf(row), 0) };
    if (is.unread === was.unread) return [];
    await tx.objectStore('counts').put(is);
    return [{ feedId: allFeeds, was, is, misplaced: 0 }];
  });
}
