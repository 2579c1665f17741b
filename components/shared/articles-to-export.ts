import { listCounts } from '../../utils/db/counts';
import { listBodies } from '../../utils/db/entry-links';
import { type EntryQuery, getEntries, listEntries } from '../../utils/db/entry-lists';
import { listFullTexts } from '../../utils/db/full-texts';
import type { Entry, WholeBody } from '../../utils/model/entry';
import { withFullText } from './with-full-text';

/** What is exported: all articles, those with a star, one feed's, or these, in this order, under a name. */
export type ExportScope = 'all' | 'starred' | number | { ids: readonly number[]; name: string };

/** Articles with their HTML in memory at a time. */
const pageSize = 100;

/** How many articles there are to export. */
export async function countToExport(scope: ExportScope): Promise<number> {
  if (typeof scope === 'object') return scope.ids.length;
  const counts = await listCounts();
  if (typeof scope === 'number') return counts.get(scope)?.total ?? 0;
  return [...counts.values()].reduce((sum, row) => sum + (scope === 'starred' ? row.starred : row.total), 0);
}

type Page = { entry: Entry; body: WholeBody | undefined }[];

/** The articles' rows, newest first or as they are named, a page at a time. */
export async function* entriesToExport(scope: ExportScope): AsyncGenerator<Entry[]> {
  if (typeof scope === 'object') {
    for (let at = 0; at < scope.ids.length; at += pageSize)
      yield await getEntries(scope.ids.slice(at, at + pageSize));
    return;
  }
  const query: EntryQuery = {
    filter: scope === 'starred' ? 'starred' : 'all',
    limit: pageSize,
    ...(typeof scope === 'number' ? { feedIds: [scope] } : {}),
  };
  let page = await listEntries(query);
  while (page.length > 0) {
    yield page;
    const last = page.at(-1);
    page = last && page.length === pageSize ? await listEntries({ ...query, after: last }) : [];
  }
}

/** The articles with their texts: those of their own pages, where they were fetched. */
export async function* articlesToExport(scope: ExportScope): AsyncGenerator<Page> {
  for await (const entries of entriesToExport(scope)) yield await withBodies(entries);
}

async function withBodies(entries: readonly Entry[]): Promise<Page> {
  const ids = entries.map(({ id }) => id);
  const [bodies, fullTexts] = await Promise.all([listBodies(ids), listFullTexts(ids)]);
  return entries.map((entry) => ({
    entry,
    body: withFullText(bodies.get(entry.id), fullTexts.get(entry.id)),
  }));
}
