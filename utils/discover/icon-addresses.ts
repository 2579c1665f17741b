import type { Feed } from '../model/feed';
import { isPrivateHost } from '../text/address';
import { readWebUrl } from '../text/address-url';
import { readPage } from './page-links';

const bare = (host: string) => host.replace(/^www\./, '');

/** The same host, or one of them within the other's domain: `blog.example.com` and `example.com`. */
function isOwn(host: string, other: string): boolean {
  const [a, b] = [bare(host), bare(other)];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** Public and plain: an icon is worth no look into the reader's own network, and no password. */
function usable(address: string): URL | null {
  const url = readWebUrl(address);
  return url && url.username === '' && !isPrivateHost(url.hostname) ? url : null;
}

/**
 * Where a feed's icon may be asked for, the best place first: `/favicon.ico` of its site, then the icon that the feed
 * names; both only at the site that the feed itself comes from, so that nobody else learns of the subscription, and no
 * feed can send us anywhere (REQ-34). A feed whose site is elsewhere (it comes through another service) has none.
 */
export function iconAddresses({
  iconUrl,
  siteUrl,
  sources,
}: Pick<Feed, 'iconUrl' | 'siteUrl'> & { sources: readonly { url: string }[] }): string[] {
  const source = usable(sources[0]?.url ?? '');
  if (!source) return [];
  const site = siteUrl === '' ? source : usable(siteUrl);
  const icon = usable(iconUrl);
  const own = (url: URL | null): url is URL => url !== null && isOwn(url.hostname, source.hostname);
  const addresses = [
    ...(own(site) ? [new URL('/favicon.ico', site).href] : []),
    ...(own(icon) ? [icon.href] : []),
  ];
  return [...new Set(addresses)];
}

/** The page of a feed's site that may name its icon; null where that is not the feed's own, or private. */
export function iconPage({
  siteUrl,
  sources,
}: Pick<Feed, 'siteUrl'> & { sources: readonly { url: string }[] }) {
  const source = usable(sources[0]?.url ?? '');
  const site = siteUrl === '' ? source && new URL('/', source) : usable(siteUrl);
  return site && source && isOwn(site.hostname, source.hostname) ? site.href : null;
}

/** So many of the icons that a page names are tried. */
const mostNamed = 3;

/**
 * The icons that a page names for itself (`link rel="icon"`, then `apple-touch-icon`; HTML 4.6.7.9), read from its text
 * without a DOM: absolute, at the page's own site alone, no SVG, at most three.
 */
export function iconsOnPage(html: string, pageUrl: string): string[] {
  const page = usable(pageUrl);
  if (!page) return [];
  const { base, links } = readPage(html);
  const from = readWebUrl(base, pageUrl)?.href ?? pageUrl;
  const named = (rel: string) =>
    links
      .filter(({ rel: words, type }) => words.split(/\s+/).includes(rel) && !/svg/i.test(type))
      .flatMap(({ href }) => usable(readWebUrl(href, from)?.href ?? '') ?? [])
      .filter(({ hostname, pathname }) => isOwn(hostname, page.hostname) && !/\.svgz?$/i.test(pathname))
      .map(({ href }) => href);
  return [...new Set([...named('icon'), ...named('apple-touch-icon')])].slice(0, mostNamed);
}

/** Whether an answer still comes from the site that was asked: icons are not taken from where a redirect leads. */
export function isOwnAnswer(asked: string, answered: string): boolean {
  const [from, to] = [usable(asked), usable(answered)];
  return from !== null && to !== null && isOwn(from.hostname, to.hostname);
}
