import { isRead } from '../model/entry';
import { type CountsByFeed, countsFor, loadCounts, storeCounts } from './count-rows';
import { countUnreadMarks, isSameTally, marksOf, tallied, tallyOf } from './mark-tally';
import { leaveMarksToUndo } from './marks-to-undo';
import type { AnyTx, CountsRow, EntryRow, WriteTx } from './schema';

/** The row as it is put: what its index needs follows from its fields, and rows without marks cost the index nothing. */
export function withMarks<Row extends Omit<EntryRow, 'id' | 'feedId'>>({ markSort: _, ...row }: Row): Row {
  const marks = marksOf(row as Row);
  const { sortAt } = row;
  return (marks.length > 0 ? { ...row, markSort: marks.map((mark) => [mark, sortAt]) } : row) as Row;
}

/** Notes in the feed's counts that `row` came (1) or goes (-1). */
export function countMarks(counts: CountsRow, row: EntryRow, step: 1 | -1): void {
  const marks = tallyOf([row]);
  if (Object.keys(marks).length > 0) counts.marked = tallied(counts.marked, marks, step);
}

/** What becomes of a row. */
export interface Edit {
  before: EntryRow;
  after: EntryRow;
}

/**
 * Puts `after` in the place of `before`, row by row, and counts their marks; who makes them read or unread counts that.
 * Of two edits of one row the last holds. In a transaction over `entries`, `counts` and `journal`.
 */
export async function replaceRows(tx: WriteTx, edits: readonly Edit[]): Promise<void> {
  const changes = [...new Map(edits.map((edit) => [edit.before.id, edit])).values()];
  if (changes.length === 0) return;
  const counts = await loadCounts(
    tx,
    changes.map(({ before }) => before.feedId),
  );
  await leaveMarksToUndo(tx, changes.filter(isCovered(counts)));
  for (const { before, after } of changes) {
    const own = countsFor(counts, before.feedId);
    countMarks(own, before, -1);
    countMarks(own, after, 1);
    if (!isRead(before, own)) countUnreadMarks(own, before, -1);
    if (!isRead(after, own)) countUnreadMarks(own, after, 1);
  }
  await Promise.all(changes.map(async ({ after }) => tx.objectStore('entries').put(withMarks(after))));
  await storeCounts(tx, counts.values());
}

/** Edits of what marks rows have, while only a watermark has read them. */
function isCovered(counts: CountsByFeed): (edit: Edit) => boolean {
  return ({ before, after }) => {
    const own = countsFor(counts, before.feedId);
    const isByWatermark = (row: EntryRow) => row.read === 0 && isRead(row, own);
    return isByWatermark(before) && isByWatermark(after) && !isSameTally(tallyOf([before]), tallyOf([after]));
  };
}

/** Ids of the entries that have a mark, ascending by time. */
export function idsWithMark(tx: AnyTx, mark: number): Promise<number[]> {
  return tx
    .objectStore('entries')
    .index('byMark')
    .getAllKeys(IDBKeyRange.bound([mark], [mark, []]));
}
