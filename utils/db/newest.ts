import { unwrap } from 'idb';
import { asEntryRow, readable } from './rows';
import type { AnyTx, EntryRow } from './schema';

/** One run of entries in an index that ends with sortAt: all whose key begins with `prefix`. */
export interface Span {
  index: 'byRead' | 'byFeedRead' | 'byStar' | 'byMark';
  prefix: number[];
}

/** A place in a newest-first order: by sortAt, then by id. */
export interface Place {
  sortAt: number;
  id: number;
  /** Stories that the pages before have shown, in lists that only know page by page which copies they hold. */
  shown?: ReadonlySet<number>;
}

/** Not yet in TypeScript's own DOM types (Indexed Database API 3.0, getAllRecords). */
interface WithAllRecords {
  getAllRecords?: (options: {
    query: IDBKeyRange | null;
    count: number;
    direction: IDBCursorDirection;
  }) => IDBRequest<{ value: unknown }[]>;
}

export interface Page {
  rows: EntryRow[];
  /** Where the next page begins, damaged rows counted; null when this was the last one. */
  next: Place | null;
}

/** Up to `limit` entries of `span`, newest first, those after `after` only: no gap and no repeat where sortAt is equal. */
export async function newestOf(tx: AnyTx, span: Span, limit: number, after: Place | null): Promise<Page> {
  const index = unwrap(tx.objectStore('entries').index(span.index));
  if (after === null) {
    return page(await backwards(index, IDBKeyRange.bound(span.prefix, [...span.prefix, []]), limit), limit);
  }
  const edge = [...span.prefix, after.sortAt];
  const [ties, older] = await Promise.all([
    tiesAfter(tx, span, edge, after.id, limit),
    backwards(index, IDBKeyRange.bound(span.prefix, edge, false, true), limit),
  ]);
  return page([...ties, ...older].slice(0, limit), limit);
}

/** The rest of a run of equal sortAt: feeds without dates have hundreds of them. */
async function tiesAfter(tx: AnyTx, span: Span, edge: number[], id: number, limit: number) {
  const rows: unknown[] = [];
  const index = tx.objectStore('entries').index(span.index);
  const key = edge as [number] & [number, number] & [number, number, number];
  let cursor = await index.openCursor(IDBKeyRange.only(key), 'prev');
  if (cursor && cursor.primaryKey >= id) cursor = await cursor.continuePrimaryKey(key, id - 1);
  while (cursor && rows.length < limit) {
    rows.push(cursor.value);
    cursor = await cursor.continue();
  }
  return rows;
}

/** Values of `range` from its end: in one request (1 ms for 50), or by a cursor in browsers without getAllRecords (6 ms). */
function backwards(source: IDBIndex & WithAllRecords, range: IDBKeyRange, limit: number): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    if (source.getAllRecords) {
      const request = source.getAllRecords({ query: range, count: limit, direction: 'prev' });
      request.onsuccess = () => resolve(request.result.map((record) => record.value));
      request.onerror = () => reject(request.error);
      return;
    }
    const values: unknown[] = [];
    const request = source.openCursor(range, 'prev');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor) values.push(cursor.value);
      if (!cursor || values.length === limit) resolve(values);
      else cursor.continue();
    };
  });
}

function page(values: readonly unknown[], limit: number): Page {
  const last = values.at(-1) as Place | undefined;
  const next = last && values.length === limit ? { sortAt: last.sortAt, id: last.id } : null;
  return { rows: readable(values, asEntryRow), next };
}
