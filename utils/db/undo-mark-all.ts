import { ProblemError } from '../model/problem';
import { type CountsByFeed, countsFor, loadCounts, storeCounts } from './count-rows';
import { loadMark, loadSlices } from './journal';
import { finishMark } from './mark-slices';
import { tallied } from './mark-tally';
import type { FeedMark, MarkAllRow, SliceRow } from './schema';
import { write } from './transaction';

/**
 * Sets the watermarks back. `changed`: entries that are unread again by that alone; `rows`: at most so many more once
 * `revertMark` has rewritten them. Throws nothing-to-undo.
 */
export async function startUndo(id: number): Promise<{ changed: number; rows: number }> {
  const undone = await setBack(id);
  if (undone) return undone;
  // a later mark-all has moved a watermark on: what this one read must stand in its rows before
  await finishMark(id);
  return (await setBack(id)) ?? { changed: 0, rows: 0 };
}

function setBack(id: number): Promise<{ changed: number; rows: number } | null> {
  return write('reader', ['counts', 'journal'], async (tx) => {
    const mark = await loadMark(tx, id);
    if (!mark || mark.state === 'undoing') throw new ProblemError({ kind: 'nothing-to-undo' });
    const slices = await loadSlices(tx, id);
    const counts = await loadCounts(
      tx,
      mark.feeds.map((part) => part.feedId),
    );
    const onTop = mark.feeds.filter((part) => isOnTop(mark, part, counts));
    if (mark.state === 'open' && onTop.length < mark.feeds.length) return null;
    const changed = mark.state === 'open' ? giveBack(onTop, slices, counts) : 0;
    for (const { feedId, before } of onTop) {
      Object.assign(countsFor(counts, feedId), { readUpTo: before.upTo, readUpToAt: before.at });
    }
    await storeCounts(tx, counts.values());
    const { pending: _, ...rest } = mark;
    await tx.objectStore('journal').put({ ...rest, state: 'undoing' });
    const rows = slices.reduce((sum, slice) => sum + slice.ids.length, 0);
    return { changed, rows: Math.max(0, rows - mark.spared.length) };
  });
}

function isOnTop(mark: MarkAllRow, part: FeedMark, counts: CountsByFeed): boolean {
  return countsFor(counts, part.feedId).readUpToAt === mark.at;
}

/** Counts as unread what the watermark alone had read. */
function giveBack(parts: readonly FeedMark[], slices: readonly SliceRow[], counts: CountsByFeed): number {
  let sum = 0;
  const rewritten = slices.flatMap((slice) => slice.perFeed);
  for (const part of parts) {
    const done = rewritten.filter((count) => count.feedId === part.feedId);
    const left = part.unread - done.reduce((rows, count) => rows + count.rows, 0);
    const own = countsFor(counts, part.feedId);
    own.unread += left;
    own.unreadMarked = tallied(own.unreadMarked, part.marked);
    sum += left;
  }
  return sum;
}
