import { type Entry, isRead } from '../model/entry';
import { countsFor, loadCounts, storeCounts } from './count-rows';
import { loadEntries, nextStamp, storeEntries } from './entry-rows';
import { leaveToReader } from './journal';
import { type MarkAll, moveWatermarks } from './mark-all';
import { dropOldMarks, finishMark, revertMark } from './mark-slices';
import type { EntryRow } from './schema';
import { write } from './transaction';
import { listUnfinished, startUndo } from './undo-mark-all';

/** Up to this many rows are rewritten before a mark-all or its undo is answered; of more, the rest after. */
const rowsBeforeAnswer = 500;

/** One round at a time: a second would only read what the first rewrites. */
let finishing: Promise<{ isDone: boolean }> = Promise.resolve({ isDone: true });

/** Marks entries read or unread by hand, at `now` (ms). Gives how many that changed; unknown ids are passed over. */
export function markRead(
  ids: readonly number[],
  isToBeRead: boolean,
  now: number,
): Promise<{ changed: number }> {
  return write('reader', ['entries', 'counts', 'journal', 'meta'], async (tx) => {
    const rows = await loadEntries(tx, ids);
    const counts = await loadCounts(
      tx,
      rows.map((row) => row.feedId),
    );
    const wasRead = (row: EntryRow) => isRead(row, counts.get(row.feedId));
    const covered = rows.filter((row) => row.read === 0 && wasRead(row));
    const confirmed = isToBeRead ? rows.filter((row) => row.read === 1) : [];
    const turned = rows.filter((row) => wasRead(row) !== isToBeRead);
    await leaveToReader(tx, { covered, confirmed });

    const stamp = isToBeRead || turned.length === 0 ? 0 : await nextStamp(tx, now);
    const marked = isToBeRead ? [...turned, ...covered] : turned;
    await storeEntries(
      tx,
      marked.map((row) => (isToBeRead ? { ...row, read: 1 } : { ...row, read: 0, unreadAt: stamp })),
    );
    for (const row of turned) countsFor(counts, row.feedId).unread += isToBeRead ? -1 : 1;
    await storeCounts(tx, counts.values());
    return { changed: turned.length };
  });
}

/** Stars entries or takes their star. Gives how many that changed; unknown ids are passed over. */
export function star(ids: readonly number[], isToBeStarred: boolean): Promise<{ changed: number }> {
  const starred: Entry['starred'] = isToBeStarred ? 1 : 0;
  return write('reader', ['entries', 'counts'], async (tx) => {
    const rows = (await loadEntries(tx, ids)).filter((row) => row.starred !== starred);
    const counts = await loadCounts(
      tx,
      rows.map((row) => row.feedId),
    );
    await storeEntries(
      tx,
      rows.map(({ starSort: _, ...row }) => ({
        ...row,
        starred,
        ...(isToBeStarred ? { starSort: row.sortAt } : {}),
      })),
    );
    for (const row of rows) countsFor(counts, row.feedId).starred += isToBeStarred ? 1 : -1;
    await storeCounts(tx, counts.values());
    return { changed: rows.length };
  });
}

/**
 * Marks all entries of the feeds read, at `now` (ms); `before` keeps what arrived at or after that time. Costs O(feeds),
 * not O(entries): lists and counts say so at once, the rows themselves are rewritten by `finishMarkAll`, which is to be
 * called after the answer (up to 500 rows are done already). `undoId` is 0 where nothing changed.
 */
export async function markAllRead(input: MarkAll): Promise<{ changed: number; undoId: number }> {
  for (const mark of await listUnfinished()) {
    if (mark.state === 'undoing') await revertMark(mark.id);
  }
  const result = await moveWatermarks(input);
  if (result.undoId !== 0 && result.changed <= rowsBeforeAnswer) await finishMark(result.undoId);
  return result;
}

/**
 * Makes the rows of all mark-alls, and of their undoing, say what is meant; to be called after each of them and when
 * the worker starts. Each transaction rewrites up to 200 rows; with a `budget` it stops after so many of one mark-all.
 */
export function finishMarkAll(budget = Number.POSITIVE_INFINITY): Promise<{ isDone: boolean }> {
  const run = () => finishAll(budget);
  finishing = finishing.then(run, run);
  return finishing;
}

async function finishAll(budget: number): Promise<{ isDone: boolean }> {
  for (const mark of await listUnfinished()) {
    const isDone =
      mark.state === 'open' ? await finishMark(mark.id, budget) : (await revertMark(mark.id, budget)).isDone;
    if (!isDone) return { isDone: false };
  }
  await dropOldMarks();
  return { isDone: true };
}

/**
 * Takes a mark-all back: what it read is unread again, except entries that the reader has marked by hand since.
 * What only the watermark had read is so at once; of rows already rewritten, up to 500 before this is answered and the
 * rest by `finishMarkAll`. Throws nothing-to-undo.
 */
export async function undoMarkAll(undoId: number): Promise<{ changed: number }> {
  const undo = await startUndo(undoId);
  if (undo.rows > rowsBeforeAnswer) return { changed: undo.changed + undo.rows };
  return { changed: undo.changed + (await revertMark(undoId)).changed };
}
