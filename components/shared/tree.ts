import type { Feed, Folder } from '../../utils/model/feed';

/** What stands in a folder, or at the top: folders first, then feeds, each in the reader's order. */
export interface Level {
  folders: readonly Folder[];
  feeds: readonly Feed[];
}

export type Tree = ReadonlyMap<number | null, Level>;

export const noLevel: Level = { folders: [], feeds: [] };

const byPosition = (a: { position: number; id: number }, b: { position: number; id: number }) =>
  a.position - b.position || a.id - b.id;

/** The subscriptions as a tree. What has lost its way to the top, in a damaged store, stands at the top. */
export function treeOf(folders: readonly Folder[], feeds: readonly Feed[]): Tree {
  const known = new Set(folders.map(({ id }) => id));
  const rooted = (folder: Folder) => pathOf(folder.id, folders).at(0)?.parentId === null;
  const parentOf = (folder: Folder) =>
    folder.parentId !== null && known.has(folder.parentId) && rooted(folder) ? folder.parentId : null;
  const foldersIn = Map.groupBy([...folders].sort(byPosition), parentOf);
  const feedsIn = Map.groupBy([...feeds].sort(byPosition), ({ folderId }) =>
    folderId !== null && known.has(folderId) ? folderId : null,
  );
  const places = [null, ...known];
  return new Map(
    places.map((id) => [id, { folders: foldersIn.get(id) ?? [], feeds: feedsIn.get(id) ?? [] }]),
  );
}

/** The folders from the top down to this one, itself included; it stops where it would go in a circle. */
export function pathOf(id: number | null, folders: readonly Folder[]): Folder[] {
  const path: Folder[] = [];
  let at = folders.find((folder) => folder.id === id);
  while (at && !path.includes(at)) {
    path.unshift(at);
    const { parentId } = at;
    at = folders.find((folder) => folder.id === parentId);
  }
  return path;
}
