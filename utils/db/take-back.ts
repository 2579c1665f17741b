import { isRead } from '../model/entry';
import { deleteBeside } from './beside';
import { uncountCadence } from './cadences';
import { countsFor, loadCounts, storeCounts } from './count-rows';
import { loadEntries } from './entry-rows';
import { leaveToReader } from './journal';
import { asEntryRow, readable } from './rows';
import { read, write } from './transaction';
import { uncount } from './uncount';

/** Rows of one transaction: a list waits no longer than for those. */
const sliceSize = 100;

/** The entries of a feed that arrived at exactly that time (ms): those of one import. */
export async function listArrived(feedId: number, arrivedAt: number): Promise<number[]> {
  const range = IDBKeyRange.bound([feedId], [feedId, []]);
  const rows = await read(['entries'], (tx) => tx.objectStore('entries').index('byKey').getAll(range));
  return readable(rows, asEntryRow)
    .filter((row) => row.arrivedAt === arrivedAt)
    .map(({ id }) => id);
}

/**
 * Deletes the entries of a feed that arrived at exactly that time (ms), with their bodies. Gives how many they were.
 * Killed in the middle, it is finished by being called again.
 */
export async function deleteArrived(feedId: number, arrivedAt: number): Promise<number> {
  const ids = await listArrived(feedId, arrivedAt);
  for (let at = 0; at < ids.length; at += sliceSize)
    await deleteEntries(feedId, ids.slice(at, at + sliceSize));
  return ids.length;
}

function deleteEntries(feedId: number, ids: readonly number[]): Promise<void> {
  return write(
    'reader',
    ['entries', 'bodies', 'counts', 'journal', 'cadences', 'revisions', 'storyKeys'],
    async (tx) => {
      const rows = await loadEntries(tx, ids);
      const counts = await loadCounts(tx, [feedId]);
      const own = countsFor(counts, feedId);
      uncount(own, rows);
      // a mark-all that is still under way counts the rows it has yet to rewrite
      await leaveToReader(tx, {
        covered: rows.filter((row) => row.read === 0 && isRead(row, own)),
        confirmed: [],
      });
      await storeCounts(tx, counts.values());
      await uncountCadence(tx, feedId, rows);
      await Promise.all(
        rows.flatMap(({ id }) => [
          deleteBeside(tx, id),
          (async () => tx.objectStore('entries').delete(id))(),
          (async () => tx.objectStore('bodies').delete(id))(),
        ]),
      );
    },
  );
}

/** Deletes the feed if it has no entries; gives whether it had none. */
export function deleteEmptyFeed(feedId: number): Promise<boolean> {
  return write('reader', ['feeds', 'counts', 'cadences'], async (tx) => {
    const counts = countsFor(await loadCounts(tx, [feedId]), feedId);
    if (counts.total > 0) return false;
    await Promise.all([
      tx.objectStore('feeds').delete(feedId),
      tx.objectStore('counts').delete(feedId),
      tx.objectStore('cadences').delete(feedId),
    ]);
    return true;
  });
}
