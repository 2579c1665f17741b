import { asEntryRow } from './rows';
import type { EntryRow, ReadTx } from './schema';
import { loadSeen } from './seen';
import { archiveBefore, isGone } from './seen-hashes';
import { read } from './transaction';

/** What a check needs of a stored entry to know a new one from an edited one, or from one that got another key. */
export type KnownEntry = Pick<
  EntryRow,
  | 'id'
  | 'key'
  | 'altKey'
  | 'title'
  | 'link'
  | 'publishedAt'
  | 'snippet'
  | 'image'
  | 'contentHash'
  | 'bodyGone'
>;

/** What is known of a document's keys, and of the feed. */
export interface Found {
  /** Entries that are stored, by key. Damaged rows count: they are not added again. */
  known: Map<string, KnownEntry>;
  /** Keys of entries that were pruned. */
  gone: Set<string>;
  /** sortAt of the feed's newest entry (ms); null where there is none. */
  newest: number | null;
  /** An unknown entry with an earlier date (ms) is from the feed's archive, or was here and was forgotten. */
  archiveBefore: number;
}

/** Looks `keys` up in a feed's entries and tombstones, and `twins` (`twinKey`) in these alone. */
export function findKnown(
  feedId: number,
  keys: readonly string[],
  twins: readonly string[] = [],
): Promise<Found> {
  return read(['entries', 'counts', 'seen'], async (tx) => {
    const [counts, seen] = await Promise.all([tx.objectStore('counts').get(feedId), loadSeen(tx, feedId)]);
    // a feed that never had an article has no key to look up
    if (!counts && !seen) return { known: new Map(), gone: new Set(), newest: null, archiveBefore: 0 };
    const [known, newest] = await Promise.all([
      knownOf(tx, feedId, keys, counts?.total ?? 0),
      newestOf(tx, feedId),
    ]);
    const gone = new Set([...keys, ...twins].filter((key) => !known.has(key) && isGone(seen, key)));
    return { known, gone, newest, archiveBefore: archiveBefore(seen) };
  });
}

/** All of the feed's entries, in no order; reads every row (500: 10 to 40 ms), so only for checks that are in doubt. */
export async function listKnownEntries(feedId: number): Promise<KnownEntry[]> {
  const range = IDBKeyRange.bound([feedId], [feedId, []]);
  const rows = await read(['entries'], (tx) => tx.objectStore('entries').index('byKey').getAll(range));
  return rows.flatMap((row) => (isKnown(row) ? row : []));
}

/** Checked no further than these are needed: a thousand whole rows take 20 ms to check. */
function isKnown(row: Partial<KnownEntry>): row is KnownEntry {
  return typeof row.id === 'number' && typeof row.altKey === 'string' && typeof row.link === 'string';
}

async function knownOf(
  tx: ReadTx,
  feedId: number,
  keys: readonly string[],
  total: number,
): Promise<Map<string, KnownEntry>> {
  const index = tx.objectStore('entries').index('byKey');
  // one request for the whole feed costs less than a look-up for each key of it
  const rows =
    total <= 3 * keys.length
      ? await index.getAll(IDBKeyRange.bound([feedId], [feedId, []]))
      : await Promise.all(keys.map((key) => index.get([feedId, key])));
  const wanted = new Set(keys);
  return new Map(
    rows
      .filter((row) => row !== undefined)
      .filter((row) => wanted.has(row.key))
      .map((row) => [row.key, asEntryRow(row) ?? { ...row, id: row.id ?? 0 }]),
  );
}

/** The last sortAt of the feed's entries, read or unread. */
async function newestOf(tx: ReadTx, feedId: number): Promise<number | null> {
  const index = tx.objectStore('entries').index('byFeedRead');
  const cursors = [0, 1].map((read) =>
    index.openKeyCursor(IDBKeyRange.bound([feedId, read], [feedId, read, []]), 'prev'),
  );
  const times = (await Promise.all(cursors)).flatMap((cursor) => cursor?.key[2] ?? []);
  return times.length === 0 ? null : Math.max(...times);
}
