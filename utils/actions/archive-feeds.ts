import { isArchive, neverChecked, siteName } from '../archive/archive-feed';
import { addFeeds, listFeeds, listRemovedFeeds } from '../db/feeds';
import { restoreFeed } from '../db/removal';
import type { Feed } from '../model/feed';
import { newFeed } from './new-feed';

/** The feeds that hold only what the reader brought; those in the bin too. */
export async function listArchives(): Promise<Feed[]> {
  return [...(await listFeeds()), ...(await listRemovedFeeds())].filter(isArchive);
}

/**
 * The archive feed of each site: the one there is, out of the bin if it was there, or a new one. `changed` when a feed
 * was added or came back.
 */
export async function archivesOf(
  sites: readonly string[],
  now: number,
): Promise<{ feedIds: Map<string, number>; changed: boolean }> {
  const known = new Map((await listArchives()).map((feed) => [feed.siteUrl, feed]));
  const missing = sites.filter((site) => !known.has(site));
  const binned = sites.flatMap((site) => known.get(site) ?? []).filter(({ removedAt }) => removedAt !== null);
  for (const { id } of binned) await restoreFeed(id);
  const end = Math.max(0, ...(await listFeeds()).map(({ position }) => position + 1));
  const ids = await addFeeds(missing.map((site, index) => archiveFeed(site, now, end + index)));
  const feedIds = sites.map(
    (site) => [site, known.get(site)?.id ?? ids[missing.indexOf(site)] ?? 0] as const,
  );
  return { feedIds: new Map(feedIds), changed: missing.length + binned.length > 0 };
}

function archiveFeed(siteUrl: string, now: number, position: number): Omit<Feed, 'id'> {
  return newFeed({
    title: siteName(siteUrl),
    siteUrl,
    position,
    sources: [],
    addedAt: now,
    nextCheckAt: neverChecked,
  });
}
