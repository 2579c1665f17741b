import type { Folder } from '../../utils/model/feed';
import type { TreeNode, TreePlace } from '../../utils/model/tree-place';
import type { Level, Tree } from './tree';

/** All folders in the order of the tree, each with its depth, without `leaveOut` and what is in it. */
export function foldersInOrder(
  tree: Tree,
  leaveOut: number | null = null,
  parentId: number | null = null,
  depth = 0,
): { folder: Folder; depth: number }[] {
  return (tree.get(parentId)?.folders ?? [])
    .filter(({ id }) => id !== leaveOut)
    .flatMap((folder) => [{ folder, depth }, ...foldersInOrder(tree, leaveOut, folder.id, depth + 1)]);
}

/** Where a node stands. */
export function placeOf(tree: Tree, node: TreeNode): TreePlace | null {
  for (const [parentId, level] of tree) {
    const siblings = siblingsIn(level, node.kind);
    const at = siblings.indexOf(node.id);
    if (at >= 0) return { parentId, before: siblings[at + 1] ?? null };
  }
  return null;
}

function siblingsIn(level: Level, kind: TreeNode['kind']): number[] {
  return (kind === 'feed' ? level.feeds : level.folders).map(({ id }) => id);
}

export type Step = 'up' | 'down' | 'in' | 'out';

/** Where a step by keyboard leads: among siblings, into the folder before it, or out of its own; null for nowhere. */
export function stepFrom(tree: Tree, node: TreeNode, step: Step): TreePlace | null {
  const place = placeOf(tree, node);
  const level = place && tree.get(place.parentId);
  if (!level) return null;
  const siblings = siblingsIn(level, node.kind);
  const at = siblings.indexOf(node.id);
  if (step === 'up') return at > 0 ? { ...place, before: siblings[at - 1] ?? null } : null;
  if (step === 'down')
    return at < siblings.length - 1 ? { ...place, before: siblings[at + 2] ?? null } : null;
  if (step === 'out') return outOf(tree, place.parentId, node.kind);
  const into = node.kind === 'feed' ? level.folders.at(-1) : level.folders[at - 1];
  return into ? { parentId: into.id, before: null } : null;
}

/** One level up: a folder comes after the one that it leaves, a feed before the feeds there. */
function outOf(tree: Tree, folderId: number | null, kind: TreeNode['kind']): TreePlace | null {
  if (folderId === null) return null;
  const parent = placeOf(tree, { kind: 'folder', id: folderId });
  if (!parent || kind === 'folder') return parent;
  return { parentId: parent.parentId, before: tree.get(parent.parentId)?.feeds[0]?.id ?? null };
}

/** Whether the folder of this id is `outer` or stands in it. */
function isWithin(tree: Tree, id: number | null, outer: number): boolean {
  for (let at = id; at !== null; at = placeOf(tree, { kind: 'folder', id: at })?.parentId ?? null)
    if (at === outer) return true;
  return false;
}

/** What a drop would do, and where the mark for it is drawn. */
export interface Drop extends TreePlace {
  mark: 'before' | 'after' | 'into';
}

/**
 * Where a node that is let go over another comes to stand; `share` is how far down the other it is held, 0 to 1. null where
 * it cannot go: over itself, or a folder into itself.
 */
export function dropOn(tree: Tree, dragged: TreeNode, over: TreeNode, share: number): Drop | null {
  if (dragged.kind === over.kind && dragged.id === over.id) return null;
  const place = placeOf(tree, over);
  const drop = place && dropAt(tree, dragged, over, share, place);
  if (!drop || (dragged.kind === 'folder' && isWithin(tree, drop.parentId, dragged.id))) return null;
  return drop;
}

function dropAt(tree: Tree, dragged: TreeNode, over: TreeNode, share: number, place: TreePlace): Drop | null {
  const { parentId } = place;
  if (over.kind === 'folder') {
    const isBeside = dragged.kind === 'folder' && (share < 0.25 || share > 0.75);
    if (!isBeside) return { parentId: over.id, before: null, mark: 'into' };
    return share < 0.5
      ? { parentId, before: over.id, mark: 'before' }
      : { ...skipping(tree, place, dragged), mark: 'after' };
  }
  // folders stand before the feeds of their level
  if (dragged.kind === 'folder') return { parentId, before: null, mark: 'before' };
  return share < 0.5
    ? { parentId, before: over.id, mark: 'before' }
    : { ...skipping(tree, place, dragged), mark: 'after' };
}

/** A node that goes before itself goes before what follows it. */
function skipping(tree: Tree, place: TreePlace, dragged: TreeNode): TreePlace {
  return place.before === dragged.id ? (placeOf(tree, dragged) ?? place) : place;
}
