import type { Body } from '../model/entry';
import { asEntryRow, readable } from './rows';
import { read } from './transaction';

export interface EntryLink {
  id: number;
  feedId: number;
  link: string;
}

/** The links of up to `limit` entries with an id above `id`, in the order of ids; of feeds in the bin too. */
export async function listLinksAfter(id: number, limit: number): Promise<EntryLink[]> {
  const range = IDBKeyRange.lowerBound(id, true);
  const rows = await read(['entries'], (tx) => tx.objectStore('entries').getAll(range, limit));
  return readable(rows, asEntryRow).map(({ id, feedId, link }) => ({ id, feedId, link }));
}

/** The bodies that there are of these entries, by entry. */
export async function listBodies(entryIds: readonly number[]): Promise<Map<number, Body>> {
  const bodies = await read(['bodies'], (tx) =>
    Promise.all(entryIds.map((id) => tx.objectStore('bodies').get(id))),
  );
  return new Map(bodies.filter((body) => body !== undefined).map((body) => [body.entryId, body]));
}

/** Those of the entries whose bodies are stored. */
export async function listWithBody(entryIds: readonly number[]): Promise<Set<number>> {
  const keys = await read(['bodies'], (tx) =>
    Promise.all(entryIds.map((id) => tx.objectStore('bodies').getKey(id))),
  );
  return new Set(keys.filter((key) => key !== undefined));
}
