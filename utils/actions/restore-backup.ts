import type { BackupFeed, BackupHead, RestoreMode } from '../backup/backup';
import { feedKey } from '../backup/preview';
import { readHead } from '../backup/read-backup';
import { mergeFolder } from '../db/arrange';
import { addFeeds, listFeeds, listRemovedFeeds, updateFeed } from '../db/feeds';
import { addFolder, listFolders } from '../db/folders';
import { removeFeed } from '../db/removal';
import type { Input, Output } from '../messages/protocol';
import type { Feed, Folder } from '../model/feed';
import { choicesOf, withChoices } from '../model/feed-choices';
import { ProblemError } from '../model/problem';
import { feedsChanged } from './feeds-changed';
import { newFeed, newSource } from './new-feed';
import { nextWake } from './next-wake';
import { forgetShelf } from './restore-entries';
import { restoreRules, restoreSearches } from './restore-rules';
import { restoreSubscriptions } from './restore-subscriptions';
import { takeOut } from './unsubscribe';
import type { World } from './world';

/** Restored feeds are checked one after the other. */
const stepMs = 2000;
/** Beyond what any clock says: an archive has nothing to check. */
const never = 8.64e15;

type Ids = Map<number, number>;

/**
 * Puts the subscriptions of a backup's head back, in their folders; gives which id here each of its ids is. A replacing
 * restore moves what the backup does not have into the bin. Done again after a kill, it finds what it did. Throws
 * input-invalid for what is no backup.
 */
export async function restoreBackup(
  world: World,
  { head: text, mode }: Input<'restoreBackup'>,
): Promise<Output<'restoreBackup'>> {
  const head = readHead(text);
  if (!head) throw new ProblemError({ kind: 'input-invalid', field: 'head' });
  await restoreSubscriptions(world);
  forgetShelf();
  const now = world.now();
  const folders = await restoreFolders(head.folders);
  const here = new Map(
    [...(await listRemovedFeeds()), ...(await listFeeds())].map((feed) => [feedKey(feed), feed]),
  );
  const missing = head.feeds.filter((feed) => !here.has(feedKey(feed)));
  const ids = await addFeeds(missing.map((feed, i) => restoredFeed(feed, folders, now, now + i * stepMs)));
  const feedIds: Ids = new Map(missing.map((feed, i) => [feed.id, ids[i] ?? 0]));
  for (const feed of head.feeds) {
    const known = here.get(feedKey(feed));
    if (known) feedIds.set(feed.id, await keepFeed(world, known, { feed, folders, mode }));
  }
  await restoreSearches(head, mode);
  await restoreRules(head, mode);
  const removed = mode === 'merge' ? 0 : await removeOthers(head, now);
  if (mode === 'take-back') await removeEmptied(new Set(folders.values()), now);
  await feedsChanged(world);
  await world.wakeBy(await nextWake(now), now);
  return { feedIds: [...feedIds], added: missing.length, removed };
}

/** Finds folders of the same name in the same place, or makes them; parents first. Gives the id here of each. */
async function restoreFolders(wanted: readonly Folder[]): Promise<Ids> {
  const ids: Ids = new Map();
  const here = await listFolders();
  let waiting = [...wanted].sort((a, b) => a.position - b.position);
  while (waiting.length > 0) {
    const ready = waiting.filter(({ parentId }) => parentId === null || ids.has(parentId));
    // without a way to the top: the parent is missing from the backup
    const next = ready.length > 0 ? ready : waiting.slice(0, 1);
    for (const { id, title, parentId: oldParent, position } of next) {
      const parentId = oldParent === null ? null : (ids.get(oldParent) ?? null);
      const known = here.find((folder) => folder.title === title && folder.parentId === parentId);
      ids.set(id, known?.id ?? (await addFolder({ title, parentId, position })));
    }
    waiting = waiting.filter(({ id }) => !ids.has(id));
  }
  return ids;
}

function placeOf({ folderId, position }: BackupFeed, folders: Ids): Pick<Feed, 'folderId' | 'position'> {
  return { folderId: folderId === null ? null : (folders.get(folderId) ?? null), position };
}

function restoredFeed(feed: BackupFeed, folders: Ids, now: number, nextCheckAt: number): Omit<Feed, 'id'> {
  const { title, customTitle, siteUrl, language, iconUrl } = feed;
  return newFeed({
    title,
    customTitle,
    siteUrl,
    language,
    iconUrl,
    ...placeOf(feed, folders),
    addedAt: Math.min(feed.addedAt || now, now),
    nextCheckAt: feed.sources.length === 0 ? never : nextCheckAt,
    sources: feed.sources.map(({ url, privateAllowed }) => newSource(url, privateAllowed)),
    ...choicesOf(feed),
  });
}

/** What is here stays; out of the bin if it was there; as it was named and placed in the backup where that replaces. */
async function keepFeed(
  world: World,
  known: Feed,
  { feed, folders, mode }: { feed: BackupFeed; folders: Ids; mode: RestoreMode },
): Promise<number> {
  if (known.removedAt !== null) await takeOut(world, known.id);
  if (mode !== 'merge') {
    const { customTitle } = feed;
    await updateFeed(known.id, (row) => ({
      ...withChoices(row, choicesOf(feed)),
      customTitle,
      ...placeOf(feed, folders),
      ...addressesOf(row, feed),
    }));
  }
  return known.id;
}

/** The addresses of the backup in its order, with what is known of them here. */
function addressesOf(row: Feed, { sources }: BackupFeed): Pick<Feed, 'sources' | 'activeSource'> {
  const known = new Map(row.sources.map((source) => [source.url, source]));
  const asked = row.sources[row.activeSource ?? 0]?.url;
  return {
    sources: sources.map(({ url, privateAllowed }) => known.get(url) ?? newSource(url, privateAllowed)),
    activeSource: Math.max(
      0,
      sources.findIndex(({ url }) => url === asked),
    ),
  };
}

async function removeOthers(head: BackupHead, now: number): Promise<number> {
  const wanted = new Set(head.feeds.map(feedKey));
  const others = (await listFeeds()).filter((feed) => !wanted.has(feedKey(feed)));
  for (const { id } of others) await removeFeed(id, now);
  return others.length;
}

/** Removes folders that a restore had made, where nothing stands in them any more. */
async function removeEmptied(wanted: ReadonlySet<number>, now: number): Promise<void> {
  for (;;) {
    const [folders, feeds] = await Promise.all([listFolders(), listFeeds()]);
    const used = new Set([
      ...feeds.map(({ folderId }) => folderId),
      ...folders.map(({ parentId }) => parentId),
    ]);
    const empty = folders.find(({ id }) => !wanted.has(id) && !used.has(id));
    if (!empty) return;
    await mergeFolder(empty.id, empty.parentId, now);
  }
}
