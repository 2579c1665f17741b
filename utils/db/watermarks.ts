import { isRead } from '../model/entry';
import type { MarkTally } from '../model/tag';
import { loadCounts, storeCounts } from './count-rows';
import { nextStamp, storeEntries } from './entry-rows';
import { sliceOf } from './mark-slices';
import { tallied, tallyOf } from './mark-tally';
import { asEntryRow, readable } from './rows';
import type { CountsRow, EntryRow, FeedMark, WriteTx } from './schema';
import { write } from './transaction';

export interface MarkAll {
  feedIds: readonly number[];
  /** Keep what arrived at or after that time (ms). */
  before?: number;
  now: number;
}

/** What is to be done to one feed. */
interface Move {
  counts: CountsRow;
  /** How many entries it reads, `direct` included. */
  unread: number;
  /** The marks of those. */
  marked: MarkTally;
  /** Where the watermark would stand. */
  upTo: number;
  /** Rows above the new watermark, or below an old one that went further: no watermark can say these. */
  direct: EntryRow[];
}

/** Moves the watermarks and leaves the record that `finishMark` and the undo go by. `undoId` is 0 where nothing changed. */
export function moveWatermarks(input: MarkAll): Promise<{ changed: number; undoId: number }> {
  return write('reader', ['entries', 'counts', 'journal', 'meta'], async (tx) => {
    const moves = await planMoves(tx, input);
    if (moves.length === 0) return { changed: 0, undoId: 0 };
    const at = await nextStamp(tx, input.now);
    const feeds = moves.map(partOf);
    for (const move of moves) applyMove(move, at);
    await storeCounts(
      tx,
      moves.map((move) => move.counts),
    );
    const undoId = await tx.objectStore('journal').add({ at, state: 'open', pending: 1, feeds, spared: [] });
    await markDirectly(
      tx,
      undoId,
      moves.flatMap((move) => move.direct),
      at,
    );
    return { changed: moves.reduce((sum, move) => sum + move.unread, 0), undoId };
  });
}

async function planMoves(tx: WriteTx, { feedIds, before }: MarkAll): Promise<Move[]> {
  const newest = await tx.objectStore('entries').openKeyCursor(null, 'prev');
  if (!newest) return [];
  const counts = [...(await loadCounts(tx, feedIds)).values()].filter((row) => row.unread > 0);
  const moves = counts.map((row) =>
    before === undefined || (row.newestArrival ?? Number.POSITIVE_INFINITY) < before
      ? {
          counts: row,
          unread: row.unread,
          marked: row.unreadMarked ?? {},
          upTo: newest.primaryKey,
          direct: [],
        }
      : planPart(tx, row, before, newest.primaryKey),
  );
  return (await Promise.all(moves)).filter((move) => move.unread > 0);
}

/** For a feed of which something has arrived since `before`: only then do its rows have to be looked at. */
async function planPart(tx: WriteTx, counts: CountsRow, before: number, newest: number): Promise<Move> {
  const range = IDBKeyRange.bound([counts.feedId, 0], [counts.feedId, 0, []]);
  const stored = await tx.objectStore('entries').index('byFeedRead').getAll(range);
  const rows = readable(stored, asEntryRow).filter((row) => !isRead(row, counts));
  const kept = rows.filter((row) => row.arrivedAt >= before).map((row) => row.id);
  const meant = rows.filter((row) => row.arrivedAt < before);
  const upTo = kept.reduce((lowest, id) => Math.min(lowest, id - 1), newest);
  const isBehind = upTo < counts.readUpTo;
  const direct = meant.filter((row) => isBehind || row.id > upTo);
  return { counts, unread: meant.length, marked: tallyOf(meant), upTo, direct };
}

function partOf({ counts, unread, marked, upTo, direct }: Move): FeedMark {
  const before = { upTo: counts.readUpTo, at: counts.readUpToAt };
  return { feedId: counts.feedId, upTo, unread, marked: tallied(marked, tallyOf(direct), -1), before };
}

function applyMove({ counts, unread, marked, upTo }: Move, at: number): void {
  counts.unread -= unread;
  counts.unreadMarked = tallied(counts.unreadMarked, marked, -1);
  if (upTo < counts.readUpTo) return;
  counts.readUpTo = upTo;
  counts.readUpToAt = at;
}

async function markDirectly(
  tx: WriteTx,
  undoId: number,
  rows: readonly EntryRow[],
  at: number,
): Promise<void> {
  if (rows.length === 0) return;
  await storeEntries(
    tx,
    rows.map((row) => ({ ...row, read: 1, readAt: at })),
  );
  await tx.objectStore('journal').add(sliceOf(undoId, rows));
}
