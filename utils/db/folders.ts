import type { Folder } from '../model/feed';
import { ProblemError } from '../model/problem';
import { readable } from './rows';
import type { Unstored, WriteTx } from './schema';
import { read, write } from './transaction';

/** A folder to store; with an `id` when it is put back as it was. */
export type NewFolder = Unstored<Folder>;

/** All folders, siblings in the reader's order. */
export async function listFolders(): Promise<Folder[]> {
  const folders = await read(['folders'], (tx) => tx.objectStore('folders').getAll());
  return readable(folders, asFolder).sort((a, b) => a.position - b.position || a.id - b.id);
}

/** Gives the new folder's id. Throws no-such-folder when its parent is not there. */
export function addFolder(folder: NewFolder): Promise<number> {
  return write('reader', ['folders'], async (tx) => {
    if (folder.parentId !== null) await needFolder(tx, folder.parentId);
    return tx.objectStore('folders').add(folder);
  });
}

/** Throws no-such-folder. */
export async function needFolder(tx: WriteTx, id: number): Promise<Folder> {
  const folder = asFolder(await tx.objectStore('folders').get(id));
  if (!folder) throw new ProblemError({ kind: 'no-such-folder', folderId: id });
  return folder;
}

/** The folder that `value` is, or null where it is damaged. */
export function asFolder(value: unknown): Folder | null {
  if (typeof value !== 'object' || value === null) return null;
  const folder = value as Partial<Folder>;
  return typeof folder.id === 'number' && typeof folder.title === 'string' ? (folder as Folder) : null;
}
