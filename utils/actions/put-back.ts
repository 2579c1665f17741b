import type { Mirror } from '../browser/mirror';
import { addFeeds } from '../db/feeds';
import { addFolder, listFolders } from '../db/folders';
import type { Folder } from '../model/feed';
import { spreadOut } from '../schedule/spread';
import { newFeed, newSource } from './new-feed';

/** Stores mirrored subscriptions under their old ids and in their folders, to be checked one after the other from `now`. */
export async function putBack({ feeds, folders }: Mirror, now: number): Promise<void> {
  const kept = await putBackFolders(folders);
  const times = spreadOut(feeds.length, now);
  await addFeeds(
    feeds.map(({ sources, ...feed }, index) => ({
      ...newFeed({
        ...feed,
        folderId: feed.folderId !== null && kept.has(feed.folderId) ? feed.folderId : null,
        sources: sources.map(({ url, privateAllowed }) => newSource(url, privateAllowed)),
        nextCheckAt: times[index] ?? now,
      }),
      id: feed.id,
    })),
  );
}

/** Parents first. Those that an interrupted restore has put back are there already; gives the ids of all. */
async function putBackFolders(folders: Folder[]): Promise<Set<number>> {
  const there = new Set((await listFolders()).map(({ id }) => id));
  let waiting = folders.filter(({ id }) => !there.has(id));
  while (waiting.length > 0) {
    const ready = waiting.filter(({ parentId }) => parentId === null || there.has(parentId));
    // Without a way to the top: a parent is missing from the mirror.
    const next =
      ready.length > 0 ? ready : waiting.slice(0, 1).map((folder) => ({ ...folder, parentId: null }));
    for (const folder of next) there.add(await addFolder(folder));
    waiting = waiting.filter(({ id }) => !there.has(id));
  }
  return there;
}
