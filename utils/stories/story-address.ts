import { addressKey } from '../text/address';
import { decodePercent, readWebUrl } from '../text/address-url';
import { stripTracking } from '../text/tracking';

/** Pages that lead on to an article whose address they were given: in a parameter, or as the rest of their path. */
const wrappers: readonly { host: RegExp; path: RegExp; names?: readonly string[] }[] = [
  { host: /^(?:www|news)\.google(?:\.[a-z]{2,3}){1,2}$/, path: /^\/(?:news\/)?url$/, names: ['url', 'q'] },
  { host: /^(?:www\.)?google(?:\.[a-z]{2,3}){1,2}$/, path: /^\/amp\/(?:s\/)?(?=[^/]+\.)/ },
  { host: /\.cdn\.ampproject\.org$/, path: /^\/[acv]\/(?:s\/)?(?=[^/]+\.)/ },
  { host: /^web\.archive\.org$/, path: /^\/web\/\d+[a-z_]*\// },
  { host: /^(?:r\.jina\.ai|12ft\.io|freedium\.cfd|txtify\.it)$/, path: /^\/(?=https?:)/ },
  { host: /^l\.facebook\.com$/, path: /^\/l\.php$/, names: ['u'] },
  { host: /^link\.zhihu\.com$/, path: /^\/$/, names: ['target'] },
  { host: /^(?:www\.)?(?:inoreader|feedly)\.com$/, path: /^\/(?:r|redirect)$/, names: ['url'] },
];

/** Wrapped more often than that, it is an attack or a mistake. */
const maxLayers = 4;

function unwrapOnce(url: URL): URL | null {
  const shape = wrappers.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
  if (!shape) return null;
  const rest = `${url.pathname.replace(shape.path, '')}${url.search}`;
  const given = shape.names
    ? (shape.names.map((name) => url.searchParams.get(name)).find(Boolean) ?? '')
    : decodePercent(rest);
  // a path loses one slash of two on many servers
  const full = given.replace(/^(https?):\/+/, '$1://');
  return readWebUrl(/^https?:/.test(full) ? full : `https://${full}`);
}

function unwrapped(link: string): URL | null {
  let url = readWebUrl(link.trim());
  for (let layer = 0; url && layer < maxLayers; layer++) {
    const inner = unwrapOnce(url);
    if (!inner) break;
    url = inner;
  }
  return url;
}

/** The page for phones, or for AMP, has its article's address in another dress. */
function plain(url: URL): URL {
  const bare = new URL(url);
  bare.hostname = url.hostname.replace(/^(?:www\.)?(?:m|mobile|amp)\.(?=[^.]+\.)/, '');
  bare.pathname = url.pathname
    .replace(/^\/amp(?=\/.)/, '')
    .replace(/(?<=.)\/amp\/?$/, '')
    .replace(/\.amp(?=\.html?$|$)/, '')
    .replace(/\/index\.html?$/, '/');
  for (const name of ['amp', 'outputType']) {
    if (/^(?:amp|1|true|)$/.test(url.searchParams.get(name) ?? 'no')) bare.searchParams.delete(name);
  }
  return bare;
}

/**
 * What all addresses of one article have in common: redirectors, archives and readers' proxies around it, AMP and phone
 * pages, tracking, scheme, `www.`, a final slash and the fragment make no difference. '' for what is no web address, and
 * for a site's front page: it tells nothing about which article is meant.
 */
export function storyAddress(link: string): string {
  const url = unwrapped(link);
  if (!url) return '';
  const key = addressKey(stripTracking(plain(url).href));
  return key.includes('/') || key.includes('?') ? key : '';
}
