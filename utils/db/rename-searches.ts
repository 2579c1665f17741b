import type { Renamed } from '../model/tag';
import { type NameFilter, renameInQuery } from '../search/query';
import type { WriteTx } from './schema';
import { asSearch } from './searches';

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
