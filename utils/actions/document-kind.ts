import { readWebUrl } from '../text/address-url';
import { decodeBytes } from '../text/decode';
import { htmlToText } from '../text/html-text';

export type DocumentKind = 'html' | 'login' | 'parked' | 'empty' | 'other';

/** Enough of a page for its title and its first form. */
const lookedAt = 65_536;

/** Names of services that show advertisements on domains nobody uses, and what such pages say. */
const parked =
  /sedoparking|parkingcrew|bodis\.com|hugedomains|afternic|domain (?:name )?(?:is|may be) (?:for sale|parked)|buy this domain|(?:域名|網域)(?:正在)?(?:出售|转让|轉讓)|(?:出售|转让|轉讓)(?:此|该|該)?(?:域名|網域)/i;

const loginTitle =
  /<title[^>]{0,300}>[^<]{0,300}?(?:\blog ?in\b|\bsign ?in\b|\bcaptive portal\b|登录|登錄|登入|anmelden)/i;
const passwordField = /<input\b[^>]{0,300}?\btype\s*=\s*["']?password/i;

/**
 * What a document is that is no feed: a page, one that wants a password (a login, the portal of a network), one that holds
 * an unused domain, nothing at all, or something else.
 */
export function documentKind(bytes: Uint8Array): DocumentKind {
  const text = decodeBytes(bytes.subarray(0, lookedAt), {}).text.trim();
  if (text === '') return 'empty';
  if (!/<(?:!doctype html|html|head|body)[\s>]/i.test(text.slice(0, 4096))) return 'other';
  if (parked.test(text)) return 'parked';
  return loginTitle.test(text) || passwordField.test(text) ? 'login' : 'html';
}

const titleLength = 100;

/** The same with the page's host and title, for those that are pages; the title may be hostile, like all texts. */
export function documentFacts(
  bytes: Uint8Array,
  url: string,
): { found: DocumentKind; page?: { host: string; title: string } } {
  const found = documentKind(bytes);
  const host = readWebUrl(url)?.hostname ?? '';
  if (found === 'empty' || found === 'other' || host === '') return { found };
  const { text } = decodeBytes(bytes.subarray(0, lookedAt), {});
  const title = /<title[^>]{0,300}>([^<]{0,1000})/i.exec(text)?.[1] ?? '';
  return { found, page: { host, title: htmlToText(title, titleLength).trim() } };
}
