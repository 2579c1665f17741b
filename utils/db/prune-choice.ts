import type { Retention } from '../model/retention';
import type { EntryRow } from './schema';
import { isListed, type SeenRow } from './seen-hashes';

const dayMs = 86_400_000;

/** What may go of the rows of one feed. */
export interface PruneChoice {
  rows: EntryRow[];
  /** Of these, the body alone. */
  bodies: EntryRow[];
}

/**
 * Chooses among rows, the oldest first. Never what is tagged, nor what the last complete document listed, nor what the
 * reader marked unread. `total`: how many rows the feed has.
 */
export function choosePrunable(
  rows: readonly EntryRow[],
  seen: SeenRow | null,
  retention: Retention,
  { now, total }: { now: number; total: number },
): PruneChoice {
  const { bodyDays, rowDays, keptRows, maxRows } = retention;
  const surplus = total - keptRows;
  const excess = maxRows === null ? 0 : total - maxRows;
  const choice: PruneChoice = { rows: [], bodies: [] };
  for (const row of rows) {
    if (row.tags || isKept(row, retention) || isListed(seen, row.key)) continue;
    const age = now - (row.readAt ?? row.arrivedAt);
    const { length } = choice.rows;
    if (length < excess || (isOver(age, rowDays) && length < surplus)) choice.rows.push(row);
    else if (isOver(age, bodyDays) && !row.bodyGone) choice.bodies.push(row);
  }
  return choice;
}

function isKept(row: EntryRow, { keepUnread, keepStarred }: Retention): boolean {
  if (row.starred === 1 && keepStarred) return true;
  return row.read === 0 && (keepUnread || row.unreadAt > 0);
}

function isOver(age: number, days: number | null): boolean {
  return days !== null && age > days * dayMs;
}
