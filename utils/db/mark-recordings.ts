import { hasSound } from '../model/entry';
import { loadEntries } from './entry-rows';
import { replaceRows } from './list-marks';
import type { ReadTx } from './schema';
import { read, write } from './transaction';

/** Where the search goes on: the highest entry id not looked at; 0 when all were. */
const key = 'soundsSoughtBelow';
/** The same of a version that looked at enclosures alone, and not for what sounds in the text. */
const keyBefore = 'recordingsSoughtBelow';
/** Ids looked at in one go: some two million bytes of texts. */
const span = 500;

async function startOf(tx: ReadTx): Promise<number> {
  const row = await tx.objectStore('meta').get(key);
  if (typeof row?.value === 'number') return row.value;
  const last = await tx.objectStore('entries').openKeyCursor(null, 'prev');
  return last?.key ?? 0;
}

/** The ids, among the next to be looked at, of articles that brought something to hear. */
async function nextFound(): Promise<{ from: number; found: number[] }> {
  return read(['meta', 'entries', 'bodies'], async (tx) => {
    const from = await startOf(tx);
    if (from <= 0) return { from, found: [] };
    const range = IDBKeyRange.bound(from - span, from, true);
    const bodies = await tx.objectStore('bodies').getAll(range);
    return { from, found: bodies.filter(hasSound).map(({ entryId }) => entryId) };
  });
}

/**
 * Articles that were stored before what sounds in them was noted in their rows get the note, newest first, a bounded step a call;
 * once all were looked at, a call is one small read. Gives how many were noted. What arrives since has it from its arrival.
 */
export async function markRecordings(): Promise<number> {
  const { from, found } = await nextFound();
  if (from <= 0) return 0;
  return write('poll', ['meta', 'entries', 'counts', 'journal'], async (tx) => {
    const rows = (await loadEntries(tx, found)).filter((row) => !row.audio);
    await replaceRows(
      tx,
      rows.map((before) => ({ before, after: { ...before, audio: 1 as const } })),
    );
    await tx.objectStore('meta').put({ key, value: Math.max(0, from - span) });
    await tx.objectStore('meta').delete(keyBefore);
    return rows.length;
  });
}
