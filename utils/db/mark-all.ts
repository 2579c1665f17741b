import { loadMarks } from './journal';
import { dropOldMarks, finishMark, type Limits, noLimits, revertMark } from './mark-slices';
import type { MarkAllRow } from './schema';
import { read } from './transaction';
import { type MarkAll, moveWatermarks } from './watermarks';

/** Up to this many rows are rewritten before a mark-all or its undo is answered; of more, the rest after. */
const rowsBeforeAnswer = 500;

/** One round at a time: a second would only read what the first rewrites. */
let finishing: Promise<boolean> = Promise.resolve(true);

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
  if (result.undoId !== 0 && result.changed <= rowsBeforeAnswer) {
    // it holds already: what cannot be rewritten now is so later
    await finishMark(result.undoId).catch(() => false);
  }
  return result;
}

/**
 * Takes a mark-all back: what it read is unread again, except entries that the reader has marked by hand since; gives
 * how many. What only the watermark had read is so at once; of rows already rewritten, up to 500 before this is
 * answered and the rest by `finishMarkAll`. Throws nothing-to-undo.
 */
export async function undoMarkAll(undoId: number): Promise<number> {
  // few mark-alls are taken back
  const { startUndo } = await import('./undo-mark-all');
  const undo = await startUndo(undoId);
  const later = { changed: undo.rows };
  const reverted = undo.rows > rowsBeforeAnswer ? later : await revertMark(undoId).catch(() => later);
  return undo.changed + reverted.changed;
}

/** The mark-alls with rows still to be rewritten, the oldest first. */
async function listUnfinished(): Promise<MarkAllRow[]> {
  const marks = await read(['journal'], loadMarks);
  return marks.filter((mark) => mark.state !== 'done');
}

/**
 * Makes the rows of all mark-alls, and of their undoing, say what is meant; to be called after each of them and when
 * the worker starts. `limits` hold for each of them. Gives whether all is done.
 */
export function finishMarkAll(limits = noLimits): Promise<boolean> {
  const run = () => finishAll(limits);
  finishing = finishing.then(run, run);
  return finishing;
}

async function finishAll(limits: Limits): Promise<boolean> {
  for (const mark of await listUnfinished()) {
    const isDone =
      mark.state === 'open' ? await finishMark(mark.id, limits) : (await revertMark(mark.id, limits)).isDone;
    if (!isDone) return false;
  }
  await dropOldMarks();
  return true;
}
