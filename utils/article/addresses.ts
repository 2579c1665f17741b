import { isPrivateHost } from '../text/address';
import { readUrl } from '../text/address-url';
import { rasterData } from './allow-list';
import { parseSrcset } from './images/srcset';

/** Where an article stands: what its addresses are relative to, and what they may point to. */
export interface ArticlePlace {
  /** Absolute; relative addresses without a usable one are dropped. */
  base: string;
  /** `host:port` of private addresses that the reader typed herself; all others in her network are refused (REQ-24). */
  privateHosts?: readonly string[];
}

const idPrefix = 'user-content-';

function resolve(value: string, place: ArticlePlace): URL | null {
  const url = readUrl(value.trim(), place.base || undefined);
  if (!url || !/^(?:https?|mailto|tel):$/.test(url.protocol)) return null;
  return url;
}

/** http or https, without user name, on a host that an article may point to; the absolute address, or null. */
export function webAddress(value: string, place: ArticlePlace): string | null {
  const url = resolve(value, place);
  if (!url?.protocol.startsWith('http') || url.username !== '' || url.password !== '') return null;
  if (isPrivateHost(url.hostname) && !place.privateHosts?.includes(url.host)) return null;
  return url.href;
}

/** What a link may lead to: the web, a letter, a call, or a place in the same article. */
export function linkAddress(value: string, place: ArticlePlace): string | null {
  const text = value.trim();
  if (text.startsWith('#')) return placeInArticle(text.slice(1));
  const url = resolve(text, place);
  return url && !url.protocol.startsWith('http') ? url.href : webAddress(text, place);
}

/** Ids of the article are prefixed, and so are the links to them. */
function placeInArticle(id: string): string | null {
  if (id === '') return null;
  return `#${id.startsWith(idPrefix) ? '' : idPrefix}${id}`;
}

/** A picture's address: on the web, or a raster picture in the address itself. */
export function imageAddress(value: string, place: ArticlePlace): string | null {
  const text = value.trim();
  return rasterData.test(text) ? text : webAddress(text, place);
}

/**
 * The candidates of a srcset that are on the web, written anew; '' where none is. Commas inside addresses are escaped,
 * so that no second reading can split them another way.
 */
export function webSrcset(value: string, place: ArticlePlace): string {
  const kept = parseSrcset(value).flatMap(({ url, width, density }) => {
    const address = webAddress(url, place)?.replaceAll(',', '%2C');
    const size = width === null ? `${density}x` : `${width}w`;
    return address ? [`${address} ${size}`] : [];
  });
  return kept.join(', ');
}
