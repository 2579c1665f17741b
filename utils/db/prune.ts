import type { Retention } from '../model/retention';
import { countsFor, loadCounts, storeCounts } from './count-rows';
import { loadEntries, storeEntries } from './entry-rows';
import { choosePrunable, type PruneChoice } from './prune-choice';
import type { AnyTx, WriteTx } from './schema';
import { loadSeen, storeGone } from './seen';
import { read, write } from './transaction';

export interface Pruned {
  rows: number;
  bodies: number;
}

/** Rows a transaction: a list waits no longer than for these. */
const sliceSize = 100;

/**
 * Deletes what `retention` no longer keeps of a feed at `now` (ms): bodies first, then rows, the oldest first, with their
 * tombstones in the same transaction. To be called when no mark-all is under way; killed in the middle, it is finished
 * by being called again.
 */
export async function pruneFeed(feedId: number, retention: Retention, now: number): Promise<Pruned> {
  const pruned: Pruned = { rows: 0, bodies: 0 };
  const ids = await readIds(feedId);
  for (let at = 0; at < ids.length; at += sliceSize) {
    const slice = ids.slice(at, at + sliceSize);
    // most slices have nothing to prune, and reading makes nobody wait
    const { rows, bodies } = await read(['entries', 'counts', 'seen'], (tx) =>
      choose(tx, feedId, slice, retention, now),
    );
    if (rows.length + bodies.length === 0) continue;
    const done = await write('poll', ['entries', 'bodies', 'counts', 'seen'], async (tx) => {
      const choice = await choose(tx, feedId, slice, retention, now);
      await apply(tx, feedId, choice, now);
      return { rows: choice.rows.length, bodies: choice.bodies.length };
    });
    pruned.rows += done.rows;
    pruned.bodies += done.bodies;
  }
  return pruned;
}

/** The feed's entries that say themselves that they are read, the oldest first. */
function readIds(feedId: number): Promise<number[]> {
  const range = IDBKeyRange.bound([feedId, 1], [feedId, 1, []]);
  return read(['entries'], (tx) => tx.objectStore('entries').index('byFeedRead').getAllKeys(range));
}

async function choose(
  tx: AnyTx,
  feedId: number,
  ids: readonly number[],
  retention: Retention,
  now: number,
): Promise<PruneChoice> {
  const [rows, counts, seen] = await Promise.all([
    loadEntries(tx, ids),
    loadCounts(tx, [feedId]),
    loadSeen(tx, feedId),
  ]);
  const surplus = countsFor(counts, feedId).total - retention.keptRows;
  const own = rows.filter((row) => row.feedId === feedId);
  return choosePrunable(own, seen, retention, { now, surplus });
}

async function apply(tx: WriteTx, feedId: number, { rows, bodies }: PruneChoice, now: number): Promise<void> {
  const gone = [...rows, ...bodies].map(async ({ id }) => tx.objectStore('bodies').delete(id));
  const entries = rows.map(async ({ id }) => tx.objectStore('entries').delete(id));
  await Promise.all([...gone, ...entries]);
  await storeEntries(
    tx,
    bodies.map((row) => ({ ...row, bodyGone: 1 })),
  );
  if (rows.length === 0) return;
  const counts = await loadCounts(tx, [feedId]);
  countsFor(counts, feedId).total -= rows.length;
  await storeCounts(tx, counts.values());
  await storeGone(tx, feedId, rows, now);
}
