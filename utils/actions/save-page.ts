import { neverChecked } from '../archive/archive-feed';
import type { SavedPage } from '../browser/page-of-tab';
import { commitCheck } from '../db/commit-check';
import { addFeeds, listFeeds } from '../db/feeds';
import { restoreFeed } from '../db/removal';
import { extractArticle } from '../extract/extract';
import { readWebUrl } from '../text/address-url';
import { stripTracking } from '../text/tracking';
import { listArchives } from './archive-feeds';
import { feedsChanged } from './feeds-changed';
import { newEntry } from './new-entry';
import { newFeed } from './new-feed';
import type { World } from './world';

/** By this the feed of saved pages is known, whatever the reader calls it. */
const mark = 'saved-pages';

/**
 * Keeps a page that the reader has open as an article of the feed of saved pages, which is called `feedTitle` when it is
 * made; one that is there is renewed. Gives the article's id; null for one that was there, and where the page has no
 * address of the web.
 */
export async function savePage(world: World, page: SavedPage, feedTitle: string): Promise<number | null> {
  const url = readWebUrl(stripTracking(page.url));
  if (!url) return null;
  const feedId = await needFeed(feedTitle, world.now());
  const link = url.href;
  const article = extractArticle(page.html, link);
  const item = newEntry(
    {
      ...blank,
      id: link,
      link,
      title: page.title || url.host,
      content: article?.html ?? '',
      base: link,
      language: article?.language ?? '',
    },
    { key: link, altKey: '' },
    world.now(),
  );
  const { entryIds } = await commitCheck({ feedId, patch: {}, added: [item] });
  await feedsChanged(world);
  world.announce({ kind: 'lists' });
  return entryIds[0] ?? null;
}

const blank = {
  titleType: 'text' as const,
  published: null,
  updated: null,
  summary: '',
  author: '',
  categories: [],
  enclosures: [],
  thumbnail: '',
  comments: '',
};

/** The feed of saved pages, out of the bin if it was there, or a new one. */
async function needFeed(title: string, now: number): Promise<number> {
  const known = (await listArchives()).find(({ description }) => description === mark);
  if (known?.removedAt) await restoreFeed(known.id);
  if (known) return known.id;
  const position = Math.max(0, ...(await listFeeds()).map((feed) => feed.position + 1));
  const named = { title, description: mark, position };
  const [id = 0] = await addFeeds([
    newFeed({ ...named, sources: [], addedAt: now, nextCheckAt: neverChecked }),
  ]);
  return id;
}
