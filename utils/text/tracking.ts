import { trackingNames, trackingPrefixes } from './tracking-table';

/** The name of a `name=value` piece as a server would read it; undecodable ones stay as they are. */
function nameOf(pair: string): string {
  const end = pair.indexOf('=');
  const raw = (end < 0 ? pair : pair.slice(0, end)).replaceAll('+', ' ');
  if (!raw.includes('%')) return raw.trim().toLowerCase();
  try {
    return decodeURIComponent(raw).trim().toLowerCase();
  } catch {
    return raw.toLowerCase();
  }
}

function tracks(pair: string): boolean {
  const name = nameOf(pair);
  return trackingNames.has(name) || trackingPrefixes.some((prefix) => name.startsWith(prefix));
}

/** `a=1&utm_x=2` without what tracks; null where nothing does. */
function cleaned(query: string): string | null {
  const pairs = query.split('&');
  const kept = pairs.filter((pair) => !tracks(pair));
  return kept.length === pairs.length ? null : kept.join('&');
}

/** Some campaigns stand in the fragment (`#utm_source=rss`). Only such a fragment is read as a query. */
function cleanedFragment(fragment: string): string {
  if (!fragment.split('&').every((pair) => pair.includes('=') && tracks(pair))) return fragment;
  return '';
}

/**
 * Takes the tracking parameters out of a link's address. The order and the bytes of all others stay as they were
 * (REQ-36), so nothing is parsed and written anew; an address without any comes back as the same text. Takes relative
 * addresses too. Only http(s) and relative ones are touched: a `mailto:` has a query of its own meaning.
 */
export function stripTracking(url: string): string {
  if (/^\s*[a-z][a-z\d+.-]*:/i.test(url) && !/^\s*https?:/i.test(url)) return url;
  const [, head = '', query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/.exec(url) ?? [];
  const rest = query === undefined ? null : cleaned(query);
  const left = rest === null ? query : rest;
  const search = left === undefined || (rest === '' && query !== '') ? '' : `?${left}`;
  const kept = fragment === undefined ? undefined : cleanedFragment(fragment);
  const hash = kept === undefined || (kept === '' && fragment !== '') ? '' : `#${kept}`;
  return `${head}${search}${hash}`;
}
