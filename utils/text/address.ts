import { isPrivateName, isPrivateV4, isPrivateV6, v4Number } from './address-ranges';
import { readUrl, readWebUrl } from './address-url';

/** Longer text is no address that any server takes. */
const maxLength = 8192;

export interface Address {
  /** Canonical, http or https, without fragment. */
  url: string;
  /** The reader wrote http or https; where not, https was assumed (http for private hosts) and the other may be tried. */
  typedScheme: boolean;
}

const wrappers = /^[\s<"'“‘「『《\u200b-\u200f\u2060\ufeff]+|[\s>"'”’」』》\u200b-\u200f\u2060\ufeff]+$/g;
/** Schemes of other feed readers and podcast programs, and what a browser puts in front of a page's source. */
const feedScheme = /^(?:view-source|web\+feed|web\+rss|feeds?|rss|podcast|itpc|pcast)(?::|%3a)(?:\/\/)?\s*/i;
/** Browsers drop the inner colon of `feed://https://host`. */
const webScheme = /^(https?)(?::|%3a|(?=\/\/))/i;

/** An address in the middle of what an app gave to share, as `【标题】 https://example.com/a` and more words. */
const shared =
  /^(?![a-z][\w+.-]*:\S).+?[\s】」』》）：，。](https?:\/\/[^\s<>"'【】「」『』《》（），。]+)/is;

/** Half-width forms of full-width ASCII and of the ideographic full stop; the length stays the same. */
function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u3002]/g, (char) => {
    if (char === '\u3000') return ' ';
    return char === '\u3002' ? '.' : String.fromCharCode(char.charCodeAt(0) - 0xfee0);
  });
}

/**
 * Takes full-width letters out of the scheme and the host, where they mean their half-width twins, and leaves the
 * path alone, where they are themselves. Who types all in full width has no plain slash: then the path is meant too.
 */
function narrowHead(text: string): string {
  const narrow = halfWidth(text);
  if (narrow === text || !text.includes('/')) return narrow;
  const head = /^(?:[a-z+-]+:)*\/*[^/?#]*/i.exec(narrow)?.[0].length ?? 0;
  return narrow.slice(0, head) + text.slice(head);
}

function decodeOnce(text: string): string {
  if (!/^https?%3a/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Without a scheme only what a person would write as a host: a name with a dot, localhost, or a complete IP address. */
function isPlainHost(host: string): boolean {
  if (/^localhost$/i.test(host)) return true;
  if (/^\[[\da-f:.]+\]$/i.test(host)) return true;
  if (v4Number(host) !== null) return true;
  return /^[^\s:@[\]%]+\.(?=[^\d.])[^\s.:@[\]%]{2,}\.?$/u.test(host);
}

function withScheme(text: string): string | null {
  const handle = /^@([\w.-]+)@([^\s@/:]+)$/.exec(text);
  if (handle) return `https://${handle[2]}/@${handle[1]}`;
  const rest = text.replace(/^\/\//, '');
  const host = /^(\[[^\]]*\]|[^/?#\\:]*)(?::\d{1,5})?(?=[/?#\\]|$)/.exec(rest)?.[1] ?? '';
  if (!isPlainHost(host)) return null;
  return `${isPrivateHost(host) ? 'http' : 'https'}://${rest}`;
}

function canonical(text: string): string | null {
  const url = readWebUrl(text);
  const host = url?.hostname.replace(/\.+$/, '');
  if (!url || !host) return null;
  url.hostname = host;
  url.hash = '';
  return url.href;
}

/**
 * Reads what a reader typed or pasted as a web address: `example.com`, `feed:`, `feed:https:`, `feed://`, `web+feed:`,
 * full-width letters, quotes and white space around it, `@name@instance` of the fediverse, words with one https address.
 * Gives null for everything else: other schemes (`javascript:`, `file:`, `data:` ...), e-mail addresses, plain words.
 * User name and password stay in the address. Private hosts pass: ask `isPrivateHost`.
 */
export function parseAddress(text: string): Address | null {
  if (text.length > maxLength) return null;
  return readAddress(text) ?? readAddress(shared.exec(text)?.[1] ?? '');
}

function readAddress(text: string): Address | null {
  let rest = narrowHead(text.replace(wrappers, '')).trim();
  for (let round = 0; round < 3 && feedScheme.test(rest); round++) rest = rest.replace(feedScheme, '');
  rest = decodeOnce(rest);
  const scheme = webScheme.exec(rest);
  const full = scheme ? `${scheme[1]}:${rest.slice(scheme[0].length)}` : withScheme(rest);
  const url = full === null ? null : canonical(full);
  return url === null ? null : { url, typedScheme: scheme !== null };
}

/**
 * Whether a host is on this machine or in a private network, in any spelling: odd IPv4 forms, mapped IPv6, a final dot,
 * `.local`, single words ... (REQ-24). Takes a host name with or without brackets and port. What is no host at all is
 * private too: nothing may be asked of it. A public name that resolves to a private address cannot be seen.
 */
export function isPrivateHost(hostname: string): boolean {
  if (/[/?#@\\\s]/.test(hostname)) return true;
  const bare = /^[^[\]]*:[^[\]]*:[^[\]]*$/.test(hostname) ? `[${hostname}]` : hostname;
  const url = readUrl(`http://${bare}/`);
  if (!url) return true;
  const host = url.hostname.replace(/\.+$/, '');
  if (host.startsWith('[')) return isPrivateV6(host.slice(1, -1));
  const v4 = v4Number(host);
  return v4 === null ? isPrivateName(host) : isPrivateV4(v4);
}

/** `www.` of a bare domain and the other way round; null for deeper names, which have no such twin in practice. */
function twin(host: string): string | null {
  if (host.startsWith('www.')) return host.slice(4);
  // Without a list of public suffixes: `example.org`, and `example.co.uk` by the shape of its end.
  return /^[^.]+\.(?:[^.]+|(?:ac|co|com|edu|gov|ne|net|or|org)\.[a-z]{2})$/.test(host) ? `www.${host}` : null;
}

/**
 * The match patterns to ask permission for so that an address can be fetched. For a public host both schemes and its www
 * or apex twin, because sites redirect between these; for a private one nothing but what was typed. Ports are not part
 * of match patterns in Chromium. An address that is not http(s) gives [].
 */
export function originPatterns(address: string): string[] {
  const url = readWebUrl(address);
  if (!url) return [];
  const host = url.hostname;
  if (isPrivateHost(host)) return [`${url.protocol}//${host}/*`];
  const other = host.startsWith('[') || v4Number(host) !== null ? null : twin(host);
  return [host, ...(other === null ? [] : [other])].map((name) => `*://${name}/*`);
}

/**
 * What two addresses of the same thing have in common: scheme, `www.`, a final slash, the fragment and the case of the
 * host make no difference. Text that is no address is its own key.
 */
export function addressKey(address: string): string {
  const url = readUrl(address.trim());
  if (!url || url.host === '') return address.trim();
  const host = url.host.replace(/^www\./, '').replace(/\.(?=:|$)/, '');
  let end = url.pathname.length;
  while (url.pathname[end - 1] === '/') end--;
  return host + url.pathname.slice(0, end) + url.search;
}

/** Whether two addresses are taken to be one (see `addressKey`). */
export function sameAddress(a: string, b: string): boolean {
  return addressKey(a) === addressKey(b);
}
