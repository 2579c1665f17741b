import { listEntries } from '../db/entry-lists';
import { updateFeed } from '../db/feeds';
import { awaitKeeping, noteUse } from '../db/kept-entries';
import { getKeptUpTo, getLastEntryId, saveKeptUpTo } from '../db/kept-up-to';
import type { Input, Output } from '../messages/protocol';
import { feedsChanged } from './feeds-changed';
import { keepOffline } from './keep-offline';
import type { World } from './world';

/** Of the articles that are there already, the newest unread ones are worth their way; all that are starred. */
const newestUnread = 100;
const mostStarred = 500;

/**
 * Begins or ends to keep a feed for offline reading. When it begins, articles that are there already wait for their
 * pictures too, and those whose pictures did not come are tried again. What is kept stays until its room is wanted.
 * Throws no-such-feed.
 */
export async function setOffline(
  world: World,
  { feedId, offline }: Input<'setOffline'>,
): Promise<Output<'setOffline'>> {
  await updateFeed(feedId, ({ keepsOffline: _, ...feed }) => ({
    ...feed,
    ...(offline && { keepsOffline: true }),
  }));
  if (offline) await lineUp(world, feedId);
  await feedsChanged(world);
  if (offline) void keepOffline(world);
  return { feedId };
}

async function worthKeeping(feedId: number): Promise<number[]> {
  const [unread, starred] = await Promise.all([
    listEntries({ filter: 'unread', feedIds: [feedId], limit: newestUnread }),
    listEntries({ filter: 'starred', feedIds: [feedId], limit: mostStarred }),
  ]);
  return [...new Set([...unread, ...starred].map(({ id }) => id))];
}

/**
 * Begins or ends to fetch the texts of a feed's articles from their own pages as they arrive; when it begins, for the
 * unread ones that are there too. Texts that were fetched stay. Throws no-such-feed.
 */
export async function setFullText(
  world: World,
  { feedId, fullText }: Input<'setFullText'>,
): Promise<Output<'setFullText'>> {
  await updateFeed(feedId, ({ fetchesFullText: _, ...feed }) => ({
    ...feed,
    ...(fullText && { fetchesFullText: true }),
  }));
  if (fullText) await lineUp(world, feedId, true);
  await feedsChanged(world);
  if (fullText) void keepOffline(world);
  return { feedId };
}

/** What is there already gets in the line, and what lacks something once more. */
async function lineUp(world: World, feedId: number, textOnly = false): Promise<void> {
  if ((await getKeptUpTo()) === null) await saveKeptUpTo(await getLastEntryId());
  await awaitKeeping(feedId, await worthKeeping(feedId), world.now(), () => true, textOnly);
}

/** Notes that the reader opened an article, so that its pictures stay longest. */
export async function noteOpened(
  world: World,
  { entryId }: Input<'noteOpened'>,
): Promise<Output<'noteOpened'>> {
  await noteUse(entryId, world.now());
  return {};
}
