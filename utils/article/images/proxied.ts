import { isPrivateHost } from '../../text/address';
import { readUrl } from '../../text/address-url';
import { type ProxyShape, proxyShapes } from './proxied-table';

/** Proxies are stacked when a mirror proxies what its source had proxied; more than this is an attack or a mistake. */
const maxLayers = 4;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * What a proxy was given, as an address. Without a scheme wsrv.nl takes it for http; nearly every host has https by now,
 * and Firefox shows no http image in an extension, so https it is. `ssl:` is wsrv.nl's older way to say https.
 */
function original(text: string): URL | null {
  const bare = text.trim().replace(/^ssl:/i, '');
  const plain = /^https?%3a/i.test(bare) ? decoded(bare) : bare;
  const full = /^[a-z][a-z\d+.-]*:\//i.test(plain) ? plain : `https://${plain.replace(/^\/+/, '')}`;
  const url = readUrl(full);
  return url && isUsable(url) ? url : null;
}

/** An original on this machine, or behind a user name, is asked of nobody: then the address stays as the feed gave it. */
function isUsable(url: URL): boolean {
  const web = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  return web && url.hostname.includes('.') && !isPrivateHost(url.hostname);
}

/** `host/path`, some of it options of the proxy first (`w=400,f=auto/host/path`). */
function hostPath(rest: string, query: URLSearchParams): string {
  const own = query.get('q');
  const path = rest.replace(/^(?:[a-z]+=[^/,]*(?:,[a-z]+=[^/,]*)*)\//i, '');
  return own === null ? path : `${path}?${own}`;
}

function hidden(url: URL, { path, place }: ProxyShape): string | null {
  const rest = url.pathname.replace(path, '');
  if (place.kind === 'query')
    return place.names.map((name) => url.searchParams.get(name)).find(Boolean) ?? null;
  if (place.kind === 'fragment') return url.hash.slice(1) || null;
  return (place.kind === 'path' ? `${rest}${url.search}` : hostPath(rest, url.searchParams)) || null;
}

function unwrapOnce(url: URL): URL | null {
  const shape = proxyShapes.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
  const inner = shape && hidden(url, shape);
  return inner ? original(inner) : null;
}

/**
 * The image behind an address that a mirror or publisher had already sent through a public image proxy (wsrv.nl,
 * i0.wp.com, DuckDuckGo, Google ...), through several layers if need be: product.md wants the original asked first.
 * Sizes and other options of the proxy are left behind. Gives null when the address is no proxy's, or when what it holds
 * is no public http(s) address.
 */
export function unwrapProxied(address: string): string | null {
  let url = readUrl(address);
  let found: URL | null = null;
  for (let layer = 0; url && layer < maxLayers; layer++) {
    url = unwrapOnce(url);
    if (url) found = url;
  }
  return found?.href ?? null;
}
