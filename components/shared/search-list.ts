import { signal } from '@preact/signals';
import type { EntryQuery } from '../../utils/db/entry-lists';
import { getSearchProgress, searchEntries } from '../../utils/db/search-entries';
import type { Entry } from '../../utils/model/entry';
import { feedName } from '../../utils/model/feed';
import { planSearch } from '../../utils/search/plan';
import { parseQuery, type Query } from '../../utils/search/query';
import { feeds, feedsStatus, folders, loadFeeds } from './feeds-state';
import { loadTags, tags } from './tags-state';

/** What the last text was understood to say. */
export const understood = signal<Query>({ words: [], filters: [], unclear: [] });
/** Of how many articles how many can be found; null until it is known. */
export const indexed = signal<{ indexed: number; total: number } | null>(null);

/** Reads anew how far the index has come. */
export async function readProgress(): Promise<void> {
  indexed.value = await getSearchProgress().catch(() => indexed.value);
}

async function surroundings() {
  if (feedsStatus.value === 'loading') await Promise.all([loadFeeds(), loadTags()]);
  const named = feeds.value.map((feed) => ({ id: feed.id, name: feedName(feed), folderId: feed.folderId }));
  return { feeds: named, folders: folders.value, tags: tags.value };
}

/** Articles that a text finds, newest first, below `after`; none for a text that says nothing. */
export async function searchFor(
  text: string,
  { limit, after }: Pick<EntryQuery, 'limit' | 'after'>,
): Promise<Entry[]> {
  const query = parseQuery(text, Date.now());
  if (!after) {
    understood.value = query;
    void readProgress();
  }
  if (query.words.length + query.filters.length === 0) return [];
  return searchEntries(planSearch(query, await surroundings()), { limit, ...(after && { after }) });
}
