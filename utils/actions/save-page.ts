import { neverChecked } from '../archive/archive-feed';
import { escapeMarkup } from '../archive/xml-text';
import type { SavedPage } from '../browser/page-of-tab';
import { commitCheck } from '../db/commit-check';
import { getBody } from '../db/entry-lists';
import { addFeeds, listFeeds } from '../db/feeds';
import { findKnown } from '../db/known-entries';
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

/** Words in the reader's language. */
export interface SavingWords {
  /** What the feed of saved pages is called when it is made. */
  feedTitle: string;
  /** Stands in the place of a text that could not be read. */
  addressOnly: string;
}

export interface Saved {
  entryId: number;
  /** Whether nothing but the page's address could be kept. */
  isAddressOnly: boolean;
}

/**
 * Keeps a page that the reader has open as an article of the feed of saved pages; one that is there is renewed, but no text
 * makes room for none: a page that was there may ask for a login today. null where the page has no address of the web.
 */
export async function savePage(world: World, page: SavedPage, words: SavingWords): Promise<Saved | null> {
  const url = readWebUrl(stripTracking(page.url));
  if (!url) return null;
  const feedId = await needFeed(words.feedTitle, world.now());
  const link = url.href;
  const article = extractArticle(page.html, link);
  const before = (await findKnown(feedId, [link])).known.get(link);
  if (!article && before && (await hasText(before.id))) return { entryId: before.id, isAddressOnly: false };
  const item = newEntry(
    {
      ...blank,
      id: link,
      link,
      title: page.title || url.host,
      content: article?.html ?? '',
      summary: article ? '' : `${noText}${escapeMarkup(words.addressOnly)}</p>`,
      base: link,
      language: article?.language ?? '',
    },
    { key: link, altKey: '' },
    world.now(),
  );
  const { entryIds } = await commitCheck({ feedId, patch: {}, added: [item] });
  await feedsChanged(world);
  world.announce({ kind: 'lists' });
  return { entryId: entryIds[0] ?? before?.id ?? 0, isAddressOnly: !article };
}

/** By this what stands in the place of a text is known, in whatever language. */
const noText = '<p data-address-only>';

async function hasText(entryId: number): Promise<boolean> {
  const body = await getBody(entryId);
  return body !== undefined && body.html !== '' && !body.html.startsWith(noText);
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
