import type { AnyTx, KeptEntryRow } from './schema';
import { read, write } from './transaction';

/** Rows of one transaction: a list waits no longer than for those. */
const sliceSize = 50;

/**
 * Puts articles of a feed in the line of those to be kept, with `textOnly` for the texts of their pages alone. Of those that
 * are kept already, the ones that `isAgain` names.
 */
export async function awaitKeeping(
  feedId: number,
  entryIds: readonly number[],
  now: number,
  isAgain: (row: KeptEntryRow) => boolean = () => false,
  textOnly = false,
): Promise<void> {
  for (let at = 0; at < entryIds.length; at += sliceSize) {
    await write('poll', ['keptEntries'], async (tx) => {
      const store = tx.objectStore('keptEntries');
      await Promise.all(
        entryIds.slice(at, at + sliceSize).map(async (entryId) => {
          const known = await store.get(entryId);
          const row = { ...waiting(feedId, entryId, now), ...(textOnly && { textOnly: true as const }) };
          const isMore = known?.textOnly === true && !textOnly;
          if (known === undefined || isMore) await store.put(row);
          else if (isAgain(known)) await store.put({ ...known, state: 'waiting', dueAt: now, tries: 0 });
        }),
      );
    });
  }
}

function waiting(feedId: number, entryId: number, now: number): KeptEntryRow {
  const blank = { tries: 0, hashes: [], missing: [] };
  return { entryId, feedId, state: 'waiting', dueAt: now, usedAt: now, ...blank };
}

/** Up to `limit` articles whose pictures are to be saved at `now` (ms), the one longest due first. */
export function listAwaiting(now: number, limit: number): Promise<KeptEntryRow[]> {
  const range = IDBKeyRange.bound(['waiting'], ['waiting', now]);
  return read(['keptEntries'], (tx) => tx.objectStore('keptEntries').index('byState').getAll(range, limit));
}

/** When the next article's pictures are to be saved (ms); null where none is waiting. */
export function getNextKeepingAt(): Promise<number | null> {
  const range = IDBKeyRange.bound(['waiting'], ['waiting', []]);
  return read(['keptEntries'], async (tx) => {
    const cursor = await tx.objectStore('keptEntries').index('byState').openKeyCursor(range);
    const due = cursor?.key[1];
    return typeof due === 'number' ? due : null;
  });
}

/** What is kept of these articles, by entry. */
export function listKept(entryIds: readonly number[]): Promise<Map<number, KeptEntryRow>> {
  return read(['keptEntries'], async (tx) => {
    const rows = await Promise.all(entryIds.map((id) => keptEntry(tx, id)));
    return new Map(rows.filter((row) => row !== undefined).map((row) => [row.entryId, row]));
  });
}

/** Of a feed: how many articles are kept, how many wait, and of how many some pictures are missing. */
export async function countKept(feedId: number): Promise<{ kept: number; waiting: number; partly: number }> {
  const rows = await read(['keptEntries'], (tx) =>
    tx.objectStore('keptEntries').index('byFeed').getAll(feedId),
  );
  const kept = rows.filter((row) => row.state === 'kept');
  const partly = kept.filter((row) => row.missing.length > 0).length;
  return { kept: kept.length, waiting: rows.length - kept.length, partly };
}

/** Notes that an article was opened at `now` (ms), where something is kept of it. */
export function noteUse(entryId: number, now: number): Promise<boolean> {
  return write('reader', ['keptEntries'], async (tx) => {
    const row = await keptEntry(tx, entryId);
    if (row) await tx.objectStore('keptEntries').put({ ...row, usedAt: now });
    return row !== undefined;
  });
}

function keptEntry(tx: AnyTx, entryId: number): Promise<KeptEntryRow | undefined> {
  return tx.objectStore('keptEntries').get(entryId);
}
