import { isPrivateHost } from '../../text/address';
import { decodePercent } from '../../text/address-url';
import { carriesSecret } from './secret-query';

/** A proxy that readers are offered by name. */
export interface ProxyPreset {
  name: string;
  template: string;
  /** Where the template comes from. */
  source: string;
}

/** None of them is used before the reader chooses it: a proxy sees the address of every image and the reader's own. */
export const proxyPresets: readonly ProxyPreset[] = [
  {
    name: 'wsrv.nl',
    // `default=` would answer a failure with a redirect to the origin, so it is never part of a template.
    template: `https://wsrv.nl/?url=\${href_ue}&n=-1`,
    source: 'https://wsrv.nl/docs/',
  },
  {
    name: 'images.weserv.nl',
    template: `https://images.weserv.nl/?url=\${href_ue}&n=-1`,
    source: 'https://images.weserv.nl/docs/',
  },
  {
    name: 'i0.wp.com',
    template: `https://i0.wp.com/\${host}\${pathname}?ssl=1`,
    source: 'https://developer.wordpress.com/docs/photon/api/',
  },
  {
    name: 'DuckDuckGo',
    template: `https://external-content.duckduckgo.com/iu/?u=\${href_ue}`,
    source: 'the proxy of its own search results, found in hotlink templates for RSSHub',
  },
];

/** The placeholders that RSSHub and its companions use. */
const placeholders: Record<string, (url: URL) => string> = {
  href: (url) => url.href,
  href_ue: (url) => encodeURIComponent(url.href),
  host: (url) => url.host,
  pathname: (url) => url.pathname,
};

/** Why a template cannot be used; null when it can. */
export type TemplateFault =
  | 'not-https'
  | 'private-host'
  | 'no-placeholder'
  | 'unknown-placeholder'
  | 'default';

const known = /\$\{(href|href_ue|host|pathname)\}/g;

/** The template with a harmless image in it, to be judged as an address; null when it is none. */
function trial(template: string): URL | null {
  const filled = fill(template, new URL('https://example.com/a.png'));
  return URL.canParse(filled) ? new URL(filled) : null;
}

function fill(template: string, url: URL): string {
  return template.replace(known, (_, name: string) => placeholders[name]?.(url) ?? '');
}

/** What a placeholder stands behind: scheme and host of the proxy must be the template's own words. */
function ownHost(template: string): boolean {
  const origin = /^\s*https:\/\/[^/?#\\]+/i.exec(template)?.[0];
  return origin !== undefined && !origin.includes('$') && !origin.includes('@');
}

/**
 * Judges a proxy template that a reader typed: `https` and a public host of its own, no user name, at least one of
 * `${href}`, `${href_ue}`, `${host}` with `${pathname}`, and no `default=` (it makes wsrv.nl redirect to the origin, which tells it
 * the reader's address on every failure).
 */
export function templateFault(template: string): TemplateFault | null {
  const url = trial(template);
  if (!url || !ownHost(template)) return 'not-https';
  if (isPrivateHost(url.hostname)) return 'private-host';
  const rest = template.replace(known, '');
  if (/\$\{/.test(rest)) return 'unknown-placeholder';
  const [asked = ''] = template.split('#', 1);
  const names = [...asked.matchAll(known)].map(([, name]) => name);
  const whole = names.includes('href') || names.includes('href_ue');
  if (!whole && !(names.includes('host') && names.includes('pathname'))) return 'no-placeholder';
  return /[?&](?:default|errorredirect)(?:=|&|$)/i.test(decodePercent(rest)) ? 'default' : null;
}

/**
 * Whether a raw placeholder stands in the proxy's own query, and the image's address holds something that ends a value
 * there: what follows would become the proxy's parameter, `default=` for one.
 */
function spills(template: string, url: URL): boolean {
  const query = template.split('?').slice(1).join('?');
  return /\$\{(?:href|host|pathname)\}/.test(query) && /[&;#+]/.test(url.href);
}

/** Whether a proxy may be told this image's address: public http(s), nothing in it that is one reader's own. */
function mayBeTold(url: URL): boolean {
  return /^https?:$/.test(url.protocol) && !isPrivateHost(url.hostname) && !carriesSecret(url);
}

/**
 * The address of an image as one proxy serves it. `template` holds `${href}` (the address), `${href_ue}` (the address
 * percent-encoded, for a query), `${host}` and `${pathname}`. The fragment is never sent.
 *
 * Gives null, and so leaves the image unproxied, when the template has a fault (see `templateFault`), the address is not
 * http(s), lies in a private network, has a user name, or carries something like a key (REQ-35); also when the template
 * leaves the query out and the image's address has one, because that would be another image, or would let the address
 * write into the proxy's own query.
 */
export function applyTemplate(template: string, address: string): string | null {
  if (templateFault(template) !== null || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!mayBeTold(url)) return null;
  url.hash = '';
  if (url.search !== '' && !/\$\{href(?:_ue)?\}/.test(template)) return null;
  if (spills(template, url)) return null;
  const filled = fill(template, url);
  return URL.canParse(filled) ? new URL(filled).href : null;
}
