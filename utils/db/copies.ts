import type { Entry } from '../model/entry';
import { loadEntries } from './entry-rows';
import { asEntryRow, asFeed, readable } from './rows';
import type { AnyTx, EntryRow } from './schema';
import { lookUpSight, type Sight, seen } from './sight';
import { read } from './transaction';

/**
 * All rows of a story that are shown as one: of feeds that are subscribed and that the reader does not keep apart. First
 * those with a star, then those of feeds whose whole text is kept, then as they arrived.
 */
async function loadTogether(tx: AnyTx, story: number, sight: Sight): Promise<EntryRow[]> {
  const rows = readable(await tx.objectStore('entries').index('byStory').getAll(story), asEntryRow);
  const feeds = await Promise.all(rows.map((row) => tx.objectStore('feeds').get(row.feedId)));
  const together = rows.flatMap((row, at) => {
    const feed = asFeed(feeds[at]);
    if (!feed || feed.keepsApart || sight.removed.has(row.feedId)) return [];
    const isWhole = feed.fetchesFullText || feed.keepsOffline;
    return [{ row, worth: (row.starred === 1 ? 2 : 0) + (isWhole ? 1 : 0) }];
  });
  return together.sort((a, b) => b.worth - a.worth || a.row.id - b.row.id).map(({ row }) => row);
}

/**
 * Those of `rows` that stand for themselves in a list: of the copies of one story that it may hold, the first of
 * `loadTogether`. Reads the stores entries and feeds, for rows with copies alone.
 */
export async function withoutCopies<Row extends Entry>(
  tx: AnyTx,
  rows: readonly Row[],
  sight: Sight,
  isListed: (row: EntryRow) => boolean,
): Promise<Row[]> {
  const stories = new Set(rows.flatMap(({ story }) => story ?? []));
  if (stories.size === 0) return [...rows];
  const groups = await Promise.all(Array.from(stories, (story) => loadTogether(tx, story, sight)));
  const dropped = new Set(groups.flatMap((group) => group.filter(isListed).slice(1)).map(({ id }) => id));
  return rows.filter(({ id }) => !dropped.has(id));
}

/** The copies of these entries' stories that are shown with them as one, the entries themselves left out. */
export function listCopies(ids: readonly number[]): Promise<Entry[]> {
  return read(['entries', 'feeds', 'counts', 'journal'], async (tx) => {
    const own = (await loadEntries(tx, ids)).filter(({ story }) => story !== undefined);
    if (own.length === 0) return [];
    const sight = await lookUpSight(tx);
    const stories = new Set(own.flatMap(({ story }) => story ?? []));
    const groups = await Promise.all(Array.from(stories, (story) => loadTogether(tx, story, sight)));
    const given = new Set(ids);
    // whoever asks for one of a feed that is kept apart asks for that one alone
    const joined = groups.filter((group) => group.some(({ id }) => given.has(id)));
    return joined.flatMap((group) =>
      group.filter(({ id }) => !given.has(id)).map((row) => seen(row, sight.counts)),
    );
  });
}
