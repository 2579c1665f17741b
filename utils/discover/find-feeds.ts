import { isPrivateHost, parseAddress } from '../text/address';
import { readWebUrl } from '../text/address-url';
import { type FeedLink, surestFirst } from './feed-link';
import { isFeedLabel, isFeedType, looksLikeFeed } from './feed-shape';
import { hintedFeeds } from './page-hints';
import { type PageLink, readPage } from './page-links';

function isFeedScheme(href: string): boolean {
  return /^(?:web\+)?feed:/i.test(href);
}

function linksToFeed(link: PageLink, url: URL): boolean {
  if (isFeedScheme(link.href) || isFeedType(link.type, url)) return true;
  return looksLikeFeed(url) || isFeedLabel(link.title);
}

/** An address on the page, made absolute; `feed:` is understood, other schemes give null. */
function resolve(href: string, base: string): URL | null {
  if (href === '') return null;
  return isFeedScheme(href) ? readWebUrl(parseAddress(href)?.url ?? '') : readWebUrl(href, base);
}

function announced(link: PageLink, url: URL): boolean {
  const rel = link.rel.split(/\s+/);
  if (rel.includes('stylesheet')) return false;
  // rel=service.feed is Atom 0.3's.
  if (rel.includes('feed') || rel.includes('service.feed')) return !/\bhtml\b/i.test(link.type);
  if (!rel.includes('alternate')) return false;
  return link.type === '' ? looksLikeFeed(url) : isFeedType(link.type, url);
}

/**
 * The feeds that a page offers, from its HTML: those it announces (`link rel="alternate"` with a feed's type,
 * `rel="feed"`; https://www.rssboard.org/rss-autodiscovery), else those that what made it has; then links that look like
 * feeds. Surest first, absolute, each once, at most 64. Nothing is fetched and nothing believed: titles are plain text,
 * addresses http(s), and a public page names no private host. Linear in the page; never throws.
 */
export function findFeeds(html: string, pageUrl: string): FeedLink[] {
  const url = readWebUrl(pageUrl);
  if (!url) return [];
  const page = readPage(html);
  const base = readWebUrl(page.base, pageUrl)?.href ?? pageUrl;
  const privatePage = isPrivateHost(url.hostname);
  const pick = (links: readonly PageLink[], rank: 0 | 2, fits: (link: PageLink, url: URL) => boolean) =>
    links.flatMap((link): FeedLink[] => {
      const target = resolve(link.href, base);
      if (!target || !fits(link, target)) return [];
      if (!privatePage && isPrivateHost(target.hostname)) return [];
      target.hash = '';
      return [{ url: target.href, title: link.title, rank }];
    });
  const sure = pick(page.links, 0, announced);
  const hinted = sure.length > 0 ? [] : hintedFeeds(html, url, page);
  return surestFirst([...sure, ...hinted, ...pick(page.anchors, 2, linksToFeed)]);
}
