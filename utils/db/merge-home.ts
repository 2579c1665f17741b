import { isRead } from '../model/entry';
import { countsFor, loadCounts } from './count-rows';
import { loadEntries } from './entry-rows';
import { mergeStores, move } from './merge-slices';
import { homesOf, loadMerge, type Merge } from './merge-state';
import { becomeRead } from './merge-twins';
import { asEntryRow, readable } from './rows';
import type { EntryRow, WriteTx } from './schema';
import { storeElsewhere } from './seen';
import { read, write } from './transaction';

/** Ids of the articles that have come since the merge that is being taken back, to where its articles are. */
export function listArrivedSince(): Promise<number[]> {
  return read(['entries', 'meta'], async (tx) => {
    const merge = await loadMerge(tx);
    if (merge?.state !== 'undoing') return [];
    const index = tx.objectStore('entries').index('byKey');
    const homes = await homesOf(tx, merge);
    const rows = await Promise.all(
      homes.map(({ into }) => index.getAll(IDBKeyRange.bound([into], [into, []]))),
    );
    const arrived = readable(rows.flat(), asEntryRow).filter(({ arrivedAt }) => arrivedAt >= merge.id);
    return arrived.map(({ id }) => id);
  });
}

/**
 * Takes what has come since the merge home with the address that sent it: each text notes which. The rest stays. What was
 * read comes to neither of them again when the address of the other lists it too; where both have it, both are read.
 */
export function bringHome(ids: readonly number[], now: number): Promise<void> {
  return write('poll', [...mergeStores, 'seen'], async (tx) => {
    const merge = await loadMerge(tx);
    if (merge?.state !== 'undoing') return;
    for (const { into } of await homesOf(tx, merge)) {
      const rows = (await loadEntries(tx, ids)).filter(({ feedId }) => feedId === into);
      const counts = await loadCounts(tx, [into]);
      const wasRead = (row: EntryRow) => isRead(row, countsFor(counts, into));
      const places = await Promise.all(rows.map((row) => placeOf(tx, merge, row)));
      const going = rows.filter((_, i) => places[i] === 'home');
      const staying = rows.filter((_, i) => places[i] !== 'home');
      await storeElsewhere(tx, into, keysOf(going.filter(wasRead)), now);
      await storeElsewhere(tx, merge.from, keysOf(staying.filter(wasRead)), now);
      for (const row of staying.filter(wasRead)) {
        const twin = await rowOf(tx, merge.from, row.key);
        if (twin) await becomeRead(tx, twin.id, row.readAt ?? now);
      }
      await move(tx, going, merge.from, now);
    }
  });
}

const keysOf = (rows: readonly EntryRow[]) => rows.map(({ key }) => key);

async function rowOf(tx: WriteTx, feedId: number, key: string): Promise<EntryRow | null> {
  return asEntryRow(await tx.objectStore('entries').index('byKey').get([feedId, key]));
}

async function placeOf(tx: WriteTx, { from, urls }: Merge, { id, key }: EntryRow): Promise<'home' | 'here'> {
  const [body, twin] = await Promise.all([tx.objectStore('bodies').get(id), rowOf(tx, from, key)]);
  return !twin && body?.sentBy !== undefined && urls.includes(body.sentBy) ? 'home' : 'here';
}
