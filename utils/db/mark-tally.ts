import { listMarks, type MarkTally } from '../model/tag';
import type { CountsRow, EntryRow, FeedMark, MarkAllRow } from './schema';

/** Every mark that the row's own fields say it has. */
export function marksOf(row: Pick<EntryRow, 'tags' | 'hidden' | 'edited' | 'audio'>): number[] {
  return [
    ...(row.tags ?? []),
    ...(row.hidden ? [listMarks.hidden] : []),
    ...(row.edited ? [listMarks.edited] : []),
    ...(row.audio ? [listMarks.audio] : []),
  ];
}

/** The marks of these rows. */
export function tallyOf(rows: readonly Parameters<typeof marksOf>[0][]): MarkTally {
  const tally: MarkTally = {};
  for (const mark of rows.flatMap(marksOf)) tally[mark] = (tally[mark] ?? 0) + 1;
  return tally;
}

/** `tally` with what `change` has more (1), or without it (-1); never less than nothing. */
export function tallied(tally: MarkTally = {}, change: MarkTally = {}, step: 1 | -1 = 1): MarkTally {
  const sums = { ...tally };
  for (const [key, count] of Object.entries(change)) {
    const mark = Number(key);
    const sum = Math.max(0, (sums[mark] ?? 0) + step * count);
    if (sum > 0) sums[mark] = sum;
    else delete sums[mark];
  }
  return sums;
}

/** Notes in the feed's counts that one more of its entries is unread (1), or one less (-1). */
export function countUnread(counts: CountsRow, row: EntryRow, step: 1 | -1): void {
  counts.unread += step;
  countUnreadMarks(counts, row, step);
}

/** The same for the marks of an entry that was unread before, and is. */
export function countUnreadMarks(counts: CountsRow, row: EntryRow, step: 1 | -1): void {
  const marks = tallyOf([row]);
  if (Object.keys(marks).length > 0) counts.unreadMarked = tallied(counts.unreadMarked, marks, step);
}

/** Whether both say the same; absent ones are empty. */
export function isSameTally(a: MarkTally = {}, b: MarkTally = {}): boolean {
  const marks = new Set([...Object.keys(a), ...Object.keys(b)].map(Number));
  return [...marks].every((mark) => (a[mark] ?? 0) === (b[mark] ?? 0));
}

/** Whether it is `mark`, and no mark-all before it, that has read this row, and only by watermark. */
export function isMarkedBy(mark: MarkAllRow, part: FeedMark, row: EntryRow): boolean {
  const isCovered = row.id <= part.upTo && row.unreadAt <= mark.at;
  const wasCovered = row.id <= part.before.upTo && row.unreadAt <= part.before.at;
  return row.read === 0 && isCovered && !wasCovered;
}
