import { commitCheck, type NewEntry } from './commit-check';
import { findKnown } from './known-entries';
import { markRead, star } from './mark';
import { type Beside, restoreBeside } from './restore-beside';
import { restoreTags } from './tags';

/** With the ids here of its tags. */
export type RestoredItem = NewEntry & { tagIds: readonly number[]; beside: Beside };

export interface RestoredEntries {
  added: number;
  changed: number;
}

/**
 * Puts entries of a backup into a feed at `now` (ms). Those that are there keep their content; what is read or starred in
 * the backup becomes so, and with `isExact` what is not becomes unread and loses its star. To be done again after a kill.
 */
export async function restoreEntries(
  feedId: number,
  items: readonly RestoredItem[],
  now: number,
  isExact: boolean,
): Promise<RestoredEntries> {
  const { known } = await findKnown(
    feedId,
    items.map(({ entry }) => entry.key),
  );
  const added = items.filter(({ entry }) => !known.has(entry.key));
  const { entryIds } = await commitCheck({
    feedId,
    patch: {},
    added: added.map(({ entry, body, tagIds }) => ({
      entry: tagIds.length > 0 ? { ...entry, tags: tagIds } : entry,
      body,
    })),
  });
  await restoreBeside(await besideOf(feedId, items));
  const idsWhere = (field: 'read' | 'starred', value: 0 | 1) =>
    items.flatMap(({ entry }) => (entry[field] === value ? (known.get(entry.key)?.id ?? []) : []));
  const readAt = items.flatMap(({ entry }) => {
    const id = known.get(entry.key)?.id;
    return id !== undefined && entry.readAt !== undefined ? [[id, entry.readAt] as const] : [];
  });
  let changed = await markRead(idsWhere('read', 1), true, now, new Map(readAt));
  changed += await star(idsWhere('starred', 1), true);
  const tagged = items.flatMap(({ entry, tagIds }) => {
    const id = known.get(entry.key)?.id;
    return id !== undefined && (isExact || tagIds.length > 0) ? [[id, tagIds] as const] : [];
  });
  if (tagged.length > 0) changed += await restoreTags(new Map(tagged), isExact);
  if (isExact) {
    changed += await markRead(idsWhere('read', 0), false, now);
    changed += await star(idsWhere('starred', 0), false);
  }
  return { added: entryIds.length, changed };
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
