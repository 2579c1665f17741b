import { signal } from '@preact/signals';
import { listJoined } from '../../utils/db/copies';
import type { EntryQuery } from '../../utils/db/entry-lists';
import type { Place } from '../../utils/db/newest';
import { getSearchProgress, searchEntries, searchSoon } from '../../utils/db/search-entries';
import type { Found } from '../../utils/db/search-page';
import { feedName } from '../../utils/model/feed';
import { planSearch, type SearchPlan } from '../../utils/search/plan';
import { parseQuery, type Query } from '../../utils/search/query';
import { feeds, feedsStatus, folders, loadFeeds } from './feeds-state';
import { searchText } from './search-state';
import { settings } from './settings-state';
import { loadTags, tags } from './tags-state';

/** What the last text was understood to say. */
export const understood = signal<Query>({ words: [], filters: [], unclear: [] });
/** Of how many articles how many can be found; null until it is known. */
export const indexed = signal<{ indexed: number; total: number } | null>(null);

/** Reads anew how far the index has come. */
export async function readProgress(): Promise<void> {
  indexed.value = await getSearchProgress().catch(() => indexed.value);
}

/** Called when the box takes the keyboard: what a search needs is there before the first letter is. */
export function expectSearch(): void {
  void searchSoon().catch(() => undefined);
  void surroundings().catch(() => undefined);
}

async function surroundings() {
  if (feedsStatus.value === 'loading') await Promise.all([loadFeeds(), loadTags()]);
  const named = feeds.value.map((feed) => ({ id: feed.id, name: feedName(feed), folderId: feed.folderId }));
  return { feeds: named, folders: folders.value, tags: tags.value };
}

/**
 * Articles that a text finds, newest first, below `after`; none for a text that says nothing. Goes on until there are
 * some, or until something else is searched for.
 */
export async function searchFor(
  text: string,
  { limit, after }: Pick<EntryQuery, 'limit' | 'after'>,
): Promise<Found> {
  const query = parseQuery(text, Date.now());
  if (!after) {
    understood.value = query;
    void readProgress();
  }
  if (query.words.length + query.filters.length === 0) return { entries: [], next: null };
  const plan = planSearch(query, await surroundings());
  let page = await onePage(plan, limit, after);
  while (page.entries.length === 0 && page.next && text === searchText.value)
    page = await onePage(plan, limit, page.next);
  return page;
}

/** The next page, with one row for each story. */
async function onePage(plan: SearchPlan, limit: number, after: Place | undefined): Promise<Found> {
  const { entries, next } = await searchEntries(plan, { limit, ...(after && { after }) });
  if (!settings.value.joinStories) return { entries, next };
  const joined = await listJoined(entries, after?.shown ?? new Set());
  return { entries: joined.entries, next: next && { ...next, shown: joined.shown } };
}
