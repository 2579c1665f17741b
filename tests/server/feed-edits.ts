/** What a publisher adds between two polls. */
export interface AddedEntry {
  id: string;
  title: string;
  link: string;
  html: string;
  /** Milliseconds since the epoch. */
  publishedAt: number;
}

/** Puts an entry at the top of an RSS 2.0, RDF, Atom or JSON Feed document in UTF-8. */
export function addEntry(text: string, entry: AddedEntry): string {
  if (text.trimStart().startsWith('{')) return addJsonItem(text, entry);
  if (text.includes('<feed')) return insertBefore(text, /<entry[\s>]|<\/feed>/, atomEntry(entry));
  return insertBefore(text, /<item[\s>]|<\/channel>/, rssItem(entry));
}

/** Takes all entries out, as a publisher whose database is down would. */
export function emptyFeed(text: string): string {
  if (text.trimStart().startsWith('{')) return JSON.stringify({ ...JSON.parse(text), items: [] });
  return text.replace(/<(item|entry)[\s>][\s\S]*?<\/\1>/g, '');
}

/** Rewrites each entry's own text, with its number from 0. */
export function mapEntries(text: string, change: (entry: string, index: number) => string): string {
  let index = 0;
  return text.replace(/<(item|entry)[\s>][\s\S]*?<\/\1>/g, (entry) => {
    const changed = change(entry, index);
    index += 1;
    return changed;
  });
}

/** Keeps the entries with these numbers. */
export function keepEntries(text: string, keeps: (index: number) => boolean): string {
  return mapEntries(text, (entry, index) => (keeps(index) ? entry : ''));
}

/** An RSS 2.0 document of any size, the same for the same arguments. */
export function generatedFeed(options: {
  title: string;
  origin: string;
  entries: number;
  bytesPerEntry?: number;
  newestAt?: number;
}): string {
  const newestAt = options.newestAt ?? Date.UTC(2026, 10, 1);
  const paragraph = '<p>Ein Absatz, a paragraph, 一段文字，用來量度速度。</p>';
  const repeats = Math.max(1, Math.round((options.bytesPerEntry ?? 600) / Buffer.byteLength(paragraph)));
  const items = Array.from({ length: options.entries }, (_, index) =>
    rssItem({
      id: `${options.origin}/${options.title}/${index}`,
      title: `${options.title}: article ${index}`,
      link: `${options.origin}/page/${encodeURIComponent(options.title)}/${index}`,
      html: `<p>Article ${index} of ${options.title}.</p>${paragraph.repeat(repeats)}`,
      publishedAt: newestAt - index * 3_600_000,
    }),
  );
  const head = `<title>${escapeXml(options.title)}</title><link>${options.origin}/</link><description/>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>${head}\n${items.join('\n')}</channel></rss>`;
}

function insertBefore(text: string, place: RegExp, insertion: string): string {
  const at = text.search(place);
  if (at < 0) throw new Error('This document has no place for an entry');
  return `${text.slice(0, at)}${insertion}\n${text.slice(at)}`;
}

function rssItem(entry: AddedEntry): string {
  return [
    `<item><title>${escapeXml(entry.title)}</title><link>${escapeXml(entry.link)}</link>`,
    `<guid isPermaLink="false">${escapeXml(entry.id)}</guid>`,
    `<pubDate>${new Date(entry.publishedAt).toUTCString()}</pubDate>`,
    `<description>${escapeXml(entry.html)}</description></item>`,
  ].join('');
}

function atomEntry(entry: AddedEntry): string {
  const date = new Date(entry.publishedAt).toISOString();
  return [
    `<entry><id>${escapeXml(entry.id)}</id><title>${escapeXml(entry.title)}</title>`,
    `<link href="${escapeXml(entry.link)}"/><published>${date}</published><updated>${date}</updated>`,
    `<content type="html">${escapeXml(entry.html)}</content></entry>`,
  ].join('');
}

function addJsonItem(text: string, entry: AddedEntry): string {
  const feed: { items?: unknown[] } = JSON.parse(text);
  const item = {
    id: entry.id,
    title: entry.title,
    url: entry.link,
    content_html: entry.html,
    date_published: new Date(entry.publishedAt).toISOString(),
  };
  return JSON.stringify({ ...feed, items: [item, ...(feed.items ?? [])] }, null, 2);
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
