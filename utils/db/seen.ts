import type { AnyTx, WriteTx } from './schema';
import {
  asSeenRow,
  type GoneRow,
  type Listing,
  nothingSeen,
  type SeenRow,
  withAlsoListed,
  withGone,
  withListed,
} from './seen-hashes';
import { putRow } from './transaction';

/** What is remembered of the feed; null before its first complete document. */
export async function loadSeen(tx: AnyTx, feedId: number): Promise<SeenRow | null> {
  return asSeenRow(await tx.objectStore('seen').get(feedId));
}

/** Notes what a complete document lists; written only when that is not what the last one listed. */
export async function storeListed(tx: WriteTx, feedId: number, listing: Listing): Promise<void> {
  const stored = await loadSeen(tx, feedId);
  const seen = withListed(stored ?? nothingSeen(feedId), listing);
  if (seen !== stored) putRow(tx, 'seen', seen);
}

/** Keeps a prune from what the document lists, while it is stored in several transactions. */
export async function storeAlsoListed(tx: WriteTx, feedId: number, listing: Listing): Promise<void> {
  const stored = await loadSeen(tx, feedId);
  putRow(tx, 'seen', withAlsoListed(stored ?? nothingSeen(feedId), listing));
}

/** Lets none of these come in as new: they were read in another feed. No date is old by that. */
export async function storeElsewhere(
  tx: WriteTx,
  feedId: number,
  rows: readonly GoneRow[],
  now: number,
): Promise<void> {
  const gone = rows.map((row) => ({ ...row, sortAt: 0 }));
  if (gone.length > 0) await storeGone(tx, feedId, gone, now);
}

/** Leaves tombstones for rows that the same transaction deletes, at `now` (ms). */
export async function storeGone(
  tx: WriteTx,
  feedId: number,
  rows: readonly GoneRow[],
  now: number,
): Promise<void> {
  const stored = await loadSeen(tx, feedId);
  await tx.objectStore('seen').put(withGone(stored ?? nothingSeen(feedId), rows, now));
}
