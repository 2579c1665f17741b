import { asEntryRow, readable } from './rows';
import type { EntryRow } from './schema';
import { read } from './transaction';

/** What a check needs of a stored entry to know a new one from an edited one. */
export interface KnownEntry {
  id: number;
  key: string;
  contentHash: string;
}

/** Those of `keys` that the feed has entries for, by key. Damaged rows count as known: they are not added again. */
export function listKnownKeys(feedId: number, keys: readonly string[]): Promise<Map<string, KnownEntry>> {
  return read(['entries', 'counts'], async (tx) => {
    const index = tx.objectStore('entries').index('byKey');
    const total = (await tx.objectStore('counts').get(feedId))?.total ?? 0;
    // one request for the whole feed costs less than a look-up for each key of it
    const rows =
      total <= 3 * keys.length
        ? await index.getAll(IDBKeyRange.bound([feedId], [feedId, []]))
        : await Promise.all(keys.map((key) => index.get([feedId, key])));
    const wanted = new Set(keys);
    return new Map(
      rows
        .filter((row) => row !== undefined)
        .filter((row) => wanted.has(row.key))
        .map((row) => [row.key, { id: row.id ?? 0, key: row.key, contentHash: row.contentHash }]),
    );
  });
}

/**
 * All of the feed's entries by their second identity, the newest of several; for the rare check in which hardly a key
 * is known. Reads every row of the feed (500: about 10 ms), which is why there is no index for it.
 */
export async function listAltKeys(feedId: number): Promise<Map<string, EntryRow>> {
  const range = IDBKeyRange.bound([feedId], [feedId, []]);
  const rows = await read(['entries'], (tx) => tx.objectStore('entries').index('byKey').getAll(range));
  const found = readable(rows, asEntryRow).filter((row) => row.altKey !== '');
  return new Map(found.sort((a, b) => a.id - b.id).map((row) => [row.altKey, row]));
}
