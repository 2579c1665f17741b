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
    const sight = await lookUpSight(tx);
    let after = typeof upTo === 'number' ? upTo : 0;
    let count = 0;
    // behind a thousand that were read or hidden there may be one that was not
    while (count < enough) {
      const keys = IDBKeyRange.lowerBound(after, true);
      const rows = await tx.objectStore('entries').getAll(keys, enough);
      count += readable(rows, asEntryRow).filter(
        (row) => !row.hidden && !sight.removed.has(row.feedId) && seen(row, sight.counts).read === 0,
      ).length;
      if (rows.length < enough) break;
      after = rows.at(-1)?.id ?? after;
    }
    return Math.min(count, enough);
  });
}

/** What is there now is no longer new. */
export function noteOpening(): Promise<void> {
  return write('reader', ['entries', 'meta'], async (tx) => {
    const last = await tx.objectStore('entries').openKeyCursor(null, 'prev');
    await tx.objectStore('meta').put({ key, value: last?.key ?? 0 });
  });
}
