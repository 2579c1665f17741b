import { type Body, type Entry, isRead } from '../model/entry';
import { listMarks } from '../model/tag';
import { withoutCopies } from './copies';
import { type CountsByFeed, countsFor, loadCounts } from './count-rows';
import { forNewest, openStreams, type Stream } from './entry-stream';
import { marksOf } from './mark-tally';
import type { Place, Span } from './newest';
import { asEntryRow } from './rows';
import type { EntryRow, ReadTx } from './schema';
import { lookUpSight, type Sight, seen } from './sight';
import { read } from './transaction';

export type EntryFilter = 'unread' | 'all' | 'starred' | 'marked';

export interface EntryQuery {
  filter: EntryFilter;
  /** For the filter `marked`: the id of a tag, or one of `listMarks`. */
  mark?: number;
  /** Only what is dated since then (ms). */
  since?: number;
  /** Only these feeds; absent: all that are not in the bin. */
  feedIds?: readonly number[];
  limit: number;
  /** Of the copies of one story that it may hold, only the first of utils/db/copies. */
  joined?: boolean;
  /** The last entry of the page before. */
  after?: Place;
}

/** Newest first. `read` says what holds, watermark included; entries of feeds in the bin are left out. */
export function listEntries(query: EntryQuery): Promise<Entry[]> {
  return read(['entries', 'feeds', 'folders', 'counts', 'journal'], async (tx) => {
    const { limit, since = 0 } = query;
    const listed: Entry[] = [];
    if (limit <= 0) return listed;
    const wanted = query.feedIds && new Set(query.feedIds);
    const [sight, streams] = await begin(tx, { ...query, ...(wanted && { feedIds: [...wanted] }) });
    const isListed = (row: EntryRow) => isIn(row, query, wanted, sight);
    for (;;) {
      const found: EntryRow[] = [];
      await forNewest(tx, streams, (row) => {
        if (row.sortAt < since) return false;
        if (isListed(row)) found.push(row);
        return listed.length + found.length < limit;
      });
      const own = query.joined ? await withoutCopies(tx, found, sight, isListed) : found;
      listed.push(...own.map((row) => seen(row, sight.counts)));
      // copies that were left out make room for as many more
      if (own.length === found.length) return listed;
    }
  });
}

function isIn(
  row: EntryRow,
  { filter, mark, since = 0 }: EntryQuery,
  wanted: Set<number> | undefined,
  { removed, counts }: Sight,
): boolean {
  const isOut = removed.has(row.feedId) || (wanted && !wanted.has(row.feedId));
  const isHidden = row.hidden === 1 && mark !== listMarks.hidden;
  if (isOut || isHidden || row.sortAt < since) return false;
  if (filter === 'unread') return !isRead(row, counts?.get(row.feedId));
  if (filter === 'starred') return row.starred === 1;
  return filter === 'all' || marksOf(row).includes(mark ?? listMarks.hidden);
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

/** The usual list asks for its first page together with its sight: every wait for an answer counts double here. */
async function begin(tx: ReadTx, query: EntryQuery): Promise<[Sight, Stream[]]> {
  const { filter, feedIds, limit, after, mark } = query;
  if (filter === 'marked')
    return Promise.all([
      lookUpSight(tx),
      openStreams(tx, [{ index: 'byMark', prefix: [mark ?? listMarks.hidden] }], after ?? null, limit),
    ]);
  const open = (spans: readonly Span[]) => {
    const pageSize = spans.length <= 2 ? limit : Math.min(limit, Math.ceil((2 * limit) / spans.length) + 3);
    return openStreams(tx, spans, after ?? null, pageSize);
  };
  const [early, sight] = await Promise.all([
    feedIds && feedIds.length > 3 ? null : open(spansOf(filter, feedIds)),
    lookUpSight(tx),
  ]);
  const feeds = feedIds ?? fewUnread(filter, sight.counts);
  if (early && (!feeds || !sight.counts)) return [sight, early];
  const counts = sight.counts ?? (await loadCounts(tx, feeds ?? []));
  return [sight, await open(spansOf(filter, feedsWith(filter, feeds ?? [], counts)))];
}

/** The runs of the indexes that hold the list. */
function spansOf(filter: EntryFilter, feedIds: readonly number[] | undefined): Span[] {
  if (filter === 'starred') return [{ index: 'byStar', prefix: [] }];
  const reads = filter === 'unread' ? [0] : [0, 1];
  if (!feedIds) return reads.map((value) => ({ index: 'byRead', prefix: [value] }));
  return feedIds.flatMap((id) => reads.map((value): Span => ({ index: 'byFeedRead', prefix: [id, value] })));
}

function feedsWith(filter: EntryFilter, feedIds: readonly number[], counts: CountsByFeed): number[] {
  return feedIds.filter((id) => countsFor(counts, id)[filter === 'unread' ? 'unread' : 'total'] > 0);
}

/** Straight after a mark-all the index of unread is full of rows that are read: better to look only where some are left. */
function fewUnread(filter: EntryFilter, counts: CountsByFeed | null): number[] | null {
  if (!counts || filter !== 'unread') return null;
  const unread = [...counts.values()].filter((row) => row.unread > 0);
  return unread.length <= 100 ? unread.map((row) => row.feedId) : null;
}
