import { type Entry, isRead } from '../model/entry';
import { countsFor, loadCounts, storeCounts } from './count-rows';
import { loadEntries, nextStamp, storeEntries } from './entry-rows';
import { leaveToReader } from './journal';
import { countUnread } from './mark-tally';
import type { EntryRow } from './schema';
import { write } from './transaction';

/** Marks entries read or unread by hand, at `now` (ms), or read when `readAt` says of one. Gives how many that changed; unknown ids are passed over. */
export function markRead(
  ids: readonly number[],
  isToBeRead: boolean,
  now: number,
  readAt: ReadonlyMap<number, number> = new Map(),
): Promise<number> {
  return write('reader', ['entries', 'counts', 'journal', 'meta'], async (tx) => {
    const rows = await loadEntries(tx, ids);
    const counts = await loadCounts(
      tx,
      rows.map((row) => row.feedId),
    );
    const wasRead = (row: EntryRow) => isRead(row, counts.get(row.feedId));
    const covered = rows.filter((row) => row.read === 0 && wasRead(row));
    const confirmed = isToBeRead ? rows.filter((row) => row.read === 1) : [];
    const turned = rows.filter((row) => wasRead(row) !== isToBeRead);
    await leaveToReader(tx, { covered, confirmed });

    const stamp = isToBeRead || turned.length === 0 ? 0 : await nextStamp(tx, now);
    const marked = isToBeRead ? [...turned, ...covered] : turned;
    await storeEntries(
      tx,
      marked.map(({ readAt: _, readByHand: __, ...row }) =>
        isToBeRead
          ? { ...row, read: 1, readByHand: 1, readAt: readAt.get(row.id) ?? now }
          : { ...row, read: 0, unreadAt: stamp },
      ),
    );
    for (const row of turned) countUnread(countsFor(counts, row.feedId), row, isToBeRead ? -1 : 1);
    await storeCounts(tx, counts.values());
    return turned.length;
  });
}

/** Stars entries or takes their star. Gives how many that changed; unknown ids are passed over. */
export function star(ids: readonly number[], isToBeStarred: boolean): Promise<number> {
  const starred: Entry['starred'] = isToBeStarred ? 1 : 0;
  return write('reader', ['entries', 'counts'], async (tx) => {
    const rows = (await loadEntries(tx, ids)).filter((row) => row.starred !== starred);
    const counts = await loadCounts(
      tx,
      rows.map((row) => row.feedId),
    );
    await storeEntries(
      tx,
      rows.map(({ starSort: _, ...row }) => ({
        ...row,
        starred,
        ...(isToBeStarred ? { starSort: row.sortAt } : {}),
      })),
    );
    for (const row of rows) countsFor(counts, row.feedId).starred += isToBeStarred ? 1 : -1;
    await storeCounts(tx, counts.values());
    return rows.length;
  });
}
