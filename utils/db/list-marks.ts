import { listMarks } from '../model/tag';
import { countsFor, loadCounts, storeCounts } from './count-rows';
import type { AnyTx, CountsRow, EntryRow, WriteTx } from './schema';

/** Every mark that the row's own fields say it has. */
export function marksOf(row: Pick<EntryRow, 'tags' | 'hidden' | 'edited' | 'audio'>): number[] {
  return [
    ...(row.tags ?? []),
    ...(row.hidden ? [listMarks.hidden] : []),
    ...(row.edited ? [listMarks.edited] : []),
    ...(row.audio ? [listMarks.audio] : []),
  ];
}

/** The row as it is put: what its index needs follows from its fields, and rows without marks cost the index nothing. */
export function withMarks<Row extends Omit<EntryRow, 'id' | 'feedId'>>({ markSort: _, ...row }: Row): Row {
  const marks = marksOf(row as Row);
  const { sortAt } = row;
  return (marks.length > 0 ? { ...row, markSort: marks.map((mark) => [mark, sortAt]) } : row) as Row;
}

/** Notes in the feed's counts that `row` came (1) or goes (-1). */
export function countMarks(counts: CountsRow, row: EntryRow, step: 1 | -1): void {
  const marks = marksOf(row);
  if (marks.length === 0) return;
  counts.marked = { ...counts.marked };
  for (const mark of marks) {
    const count = Math.max(0, (counts.marked[mark] ?? 0) + step);
    if (count > 0) counts.marked[mark] = count;
    else delete counts.marked[mark];
  }
}

/** What becomes of a row. */
export interface Edit {
  before: EntryRow;
  after: EntryRow;
}

/** Puts `after` in the place of `before`, row by row, and counts their marks. Of two edits of one row the last holds. */
export async function replaceRows(tx: WriteTx, edits: readonly Edit[]): Promise<void> {
  const changes = [...new Map(edits.map((edit) => [edit.before.id, edit])).values()];
  if (changes.length === 0) return;
  const counts = await loadCounts(
    tx,
    changes.map(({ before }) => before.feedId),
  );
  for (const { before, after } of changes) {
    countMarks(countsFor(counts, before.feedId), before, -1);
    countMarks(countsFor(counts, before.feedId), after, 1);
  }
  await Promise.all(changes.map(async ({ after }) => tx.objectStore('entries').put(withMarks(after))));
  await storeCounts(tx, counts.values());
}

/** Ids of the entries that have a mark, ascending by time. */
export function idsWithMark(tx: AnyTx, mark: number): Promise<number[]> {
  return tx
    .objectStore('entries')
    .index('byMark')
    .getAllKeys(IDBKeyRange.bound([mark], [mark, []]));
}
