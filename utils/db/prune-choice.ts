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
 * Chooses among rows, the oldest first. Never what is starred or unread, nor what the last complete document listed.
 * `surplus`: how many rows the feed has above what is kept of it at least.
 */
export function choosePrunable(
  rows: readonly EntryRow[],
  seen: SeenRow | null,
  retention: Retention,
  { now, surplus }: { now: number; surplus: number },
): PruneChoice {
  const choice: PruneChoice = { rows: [], bodies: [] };
  for (const row of rows) {
    if (row.read === 0 || row.starred === 1 || isListed(seen, row.key)) continue;
    const age = now - (row.readAt ?? row.arrivedAt);
    if (isOver(age, retention.rowDays) && choice.rows.length < surplus) choice.rows.push(row);
    else if (isOver(age, retention.bodyDays) && !row.bodyGone) choice.bodies.push(row);
  }
  return choice;
}

function isOver(age: number, days: number | null): boolean {
  return days !== null && age > days * dayMs;
}
