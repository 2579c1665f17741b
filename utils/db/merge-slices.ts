import { isRead } from '../model/entry';
import { countCadence, loadCadence, uncountCadence } from './cadences';
import { bytesLeft, countsFor, loadCounts, storeCounts } from './count-rows';
import { loadEntries, nextStamp, storeEntries } from './entry-rows';
import { leaveToReader } from './journal';
import { countMarks, withMarks } from './list-marks';
import { countUnread } from './mark-tally';
import { homesOf, loadMerge, type Merge, storeMerge } from './merge-state';
import { restored, takeKept, unite } from './merge-twins';
import { asEntryRow } from './rows';
import type { CountsRow, EntryRow, WriteTx } from './schema';
import { noteStale } from './search-index';
import { loadSeen, storeElsewhere } from './seen';
import { isGone, type SeenRow, twinKey } from './seen-hashes';
import { read, write } from './transaction';

/** Entries of one transaction: a list waits no longer than for these. */
export const mergeSlice = 40;

export const mergeStores: Parameters<typeof write>[1] = [
  'entries',
  'bodies',
  'fullTexts',
  'keptEntries',
  'counts',
  'cadences',
  'journal',
  'seen',
  'stale',
  'meta',
];

/** Ids of all entries of a feed, in the order of their keys. */
export function listEntryIds(feedId: number): Promise<number[]> {
  const range = IDBKeyRange.bound([feedId], [feedId, []]);
  return read(['entries'], (tx) => tx.objectStore('entries').index('byKey').getAllKeys(range));
}

/**
 * Brings entries over to the feed that stands for both, in one transaction: one that it has too, by its key or by `twins`
 * (id to id there), gives its marks to that. At `now` (ms). Gives false where the merge is not open any more.
 */
export function bringOver(
  ids: readonly number[],
  twins: ReadonlyMap<number, number>,
  now: number,
): Promise<boolean> {
  return write('poll', mergeStores, async (tx) => {
    const merge = await loadMerge(tx);
    if (merge?.state !== 'open') return false;
    const done = new Set(merge.united.map(({ from }) => from));
    const wanted = ids.filter((id) => !done.has(id));
    const rows = (await loadEntries(tx, wanted)).filter(({ feedId }) => feedId === merge.from);
    const pairs = await Promise.all(
      rows.map(async (row) => [row, await twinOf(tx, merge, row, twins)] as const),
    );
    const lonely = pairs.flatMap(([row, twin]) => (twin ? [] : [row]));
    const seen = await loadSeen(tx, merge.into);
    const wasPruned = (row: EntryRow) => isAway(seen, row);
    for (const [row, twin] of pairs) if (twin) merge.united.push(await unite(tx, row, twin.id, now));
    await move(tx, lonely, merge.into, now, wasPruned);
    merge.moved.push(...lonely.map(({ id }) => id));
    await storeMerge(tx, merge);
    return true;
  });
}

/** Takes entries back to the feed that they came from; `united` get the marks that they had. */
export function bringBack(count: number, now: number): Promise<boolean> {
  return write('poll', mergeStores, async (tx) => {
    const merge = await loadMerge(tx);
    if (merge?.state !== 'undoing' || merge.moved.length + merge.united.length === 0) return false;
    const ids = merge.moved.splice(0, count);
    const rows = await loadEntries(tx, ids);
    for (const { into } of await homesOf(tx, merge)) {
      const mine = rows.filter(({ feedId }) => feedId === into);
      await storeElsewhere(tx, into, mine.filter(isReadSince(merge)), now);
      await move(tx, mine, merge.from, now);
    }
    for (const one of merge.united.splice(0, count - ids.length)) await restored(tx, one, now);
    await storeMerge(tx, merge);
    return true;
  });
}

/** Read while both feeds were one; to be asked when no mark-all is under way. */
export function isReadSince({ id }: Merge): (row: EntryRow) => boolean {
  return ({ read, readAt = 0 }) => read === 1 && readAt > id;
}

async function twinOf(
  tx: WriteTx,
  { into }: Merge,
  { id, key }: EntryRow,
  twins: ReadonlyMap<number, number>,
): Promise<EntryRow | null> {
  const byKey = asEntryRow(await tx.objectStore('entries').index('byKey').get([into, key]));
  const known = twins.get(id);
  if (byKey || known === undefined) return byKey;
  const [other] = await loadEntries(tx, [known]);
  return other?.feedId === into ? other : null;
}

/** Gives all of these rows, of one feed, to another, with all that is counted of them. */
export async function move(
  tx: WriteTx,
  rows: readonly EntryRow[],
  into: number,
  now: number,
  wasRead: (row: EntryRow) => boolean = () => false,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const counts = await loadCounts(tx, [first.feedId, into]);
  const [left, gets] = [countsFor(counts, first.feedId), countsFor(counts, into)];
  const cadence = await loadCadence(tx, into);
  const known = gets.total;
  await leaveToReader(tx, {
    covered: rows.filter((row) => row.read === 0 && isRead(row, left)),
    confirmed: [],
  });
  const stamp = await nextStamp(tx, now);
  const after = rows.map((row) => withMarks(arrived(row, { left, gets, stamp, now, wasRead })));
  recount(left, rows, isUnreadIn(left), -1);
  recount(gets, after, isUnreadIn(gets), 1);
  await storeEntries(tx, after);
  await Promise.all([
    storeCounts(tx, counts.values()),
    takeKept(tx, after),
    // the search index knows articles by their feed, and leaves out those of one in the bin
    ...after.map(({ id }) => noteStale(tx, id, `of feed ${into}`)),
  ]);
  await uncountCadence(tx, first.feedId, rows);
  await countCadence(tx, into, after, known, cadence);
}

const isUnreadIn = (counts: CountsRow) => (row: EntryRow) => !isRead(row, counts);

interface Arrival {
  left: CountsRow;
  gets: CountsRow;
  stamp: number;
  now: number;
  /** It was, as another copy, in the feed that gets it. */
  wasRead: (row: EntryRow) => boolean;
}

/** The feed had it, and it was read and pruned. */
function isAway(seen: SeenRow | null, row: EntryRow): boolean {
  const twin = twinKey(row);
  return isGone(seen, row.key) || (twin !== '' && isGone(seen, twin));
}

/** The row in its new feed: as read as it was, whatever the watermarks of both say. */
function arrived(row: EntryRow, { left, gets, stamp, now, wasRead }: Arrival): EntryRow {
  const moved = { ...row, feedId: gets.feedId };
  if (isRead(row, left) || wasRead(row)) return row.read === 1 ? moved : { ...moved, read: 1, readAt: now };
  return isRead(moved, gets) ? { ...moved, unreadAt: stamp } : moved;
}

function recount(
  counts: CountsRow,
  rows: readonly EntryRow[],
  isUnread: (row: EntryRow) => boolean,
  step: 1 | -1,
): void {
  for (const row of rows) countMarks(counts, row, step);
  counts.total += step * rows.length;
  for (const row of rows.filter(isUnread)) countUnread(counts, row, step);
  counts.starred += step * rows.filter((row) => row.starred === 1).length;
  const bytes = rows.reduce((sum, row) => sum + (row.bodyBytes ?? 0), 0);
  counts.bodyBytes = step < 0 ? bytesLeft(counts, rows) : (counts.bodyBytes ?? 0) + bytes;
  if (step > 0)
    counts.newestArrival = rows.reduce(
      (time, row) => Math.max(time, row.arrivedAt),
      counts.newestArrival ?? 0,
    );
}
