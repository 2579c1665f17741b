import { isMarkedBy, tallied, tallyOf } from './mark-tally';
import type { AnyTx, EntryRow, MarkAllRow, SliceRow, WriteTx } from './schema';
import { read } from './transaction';

/**
 * A mark-all moves the watermark of each feed (O(feeds)) and leaves a record here. Afterwards its rows are rewritten in
 * slices, so that they say themselves that they are read; each slice is noted, so that an undo finds them.
 * The invariant: a row that only a watermark has read belongs to exactly one open mark-all.
 */

/** All mark-alls, the oldest first. */
export async function loadMarks(tx: AnyTx): Promise<MarkAllRow[]> {
  return (await tx.objectStore('journal').index('byTime').getAll()).filter(isMarkAll);
}

/** Whether a mark-all is still remembered: to be finished, to be undone or to be forgotten. */
export async function hasMarkAlls(): Promise<boolean> {
  return (await read(['journal'], loadMarks)).length > 0;
}

export async function loadMark(tx: AnyTx, id: number): Promise<MarkAllRow | null> {
  const row = await tx.objectStore('journal').get(id);
  return row && isMarkAll(row) ? row : null;
}

export async function loadSlices(tx: AnyTx, of: number): Promise<SliceRow[]> {
  return (await tx.objectStore('journal').index('byOwner').getAll(of)).filter(isSlice);
}

export async function nextSlice(tx: AnyTx, of: number): Promise<SliceRow | null> {
  const row = await tx.objectStore('journal').index('byOwner').get(of);
  return row && isSlice(row) ? row : null;
}

/** What mark-alls have to know of entries that the reader marked by hand since. */
export interface ByHand {
  /** As they were: read by a watermark only. They leave their mark-all. */
  covered: readonly EntryRow[];
  /** Marked read though they were: an undo leaves them so. */
  confirmed: readonly EntryRow[];
}

/** Takes what the reader did by hand out of all that could be undone. */
export async function leaveToReader(tx: WriteTx, { covered, confirmed }: ByHand): Promise<void> {
  if (covered.length + confirmed.length === 0) return;
  for (const mark of await loadMarks(tx)) {
    const parts = new Map(mark.feeds.map((part) => [part.feedId, part]));
    const spared = confirmed.filter((row) => parts.has(row.feedId)).map((row) => row.id);
    let left = 0;
    for (const row of mark.state === 'open' ? covered : []) {
      const part = parts.get(row.feedId);
      if (!part || !isMarkedBy(mark, part, row)) continue;
      part.unread -= 1;
      part.marked = tallied(part.marked, tallyOf([row]), -1);
      left += 1;
    }
    if (left + spared.length === 0) continue;
    await tx.objectStore('journal').put({ ...mark, spared: [...new Set([...mark.spared, ...spared])] });
  }
}

function isMarkAll(row: object): row is MarkAllRow {
  return 'state' in row;
}

function isSlice(row: object): row is SliceRow {
  return 'of' in row;
}
