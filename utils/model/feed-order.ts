import type { Feed, Folder } from './feed';

type Placed = Pick<Feed, 'id' | 'folderId' | 'position'>;
type Step = readonly [number, number, number];

/** From the top down: folders come before feeds, each by its place; what has lost its way to the top stands there. */
function pathOf({ id, folderId, position }: Placed, folders: ReadonlyMap<number, Folder>): Step[] {
  const path: Step[] = [[1, position, id]];
  const passed = new Set<number>();
  let folder = folderId === null ? undefined : folders.get(folderId);
  while (folder && !passed.has(folder.id)) {
    passed.add(folder.id);
    path.unshift([0, folder.position, folder.id]);
    folder = folder.parentId === null ? undefined : folders.get(folder.parentId);
  }
  return path;
}

function compareSteps(a: Step | undefined, b: Step | undefined): number {
  if (!a || !b) return a ? 1 : b ? -1 : 0;
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** The order in which the reader sees feeds in the tree of her subscriptions: compares two of them. */
export function readersOrder(folders: readonly Folder[]): (a: Placed, b: Placed) => number {
  const byId = new Map(folders.map((folder) => [folder.id, folder]));
  return (a, b) => {
    const [left, right] = [pathOf(a, byId), pathOf(b, byId)];
    const at = left.findIndex((step, depth) => compareSteps(step, right[depth]) !== 0);
    return at < 0 ? left.length - right.length : compareSteps(left[at], right[at]);
  };
}
