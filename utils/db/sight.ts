import { type Entry, isRead } from '../model/entry';
import type { CountsByFeed } from './count-rows';
import type { AnyTx, EntryRow } from './schema';

/** What decides how a row is listed, besides the row. */
export interface Sight {
  /** Feeds in the bin. */
  removed: Set<number>;
  /** Only while a mark-all is under way: at all other times every row says itself whether it is read. */
  counts: CountsByFeed | null;
}

/** Reads the stores feeds, counts and journal. */
export async function lookUpSight(tx: AnyTx): Promise<Sight> {
  const [removed, pending] = await Promise.all([
    tx.objectStore('feeds').index('byRemoved').getAllKeys(),
    tx.objectStore('journal').index('byPending').count(),
  ]);
  const rows = pending === 0 ? null : await tx.objectStore('counts').getAll();
  return {
    removed: new Set(removed),
    counts: rows && new Map(rows.map((row) => [row.feedId, row])),
  };
}

/** The row as a list shows it. */
export function seen(
  { starSort: _, bodyGone: __, bodyBytes: ___, markSort: ____, ...row }: EntryRow,
  counts: CountsByFeed | null,
): Entry {
  return isRead(row, counts?.get(row.feedId)) ? { ...row, read: 1 } : row;
}
