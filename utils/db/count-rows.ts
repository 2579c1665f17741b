import type { AnyTx, CountsRow, WriteTx } from './schema';

export type CountsByFeed = Map<number, CountsRow>;

/** The counts of a feed without entries. */
export function noCounts(feedId: number): CountsRow {
  return { feedId, total: 0, unread: 0, starred: 0, readUpTo: 0, readUpToAt: 0 };
}

/** The counts of these feeds, one for each: noCounts where there is no row. */
export async function loadCounts(tx: AnyTx, feedIds: Iterable<number>): Promise<CountsByFeed> {
  const ids = [...new Set(feedIds)];
  const store = tx.objectStore('counts');
  const rows = await Promise.all(ids.map((id) => store.get(id)));
  return new Map(ids.map((id, i) => [id, rows[i] ?? noCounts(id)]));
}

/** The counts that `loadCounts` gave for the feed of an entry. */
export function countsFor(counts: CountsByFeed, feedId: number): CountsRow {
  return counts.get(feedId) ?? noCounts(feedId);
}

/** Writes them all back. */
export async function storeCounts(tx: WriteTx, counts: Iterable<CountsRow>): Promise<void> {
  const store = tx.objectStore('counts');
  await Promise.all(Array.from(counts, async (row) => store.put(row)));
}
