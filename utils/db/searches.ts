import type { SavedSearch } from '../model/saved-search';
import type { Unstored } from './schema';
import { read, write } from './transaction';

/** The searches that the reader keeps, in her order. */
export async function listSearches(): Promise<SavedSearch[]> {
  const rows = await read(['searches'], (tx) => tx.objectStore('searches').getAll());
  return rows.flatMap((row) => asSearch(row)).sort((a, b) => a.position - b.position || a.id - b.id);
}

/** Stores one, in the place of the one with its id where there is one; gives its id. Without a position it comes last. */
export function putSearch(search: Omit<Unstored<SavedSearch>, 'position'>): Promise<number> {
  return write('reader', ['searches'], async (tx) => {
    const rows = (await tx.objectStore('searches').getAll()).flatMap(asSearch);
    const known = rows.find(({ id }) => id === search.id)?.position;
    const position = known ?? Math.max(0, ...rows.map((row) => row.position + 1));
    return tx.objectStore('searches').put({ ...search, position });
  });
}

export function deleteSearch(id: number): Promise<void> {
  return write('reader', ['searches'], (tx) => tx.objectStore('searches').delete(id));
}

function asSearch(value: Partial<SavedSearch>): SavedSearch[] {
  const { id, title, query, position } = value;
  if (typeof id !== 'number' || typeof title !== 'string' || typeof query !== 'string') return [];
  return [{ id, title, query, position: typeof position === 'number' ? position : 0 }];
}
