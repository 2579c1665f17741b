import {
  addFolder,
  listFolders,
  removeFolder as storeRemoval,
  renameFolder as storeTitle,
} from '../db/folders';
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
  return { folderId };
}

/** What is in it moves up one level; no feed is unsubscribed. Throws no-such-folder. */
export async function removeFolder(
  world: World,
  { folderId }: Input<'removeFolder'>,
): Promise<Output<'removeFolder'>> {
  await storeRemoval(folderId);
  await feedsChanged(world);
  return { folderId };
}
