import { loadMarks } from './journal';
import { isMarkedBy, tallied, tallyOf } from './mark-tally';
import type { EntryRow, WriteTx } from './schema';

/** Lets the undo of a mark-all count entries, which only their watermark has read, by the marks that they have now. */
export async function leaveMarksToUndo(
  tx: WriteTx,
  edits: readonly { before: EntryRow; after: EntryRow }[],
): Promise<void> {
  if (edits.length === 0) return;
  for (const mark of await loadMarks(tx)) {
    const parts = new Map(mark.feeds.map((part) => [part.feedId, part]));
    let isChanged = false;
    for (const { before, after } of mark.state === 'open' ? edits : []) {
      const part = parts.get(before.feedId);
      if (!part || !isMarkedBy(mark, part, before)) continue;
      part.marked = tallied(tallied(part.marked, tallyOf([before]), -1), tallyOf([after]));
      isChanged = true;
    }
    if (isChanged) await tx.objectStore('journal').put(mark);
  }
}
