import { readWebUrl } from '../text/address-url';
import { type FeedLink, surestFirst } from './feed-link';
import { rsshubTable } from './rsshub-table';
import { anyHost, type SiteRule } from './site-rule';
import { fediverseTable, otherSites, siteTable } from './site-table';

/** Longer addresses are no pages of these sites. */
const maxLength = 2048;

/** The address that a template gives for a page, or null where a value is missing. */
function fill(template: string, url: URL, groups: Record<string, string | undefined>): string | null {
  let missing = false;
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'search') return url.search;
    // Groups are parts of a path, already percent-encoded.
    const parameter = url.searchParams.get(name);
    const value = groups[name] ?? (parameter && encodeURIComponent(parameter));
    if (!value) missing = true;
    return value ?? '';
  });
  return missing ? null : filled;
}

/** The site's own address for `www.`, mobile and other dresses of it. */
function plainHost(hostname: string): string {
  return hostname.replace(/^(?:www|old|new|np|m|mobile)\.(?=[^.]+\.)/, '');
}

function apply(rules: readonly SiteRule[], url: URL, rsshub: string | undefined): FeedLink[] {
  const host = plainHost(url.hostname);
  const path = url.pathname.replace(/\/$/, '');
  return rules.flatMap((rule) => {
    const match = rule.host.test(host) ? rule.path.exec(path) : null;
    const query = Object.entries(rule.query ?? {});
    if (!match || !query.every(([name, shape]) => shape.test(url.searchParams.get(name) ?? ''))) return [];
    return Object.entries(rule.feeds).flatMap(([template, title]) => {
      const filled = fill(template.replace(/^rsshub:/, rsshub ?? ''), url, match.groups ?? {});
      const feed = filled === null ? null : readWebUrl(filled.startsWith('/') ? url.origin + filled : filled);
      return feed ? [{ url: feed.href, title, rank: rule.guess ? (3 as const) : (1 as const) }] : [];
    });
  });
}

/** Whether a host is one of a site we know, and so no server of the fediverse, whatever its addresses look like. */
function isNamed(host: string): boolean {
  return (
    otherSites.test(host) ||
    [...siteTable, ...rsshubTable].some((rule) => rule.host !== anyHost && rule.host.test(host))
  );
}

/**
 * The feeds of a page on a site whose rules we know, from its address alone: nothing is asked of the network, so each is
 * still to be read. Sites that have none of their own (Bilibili, Weibo, Zhihu) count when `rsshub`, the address of the
 * reader's own RSSHub instance, is given. Handles of YouTube need the page: `findFeeds`. Surest first; [] for other sites.
 * Those of rank 3 go by the address's shape alone: what the page itself announces is to be preferred.
 */
export function siteFeeds(address: string, { rsshub }: { rsshub?: string } = {}): FeedLink[] {
  const url = address.length > maxLength ? null : readWebUrl(address);
  if (!url) return [];
  const instance = readWebUrl(rsshub ?? '')?.href.replace(/\/$/, '');
  const known = [...apply(siteTable, url, undefined), ...(instance ? apply(rsshubTable, url, instance) : [])];
  const links =
    known.length > 0 || isNamed(plainHost(url.hostname)) ? known : apply(fediverseTable, url, undefined);
  return surestFirst(links);
}
