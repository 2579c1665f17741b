import { readWebUrl } from '../text/address-url';
import type { FeedLink } from './feed-link';

/** Where feeds usually are, the likeliest first. */
const paths = ['feed', 'rss', 'atom.xml', 'index.xml', 'feed.json', 'rss.xml', 'feed.xml'];

/**
 * Addresses to try when a page announces no feed and the reader asks to look further: on the page's own level, then on
 * the site's front. Guesses all: each costs a request. [] when the address is none.
 */
export function wellKnownFeeds(address: string): FeedLink[] {
  const url = readWebUrl(address);
  if (!url) return [];
  const level = url.pathname.slice(0, 512).replace(/[^/]*$/, '');
  const bases = level === '/' ? ['/'] : [level, '/'];
  return bases.flatMap((base) =>
    paths.map((path) => ({ url: new URL(url.origin + base + path).href, title: '', rank: 3 as const })),
  );
}
