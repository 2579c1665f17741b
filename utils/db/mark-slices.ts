import { isRead } from '../model/entry';
import { countsFor, loadCounts, storeCounts } from './count-rows';
import { loadEntries, nextStamp, storeEntries } from './entry-rows';
import { loadMark, loadMarks, nextSlice } from './journal';
import { countUnread, isMarkedBy, marksOf, tallied, tallyOf } from './mark-tally';
import type { EntryRow, MarkAllRow, SliceRow, WriteTx } from './schema';
import { read, write } from './transaction';

/** How much one round of rewriting may do. */
export interface Limits {
  transactions: number;
  /** Rows a transaction: a list waits no longer than for these. */
  rows: number;
}

export const noLimits: Limits = { transactions: Number.POSITIVE_INFINITY, rows: 60 };

/** How many mark-alls can be undone, the newest first. */
const keptMarks = 5;

/** Rewrites what the mark-all has read only by watermark. Gives whether the limits let it finish. */
export async function finishMark(id: number, { transactions, rows } = noLimits): Promise<boolean> {
  const mark = await read(['journal'], (tx) => loadMark(tx, id));
  const parts = mark?.state === 'open' ? mark.feeds.filter((part) => part.unread > 0) : [];
  let left = transactions;
  let ids: number[] = [];
  for (const part of parts) {
    ids.push(...(await candidates(part.feedId, part.upTo)));
    for (; ids.length >= rows; ids = ids.slice(rows)) {
      if (left-- <= 0) return false;
      await finishSlice(id, ids.slice(0, rows));
    }
  }
  if (left <= 0) return false;
  if (ids.length > 0) await finishSlice(id, ids);
  await closeMark(id);
  return true;
}

/** Rewrites what is left of an undone mark-all: `changed` rows, and whether the limits let it finish. */
export async function revertMark(
  id: number,
  { transactions } = noLimits,
): Promise<{ changed: number; isDone: boolean }> {
  let changed = 0;
  for (let left = transactions; left > 0; left--) {
    const rows = await revertSlice(id);
    if (rows === null) return { changed, isDone: true };
    changed += rows;
  }
  return { changed, isDone: false };
}

/** Drops the records of all but the newest mark-alls. */
export async function dropOldMarks(): Promise<void> {
  await write('poll', ['journal'], async (tx) => {
    const done = (await loadMarks(tx)).filter((mark) => mark.state === 'done');
    for (const mark of done.slice(0, -keptMarks)) {
      const slices = await tx.objectStore('journal').index('byOwner').getAllKeys(mark.id);
      await Promise.all([mark.id, ...slices].map(async (key) => tx.objectStore('journal').delete(key)));
    }
  });
}

/** Read outside of the writing transaction; each row is looked at again inside. */
function candidates(feedId: number, upTo: number): Promise<number[]> {
  const unread = IDBKeyRange.bound([feedId, 0], [feedId, 0, []]);
  return read(['entries'], async (tx) => {
    const ids = await tx.objectStore('entries').index('byFeedRead').getAllKeys(unread);
    return ids.filter((id) => id <= upTo);
  });
}

function finishSlice(id: number, ids: readonly number[]): Promise<void> {
  return write('poll', ['entries', 'journal'], async (tx) => {
    const mark = await loadMark(tx, id);
    if (mark?.state !== 'open') return;
    const parts = new Map(mark.feeds.map((part) => [part.feedId, part]));
    const rows = (await loadEntries(tx, ids)).filter((row) => {
      const part = parts.get(row.feedId);
      return part && isMarkedBy(mark, part, row);
    });
    if (rows.length === 0) return;
    await storeEntries(
      tx,
      rows.map((row) => ({ ...row, read: 1, readAt: mark.at })),
    );
    await tx.objectStore('journal').add(sliceOf(id, rows));
    await leaveMarks(tx, mark, rows);
  });
}

/** The rows say it themselves now: what only the watermark has read has so many marks less. */
async function leaveMarks(tx: WriteTx, mark: MarkAllRow, rows: readonly EntryRow[]): Promise<void> {
  if (rows.every((row) => marksOf(row).length === 0)) return;
  for (const part of mark.feeds) {
    const own = rows.filter((row) => row.feedId === part.feedId);
    part.marked = tallied(part.marked, tallyOf(own), -1);
  }
  await tx.objectStore('journal').put(mark);
}

/** The note of rows that a mark-all has rewritten. */
export function sliceOf(of: number, rows: readonly EntryRow[]): Omit<SliceRow, 'id'> {
  const perFeed = new Map<number, number>();
  for (const { feedId } of rows) perFeed.set(feedId, (perFeed.get(feedId) ?? 0) + 1);
  return {
    of,
    ids: rows.map((row) => row.id),
    perFeed: Array.from(perFeed, ([feedId, count]) => ({ feedId, rows: count })),
  };
}

function closeMark(id: number): Promise<void> {
  return write('poll', ['journal'], async (tx) => {
    const mark = await loadMark(tx, id);
    if (mark?.state !== 'open') return;
    const { pending: _, ...rest } = mark;
    await tx.objectStore('journal').put({ ...rest, state: 'done' });
  });
}

/** Rows made unread, or null when nothing was left and the record is gone. */
function revertSlice(id: number): Promise<number | null> {
  return write('poll', ['entries', 'counts', 'journal', 'meta'], async (tx) => {
    const mark = await loadMark(tx, id);
    if (mark?.state !== 'undoing') return null;
    const slice = await nextSlice(tx, id);
    await tx.objectStore('journal').delete(slice ? slice.id : id);
    if (!slice) return null;
    const rows = (await loadEntries(tx, slice.ids)).filter((row) => isRevertible(mark, row));
    if (rows.length === 0) return 0;
    const counts = await loadCounts(
      tx,
      rows.map((row) => row.feedId),
    );
    const stamp = await nextStamp(tx);
    const reverted = rows.map(({ readAt: _, ...row }): EntryRow => {
      const unread: EntryRow = { ...row, read: 0 };
      // a later mark-all's watermark would hide what this undo gives back
      return isRead(unread, counts.get(row.feedId)) ? { ...unread, unreadAt: stamp } : unread;
    });
    for (const row of reverted) countUnread(countsFor(counts, row.feedId), row, 1);
    await storeEntries(tx, reverted);
    await storeCounts(tx, counts.values());
    return rows.length;
  });
}

/** Not what the reader has marked by hand since. */
function isRevertible(mark: MarkAllRow, row: EntryRow): boolean {
  return row.read === 1 && row.unreadAt <= mark.at && !mark.spared.includes(row.id);
}
