import type { AnyTx, CountsRow, EntryRow, WriteTx } from './schema';
import { putRow } from './transaction';

export type CountsByFeed = Map<number, CountsRow>;

/** The key of the row with the sums over all feeds outside the bin, which makes the badge one look-up. Ids begin at 1. */
export const allFeeds = 0;

/** What each row that was read had in the sums then. */
const shares = new WeakMap<CountsRow, number>();

/** The counts of a feed without entries. */
export function noCounts(feedId: number): CountsRow {
  return { feedId, total: 0, unread: 0, starred: 0, readUpTo: 0, readUpToAt: 0, bodyBytes: 0 };
}

/** What of a feed's unread entries is in the sums. */
export function shareOf({ unread, inBin }: CountsRow): number {
  return inBin ? 0 : unread;
}

/** The counts of these feeds, one for each: noCounts where there is no row. */
export async function loadCounts(tx: AnyTx, feedIds: Iterable<number>): Promise<CountsByFeed> {
  const ids = [...new Set(feedIds)];
  const store = tx.objectStore('counts');
  // whoever writes counts will want these too
  if (tx.mode === 'readwrite') loadSums(tx as WriteTx).catch(() => undefined);
  const rows = await Promise.all(ids.map((id) => store.get(id)));
  return new Map(
    ids.map((id, i) => {
      const row = rows[i] ?? noCounts(id);
      shares.set(row, shareOf(row));
      return [id, row];
    }),
  );
}

/** The counts that `loadCounts` gave for the feed of an entry. */
export function countsFor(counts: CountsByFeed, feedId: number): CountsRow {
  return counts.get(feedId) ?? noCounts(feedId);
}

/** The bytes of a feed's bodies once those of `rows` are gone. */
export function bytesLeft(
  { bodyBytes = 0 }: CountsRow,
  rows: readonly Pick<EntryRow, 'bodyBytes'>[],
): number {
  return Math.max(
    0,
    rows.reduce((left, row) => left - (row.bodyBytes ?? 0), bodyBytes),
  );
}

/** Writes back what `loadCounts` gave, and what that changes in the sums. */
export async function storeCounts(tx: WriteTx, counts: Iterable<CountsRow>): Promise<void> {
  const rows = [...counts];
  const change = rows.reduce((sum, row) => sum + shareOf(row) - (shares.get(row) ?? 0), 0);
  for (const row of rows) shares.set(row, shareOf(row));
  for (const row of rows) putRow(tx, 'counts', row);
  if (change === 0) return;
  const sums = await loadSums(tx);
  sums.unread += change;
  putRow(tx, 'counts', sums);
}

const loadedSums = new WeakMap<WriteTx, Promise<CountsRow>>();

/** The sums, one object for a transaction: several feeds may share one, and each adds to what the others have added. */
function loadSums(tx: WriteTx): Promise<CountsRow> {
  const load = async () => (await tx.objectStore('counts').get(allFeeds)) ?? noCounts(allFeeds);
  const sums = loadedSums.get(tx) ?? load();
  loadedSums.set(tx, sums);
  return sums;
}
