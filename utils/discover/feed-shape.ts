/** Media types of feeds in `type`; plain XML too, which many feeds are announced as. */
const feedType =
  /^(?:application|text)\/(?:(?:x[.-])?(?:rss|atom|rdf)(?:\+xml)?|xml|feed\+json|cdf|x-cdf)\s*(?:;|$)/i;
/** JSON is also what a site's programming interface is announced as: it counts where the address says feed. */
const jsonType = /^application\/json\s*(?:;|$)/i;

/** An address that ends like a feed, or has a part that is called so. */
const feedPath =
  /\.(?:rss|atom|rdf)$|(?:^|\/)(?:rss|atom|feeds?|rdf|syndication)(?:[/._-]|$)|[._-](?:rss|atom|feed)(?:\.\w+)?$|(?:^|\/)(?:index|posts|news|blog)\.xml$/i;
const feedQuery = /(?:^|[?&])(?:feed=(?:rss2?|atom|rdf)|(?:format|type|alt|mod|output)=(?:rss|atom|feed)\b)/i;
const feedHost = /^(?:feeds?|rss)\.|^feedproxy\.google\.com$/;
/** XML and JSON that is something else, pages about feeds, and services that only pass an address on. */
const otherPath =
  /sitemap|opensearch|(?:^|\/)(?:wlwmanifest|browserconfig|rsd|manifest|oembed|crossdomain)\b|\.(?:html?|png|jpe?g|gif|svg|webp|ico|css|js|pdf|zip|mp[34])$/i;
const passingOn =
  /^(?:feedly|inoreader|newsblur|theoldreader|netvibes|bloglovin|feedbin|bazqux|follow\.it|add\.my\.yahoo|my\.yahoo|twitter|x|facebook|t)\.?(?:com|me|co)?$/;

/** What people call a link to a feed. */
const feedLabel =
  /^(?:rss|atom|json)(?:\s*[\d.]+)?(?:\s*(?:feeds?|订阅|訂閱))?$|^(?:feeds?|rss\s.{0,12}|订阅|訂閱|フィード)$/i;

/** Whether a `link` with this type announces a feed. */
export function isFeedType(type: string, url: URL): boolean {
  return feedType.test(type) || (jsonType.test(type) && /feed/i.test(url.pathname));
}

/** Whether an address looks like that of a feed, from its spelling alone. */
export function looksLikeFeed(url: URL): boolean {
  if (otherPath.test(url.pathname) || passingOn.test(url.hostname.replace(/^www\./, ''))) return false;
  return (
    feedPath.test(url.pathname) ||
    feedQuery.test(url.search) ||
    (feedHost.test(url.hostname) && url.pathname !== '/')
  );
}

/** Whether a link's text is what feeds are called. */
export function isFeedLabel(label: string): boolean {
  return label.length <= 32 && feedLabel.test(label);
}
