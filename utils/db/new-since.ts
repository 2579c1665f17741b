import { asEntryRow, readable } from './rows';
import { lookUpSight, seen } from './sight';
import { read, write } from './transaction';

const key = 'openedUpTo';
/** The badge says no more than "1k". */
const enough = 1000;

/** Unread articles that have arrived since a page was last opened, a thousand at most. */
export function countNew(): Promise<number> {
  return read(['entries', 'feeds', 'counts', 'journal', 'meta'], async (tx) => {
    const upTo = (await tx.objectStore('meta').get(key))?.value;
    const after = IDBKeyRange.lowerBound(typeof upTo === 'number' ? upTo : 0, true);
    const [sight, rows] = await Promise.all([
      lookUpSight(tx),
      tx.objectStore('entries').getAll(after, enough),
    ]);
    return readable(rows, asEntryRow).filter(
      (row) => !row.hidden && !sight.removed.has(row.feedId) && seen(row, sight.counts).read === 0,
    ).length;
  });
}

/** What is there now is no longer new. */
export function noteOpening(): Promise<void> {
  return write('reader', ['entries', 'meta'], async (tx) => {
    const last = await tx.objectStore('entries').openKeyCursor(null, 'prev');
    await tx.objectStore('meta').put({ key, value: last?.key ?? 0 });
  });
}
