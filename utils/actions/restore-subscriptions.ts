import type { Mirror } from '../browser/mirror';
import { addFeeds, listFeeds, listRemovedFeeds } from '../db/feeds';
import { addFolder, listFolders } from '../db/folders';
import type { Folder } from '../model/feed';
import { spreadOut } from '../schedule/next-check';
import { newFeed, newSource } from './new-feed';
import { oneAtATime } from './one-at-a-time';
import type { World } from './world';

const inTurn = oneAtATime();

/**
 * A damaged or deleted database opens empty and says nothing. Then the subscriptions are taken from their mirror, under
 * their old ids, to be checked one after the other; the reader is told once. Gives how many there were.
 */
export function restoreSubscriptions(world: World): Promise<number> {
  return inTurn(async () => {
    const [feeds, removed] = await Promise.all([listFeeds(), listRemovedFeeds()]);
    if (feeds.length + removed.length > 0) return 0;
    const mirror = await world.readMirror();
    if (mirror.feeds.length === 0) return 0;
    await putBack(mirror, world.now());
    await world.tell({ restored: { count: mirror.feeds.length } });
    world.announce({ kind: 'feeds' });
    return mirror.feeds.length;
  });
}

async function putBack({ feeds, folders }: Mirror, now: number): Promise<void> {
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
