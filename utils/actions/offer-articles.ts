import type { Offer } from '../browser/address-bar';
import { listFeeds } from '../db/feeds';
import { listFolders } from '../db/folders';
import { searchEntries, searchSoon } from '../db/search-entries';
import type { Found } from '../db/search-page';
import { listTags } from '../db/tag-list';
import type { Entry } from '../model/entry';
import { feedName } from '../model/feed';
import { planSearch, type SearchPlan } from '../search/plan';
import { parseQuery } from '../search/query';

/** As many as address bars show. */
const most = 6;

/** Pages that are waited for: each ends when it takes long. */
const mostPages = 4;

async function newest(plan: SearchPlan): Promise<Entry[]> {
  const found: Entry[] = [];
  let after: Found['next'] = null;
  for (let pages = 0; pages < mostPages; pages++) {
    const page: Found = await searchEntries(plan, { limit: most - found.length, ...(after && { after }) });
    found.push(...page.entries);
    after = page.next;
    if (!after || found.length >= most) break;
  }
  return found;
}

/** Makes ready for the first letter. What fails here fails again where it is asked for, and is said there. */
export function offerSoon(): Promise<void> {
  return searchSoon().catch(() => undefined);
}

/** The newest articles that a text finds at `now` (ms), each with its feed's name and its place. */
export async function offerArticles(text: string, now: number): Promise<Offer[]> {
  const query = parseQuery(text, now);
  if (query.words.length + query.filters.length === 0) return [];
  const [feeds, folders, tags] = await Promise.all([listFeeds(), listFolders(), listTags()]);
  const named = feeds.map((feed) => ({ id: feed.id, name: feedName(feed), folderId: feed.folderId }));
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const plan = planSearch(query, { feeds: named, folders, tags });
  const entries = await newest(plan);
  return entries.map(({ id, title, snippet, feedId }) => ({
    text: `${title || snippet} — ${names.get(feedId) ?? ''}`,
    place: `/search/${encodeURIComponent(text)}/entry/${id}`,
  }));
}
