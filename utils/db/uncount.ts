import { isRead } from '../model/entry';
import { bytesLeft } from './count-rows';
import { countMarks } from './list-marks';
import { countUnread } from './mark-tally';
import type { CountsRow, EntryRow } from './schema';

/** Takes entries that go out of the counts of their feed. */
export function uncount(own: CountsRow, rows: readonly EntryRow[]): void {
  const unread = rows.filter((row) => !isRead(row, own));
  own.total -= rows.length;
  own.starred -= rows.filter((row) => row.starred === 1).length;
  own.bodyBytes = bytesLeft(own, rows);
  for (const row of rows) countMarks(own, row, -1);
  for (const row of unread) countUnread(own, row, -1);
}
