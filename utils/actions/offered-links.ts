import { type FeedLink, surestFirst } from '../discover/feed-link';
import { findFeeds } from '../discover/find-feeds';
import { siteFeeds } from '../discover/site-rules';
import { isPrivateHost } from '../text/address';
import { readWebUrl } from '../text/address-url';

/** An address to look at. */
export interface Place {
  url: string;
  /** The reader named a private address, so private hosts may be asked. */
  privateAllowed: boolean;
}

/** A feed that is offered, and whether it may be asked where it is private. */
export interface Offer extends FeedLink, Place {}

/** A page as it was found: where it was looked for, where it stands, and its HTML. */
export interface FoundPage {
  place: Place;
  /** After redirects. */
  url: string;
  html: string;
}

/**
 * What a page and the rules of its site offer, the surest first. Only a page in a private network, and the reader's own
 * RSSHub instance, lead to private addresses.
 */
export function offeredLinks({ place, url, html }: FoundPage, rsshub: string): Offer[] {
  const ruled = [...new Set([place.url, url])].flatMap((address) => siteFeeds(address, { rsshub }));
  const instance = readWebUrl(rsshub)?.origin;
  return surestFirst([...findFeeds(html, url), ...ruled]).flatMap((link) => {
    const target = new URL(link.url);
    const privateAllowed = place.privateAllowed || target.origin === instance;
    const refused = !privateAllowed && isPrivateHost(target.hostname);
    return refused || link.url === place.url ? [] : [{ ...link, privateAllowed }];
  });
}
