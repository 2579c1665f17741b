import { commitCheck } from './commit-check';
import { type Found, findKnown, type KnownEntry } from './known-entries';
import { markRead, star } from './mark';
import type { NewEntry } from './new-rows';
import { type Beside, restoreBeside } from './restore-beside';
import { twinKey } from './seen-hashes';
import { restoreTags } from './tags';

/** With the ids here of its tags. */
export type RestoredItem = NewEntry & { tagIds: readonly number[]; beside: Beside };

export interface RestoredEntries {
  added: number;
  changed: number;
}

/**
 * Puts entries of a backup into a feed at `now` (ms). Those that are there keep their content, if they have one; what is
 * read or starred in the backup becomes so, and with `isExact` what is not becomes unread and loses its star. Without,
 * what was pruned here, read as it was, comes back as read. To be done again after a kill.
 */
export async function restoreEntries(
  feedId: number,
  items: readonly RestoredItem[],
  now: number,
  isExact: boolean,
): Promise<RestoredEntries> {
  const found = await findKnown(
    feedId,
    items.map(({ entry }) => entry.key),
    items.map(({ entry }) => twinKey(entry)),
  );
  const added = await addMissing(feedId, items, found, isExact ? null : now);
  await restoreBeside(await besideOf(feedId, items));
  return { added, changed: await restoreMarks(items, found.known, now, isExact) };
}

/** Adds what is not there, or without its text; what was pruned as read at `goneAt` (ms), or as it is where that is null. Gives how many are new. */
async function addMissing(
  feedId: number,
  items: readonly RestoredItem[],
  { known, gone }: Found,
  goneAt: number | null,
): Promise<number> {
  const asRead = ({ key, readAt, altKey, publishedAt }: RestoredItem['entry']) =>
    goneAt !== null && (gone.has(key) || gone.has(twinKey({ altKey, publishedAt })))
      ? { read: 1 as const, readAt: readAt ?? goneAt }
      : {};
  const added = items
    .filter(({ entry }) => lacks(known.get(entry.key), entry))
    .map(({ entry, body, tagIds }) => ({
      entry: { ...entry, ...asRead(entry), ...(tagIds.length > 0 && { tags: tagIds }) },
      body,
    }));
  return (await commitCheck({ feedId, patch: {}, added })).entryIds.length;
}

/** No row, or one without the text that the backup has: pruned, or restored by its state alone. */
function lacks(row: KnownEntry | undefined, { contentHash }: RestoredItem['entry']): boolean {
  if (!row || contentHash === '') return !row;
  return row.contentHash === '' || (row.bodyGone === 1 && row.contentHash === contentHash);
}

async function restoreMarks(
  items: readonly RestoredItem[],
  known: Found['known'],
  now: number,
  isExact: boolean,
): Promise<number> {
  const there = items.flatMap((item) => {
    const row = known.get(item.entry.key);
    return row ? [{ ...item, row }] : [];
  });
  const idsWhere = (field: 'read' | 'starred', value: 0 | 1) =>
    there.flatMap(({ entry, row }) => (entry[field] === value ? row.id : []));
  const read = there.filter(({ entry }) => entry.read === 1);
  const times = read.flatMap(({ entry, row }) => (entry.readAt ? [[row.id, entry.readAt] as const] : []));
  const readIds = read.map(({ row }) => row.id);
  let changed = await markRead(readIds, true, now, new Map(times));
  changed += await star(idsWhere('starred', 1), true);
  const tagged = there.filter(({ tagIds }) => isExact || tagIds.length > 0);
  const tags = new Map(tagged.map(({ row, tagIds }) => [row.id, tagIds]));
  if (tags.size > 0) changed += await restoreTags(tags, isExact);
  if (!isExact) return changed;
  changed += await markRead(idsWhere('read', 0), false, now);
  return changed + (await star(idsWhere('starred', 0), false));
}

/** What stands beside the items, by the ids that they have here. */
async function besideOf(feedId: number, items: readonly RestoredItem[]): Promise<Map<number, Beside>> {
  const wanted = items.filter(({ beside }) => beside.page || beside.revisions);
  if (wanted.length === 0) return new Map();
  const { known } = await findKnown(
    feedId,
    wanted.map(({ entry }) => entry.key),
  );
  return new Map(
    wanted.flatMap(({ entry, beside }) => {
      const id = known.get(entry.key)?.id;
      return id === undefined ? [] : [[id, beside] as const];
    }),
  );
}
