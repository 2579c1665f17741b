import type { Body } from '../model/entry';
import type { DocTable } from '../search/segment';
import { asEntryRow, readable } from './rows';
import type { AnyTx, EntryRow } from './schema';
import { read } from './transaction';

/** An entry with what can be found in it. */
export interface Searchable {
  entry: EntryRow;
  /** The text of the article's own page, where it was fetched; else the body's; '' where there is none. */
  html: string;
}

/** The next `limit` entries with ids above `id`, and the last id looked at: null where there are none at all. */
export function listAbove(id: number, limit: number): Promise<{ high: number; found: Searchable[] } | null> {
  return read(['entries', 'bodies', 'fullTexts'], async (tx) => {
    const values = await tx.objectStore('entries').getAll(IDBKeyRange.lowerBound(id, true), limit);
    const high = values.at(-1)?.id;
    return high === undefined ? null : { high, found: await withTexts(tx, values) };
  });
}

/** The next `limit` ids or fewer below `id`, with the entries that there are: null where there are none at all. */
export function listBelow(id: number, limit: number): Promise<{ low: number; found: Searchable[] } | null> {
  return read(['entries', 'bodies', 'fullTexts'], async (tx) => {
    const store = tx.objectStore('entries');
    const next = await store.openKeyCursor(IDBKeyRange.upperBound(id, true), 'prev');
    if (!next) return null;
    const low = Math.max(1, next.primaryKey - limit + 1);
    const rows = await store.getAll(IDBKeyRange.bound(low, next.primaryKey));
    return { low, found: await withTexts(tx, rows) };
  });
}

/** Entries from `low` to `high` that changed since they were indexed, with the hash of the change. */
export function listStale(
  low: number,
  high: number,
  limit: number,
): Promise<{ known: Map<number, string>; found: Searchable[] }> {
  return read(['entries', 'bodies', 'fullTexts', 'stale'], async (tx) => {
    const range = low <= high ? IDBKeyRange.bound(low, high) : null;
    if (!range) return { known: new Map(), found: [] };
    const ids = await tx.objectStore('stale').getAllKeys(range, limit);
    const hashes = await tx.objectStore('stale').getAll(range, limit);
    const rows = await Promise.all(ids.map((id) => tx.objectStore('entries').get(id)));
    return { known: new Map(ids.map((id, at) => [id, hashes[at] ?? ''])), found: await withTexts(tx, rows) };
  });
}

async function withTexts(tx: AnyTx, values: readonly unknown[]): Promise<Searchable[]> {
  const rows = readable(values, asEntryRow);
  const texts = await loadTexts(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((entry, at) => ({ entry, html: texts[at] ?? '' }));
}

/** The HTML that is searched of each of these entries. */
export function loadTexts(tx: AnyTx, ids: readonly number[]): Promise<string[]> {
  const bodies = tx.objectStore('bodies');
  const fullTexts = tx.objectStore('fullTexts');
  return Promise.all(
    ids.map(async (id) => {
      const [body, full] = await Promise.all([bodies.get(id), fullTexts.get(id)]);
      return full?.html || htmlOf(body);
    }),
  );
}

const htmlOf = (body: Body | undefined) => (typeof body?.html === 'string' ? body.html : '');

/** How many entries there are, those of feeds in the bin among them. */
export async function countEntries(): Promise<number> {
  const rows = await read(['counts'], (tx) => tx.objectStore('counts').getAll());
  return rows.reduce((sum, { total }) => sum + total, 0);
}

/** The articles of segments, in that order; undefined for one that is gone. */
export function listTables(segments: readonly number[]): Promise<(DocTable | undefined)[]> {
  return read(['segmentDocs'], (tx) =>
    Promise.all(segments.map((id) => tx.objectStore('segmentDocs').get(id))),
  );
}

/** The bytes of up to `limit` blocks of a segment behind the one that ends with `last`, and what the last of them ends with. */
export function listBlocks(
  segment: number,
  last: string | null,
  limit: number,
): Promise<{ blocks: Uint8Array[]; last: string | null }> {
  const range =
    last === null
      ? IDBKeyRange.bound([segment], [segment, []])
      : IDBKeyRange.bound([segment, last], [segment, []], true);
  return read(['postings'], async (tx) => {
    const [blocks, keys] = await Promise.all([
      tx.objectStore('postings').getAll(range, limit),
      tx.objectStore('postings').getAllKeys(range, limit),
    ]);
    return { blocks, last: keys.at(-1)?.[1] ?? null };
  });
}

/** Those of the ids, ascending, that no entry has. */
export function listMissing(ids: readonly number[]): Promise<number[]> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return Promise.resolve([]);
  return read(['entries'], async (tx) => {
    const there = new Set(await tx.objectStore('entries').getAllKeys(IDBKeyRange.bound(first, last)));
    return ids.filter((id) => !there.has(id));
  });
}
