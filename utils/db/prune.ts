import type { Retention } from '../model/retention';
import { deleteBeside, deleteRevisions } from './beside';
import { bytesLeft, countsFor, loadCounts, storeCounts } from './count-rows';
import { loadEntries, storeEntries } from './entry-rows';
import { countMarks } from './list-marks';
import { countUnread } from './mark-tally';
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
  const ids = await readIds(feedId, retention);
  for (let at = 0; at < ids.length; at += sliceSize) {
    const slice = ids.slice(at, at + sliceSize);
    // most slices have nothing to prune, and reading makes nobody wait
    const { rows, bodies } = await read(['entries', 'counts', 'seen'], (tx) =>
      choose(tx, feedId, slice, retention, now),
    );
    if (rows.length + bodies.length === 0) continue;
    const done = await write(
      'poll',
      ['entries', 'bodies', 'counts', 'seen', 'revisions', 'storyKeys'],
      async (tx) => {
        const choice = await choose(tx, feedId, slice, retention, now);
        await apply(tx, feedId, choice, now);
        return { rows: choice.rows.length, bodies: choice.bodies.length };
      },
    );
    pruned.rows += done.rows;
    pruned.bodies += done.bodies;
  }
  return pruned;
}

/** The feed's entries that say themselves that they are read, the oldest first; then the unread ones, if they may go. */
function readIds(feedId: number, { keepUnread }: Retention): Promise<number[]> {
  const reads = keepUnread ? [1] : [1, 0];
  return read(['entries'], async (tx) => {
    const index = tx.objectStore('entries').index('byFeedRead');
    const found = reads.map((value) =>
      index.getAllKeys(IDBKeyRange.bound([feedId, value], [feedId, value, []])),
    );
    return (await Promise.all(found)).flat();
  });
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
  const { total } = countsFor(counts, feedId);
  const own = rows.filter((row) => row.feedId === feedId);
  return choosePrunable(own, seen, retention, { now, total });
}

async function apply(tx: WriteTx, feedId: number, { rows, bodies }: PruneChoice, now: number): Promise<void> {
  if (rows.length + bodies.length === 0) return;
  const gone = [...rows, ...bodies].map(async ({ id }) => tx.objectStore('bodies').delete(id));
  const entries = rows.map(async ({ id }) => tx.objectStore('entries').delete(id));
  const beside = [
    ...rows.map(({ id }) => deleteBeside(tx, id)),
    ...bodies.map(({ id }) => deleteRevisions(tx, id)),
  ];
  await Promise.all([...gone, ...entries, ...beside]);
  await storeEntries(
    tx,
    bodies.map((row) => ({ ...row, bodyGone: 1, bodyBytes: 0 })),
  );
  const counts = await loadCounts(tx, [feedId]);
  const own = countsFor(counts, feedId);
  own.bodyBytes = bytesLeft(own, [...rows, ...bodies]);
  own.total -= rows.length;
  for (const row of rows) if (row.read === 0) countUnread(own, row, -1);
  own.starred -= rows.filter((row) => row.starred === 1).length;
  for (const row of rows) countMarks(own, row, -1);
  await storeCounts(tx, counts.values());
  if (rows.length > 0) await storeGone(tx, feedId, rows, now);
}
