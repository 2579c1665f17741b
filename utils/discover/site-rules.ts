import { readWebUrl } from '../text/address-url';
import { type FeedLink, surestFirst } from './feed-link';
import { rsshubTable } from './rsshub-table';
import { fitsHost, pathPattern, type SiteRule } from './site-rule';
import { fediverseTable, otherSites, reservedParts, siteTable } from './site-table';

/** Longer addresses are no pages of these sites. */
const maxLength = 2048;

/** The address that a template gives for a page, or null where a value is missing. */
function fill(template: string, url: URL, groups: Record<string, string | undefined>): string | null {
  let missing = false;
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'search') return url.search;
    // Groups are parts of the address, already percent-encoded.
    const value = groups[name] ?? encodeURIComponent(url.searchParams.get(name) ?? '');
    if (value === '') missing = true;
    return value;
  });
  return missing ? null : filled;
}

/** The host without the names that sites give to other dresses of themselves. */
function plainHost({ hostname }: URL): string {
  return hostname.replace(/^(?:www|old|new|np|m|mobile|music)\.(?=[^.]+\.)/, '');
}

/** The feeds that the rows say a page has; paths are on `site`. */
function apply(rules: readonly SiteRule[], url: URL, site: string): FeedLink[] {
  const host = plainHost(url);
  const path = url.pathname.replace(/(?:\.git)?\/?$/, '');
  return rules.flatMap(([hosts, shape, ...feeds]) => {
    if (!fitsHost(hosts, host)) return [];
    const match = pathPattern(shape, reservedParts[hosts]).exec(
      shape.includes('\\?') ? path + url.search : path,
    );
    return feeds.flatMap((feed): FeedLink[] => {
      const [, guess = '', template = '', title = ''] = /^(\??)(\S+) ?(.*)$/.exec(feed) ?? [];
      const filled = match && fill(template, url, match.groups ?? {});
      const target = filled && readWebUrl(filled.startsWith('/') ? site + filled : filled);
      return target ? [{ url: target.href, title, rank: guess === '' ? 1 : 3 }] : [];
    });
  });
}

/** Whether a site is one we know, and so no server of the fediverse, whatever its addresses look like. */
function isNamed(url: URL): boolean {
  const host = plainHost(url);
  const named = (table: readonly SiteRule[]) =>
    table.some(([hosts]) => hosts !== '*' && fitsHost(hosts, host));
  return otherSites.test(host) || named(siteTable) || named(rsshubTable);
}

/**
 * The feeds of a page on a site whose rules we know, from its address alone: nothing is asked of the network, so each is
 * still to be read. Sites that have none of their own (Bilibili, Weibo, Zhihu) count when `rsshub`, the address of the
 * reader's own RSSHub instance, is given. Handles of YouTube need the page: `findFeeds`. Surest first; [] for other sites.
 * Those of rank 3 go by the address's shape alone: what the page itself announces is to be preferred.
 */
export function siteFeeds(address: string, { rsshub = '' }: { rsshub?: string } = {}): FeedLink[] {
  const url = address.length > maxLength ? null : readWebUrl(address);
  if (!url) return [];
  const instance = readWebUrl(rsshub)?.href.replace(/\/$/, '');
  const known = [
    ...apply(siteTable, url, url.origin),
    ...(instance ? apply(rsshubTable, url, instance) : []),
  ];
  if (known.length > 0 || isNamed(url)) return surestFirst(known);
  return surestFirst(apply(fediverseTable, url, url.origin));
}
