import { unwrap } from 'idb';
import type { Body, Entry } from '../model/entry';
import { bodySize } from './body-size';
import { withMarks } from './list-marks';
import type { EntryRow, OutboxRow, WriteTx } from './schema';
import { putRow } from './transaction';

export interface NewEntry {
  /** What is to be told or done when it is stored. */
  announce?: Pick<OutboxRow, 'notify' | 'sound' | 'offline'>;
  entry: Omit<Entry, 'id' | 'feedId'>;
  body: Omit<Body, 'entryId'>;
}

/** Of new entries, while they are stored. */
export interface Arrival {
  feedId: number;
  withoutBodies: boolean;
  /** By how much the feed's bodies have grown. */
  bodyBytes: number;
}

/** What is stored of a new entry, but for the id that it gets. */
export function rowOf({ feedId, withoutBodies }: Arrival, { entry, body }: NewEntry): Omit<EntryRow, 'id'> {
  return withMarks({
    ...entry,
    feedId,
    bodyBytes: withoutBodies ? 0 : bodySize(body),
    ...(entry.starred === 1 ? { starSort: entry.sortAt } : {}),
    ...(withoutBodies ? { bodyGone: 1 as const } : {}),
  });
}

/** What is stored beside a new row. */
export function putBeside(tx: WriteTx, work: Arrival, row: EntryRow, { body, announce }: NewEntry): EntryRow {
  const { id: entryId, feedId, arrivedAt: at } = row;
  if (!work.withoutBodies) putRow(tx, 'bodies', { ...body, entryId });
  if (announce) putRow(tx, 'outbox', { ...announce, entryId, feedId, at });
  work.bodyBytes += row.bodyBytes ?? 0;
  return row;
}

/**
 * The stored rows of entries that are new. The store numbers them one after another, so the first number says all of them,
 * and the last one whether that held: nothing else is waited for. One whose key is known after all ends the transaction.
 */
export async function addNew(tx: WriteTx, work: Arrival, items: readonly NewEntry[]): Promise<EntryRow[]> {
  const store = unwrap(tx.objectStore('entries'));
  const rows = items.map((item) => rowOf(work, item));
  const requests = rows.map((row) => store.add(row));
  const [first, last] = [requests[0], requests.at(-1)].map((request) => request && numberOf(request));
  last?.catch(() => undefined);
  const start = (await first) ?? 0;
  const stored = rows.map((row, i) => ({ ...row, id: start + i }));
  for (const [i, row] of stored.entries()) {
    const item = items[i];
    if (item) putBeside(tx, work, row, item);
  }
  if ((await last) !== stored.at(-1)?.id) throw new DOMException('numbers with a gap', 'ConstraintError');
  return stored;
}

/** The key that `request` stored, or null when the unique index refused it; the transaction goes on then. */
export function unlessTaken(request: IDBRequest<IDBValidKey>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(Number(request.result));
    request.onerror = (event) => {
      if (request.error?.name !== 'ConstraintError') return reject(request.error);
      event.preventDefault();
      event.stopPropagation();
      resolve(null);
    };
  });
}

/** The key that `request` stored. An error is the transaction's, which it ends. */
function numberOf(request: IDBRequest<IDBValidKey>): Promise<number> {
  return new Promise((resolve, reject) => {
    // the first of a document may be its last
    request.addEventListener('success', () => resolve(Number(request.result)));
    request.addEventListener('error', () => reject(request.error));
  });
}
