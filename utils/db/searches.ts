import type { SavedSearch } from '../model/saved-search';
import type { Renamed } from '../model/tag';
import { type NameFilter, renameInQuery } from '../search/query';
import type { Unstored, WriteTx } from './schema';
import { read, write } from './transaction';

const inOrder = (a: SavedSearch, b: SavedSearch) => a.position - b.position || a.id - b.id;

/** The searches that the reader keeps, in her order. */
export async function listSearches(): Promise<SavedSearch[]> {
  const rows = await read(['searches'], (tx) => tx.objectStore('searches').getAll());
  return rows.flatMap((row) => asSearch(row)).sort(inOrder);
}

/**
 * Stores one, in the place of the one with its id where there is one; gives its id. `place`, from 1, is where it stands among
 * the others; without it, it stays where it is, and a new one comes last.
 */
export function putSearch(search: Omit<Unstored<SavedSearch>, 'position'>, place?: number): Promise<number> {
  return write('reader', ['searches'], async (tx) => {
    const store = tx.objectStore('searches');
    const rows = (await store.getAll()).flatMap(asSearch).sort(inOrder);
    const known = rows.findIndex(({ id }) => id === search.id);
    const others = rows.filter(({ id }) => id !== search.id);
    const at = Math.min(place === undefined ? (known < 0 ? others.length : known) : place - 1, others.length);
    const moved = others.map((row, index) => ({ ...row, position: index < at ? index : index + 1 }));
    await Promise.all(moved.map((row) => store.put(row)));
    return store.put({ ...search, position: at });
  });
}

export function deleteSearch(id: number): Promise<void> {
  return write('reader', ['searches'], (tx) => tx.objectStore('searches').delete(id));
}

/** Searches name feeds, folders and tags: they follow when one gets another name. Gives which did. */
export async function renameInSearches(
  tx: WriteTx,
  kind: NameFilter['kind'],
  from: string,
  to: string,
): Promise<Renamed<string>[]> {
  const rows = (await tx.objectStore('searches').getAll()).flatMap(asSearch);
  const renamed = rows.map(({ id, query }) => ({
    id,
    before: query,
    after: renameInQuery(query, kind, from, to),
  }));
  const changed = renamed.filter(({ before, after }) => before !== after);
  await rewrite(tx, changed);
  return changed;
}

/** Gives searches back what another name took from them; those that were changed since stay as they are. */
export function putBackQueries(tx: WriteTx, renamed: readonly Renamed<string>[]): Promise<void> {
  return rewrite(
    tx,
    renamed.map(({ id, before, after }) => ({ id, before: after, after: before })),
  );
}

/** A search without a name of its own is called as it was typed. */
async function rewrite(tx: WriteTx, changes: readonly Renamed<string>[]): Promise<void> {
  const store = tx.objectStore('searches');
  for (const { id, before, after } of changes) {
    const search = await store.get(id);
    if (search?.query !== before) continue;
    await store.put({ ...search, query: after, title: search.title === before ? after : search.title });
  }
}

function asSearch(value: Partial<SavedSearch>): SavedSearch[] {
  const { id, title, query, position } = value;
  if (typeof id !== 'number' || typeof title !== 'string' || typeof query !== 'string') return [];
  return [{ id, title, query, position: typeof position === 'number' ? position : 0 }];
}
