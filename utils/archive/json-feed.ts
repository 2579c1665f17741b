import { readWebUrl } from '../text/address-url';
import type { ArchiveArticle } from './article';
import { type ManifestFile, type PieceOrigin, pieceLine, writeManifest } from './manifest';

/** RFC 3339, which has years of four digits alone; '' for another time, and for none. */
function isoTime(time: number | null): string {
  const iso = time === null ? '' : new Date(time).toISOString();
  return /^\d{4}-/.test(iso) ? iso : '';
}

/** The articles' own place in a manifest is their id; what is around them has this one. */
export const feedPath = 'feed';
/** Where the manifest stands: extensions begin with a low line, and are objects (jsonfeed.org/version/1.1, Extensions). */
export const manifestKey = '_broadsheet';

/** A JSON Feed 1.1 (jsonfeed.org/version/1.1) in pieces, with its manifest at its end. */
export interface JsonFeed {
  /** What stands before the first item. */
  head: string;
  /** The next item, on a line of its own. `origin`: what the manifest tells of it. */
  add(article: ArchiveArticle, origin: PieceOrigin): Promise<string>;
  /** `now` in ms. */
  finish(now: number): Promise<string>;
}

export function writeJsonFeed(title: string): JsonFeed {
  const head = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title });
  const encoder = new TextEncoder();
  const files: ManifestFile[] = [];
  const ids = new Set<string>();
  return {
    head: `${head.slice(0, -1)},"items":[\n`,
    async add(article, origin) {
      const id = [article.link, ownId(article)].find((one) => one !== '' && !ids.has(one)) ?? ownId(article);
      ids.add(id);
      const item = jsonFeedItem(article, id);
      files.push(await pieceLine(id, encoder.encode(item), origin));
      return (files.length > 1 ? ',\n' : '') + item;
    },
    async finish(now) {
      const frame = await pieceLine(feedPath, encoder.encode(head), { link: '', source: '', fetched: now });
      return `\n],"${manifestKey}":${writeManifest(now, [frame, ...files])}}\n`;
    },
  };
}

const ownId = ({ key }: ArchiveArticle) => `urn:broadsheet:${encodeURIComponent(key)}`;

/** One item of it, on one line. What the article lacks is left out, as the format wants it. */
function jsonFeedItem(article: ArchiveArticle, id: string): string {
  const { title, link, author, published, updated, image, language, categories, html } = article;
  return JSON.stringify({
    id,
    ...(readWebUrl(link) && { url: link }),
    ...(title && { title }),
    content_html: html,
    ...(image && { image }),
    ...(isoTime(published) && { date_published: isoTime(published) }),
    ...(isoTime(updated) && { date_modified: isoTime(updated) }),
    ...(author && { authors: [{ name: author }] }),
    ...(categories.length > 0 && { tags: categories }),
    ...(language && { language }),
    ...(article.enclosures.length > 0 && { attachments: article.enclosures.map(attachment) }),
  });
}

function attachment({ url, type, length, title, duration }: ArchiveArticle['enclosures'][number]) {
  return {
    url,
    mime_type: type || 'application/octet-stream',
    ...(title && { title }),
    ...(length !== null && { size_in_bytes: length }),
    ...(duration !== null && { duration_in_seconds: duration }),
  };
}
