import { listCounts } from '../../utils/db/counts';
import { listBodies } from '../../utils/db/entry-links';
import { type EntryQuery, listEntries } from '../../utils/db/entry-lists';
import type { Body, Entry } from '../../utils/model/entry';

/** What is exported: all articles, those with a star, or one feed's. */
export type ExportScope = 'all' | 'starred' | number;

/** Articles with their HTML in memory at a time. */
const pageSize = 100;

/** How many articles there are to export. */
export async function countToExport(scope: ExportScope): Promise<number> {
  const counts = await listCounts();
  if (typeof scope === 'number') return counts.get(scope)?.total ?? 0;
  return [...counts.values()].reduce((sum, row) => sum + (scope === 'starred' ? row.starred : row.total), 0);
}

/** The articles, newest first, a page at a time. */
export async function* articlesToExport(
  scope: ExportScope,
): AsyncGenerator<{ entry: Entry; body: Body | undefined }[]> {
  const query: EntryQuery = {
    filter: scope === 'starred' ? 'starred' : 'all',
    limit: pageSize,
    ...(typeof scope === 'number' ? { feedIds: [scope] } : {}),
  };
  let page = await listEntries(query);
  while (page.length > 0) {
    const bodies = await listBodies(page.map(({ id }) => id));
    yield page.map((entry) => ({ entry, body: bodies.get(entry.id) }));
    const last = page.at(-1);
    page = last && page.length === pageSize ? await listEntries({ ...query, after: last }) : [];
  }
}
