import { countUnread } from '../db/counts';
import { listFeeds } from '../db/feeds';
import { listFolders } from '../db/folders';
import { finishMarkAll, markAllRead as storeMark, undoMarkAll } from '../db/mark-all';
import type { Input, Output } from '../messages/protocol';
import type { Feed, Folder } from '../model/feed';
import { ProblemError } from '../model/problem';
import { showBadge } from './show-badge';
import type { World } from './world';

/** A folder and all below it. */
function foldersUnder(folderId: number, folders: Folder[]): Set<number> {
  const under = new Set([folderId]);
  let before = 0;
  while (under.size > before) {
    before = under.size;
    for (const { id, parentId } of folders) if (parentId !== null && under.has(parentId)) under.add(id);
  }
  return under;
}

async function feedsMeant({ feedId, folderId }: Input<'markAllRead'>): Promise<Feed[]> {
  const [feeds, folders] = await Promise.all([listFeeds(), listFolders()]);
  if (feedId !== undefined) {
    const feed = feeds.find(({ id }) => id === feedId);
    if (!feed) throw new ProblemError({ kind: 'no-such-feed', feedId });
    return [feed];
  }
  if (folderId === undefined) return feeds;
  if (folders.every(({ id }) => id !== folderId))
    throw new ProblemError({ kind: 'no-such-folder', folderId });
  const under = foldersUnder(folderId, folders);
  return feeds.filter((feed) => feed.folderId !== null && under.has(feed.folderId));
}

/** The lists and counts say so already; the rows follow while the worker is kept alive. */
function finish(world: World): void {
  void world.keepAlive(() => finishMarkAll()).catch(() => undefined);
}

/** Marks a feed, a folder with all below it, or everything as read. Throws no-such-feed, no-such-folder. */
export async function markAllRead(world: World, input: Input<'markAllRead'>): Promise<Output<'markAllRead'>> {
  const feedIds = (await feedsMeant(input)).map(({ id }) => id);
  const { before } = input;
  const done = await storeMark({ feedIds, now: world.now(), ...(before !== undefined && { before }) });
  await tell(world);
  finish(world);
  return done;
}

/** Takes back a markAllRead. Throws nothing-to-undo. */
export async function undo(world: World, { undoId }: Input<'undo'>): Promise<Output<'undo'>> {
  const changed = await undoMarkAll(undoId);
  await tell(world);
  const told = await countUnread();
  const end = async () => {
    await finishMarkAll();
    // rows that were rewritten already count only as they are rewritten back
    if ((await countUnread()) !== told) await tell(world);
  };
  void world.keepAlive(end).catch(() => undefined);
  return { changed };
}

async function tell(world: World): Promise<void> {
  await showBadge(world);
  world.announce({ kind: 'lists' });
}
