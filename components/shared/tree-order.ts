import type { Feed, Folder } from '../../utils/model/feed';

const byPosition = (a: { position: number }, b: { position: number }) => a.position - b.position;

/** Feeds as they stand in the tree: in each folder its folders first, then its own feeds, both in the reader's order. */
export function feedsInTreeOrder(feeds: readonly Feed[], folders: readonly Folder[]): Feed[] {
  const seen = new Set<number>();
  const level = (parentId: number | null): Feed[] => {
    const inside = folders.filter((folder) => folder.parentId === parentId && !seen.has(folder.id));
    for (const { id } of inside) seen.add(id);
    const below = inside.sort(byPosition).flatMap(({ id }) => level(id));
    return [...below, ...feeds.filter((feed) => feed.folderId === parentId).sort(byPosition)];
  };
  return level(null);
}
