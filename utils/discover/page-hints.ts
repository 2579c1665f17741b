import type { FeedLink } from './feed-link';
import type { PageLinks } from './page-links';

/** What `meta name="generator"` says -> where such sites have their feeds, from the site's front. */
const generators: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^WordPress\b/i, ['/feed/', '/comments/feed/']],
  [/^Ghost\b/i, ['/rss/']],
  [/^Hugo\b/i, ['/index.xml']],
  [/^Jekyll\b/i, ['/feed.xml']],
  [/^Hexo\b/i, ['/atom.xml', '/rss2.xml']],
  [/^Blogger\b/i, ['/feeds/posts/default', '/feeds/comments/default']],
  [/^Discourse\b/i, ['/latest.rss']],
  [/^Typecho\b/i, ['/feed/', '/feed/comments/']],
  [/^Z-?Blog/i, ['/feed.php']],
  [/^Discuz!/i, ['/forum.php?mod=rss']],
  [/^Drupal\b/i, ['/rss.xml']],
  [/^Wix\b/i, ['/blog-feed.xml']],
  [/^PeerTube\b/i, ['/feeds/videos.xml']],
];

const channelId = /"(?:externalId|channelId)":"(UC[\w-]{22})"/;
const channelUrl = /^https:\/\/www\.youtube\.com\/channel\/(UC[\w-]{22})$/;

/** The channel that a handle (`/@name`, `/c/name`) or a video belongs to: only the page knows it. */
function youtubeChannel(html: string, page: PageLinks): string | undefined {
  const canonical = page.links.find(({ rel }) => rel === 'canonical')?.href ?? '';
  const named = page.meta.get('identifier') ?? page.meta.get('channelid') ?? '';
  return channelUrl.exec(canonical)?.[1] ?? (/^UC[\w-]{22}$/.test(named) ? named : channelId.exec(html)?.[1]);
}

/** A category, tag or author of a WordPress site has a feed of its own, also where addresses are `?cat=3`. */
function wordpressPage(url: URL): string[] {
  if (/\/(?:category|tag|author)\/./.test(url.pathname)) return [`${url.pathname.replace(/\/?$/, '/')}feed/`];
  return /^\?(?:cat|tag|author)=/.test(url.search) ? [`/${url.search}&feed=rss2`] : [];
}

function generatorPaths(url: URL, page: PageLinks): string[] {
  const generator = page.meta.get('generator') ?? '';
  const known = generators.find(([name]) => name.test(generator))?.[1] ?? [];
  const wordpress =
    /^WordPress\b/i.test(generator) || page.links.some(({ href }) => href.includes('/wp-content/'));
  if (!wordpress) return [...known];
  return [...wordpressPage(url), ...(known.length > 0 ? known : ['/feed/'])];
}

/** Feeds that a page does not announce but gives away by what made it. */
export function hintedFeeds(html: string, url: URL, page: PageLinks): FeedLink[] {
  if (/(?:^|\.)youtube\.com$/.test(url.hostname)) {
    const id = youtubeChannel(html, page);
    const feed = `https://www.youtube.com/feeds/videos.xml?channel_id=${id}`;
    return id === undefined ? [] : [{ url: feed, title: 'YouTube channel', rank: 1 }];
  }
  const substack = page.links.some(({ href }) => href.startsWith('https://substackcdn.com/'));
  const paths = substack ? ['/feed'] : generatorPaths(url, page);
  return paths.map((path) => ({ url: new URL(url.origin + path).href, title: '', rank: 1 as const }));
}
