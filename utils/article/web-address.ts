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

/** http or https, without user name, on a host that an article may point to; the absolute address, or null. */
export function webAddress(value: string, place: ArticlePlace): string | null {
  const url = resolveAddress(value, place);
  if (!url?.protocol.startsWith('http') || url.username !== '' || url.password !== '') return null;
  if (isPrivateHost(url.hostname) && !place.privateHosts?.includes(url.host)) return null;
  return url.href;
}
