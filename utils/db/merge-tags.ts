import { loadEntries } from './entry-rows';
import { idsWithMark, replaceRows } from './list-marks';
import { putBackQueries, renameInSearches } from './rename-searches';
import { putBackActions, renameInRules } from './rules';
import type { WriteTx } from './schema';
import { isInUse, loadTags } from './tag-list';
import { changeTag, withTags } from './tags';
import { read, write } from './transaction';

/** Entries a transaction: a list waits no longer than for these. */
const sliceSize = 50;

/**
 * Lets `into` stand for the tag `from`, which goes into the bin at `now` (ms). Every slice notes which entries got `into`,
 * so that `restoreTag` takes it from those alone. Killed in the middle, it is finished by `finishMerges`.
 * Throws no-such-tag.
 */
export async function mergeTags(from: number, into: number, now: number): Promise<void> {
  await write('reader', ['tags', 'rules', 'searches'], async (tx) => {
    const { title } = await changeTag(tx, into, (tag) => tag);
    const old = await changeTag(tx, from, (tag) => tag);
    const mergedRules = await renameInRules(tx, old.title, title);
    const mergedSearches = await renameInSearches(tx, 'tag', old.title, title);
    const merged = { removedAt: now, mergedInto: into, mergedIds: [], mergedRules, mergedSearches };
    await changeTag(tx, from, (tag) => ({ ...tag, ...merged, merging: 1 }));
  });
  await finishMerge(from, into);
}

/** Goes on with merges that a kill cut off. */
export async function finishMerges(): Promise<void> {
  for (const tag of await read(['tags'], loadTags)) {
    if (tag.merging && tag.mergedInto !== undefined) await finishMerge(tag.id, tag.mergedInto);
  }
}

async function finishMerge(from: number, into: number): Promise<void> {
  const ids = await read(['entries'], (tx) => idsWithMark(tx, from));
  await inSlices(ids, async (tx, slice) => {
    const gained = await retag(tx, slice, [into], []);
    await changeTag(tx, from, (tag) => ({ ...tag, mergedIds: [...(tag.mergedIds ?? []), ...gained] }));
  });
  await write('reader', ['tags'], (tx) => changeTag(tx, from, ({ merging: _, ...tag }) => tag));
}

/**
 * Takes a tag out of the bin as it was, and back what its merge gave to entries, rules and searches. Throws no-such-tag.
 */
export async function restoreTag(id: number): Promise<void> {
  const tag = await write('reader', ['tags', 'rules', 'searches'], async (tx) => {
    const back = await changeTag(tx, id, ({ merging: _, ...kept }) => ({ ...kept, removedAt: null }));
    await putBackActions(tx, back.mergedRules ?? []);
    await putBackQueries(tx, back.mergedSearches ?? []);
    return back;
  });
  const { mergedInto: into, mergedIds = [] } = tag;
  if (into === undefined) return;
  await inSlices(mergedIds, (tx, slice) => retag(tx, slice, [], [into]));
  await write('reader', ['tags'], (tx) =>
    changeTag(tx, id, ({ title, removedAt }) => ({ id, title, removedAt })),
  );
}

/** Deletes tags that have been in the bin since `removedBefore` (ms) or longer, and takes them from all entries. */
export async function purgeTags(removedBefore: number): Promise<number> {
  const tags = await read(['tags'], loadTags);
  const gone = tags.filter((tag) => !isInUse(tag) && (tag.removedAt ?? 0) <= removedBefore && !tag.merging);
  for (const { id } of gone) {
    await inSlices(await read(['entries'], (tx) => idsWithMark(tx, id)), (tx, slice) =>
      retag(tx, slice, [], [id]),
    );
    await write('reader', ['tags'], (tx) => tx.objectStore('tags').delete(id));
  }
  return gone.length;
}

async function inSlices(
  ids: readonly number[],
  work: (tx: WriteTx, slice: readonly number[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < ids.length; at += sliceSize) {
    const slice = ids.slice(at, at + sliceSize);
    await write('reader', ['entries', 'counts', 'journal', 'tags'], (tx) => work(tx, slice));
  }
}

/** Gives the entries that changed. */
async function retag(
  tx: WriteTx,
  ids: readonly number[],
  add: readonly number[],
  remove: readonly number[],
): Promise<number[]> {
  const changes = (await loadEntries(tx, ids)).flatMap((before) => {
    const after = withTags(before, add, remove);
    return after ? [{ before, after }] : [];
  });
  await replaceRows(tx, changes);
  return changes.map(({ before }) => before.id);
}
