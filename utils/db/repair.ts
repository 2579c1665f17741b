import { isRead } from '../model/entry';
import type { FeedCounts } from '../model/feed';
import { allFeeds, noCounts, shareOf } from './count-rows';
import { storeEntries } from './entry-rows';
import { countMarks } from './list-marks';
import { asEntryRow, readable } from './rows';
import type { AnyTx, CountsRow, EntryRow } from './schema';
import { read, write } from './transaction';

/** Stored counts that were wrong: a feed's, or under 0 the sum over all. */
export interface WrongCounts {
  feedId: number;
  was: FeedCounts | null;
  is: FeedCounts;
}

/** What the last look at all counts found. */
export interface RepairReport {
  /** Milliseconds. */
  at: number;
  feeds: number;
  /** So many of them, the sum included, had wrong counts. */
  wrong: number;
}

const reportKey = 'repair';

/**
 * Counts the entries of every feed anew and puts right what differs; gives what did. Every feed is looked at by reading
 * alone, which makes nobody wait; only a wrong one is counted once more in a transaction that writes. The report stays.
 */
export async function repairCounts(now = 0): Promise<WrongCounts[]> {
  const feedIds = await read(['feeds'], (tx) => tx.objectStore('feeds').getAllKeys());
  const wrong: WrongCounts[] = [];
  for (const feedId of feedIds) {
    const [seen] = await read(['feeds', 'entries', 'counts'], (tx) => recount(tx, feedId));
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
    const [found, rows] = await recount(tx, feedId);
    await storeEntries(tx, lostStars(rows));
    if (!found) return [];
    const { was, is, row } = found;
    await tx.objectStore('counts').put(row);
    return was && isSame(was, is) ? [] : [{ feedId, was, is }];
  });
}

interface Recount {
  was: FeedCounts | null;
  is: FeedCounts;
  row: CountsRow;
}

/** What the counts of a feed should be, if not what they are; and its entries. */
async function recount(tx: AnyTx, feedId: number): Promise<[Recount | null, EntryRow[]]> {
  const range = IDBKeyRange.bound([feedId], [feedId, []]);
  const [feed, stored, counts] = await Promise.all([
    tx.objectStore('feeds').get(feedId),
    tx.objectStore('entries').index('byFeedRead').getAll(range),
    tx.objectStore('counts').get(feedId),
  ]);
  const rows = readable(stored, asEntryRow);
  const watermark = counts ?? noCounts(feedId);
  const { inBin: _, ...rest } = watermark;
  const row: CountsRow = {
    ...rest,
    total: rows.length,
    unread: rows.filter((each) => !isRead(each, watermark)).length,
    starred: rows.filter((each) => each.starred === 1).length,
    bodyBytes: rows.reduce((sum, each) => sum + (each.bodyBytes ?? 0), 0),
    ...(typeof feed?.removedAt === 'number' && { inBin: 1 }),
  };
  delete row.marked;
  for (const each of rows) countMarks(row, each, 1);
  const isRight = counts && isSame(counts, row) && counts.bodyBytes === row.bodyBytes;
  if (isRight && counts.inBin === row.inBin && lostStars(rows).length === 0) return [null, rows];
  return [{ was: counts ?? null, is: row, row }, rows];
}

function isSame(a: FeedCounts, b: FeedCounts): boolean {
  const isEqual = a.total === b.total && a.unread === b.unread && a.starred === b.starred;
  return isEqual && isSameMarks(a.marked, b.marked);
}

function isSameMarks(a: FeedCounts['marked'] = {}, b: FeedCounts['marked'] = {}): boolean {
  const marks = new Set([...Object.keys(a), ...Object.keys(b)].map(Number));
  return [...marks].every((mark) => (a[mark] ?? 0) === (b[mark] ?? 0));
}

/** Starred rows that the index of stars does not hold are in no list of them. */
function lostStars(rows: readonly EntryRow[]): EntryRow[] {
  return rows
    .filter((row) => row.starred === 1 && row.starSort !== row.sortAt)
    .map((row) => ({ ...row, starSort: row.sortAt }));
}

function repairSum(): Promise<WrongCounts[]> {
  return write('poll', ['counts'], async (tx) => {
    const rows = await tx.objectStore('counts').getAll();
    const was = rows.find(({ feedId }) => feedId === allFeeds) ?? noCounts(allFeeds);
    const feeds = rows.filter(({ feedId }) => feedId !== allFeeds);
    const is = { ...was, unread: feeds.reduce((sum, row) => sum + shareOf(row), 0) };
    if (is.unread === was.unread) return [];
    await tx.objectStore('counts').put(is);
    return [{ feedId: allFeeds, was, is }];
  });
}
