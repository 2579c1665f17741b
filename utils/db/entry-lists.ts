import { type Body, type Entry, isRead } from '../model/entry';
import { type CountsByFeed, countsFor, loadCounts } from './count-rows';
import { forNewest } from './entry-stream';
import type { Place, Span } from './newest';
import { asEntryRow } from './rows';
import type { EntryRow, ReadTx } from './schema';
import { read } from './transaction';

export type EntryFilter = 'unread' | 'all' | 'starred';

export interface EntryQuery {
  filter: EntryFilter;
  /** Only these feeds; absent: all that are not in the bin. */
  feedIds?: readonly number[];
  limit: number;
  /** The last entry of the page before. */
  after?: Place;
}

/** What decides how a row is listed, besides the row. */
interface Sight {
  removed: Set<number>;
  /** Only while a mark-all is under way: at all other times every row says itself whether it is read. */
  counts: CountsByFeed | null;
}

/** Newest first. `read` says what holds, watermark included; entries of feeds in the bin are left out. */
export function listEntries({ filter, feedIds, limit, after }: EntryQuery): Promise<Entry[]> {
  return read(['entries', 'feeds', 'counts', 'journal'], async (tx) => {
    const sight = await lookUpSight(tx);
    const wanted = feedIds && new Set(feedIds.filter((id) => !sight.removed.has(id)));
    const found: Entry[] = [];
    if (limit <= 0) return found;
    const spans = await spansOf(tx, filter, wanted, sight.counts);
    const pageSize = spans.length <= 2 ? limit : Math.min(limit, Math.ceil((2 * limit) / spans.length) + 3);
    await forNewest(tx, spans, { after: after ?? null, pageSize }, (row) => {
      const entry = seen(row, sight.counts);
      const isHidden = sight.removed.has(row.feedId) || (wanted && !wanted.has(row.feedId));
      if (!isHidden && !(filter === 'unread' && entry.read === 1)) found.push(entry);
      return found.length < limit;
    });
    return found;
  });
}

/** The entry, also of a feed in the bin; undefined where there is none. */
export async function getEntry(id: number): Promise<Entry | undefined> {
  return (await getEntries([id]))[0];
}

/** The entries that there are of `ids`, in that order. */
export function getEntries(ids: readonly number[]): Promise<Entry[]> {
  return read(['entries', 'feeds', 'counts', 'journal'], async (tx) => {
    const { counts } = await lookUpSight(tx);
    const rows = await Promise.all(ids.map((id) => tx.objectStore('entries').get(id)));
    return rows
      .map(asEntryRow)
      .filter((row) => row !== null)
      .map((row) => seen(row, counts));
  });
}

/** The entry's HTML as its feed sent it, unsanitized; undefined where there is none. */
export function getBody(entryId: number): Promise<Body | undefined> {
  return read(['bodies'], (tx) => tx.objectStore('bodies').get(entryId));
}

async function lookUpSight(tx: ReadTx): Promise<Sight> {
  const [removed, pending] = await Promise.all([
    tx.objectStore('feeds').index('byRemoved').getAllKeys(),
    tx.objectStore('journal').index('byPending').count(),
  ]);
  const rows = pending === 0 ? null : await tx.objectStore('counts').getAll();
  return {
    removed: new Set(removed),
    counts: rows && new Map(rows.map((row) => [row.feedId, row])),
  };
}

/** The runs of the indexes that hold the list; of several feeds, only those that have such entries. */
async function spansOf(
  tx: ReadTx,
  filter: EntryFilter,
  feedIds: Set<number> | undefined,
  counts: CountsByFeed | null,
): Promise<Span[]> {
  if (filter === 'starred') return [{ index: 'byStar', prefix: [] }];
  const reads = filter === 'unread' ? [0] : [0, 1];
  const feeds = feedIds ? await feedsWith(tx, filter, feedIds, counts) : fewUnread(filter, counts);
  if (!feeds) return reads.map((value) => ({ index: 'byRead', prefix: [value] }));
  return feeds.flatMap((id) => reads.map((value): Span => ({ index: 'byFeedRead', prefix: [id, value] })));
}

async function feedsWith(
  tx: ReadTx,
  filter: EntryFilter,
  feedIds: Set<number>,
  known: CountsByFeed | null,
): Promise<number[]> {
  if (feedIds.size < 4 && !known) return [...feedIds];
  const counts = known ?? (await loadCounts(tx, feedIds));
  return [...feedIds].filter((id) => countsFor(counts, id)[filter === 'unread' ? 'unread' : 'total'] > 0);
}

/** Straight after a mark-all the index of unread is full of rows that are read: better to look only where some are left. */
function fewUnread(filter: EntryFilter, counts: CountsByFeed | null): number[] | null {
  if (!counts || filter !== 'unread') return null;
  const unread = [...counts.values()].filter((row) => row.unread > 0);
  return unread.length <= 100 ? unread.map((row) => row.feedId) : null;
}

/** The row as a list shows it. */
function seen({ starSort: _, ...row }: EntryRow, counts: CountsByFeed | null): Entry {
  return isRead(row, counts?.get(row.feedId)) ? { ...row, read: 1 } : row;
}
