import type { Feed, Folder } from '../model/feed';
import { ProblemError } from '../model/problem';
import type { TreeNode, TreePlace } from '../model/tree-place';
import { asFolder } from './folders';
import { asFeed, readable } from './rows';
import type { WriteTx } from './schema';
import { write } from './transaction';

/** How what the last change moved had stood; kept, so that it can be taken back. */
interface Undo {
  id: number;
  folders: Folder[];
  feeds: Pick<Feed, 'id' | 'folderId' | 'position'>[];
}

const undoKey = 'arrangement';

interface Tree {
  folders: Folder[];
  feeds: Feed[];
}

/** Moves a feed or a folder with all in it. Gives what takes it back. Throws no-such-feed, no-such-folder; input-invalid for a folder that would come to stand in itself. */
export function placeNode(node: TreeNode, place: TreePlace, now: number): Promise<number> {
  return arrange(now, (tree) => {
    needFolder(tree, place.parentId);
    if (node.kind === 'feed') {
      const feed = tree.feeds.find(({ id }) => id === node.id);
      if (!feed) throw new ProblemError({ kind: 'no-such-feed', feedId: node.id });
      const siblings = tree.feeds.filter(({ folderId, id }) => folderId === place.parentId && id !== feed.id);
      return { folders: [], feeds: inOrder({ ...feed, folderId: place.parentId }, siblings, place.before) };
    }
    const folder = needFolder(tree, node.id);
    if (!folder || isWithin(tree.folders, place.parentId, folder.id))
      throw new ProblemError({ kind: 'input-invalid', field: 'parentId' });
    const siblings = tree.folders.filter(
      ({ parentId, id }) => parentId === place.parentId && id !== folder.id,
    );
    return { folders: inOrder({ ...folder, parentId: place.parentId }, siblings, place.before), feeds: [] };
  });
}

/** Moves all that is in a folder into another and removes it. Gives what takes it back. Throws no-such-folder, input-invalid for a folder within it. */
export function mergeFolder(id: number, into: number | null, now: number): Promise<number> {
  return arrange(
    now,
    (tree) => {
      needFolder(tree, id);
      needFolder(tree, into);
      if (isWithin(tree.folders, into, id)) throw new ProblemError({ kind: 'input-invalid', field: 'into' });
      const folders = after(
        tree.folders.filter(({ parentId }) => parentId === into),
        tree.folders.filter(({ parentId }) => parentId === id),
      ).map((folder) => ({ ...folder, parentId: into }));
      const feeds = after(
        tree.feeds.filter(({ folderId }) => folderId === into),
        tree.feeds.filter(({ folderId }) => folderId === id),
      ).map((feed) => ({ ...feed, folderId: into }));
      return { folders, feeds };
    },
    id,
  );
}

/** Takes back the last change of places. What was unsubscribed or removed since stays away. Throws nothing-to-undo. */
export function undoPlaces(undoId: number): Promise<void> {
  return write('reader', ['folders', 'feeds', 'meta'], async (tx) => {
    const undo = (await tx.objectStore('meta').get(undoKey))?.value as Undo | undefined;
    if (undo?.id !== undoId) throw new ProblemError({ kind: 'nothing-to-undo' });
    const { folders, feeds } = await load(tx);
    const there = new Set([...folders, ...undo.folders].map(({ id }) => id));
    const parent = (id: number | null) => (id !== null && there.has(id) ? id : null);
    const places = new Map(undo.feeds.map((place) => [place.id, place]));
    const named = new Map(folders.map((folder) => [folder.id, folder]));
    await put(tx, {
      // what is there has the name that it was given since
      folders: undo.folders.map((folder) => ({
        ...(named.get(folder.id) ?? folder),
        position: folder.position,
        parentId: parent(folder.parentId),
      })),
      feeds: feeds.flatMap((feed) => {
        const place = places.get(feed.id);
        return place ? [{ ...feed, position: place.position, folderId: parent(place.folderId) }] : [];
      }),
    });
    await tx.objectStore('meta').delete(undoKey);
  });
}

/** Stores what `change` makes of some rows, removes the folder `gone`, and notes how all that had been. */
function arrange(now: number, change: (tree: Tree) => Tree, gone?: number): Promise<number> {
  return write('reader', ['folders', 'feeds', 'meta'], async (tx) => {
    const tree = await load(tx);
    const changed = change(tree);
    const last = (await tx.objectStore('meta').get(undoKey))?.value as Undo | undefined;
    const undo = undoOf(tree, changed, gone, Math.max(Math.floor(now), (last?.id ?? 0) + 1));
    await put(tx, changed);
    if (gone !== undefined) await tx.objectStore('folders').delete(gone);
    await tx.objectStore('meta').put({ key: undoKey, value: undo });
    return undo.id;
  });
}

function undoOf(tree: Tree, changed: Tree, gone: number | undefined, id: number): Undo {
  const folders = new Set([...changed.folders.map((folder) => folder.id), gone]);
  const feeds = new Set(changed.feeds.map((feed) => feed.id));
  return {
    id,
    folders: tree.folders.filter((folder) => folders.has(folder.id)),
    feeds: tree.feeds
      .filter((feed) => feeds.has(feed.id))
      .map(({ id: feedId, folderId, position }) => ({ id: feedId, folderId, position })),
  };
}

async function load(tx: WriteTx): Promise<Tree> {
  const [folders, feeds] = await Promise.all([
    tx.objectStore('folders').getAll(),
    tx.objectStore('feeds').getAll(),
  ]);
  return { folders: readable(folders, asFolder), feeds: readable(feeds, asFeed) };
}

async function put(tx: WriteTx, { folders, feeds }: Tree): Promise<void> {
  await Promise.all([
    ...folders.map(async (folder) => tx.objectStore('folders').put(folder)),
    ...feeds.map(async (feed) => tx.objectStore('feeds').put(feed)),
  ]);
}

type Placed = Pick<Folder, 'id' | 'position'>;

function sorted<Row extends Placed>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => a.position - b.position || a.id - b.id);
}

/** The moved row and those of its siblings whose position changes. */
function inOrder<Row extends Placed>(moved: Row, siblings: readonly Row[], before: number | null): Row[] {
  const order = sorted(siblings);
  const at = order.findIndex(({ id }) => id === before);
  order.splice(at < 0 ? order.length : at, 0, moved);
  return order.flatMap((row, position) =>
    row === moved || row.position !== position ? [{ ...row, position }] : [],
  );
}

/** Those that come, with places after those that are there. */
function after<Row extends Placed>(there: readonly Row[], coming: readonly Row[]): Row[] {
  const end = there.reduce((last, { position }) => Math.max(last, position + 1), 0);
  return sorted(coming).map((row, i) => ({ ...row, position: end + i }));
}

/** Whether `id` is the folder `outer` or one below it. */
function isWithin(folders: readonly Folder[], id: number | null, outer: number): boolean {
  const parents = new Map(folders.map((folder) => [folder.id, folder.parentId]));
  const seen = new Set<number>();
  for (let at = id; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === outer) return true;
    seen.add(at);
  }
  return false;
}

/** The folder; null for the top. Throws no-such-folder. */
function needFolder({ folders }: Tree, id: number | null): Folder | null {
  const folder = folders.find((one) => one.id === id);
  if (!folder && id !== null) throw new ProblemError({ kind: 'no-such-folder', folderId: id });
  return folder ?? null;
}
