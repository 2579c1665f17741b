import { placeNode, mergeFolder as storeMerge, undoPlaces as takeBack } from '../db/arrange';
import { addFolder, listFolders } from '../db/folders';
import { renameFolder as storeTitle } from '../db/rename-folder';
import type { Input, Output } from '../messages/protocol';
import { ProblemError } from '../model/problem';
import { feedsChanged } from './feeds-changed';
import type { World } from './world';

function needTitle(text: string): string {
  const title = text.trim();
  if (title === '') throw new ProblemError({ kind: 'input-invalid', field: 'title' });
  return title;
}

/** Adds a folder after its siblings. Throws no-such-folder when the parent is not there, input-invalid without a title. */
export async function createFolder(
  world: World,
  input: Input<'createFolder'>,
): Promise<Output<'createFolder'>> {
  const title = needTitle(input.title);
  const parentId = input.parentId ?? null;
  const siblings = (await listFolders()).filter((folder) => folder.parentId === parentId);
  const position = Math.max(0, ...siblings.map((folder) => folder.position + 1));
  const folderId = await addFolder({ title, parentId, position });
  await feedsChanged(world);
  return { folderId };
}

/** Throws no-such-folder, input-invalid without a title. */
export async function renameFolder(
  world: World,
  { folderId, title }: Input<'renameFolder'>,
): Promise<Output<'renameFolder'>> {
  await storeTitle(folderId, needTitle(title));
  await feedsChanged(world);
  world.announce({ kind: 'tags' });
  return { folderId };
}

/** What is in it moves up one level; no feed is unsubscribed. `undoPlaces` takes it back. Throws no-such-folder. */
export async function removeFolder(
  world: World,
  { folderId }: Input<'removeFolder'>,
): Promise<Output<'removeFolder'>> {
  const folder = (await listFolders()).find(({ id }) => id === folderId);
  if (!folder) throw new ProblemError({ kind: 'no-such-folder', folderId });
  const undoId = await storeMerge(folderId, folder.parentId, world.now());
  await feedsChanged(world);
  return { folderId, undoId };
}

/** Moves all that is in a folder into another one, which stands for both. Throws no-such-folder, input-invalid. */
export async function mergeFolder(
  world: World,
  { folderId, into }: Input<'mergeFolder'>,
): Promise<Output<'mergeFolder'>> {
  const undoId = await storeMerge(folderId, into, world.now());
  await feedsChanged(world);
  return { folderId, undoId };
}

/** Moves a feed or a folder to a place in the tree. Throws no-such-feed, no-such-folder, input-invalid. */
export async function place(
  world: World,
  { node, id, parentId, before }: Input<'place'>,
): Promise<Output<'place'>> {
  const undoId = await placeNode({ kind: node, id }, { parentId, before: before ?? null }, world.now());
  await feedsChanged(world);
  return { undoId };
}

/** Takes back the last change of places: a move, a merge, a folder's removal. Throws nothing-to-undo. */
export async function undoPlaces(
  world: World,
  { undoId }: Input<'undoPlaces'>,
): Promise<Output<'undoPlaces'>> {
  await takeBack(undoId);
  await feedsChanged(world);
  return { undoId };
}
