import { asEntryRow, readable } from './rows';
import type { AnyTx, EntryRow, WriteTx } from './schema';

/** The entries that there are of `ids`, each once; damaged rows are left out. */
export async function loadEntries(tx: AnyTx, ids: Iterable<number>): Promise<EntryRow[]> {
  const store = tx.objectStore('entries');
  return readable(await Promise.all(Array.from(new Set(ids), (id) => store.get(id))), asEntryRow);
}

/**
 * Writes them all back. Every put is a promise of its own from the start: after an abort, `put` itself throws, and the
 * puts before it would be left rejected with nobody waiting. So it is wherever rows are written in this folder.
 */
export async function storeEntries(tx: WriteTx, rows: readonly EntryRow[]): Promise<void> {
  const store = tx.objectStore('entries');
  await Promise.all(rows.map(async (row) => store.put(row)));
}

/**
 * A stamp for what the reader does: the time, but always later than the one before, also when the clock was set back.
 * Whether a watermark or "marked unread" came later decides which of them holds.
 */
export async function nextStamp(tx: WriteTx, now = 0): Promise<number> {
  const last = (await tx.objectStore('meta').get('stamp'))?.value;
  const stamp = typeof last === 'number' ? Math.max(now, last + 1) : now;
  await tx.objectStore('meta').put({ key: 'stamp', value: stamp });
  return stamp;
}
