/** An address as a URL, against `base` where given; null when it is none. (`URL.parse` is newer than our oldest browsers.) */
export function readUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/** The same for http and https alone: every other scheme gives null. */
export function readWebUrl(text: string, base?: string): URL | null {
  const url = readUrl(text, base);
  return url && /^https?:$/.test(url.protocol) ? url : null;
}

/** An address with those signs percent-encoded too that browsers take and RFC 3986 does not. */
export function strictAddress(href: string): string {
  return href.replace(/[\s<>"{}|\\^`]/g, encodeURIComponent);
}

/** Text of an address for people: percent-decoded, or as it is where it cannot be. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
