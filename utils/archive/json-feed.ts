import { readWebUrl } from '../text/address-url';
import type { ArchiveArticle } from './article';

const isoTime = (time: number) => new Date(time).toISOString();

/** What stands before the items of a JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonFeedHead(title: string): string {
  const head = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title });
  return `${head.slice(0, -1)},"items":[\n`;
}

export const jsonFeedTail = '\n]}\n';

/** One item of it, on one line. What the article lacks is left out, as the format wants it. */
export function jsonFeedItem(article: ArchiveArticle): string {
  const { title, link, author, published, updated, image, language, categories, html, key } = article;
  return JSON.stringify({
    id: link || `urn:broadsheet:${encodeURIComponent(key)}`,
    ...(readWebUrl(link) && { url: link }),
    ...(title && { title }),
    content_html: html,
    ...(image && { image }),
    ...(published !== null && { date_published: isoTime(published) }),
    ...(updated !== null && { date_modified: isoTime(updated) }),
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
