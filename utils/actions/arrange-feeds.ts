import { placeNode } from '../db/arrange';
import { updateFeed } from '../db/feeds';
import { listFolders } from '../db/folders';
import type { Input, Output } from '../messages/protocol';
import { ProblemError } from '../model/problem';
import { feedsChanged } from './feeds-changed';
import type { World } from './world';

/** '' gives the feed its own title back. Throws no-such-feed. */
export async function renameFeed(
  world: World,
  { feedId, title }: Input<'renameFeed'>,
): Promise<Output<'renameFeed'>> {
  await updateFeed(feedId, (feed) => ({ ...feed, customTitle: title.trim() }));
  await feedsChanged(world);
  return { feedId };
}

/** Into a folder, or to the top with null, after the feeds that are there. Throws no-such-feed, no-such-folder. */
export async function moveFeed(
  world: World,
  { feedId, folderId }: Input<'moveFeed'>,
): Promise<Output<'moveFeed'>> {
  const undoId = await placeNode(
    { kind: 'feed', id: feedId },
    { parentId: folderId, before: null },
    world.now(),
  );
  await feedsChanged(world);
  return { feedId, undoId };
}

/** null: as the settings say for all feeds. Throws no-such-feed. */
export async function setFeedImages(
  world: World,
  { feedId, images }: Input<'setFeedImages'>,
): Promise<Output<'setFeedImages'>> {
  await updateFeed(feedId, ({ images: _, ...feed }) => (images === null ? feed : { ...feed, images }));
  await feedsChanged(world);
  return { feedId };
}

/** null: as the settings say for all feeds. Throws no-such-feed. */
export async function setFeedScript(
  world: World,
  { feedId, script }: Input<'setFeedScript'>,
): Promise<Output<'setFeedScript'>> {
  await updateFeed(feedId, ({ chineseScript: _, ...feed }) =>
    script === null ? feed : { ...feed, chineseScript: script },
  );
  await feedsChanged(world);
  return { feedId };
}

/** null: as for all feeds. Throws no-such-feed. */
export async function setFeedSpeed(
  world: World,
  { feedId, speed }: Input<'setFeedSpeed'>,
): Promise<Output<'setFeedSpeed'>> {
  await updateFeed(feedId, ({ speed: _, ...feed }) => (speed === null ? feed : { ...feed, speed }));
  await feedsChanged(world);
  return { feedId };
}

/** Whether the feed's articles keep rows of their own. What was found out about stories stays, and holds again later. */
export async function setKeepsApart(
  world: World,
  { feedId, keepsApart }: Input<'setKeepsApart'>,
): Promise<Output<'setKeepsApart'>> {
  await updateFeed(feedId, ({ keepsApart: _, ...feed }) => (keepsApart ? { ...feed, keepsApart } : feed));
  await feedsChanged(world);
  return { feedId };
}

/** Whether the reader is told of the feed's new articles. Throws no-such-feed. */
export async function setNotify(
  world: World,
  { feedId, notify }: Input<'setNotify'>,
): Promise<Output<'setNotify'>> {
  await updateFeed(feedId, ({ notify: _, ...feed }) => (notify ? { ...feed, notify } : feed));
  await feedsChanged(world);
  return { feedId };
}

/** Passes null, the top, and folders that are there. Throws no-such-folder. */
export async function needFolder(folderId: number | null): Promise<void> {
  if (folderId === null || (await listFolders()).some(({ id }) => id === folderId)) return;
  throw new ProblemError({ kind: 'no-such-folder', folderId });
}
