import type { Entry } from '../model/entry';
import type { Feed, Folder } from '../model/feed';
import { readersOrder } from '../model/feed-order';
import { loadEntries } from './entry-rows';
import { asFolder } from './folders';
import { asEntryRow, asFeed, readable } from './rows';
import type { AnyTx, EntryRow } from './schema';
import { lookUpSight, type Sight, seen } from './sight';
import { read } from './transaction';

/** A copy, and what decides which of several stands for their story. */
interface Copy {
  row: EntryRow;
  feed: Feed;
  worth: number;
}

/** First those with a star, then those of feeds whose whole text is kept, then those of the feed that the reader has further up. */
function byWorth(folders: readonly Folder[]): (a: Copy, b: Copy) => number {
  const order = readersOrder(folders);
  return (a, b) => b.worth - a.worth || order(a.feed, b.feed) || a.row.id - b.row.id;
}

/** All rows of each of these stories that are shown as one: of feeds that are subscribed and that the reader does not keep apart. */
async function loadTogether(tx: AnyTx, stories: Iterable<number>, sight: Sight): Promise<EntryRow[][]> {
  const folders = readable(await tx.objectStore('folders').getAll(), asFolder);
  const compare = byWorth(folders);
  return Promise.all(
    Array.from(stories, async (story) => {
      const rows = readable(await tx.objectStore('entries').index('byStory').getAll(story), asEntryRow);
      const feeds = await Promise.all(rows.map((row) => tx.objectStore('feeds').get(row.feedId)));
      const copies = rows.flatMap((row, at): Copy[] => {
        const feed = asFeed(feeds[at]);
        if (!feed || feed.keepsApart || sight.removed.has(row.feedId)) return [];
        const isWhole = feed.fetchesFullText || feed.keepsOffline;
        return [{ row, feed, worth: (row.starred === 1 ? 2 : 0) + (isWhole ? 1 : 0) }];
      });
      return copies.sort(compare).map(({ row }) => row);
    }),
  );
}

const storiesOf = (rows: readonly Entry[]) => new Set(rows.flatMap(({ story }) => story ?? []));

/**
 * Those of `rows` that stand for themselves in a list: of the copies of one story that it may hold, the first of
 * `loadTogether`. Reads the stores entries, feeds and folders, for rows with copies alone.
 */
export async function withoutCopies<Row extends Entry>(
  tx: AnyTx,
  rows: readonly Row[],
  sight: Sight,
  isListed: (row: EntryRow) => boolean,
): Promise<Row[]> {
  const stories = storiesOf(rows);
  if (stories.size === 0) return [...rows];
  const groups = await loadTogether(tx, stories, sight);
  const dropped = new Set(groups.flatMap((group) => group.filter(isListed).slice(1)).map(({ id }) => id));
  return rows.filter(({ id }) => !dropped.has(id));
}

/**
 * Of a page of a search, what it shows: one copy of each story, and none of a story that pages before have shown. Which
 * copies a search finds is only known page by page.
 */
export async function listJoined(
  found: readonly Entry[],
  shown: ReadonlySet<number>,
): Promise<{ entries: Entry[]; shown: ReadonlySet<number> }> {
  const stories = storiesOf(found);
  if (stories.size === 0) return { entries: [...found], shown };
  return read(['entries', 'feeds', 'folders', 'counts', 'journal'], async (tx) => {
    const groups = await loadTogether(tx, stories, await lookUpSight(tx));
    const here = new Set(found.map(({ id }) => id));
    const dropped = groups.flatMap((group) => {
      const listed = group.filter(({ id }) => here.has(id));
      return listed.slice(shown.has(listed[0]?.story ?? 0) ? 0 : 1);
    });
    const gone = new Set(dropped.map(({ id }) => id));
    return { entries: found.filter(({ id }) => !gone.has(id)), shown: new Set([...shown, ...stories]) };
  });
}

/** The copies of these entries' stories that are shown with them as one, the entries themselves left out. */
export function listCopies(ids: readonly number[]): Promise<Entry[]> {
  return read(['entries', 'feeds', 'folders', 'counts', 'journal'], async (tx) => {
    const own = (await loadEntries(tx, ids)).filter(({ story }) => story !== undefined);
    if (own.length === 0) return [];
    const sight = await lookUpSight(tx);
    const groups = await loadTogether(tx, storiesOf(own), sight);
    const given = new Set(ids);
    // whoever asks for one of a feed that is kept apart asks for that one alone
    const joined = groups.filter((group) => group.some(({ id }) => given.has(id)));
    return joined.flatMap((group) =>
      group.filter(({ id }) => !given.has(id)).map((row) => seen(row, sight.counts)),
    );
  });
}
