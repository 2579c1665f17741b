import { ProblemError } from '../model/problem';
import type { Tag } from '../model/tag';
import { maxTags, tagKey, tagTitle } from '../model/tag';
import { loadEntries } from './entry-rows';
import { replaceRows } from './list-marks';
import { renameInSearches } from './rename-searches';
import { asTag } from './rows';
import { renameInRules } from './rules';
import type { EntryRow, WriteTx } from './schema';
import { isInUse, loadTags } from './tag-list';
import { write } from './transaction';

/** The id of the tag of each of these names, by `tagKey`: new ones where there are none; names of nothing are passed over. */
export function needTags(titles: readonly string[]): Promise<Map<string, number>> {
  return write('reader', ['tags'], async (tx) => {
    const byKey = new Map((await loadTags(tx)).filter(isInUse).map(({ title, id }) => [tagKey(title), id]));
    const ids = new Map<string, number>();
    for (const title of titles.map(tagTitle)) {
      const key = tagKey(title);
      if (key === '') continue;
      const id = byKey.get(key) ?? (await tx.objectStore('tags').add({ title, removedAt: null }));
      byKey.set(key, id);
      ids.set(key, id);
    }
    return ids;
  });
}

/** Puts tags on entries, or takes them off. Gives how many entries changed; unknown ids are passed over. */
export function tagEntries(
  entryIds: readonly number[],
  { add = [], remove = [] }: { add?: readonly number[]; remove?: readonly number[] },
): Promise<number> {
  return write('reader', ['entries', 'counts', 'journal', 'tags'], async (tx) => {
    const known = new Set((await loadTags(tx)).filter(isInUse).map(({ id }) => id));
    const wanted = add.filter((id) => known.has(id));
    const rows = await loadEntries(tx, entryIds);
    const changes = rows.flatMap((before) => {
      const after = withTags(before, wanted, remove);
      return after ? [{ before, after }] : [];
    });
    await replaceRows(tx, changes);
    return changes.length;
  });
}

/** Gives entries the tags of a backup, by the entry's id; with `isExact` they lose all others. */
export function restoreTags(
  wanted: ReadonlyMap<number, readonly number[]>,
  isExact: boolean,
): Promise<number> {
  return write('reader', ['entries', 'counts', 'journal'], async (tx) => {
    const rows = await loadEntries(tx, wanted.keys());
    const edits = rows.flatMap((before) => {
      const tags = wanted.get(before.id) ?? [];
      const others = isExact ? (before.tags ?? []).filter((id) => !tags.includes(id)) : [];
      const after = withTags(before, tags, others);
      return after ? [{ before, after }] : [];
    });
    await replaceRows(tx, edits);
    return edits.length;
  });
}

/** The row with these tags put on and taken off; null where that changes nothing. */
export function withTags(
  row: EntryRow,
  add: readonly number[],
  remove: readonly number[] = [],
): EntryRow | null {
  const before = row.tags ?? [];
  const kept = before.filter((id) => !remove.includes(id));
  const tags = [...new Set([...kept, ...add])].slice(0, Math.max(maxTags, before.length));
  if (tags.length === before.length && tags.every((id) => before.includes(id))) return null;
  const { tags: _, ...rest } = row;
  return tags.length > 0 ? { ...rest, tags } : rest;
}

/** Another name. Throws no-such-tag, and tag-exists where another has that name: the two can be merged. */
export function renameTag(id: number, title: string): Promise<Tag> {
  return write('reader', ['tags', 'rules', 'searches'], async (tx) => {
    const tags = await loadTags(tx);
    const old = tags.find((tag) => tag.id === id);
    if (old) {
      await renameInRules(tx, old.title, tagTitle(title));
      await renameInSearches(tx, 'tag', old.title, tagTitle(title));
    }
    const other = tags.find((tag) => tag.id !== id && isInUse(tag) && tagKey(tag.title) === tagKey(title));
    if (other) throw new ProblemError({ kind: 'tag-exists', tagId: other.id });
    return changeTag(tx, id, (tag) => ({ ...tag, title: tagTitle(title) }));
  });
}

/** Into the bin: no list shows it, no article loses it yet. Throws no-such-tag. */
export function removeTag(id: number, now: number): Promise<Tag> {
  return write('reader', ['tags'], (tx) =>
    changeTag(tx, id, (tag) => ({ ...tag, removedAt: tag.removedAt ?? now })),
  );
}

/** Throws no-such-tag. */
export async function changeTag(tx: WriteTx, id: number, change: (tag: Tag) => Tag): Promise<Tag> {
  const tag = asTag(await tx.objectStore('tags').get(id));
  if (!tag) throw new ProblemError({ kind: 'no-such-tag', tagId: id });
  const changed = { ...change(tag), id };
  await tx.objectStore('tags').put(changed);
  return changed;
}
