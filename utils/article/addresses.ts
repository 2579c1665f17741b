import { rasterData } from './allow-list';
import { parseSrcset } from './images/srcset';
import { type ArticlePlace, resolveAddress, webAddress, webHref } from './web-address';

const idPrefix = 'user-content-';

/** What a link may lead to: the web, a letter, a call, or a place in the same article. */
export function linkAddress(value: string, place: ArticlePlace): string | null {
  const text = value.trim();
  if (text.startsWith('#')) return placeInArticle(text.slice(1));
  const url = resolveAddress(text, place);
  if (!url) return null;
  return url.protocol.startsWith('http') ? webHref(url, place) : url.href;
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
