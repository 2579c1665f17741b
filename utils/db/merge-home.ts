import { loadEntries } from './entry-rows';
import { isReadSince, mergeStores, move } from './merge-slices';
import { homesOf, loadMerge, type Merge } from './merge-state';
import { becomeRead } from './merge-twins';
import { asEntryRow, readable } from './rows';
import type { EntryRow, WriteTx } from './schema';
import { storeElsewhere } from './seen';
import { read, write } from './transaction';

/** Ids of the articles that have come, or were read, since the merge that is being taken back, where its articles are. */
export function listArrivedSince(): Promise<number[]> {
  return read(['entries', 'meta'], async (tx) => {
    const merge = await loadMerge(tx);
    if (merge?.state !== 'undoing') return [];
    const index = tx.objectStore('entries').index('byKey');
    const homes = await homesOf(tx, merge);
    const rows = await Promise.all(
      homes.map(({ into }) => index.getAll(IDBKeyRange.bound([into], [into, []]))),
    );
    const isRead = isReadSince(merge);
    const arrived = readable(rows.flat(), asEntryRow).filter(
      (row) => row.arrivedAt >= merge.id || isRead(row),
    );
    return arrived.map(({ id }) => id);
  });
}

/**
 * Takes what has come since the merge home with the address that sent it: each text notes which. The rest stays. What was
 * read since comes to neither of them again when the address of the other lists it too; where both have it, both are read.
 */
export function bringHome(ids: readonly number[], now: number): Promise<void> {
  return write('poll', mergeStores, async (tx) => {
    const merge = await loadMerge(tx);
    if (merge?.state !== 'undoing') return;
    const isRead = isReadSince(merge);
    for (const { into } of await homesOf(tx, merge)) {
      const rows = (await loadEntries(tx, ids)).filter(({ feedId }) => feedId === into);
      const goes = await Promise.all(rows.map((row) => goesHome(tx, merge, row)));
      const going = rows.filter((_, i) => goes[i]);
      const staying = rows.filter((row, i) => !goes[i] && isRead(row));
      await storeElsewhere(tx, into, going.filter(isRead), now);
      await storeElsewhere(tx, merge.from, staying, now);
      for (const row of staying) {
        const twin = await rowOf(tx, merge.from, row.key);
        if (twin) await becomeRead(tx, twin.id, row.readAt ?? now);
      }
      await move(tx, going, merge.from, now);
    }
  });
}

async function rowOf(tx: WriteTx, feedId: number, key: string): Promise<EntryRow | null> {
  return asEntryRow(await tx.objectStore('entries').index('byKey').get([feedId, key]));
}

async function goesHome(
  tx: WriteTx,
  { id: mergedAt, from, urls }: Merge,
  { id, key, arrivedAt }: EntryRow,
): Promise<boolean> {
  if (arrivedAt < mergedAt) return false;
  const [body, twin] = await Promise.all([tx.objectStore('bodies').get(id), rowOf(tx, from, key)]);
  return !twin && body?.sentBy !== undefined && urls.includes(body.sentBy);
}
