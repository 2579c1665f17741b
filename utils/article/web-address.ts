import { isPrivateHost } from '../text/address';
import { readUrl } from '../text/address-url';

/** Where an article stands: what its addresses are relative to, and what they may point to. */
export interface ArticlePlace {
  /** Absolute; relative addresses without a usable one are dropped. */
  base: string;
  /** `host:port` of private addresses that the reader typed herself; all others in her network are refused (REQ-24). */
  privateHosts?: readonly string[];
}

/** An absolute address of a kind that an article may name, or null. */
export function resolveAddress(value: string, place: ArticlePlace): URL | null {
  const url = readUrl(value.trim(), place.base || undefined);
  if (!url || !/^(?:https?|mailto|tel):$/.test(url.protocol)) return null;
  return url;
}

/** Answers for the hosts that articles named last: an article names few, and each of them often. */
const known = new Map<string, boolean>();
const mostKnown = 500;

function isPrivate(hostname: string): boolean {
  const answer = known.get(hostname) ?? isPrivateHost(hostname);
  if (known.size >= mostKnown) known.clear();
  known.set(hostname, answer);
  return answer;
}

/** http or https, without user name, on a host that an article may point to; the absolute address, or null. */
export function webAddress(value: string, place: ArticlePlace): string | null {
  const url = resolveAddress(value, place);
  return url && webHref(url, place);
}

/** The same of an address that is resolved. */
export function webHref(url: URL, place: ArticlePlace): string | null {
  if (!url.protocol.startsWith('http') || url.username !== '' || url.password !== '') return null;
  if (isPrivate(url.hostname) && !place.privateHosts?.includes(url.host)) return null;
  return url.href;
}
