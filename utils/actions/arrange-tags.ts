import { mergeTags as storeMerge, restoreTag as takeBack } from '../db/merge-tags';
import { listTags } from '../db/tag-list';
import {
  needTags,
  removeTag as storeRemoval,
  tagEntries as storeTags,
  renameTag as storeTitle,
} from '../db/tags';
import type { Input, Output } from '../messages/protocol';
import { ProblemError } from '../model/problem';
import { tagKey, tagTitle } from '../model/tag';
import type { World } from './world';

/** Puts tags on articles by their names, new ones where there are none of that name, and takes others off by their ids. */
export async function tagEntries(
  world: World,
  { entryIds, add, remove = [] }: Input<'tagEntries'>,
): Promise<Output<'tagEntries'>> {
  const tagIds = add && add.length > 0 ? [...(await needTags(add)).values()] : [];
  const changed = await storeTags(entryIds, { add: tagIds, remove });
  world.announce({ kind: 'tags' });
  world.announce({ kind: 'entries', entryIds });
  return { changed, tagIds };
}

/** Throws no-such-tag, tag-exists where another has that name, input-invalid without one. */
export async function renameTag(
  world: World,
  { tagId, title }: Input<'renameTag'>,
): Promise<Output<'renameTag'>> {
  if (tagTitle(title) === '') throw new ProblemError({ kind: 'input-invalid', field: 'title' });
  await storeTitle(tagId, title);
  world.announce({ kind: 'tags' });
  world.announce({ kind: 'rules' });
  return { tagId };
}

/** Lets `into` stand for the tag; `restoreTag` takes it back. Throws no-such-tag, input-invalid for one and the same. */
export async function mergeTags(
  world: World,
  { tagId, into }: Input<'mergeTags'>,
): Promise<Output<'mergeTags'>> {
  if (tagId === into) throw new ProblemError({ kind: 'input-invalid', field: 'into' });
  await world.keepAlive(() => storeMerge(tagId, into, world.now()));
  return changed(world, tagId);
}

/** Moves a tag into the bin: articles keep it until it is purged. Throws no-such-tag. */
export async function removeTag(world: World, { tagId }: Input<'removeTag'>): Promise<Output<'removeTag'>> {
  await storeRemoval(tagId, world.now());
  return changed(world, tagId);
}

/** Takes back removeTag or mergeTags. A new tag that got its name since becomes part of it. Throws no-such-tag. */
export async function restoreTag(
  world: World,
  { tagId }: Input<'restoreTag'>,
): Promise<Output<'restoreTag'>> {
  await world.keepAlive(async () => {
    await takeBack(tagId);
    const tags = await listTags();
    const key = tagKey(tags.find(({ id }) => id === tagId)?.title ?? '');
    for (const { id, title } of tags)
      if (id !== tagId && tagKey(title) === key) await storeMerge(id, tagId, world.now());
  });
  return changed(world, tagId);
}

function changed(world: World, tagId: number): { tagId: number } {
  world.announce({ kind: 'tags' });
  world.announce({ kind: 'rules' });
  world.announce({ kind: 'lists' });
  return { tagId };
}
