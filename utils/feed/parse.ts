import type { ParsedFeed } from '../model/parsed';
import { decodeBytes } from '../text/decode';
import { parseJsonFeed } from './json-feed';
import { MAX_TEXT } from './limits';
import { FeedReader } from './reader';

export interface ParseOptions {
  /** The address that the document came from: what its relative addresses resolve against. */
  url: string;
  /** The answer's Content-Type header. */
  contentType?: string;
  /** The answer's Content-Language header. */
  contentLanguage?: string;
}

/**
 * Reads a feed of any format (RSS 0.90 to 2.0 and 1.1, RDF, Atom 0.3 and 1.0, JSON Feed, CDF) in any encoding, however
 * broken. Null where the document is something else: a page, a sitemap, OPML. Pure and synchronous, never throws, takes
 * time linear in the document; see utils/feed/limits.ts for what is too much. The strings of the result may share
 * memory with the whole document: store them, and let the result go.
 */
export function parseFeed(bytes: Uint8Array, options: ParseOptions): ParsedFeed | null {
  const { url, contentType = '', contentLanguage = '' } = options;
  const { text: whole, encoding } = decodeBytes(bytes, { contentType });
  const text = whole.length > MAX_TEXT ? whole.slice(0, MAX_TEXT) : whole;
  const language = (contentLanguage.split(',')[0] ?? '').trim();
  const isJson = /^\s*[{[]/.test(text);
  const feed = isJson ? parseJsonFeed(text, url, language) : new FeedReader(text, url, language).read();
  if (feed === null) return null;
  feed.encoding = encoding;
  if (text.length < whole.length) feed.truncated = true;
  return feed;
}
