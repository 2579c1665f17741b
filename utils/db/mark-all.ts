import { isRead } from '../model/entry';
import type { FeedCounts } from '../model/feed';
import { loadCounts, storeCounts } from './count-rows';
import { nextStamp, storeEntries } from './entry-rows';
import { sliceOf } from './mark-slices';
import { latestOf } from './newest';
import { asEntryRow, readable } from './rows';
import type { EntryRow, FeedMark, WriteTx } from './schema';
import { write } from './transaction';

export interface MarkAll {
  feedIds: readonly number[];
  before?: number;
  now: number;
}

/** Where the watermarks go, and which entries above them are to stay as they are. */
interface Bounds {
  top: number;
  /** Lowest id per feed of what is kept. */
  lowestKept: Map<number, number>;
  /** Rows that a bound may cut off: all from the lowest kept on. */
  recent: EntryRow[];
}

/** Clocks of two checks may differ by as much as a check takes, and be corrected by the network's time. */
const slackMs = 3_600_000;

/** Moves the watermarks and leaves the record that `finishMark` and the undo go by. `undoId` is 0 where nothing changed. */
export function moveWatermarks({
  feedIds,
  before,
  now,
}: MarkAll): Promise<{ changed: number; undoId: number }> {
  return write('reader', ['entries', 'counts', 'journal', 'meta'], async (tx) => {
    const counts = [...(await loadCounts(tx, feedIds)).values()].filter((row) => row.unread > 0);
    const bounds = await findBounds(tx, before);
    const at = await nextStamp(tx, now);
    const parts: FeedMark[] = [];
    const direct: EntryRow[] = [];
    let changed = 0;
    for (const row of counts) {
      const upTo = Math.min(bounds.top, (bounds.lowestKept.get(row.feedId) ?? Number.POSITIVE_INFINITY) - 1);
      const part = { feedId: row.feedId, upTo, before: { upTo: row.readUpTo, at: row.readUpToAt } };
      const kept = upTo < row.readUpTo ? null : countUnreadAbove(bounds.recent, row, upTo);
      const rows = kept === null ? await unreadUpTo(tx, row, upTo) : [];
      const unread = kept === null ? rows.length : row.unread - kept;
      if (unread <= 0) continue;
      parts.push({ ...part, unread: kept === null ? 0 : unread });
      direct.push(...rows);
      changed += unread;
      row.unread -= unread;
      if (kept !== null) Object.assign(row, { readUpTo: upTo, readUpToAt: at });
    }
    if (changed === 0) return { changed, undoId: 0 };
    await storeCounts(tx, counts);
    const journal = tx.objectStore('journal');
    const undoId = await journal.add({ at, state: 'open', pending: 1, feeds: parts, spared: [] });
    if (direct.length > 0) await markDirectly(tx, undoId, direct);
    return { changed, undoId };
  });
}

/** Walks back from the newest id as far as anything that arrived from `before` on can be. */
async function findBounds(tx: WriteTx, before: number | undefined): Promise<Bounds> {
  const bounds: Bounds = { top: 0, lowestKept: new Map(), recent: [] };
  const last = await tx.objectStore('entries').openKeyCursor(null, 'prev');
  if (!last) return bounds;
  bounds.top = last.primaryKey;
  if (before === undefined) return bounds;
  for (let below = bounds.top + 1; ; ) {
    const page = await latestOf(tx, below, 200);
    bounds.recent.push(...page.rows);
    for (const row of page.rows) if (row.arrivedAt >= before) bounds.lowestKept.set(row.feedId, row.id);
    const isPast = page.rows.every((row) => row.arrivedAt < before - slackMs);
    if (page.next === null || isPast) return bounds;
    below = page.next.id;
  }
}

function countUnreadAbove(recent: readonly EntryRow[], counts: FeedCounts, upTo: number): number {
  return recent.filter((row) => row.feedId === counts.feedId && row.id > upTo && !isRead(row, counts)).length;
}

/**
 * Where an earlier mark-all went further than this one may, the watermark cannot say it: below it only entries that
 * were marked unread by hand are left, and those are rewritten one by one.
 */
async function unreadUpTo(tx: WriteTx, counts: FeedCounts, upTo: number): Promise<EntryRow[]> {
  const unread = IDBKeyRange.bound([counts.feedId, 0], [counts.feedId, 0, []]);
  const rows = await tx.objectStore('entries').index('byFeedRead').getAll(unread);
  return readable(rows, asEntryRow).filter((row) => row.id <= upTo && !isRead(row, counts));
}

async function markDirectly(tx: WriteTx, undoId: number, rows: readonly EntryRow[]): Promise<void> {
  await storeEntries(
    tx,
    rows.map((row) => ({ ...row, read: 1 })),
  );
  await tx.objectStore('journal').add(sliceOf(undoId, rows));
}
