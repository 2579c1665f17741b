import { addressKey } from '../text/address';

/** A feed that a page or a site offers; whether it is one is known when it has been read. */
export interface FeedLink {
  url: string;
  /** Plain text; '' where nothing says what it is. */
  title: string;
  /**
   * How sure it is, lower first: 0 announced by the page, 1 the site's own rule, 2 a link that looks like a feed,
   * 3 a guess from the shape of the address.
   */
  rank: 0 | 1 | 2 | 3;
}

/** More than this are never offered. */
const maxLinks = 64;

/** Every feed once, the surest first and else in the order they came, at most 64. */
export function surestFirst(links: readonly FeedLink[]): FeedLink[] {
  const unique = new Map<string, FeedLink>();
  for (const link of links.toSorted((a, b) => a.rank - b.rank)) {
    const key = addressKey(link.url);
    if (!unique.has(key)) unique.set(key, link);
  }
  return [...unique.values()].slice(0, maxLinks);
}
