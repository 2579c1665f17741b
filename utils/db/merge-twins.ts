import { isRead } from '../model/entry';
import { maxTags } from '../model/tag';
import { hashText } from '../text/hash';
import { countsFor, loadCounts, storeCounts } from './count-rows';
import { loadEntries } from './entry-rows';
import { leaveToReader } from './journal';
import { replaceRows } from './list-marks';
import type { Marks, United } from './merge-state';
import type { EntryRow, WriteTx } from './schema';
import { noteStale } from './search-index';

const marksOf = ({ read, readAt, readByHand, starred, tags, highlight }: EntryRow): Marks => ({
  read,
  starred,
  ...(readAt !== undefined && { readAt }),
  ...(readByHand && { readByHand }),
  ...(tags && { tags }),
  ...(highlight && { highlight }),
});

/** The row with these marks in place of its own. */
function withTheseMarks(row: EntryRow, marks: Marks): EntryRow {
  const { readAt: _, readByHand: __, tags: ___, highlight: ____, starSort: _____, ...rest } = row;
  return { ...rest, ...marks, ...(marks.starred === 1 && { starSort: row.sortAt }) };
}

/** The marks of both: read once is read, unless the reader has wanted this one unread since. */
function marksOfBoth(row: EntryRow, twin: EntryRow, wasRead: boolean, now: number): Marks {
  const own = marksOf(twin);
  const readAt = row.readAt ?? now;
  const becomesRead = wasRead && twin.read === 0 && twin.unreadAt <= readAt;
  const tags = [...new Set([...(twin.tags ?? []), ...(row.tags ?? [])])].slice(0, maxTags);
  return {
    ...own,
    ...(becomesRead && { read: 1 as const, readAt, ...(row.readByHand && { readByHand: 1 as const }) }),
    starred: row.starred === 1 ? 1 : own.starred,
    ...(tags.length > 0 && { tags }),
    ...((row.highlight || own.highlight) && { highlight: 1 as const }),
  };
}

/** Gives `into` the marks of `row`, which says the same, and the text where it has lost its own. */
export async function unite(tx: WriteTx, row: EntryRow, into: number, now: number): Promise<United> {
  const counts = await loadCounts(tx, [row.feedId]);
  const [twin = row] = await loadEntries(tx, [into]);
  const wasRead = isRead(row, countsFor(counts, row.feedId));
  const changed = withTheseMarks(twin, marksOfBoth(row, twin, wasRead, now));
  await change(tx, twin, await withText(tx, changed, row));
  await copyBeside(tx, row.id, twin);
  return { from: row.id, into, before: marksOf(twin), after: marksOf(changed) };
}

/**
 * Takes the marks of the other copy away again, unless the reader has changed them since. What she has read while both
 * were one is read in both; a row that is not there any more was read, and pruned.
 */
export async function restored(
  tx: WriteTx,
  { from, into, before, after }: United,
  now: number,
): Promise<void> {
  const [row] = await loadEntries(tx, [into]);
  const counts = await loadCounts(tx, row ? [row.feedId] : []);
  const isReadSince = after.read === 0 && (!row || isRead(row, countsFor(counts, row.feedId)));
  if (isReadSince) await becomeRead(tx, from, row?.readAt ?? now);
  if (!row || JSON.stringify(marksOf(row)) !== JSON.stringify(after)) return;
  const own = withTheseMarks(row, before);
  // a mark-all since then has read all that is here, and would leave nothing that is finished
  const isCovered = own.read === 0 && isRead(own, countsFor(counts, row.feedId));
  await change(tx, row, isCovered ? { ...own, read: 1, readAt: row.readAt ?? now } : own);
}

/** Also what only a watermark has read says so itself then, which holds whatever is undone. */
export async function becomeRead(tx: WriteTx, id: number, readAt: number): Promise<void> {
  const [row] = await loadEntries(tx, [id]);
  if (row?.read === 0) await change(tx, row, { ...row, read: 1, readAt });
}

/** Puts the row and counts what that changes. */
async function change(tx: WriteTx, before: EntryRow, after: EntryRow): Promise<void> {
  const counts = await loadCounts(tx, [before.feedId]);
  const row = countsFor(counts, before.feedId);
  // it is read by the other copy now: the undo of a mark-all has no say in it
  if (before.read === 0 && after.read === 1 && isRead(before, row))
    await leaveToReader(tx, { covered: [before], confirmed: [] });
  row.unread += Number(!isRead(after, row)) - Number(!isRead(before, row));
  row.starred += after.starred - before.starred;
  row.bodyBytes = (row.bodyBytes ?? 0) + (after.bodyBytes ?? 0) - (before.bodyBytes ?? 0);
  await storeCounts(tx, counts.values());
  await replaceRows(tx, [{ before, after }]);
}

async function withText(tx: WriteTx, twin: EntryRow, row: EntryRow): Promise<EntryRow> {
  const body = twin.bodyGone && !row.bodyGone ? await tx.objectStore('bodies').get(row.id) : undefined;
  if (!body) return twin;
  await tx.objectStore('bodies').put({ ...body, entryId: twin.id });
  await noteStale(tx, twin.id, row.contentHash);
  const { bodyGone: _, ...rest } = twin;
  return { ...rest, contentHash: row.contentHash, bodyBytes: row.bodyBytes ?? 0 };
}

/** What is kept beside the one copy, the full text and the pictures, stays with the other where it has none. */
async function copyBeside(tx: WriteTx, from: number, { id, feedId }: EntryRow): Promise<void> {
  const [texts, kept] = [tx.objectStore('fullTexts'), tx.objectStore('keptEntries')];
  const [text, own, pictures, ownPictures] = await Promise.all([
    texts.get(from),
    texts.get(id),
    kept.get(from),
    kept.get(id),
  ]);
  if (text && !own) {
    await texts.put({ ...text, entryId: id });
    if (text.html !== '') await noteStale(tx, id, hashText(text.html));
  }
  if (pictures && !ownPictures) await kept.put({ ...pictures, entryId: id, feedId });
}

/** Lets what is kept of entries go with them to their new feed. */
export async function takeKept(tx: WriteTx, rows: readonly EntryRow[]): Promise<void> {
  const store = tx.objectStore('keptEntries');
  await Promise.all(
    rows.map(async ({ id, feedId }) => {
      const kept = await store.get(id);
      if (kept) await store.put({ ...kept, feedId });
    }),
  );
}
