import type { SavedSearch } from '../model/saved-search';
import type { Unstored } from './schema';
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

export function asSearch(value: Partial<SavedSearch>): SavedSearch[] {
  const { id, title, query, position } = value;
  if (typeof id !== 'number' || typeof title !== 'string' || typeof query !== 'string') return [];
  return [{ id, title, query, position: typeof position === 'number' ? position : 0 }];
}
