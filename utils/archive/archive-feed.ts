import type { Feed } from '../model/feed';
import { readWebUrl } from '../text/address-url';

/** Beyond what any clock says: a feed without sources has nothing to check. */
export const neverChecked = 8.64e15;

/** Whether the feed only holds articles that the reader brought: it has no address, and nothing arrives in it. */
export function isArchive(feed: Pick<Feed, 'sources'>): boolean {
  return feed.sources.length === 0;
}

/** The site a record belongs to, as the siteUrl of its archive feed; '' for a record without a usable link. */
export function siteOf(link: string): string {
  const url = readWebUrl(link.trim());
  return url ? `https://${url.host.replace(/^www\./, '')}/` : '';
}

/** The name of that site; '' where the siteUrl is ''. */
export function siteName(siteUrl: string): string {
  return siteUrl.replace(/^https:\/\/|\/$/g, '');
}
